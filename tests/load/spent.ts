import { readdirSync, readFileSync } from 'node:fs'

/** Processor time, in seconds: of this process with its laptops, of the server, of all the database's processes. */
export interface Spent {
  laptops: number
  server: number
  database: number
}

/** What they have used since they began, with connections of the database that have ended since; null where there is no /proc to ask. */
export function spentNow({ server, database }: { server: number; database: number }): Spent | null {
  const own = process.cpuUsage()
  try {
    const family = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .map(statOf)
    const spent = (pid: number) => family.filter((one) => one?.pid === pid || one?.parent === pid)
    const sum = (pid: number) => spent(pid).reduce((all, one) => all + (one?.ticks ?? 0), statOf(pid)?.ofEnded ?? 0) / ticksEach
    return { laptops: (own.user + own.system) / 1e6, server: (statOf(server)?.ticks ?? 0) / ticksEach, database: sum(database) }
  } catch {
    return null
  }
}

/** From one moment to another. */
export function since(before: Spent | null, after: Spent | null): Spent | null {
  if (!before || !after) return null
  return { laptops: after.laptops - before.laptops, server: after.server - before.server, database: after.database - before.database }
}

/** Linux counts in hundredths of a second. */
const ticksEach = 100

function statOf(pid: number): { pid: number; parent: number; ticks: number; ofEnded: number } | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ')[1]?.split(' ') ?? []
    return { pid, parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]), ofEnded: Number(fields[13]) + Number(fields[14]) }
  } catch {
    return null // it has just ended
  }
}
