import { setPriority } from 'node:os'
import type { BenchDatabase } from './postgres.ts'
import type { GatherServer } from './gather.ts'

/** As low as it gets: what the others leave of a core. */
const last = 19

/**
 * Does some work with the server as it is in life: another machine. Here it lies on the laptop's own disk and cores, where each flush of its
 * database makes the laptop's wait for some hundred milliseconds now and then. Meanwhile it flushes nothing, and gets what the laptop leaves.
 */
export async function withServerElsewhere<Value>(
  { database, server }: { database: BenchDatabase; server: GatherServer },
  work: () => Promise<Value>,
): Promise<Value> {
  const ownPriority = [server.pid, ...(await database.processes())]
  await database.flushes(false)
  try {
    ownPriority.forEach((pid) => give(pid, last))
    return await work()
  } finally {
    ownPriority.forEach((pid) => give(pid, 0))
    await database.flushes(true)
  }
}

/** Only root may give priority back; a process may have ended. */
function give(pid: number, priority: number): void {
  try {
    setPriority(pid, priority)
  } catch {
    // what is left of the run is as slow as before
  }
}
