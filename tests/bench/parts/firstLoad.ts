import { codeFor } from '../rig/gather.ts'
import type { CountedLine } from '../rig/line.ts'
import { passphrase, type Laptop } from '../rig/laptop.ts'
import type { Sql } from '../../../src/server/sql/sql.ts'
import type { InventedTeam } from '../world/team.ts'

/** A first load, from the moment the laptop's keys are made to the last row on disk. */
export interface FirstLoad {
  seconds: number
  rows: number
  /** Bytes on the wire, both ways. */
  bytes: number
}

/** Joins a team by the app's own way and waits until everything is there. */
export async function joinAndLoad(laptop: Laptop, sql: Sql, team: InventedTeam, line: CountedLine): Promise<FirstLoad> {
  await laptop.page.evaluate(() => window.probe.watchStatus())
  line.reset()
  const input = { server: line.address, code: await codeFor(sql, team), deviceName: 'Bench laptop', passphrase }
  const joined = (await laptop.call('join', input)) as { ok: boolean; reason?: string }
  if (!joined.ok) throw new Error(`joining answered "${joined.reason}"`)
  const ms = await laptop.page.evaluate(async () => {
    const done = await window.probe.untilStatus('loaded')
    return done - (window.probe.phases.findLast((one) => one.phase === 'open')?.at ?? Number.NaN)
  })
  return { seconds: ms / 1000, rows: await laptop.page.evaluate(countRows), bytes: line.sent() + line.received() }
}

/** How many rows lie in the laptop's store. */
async function countRows(): Promise<number> {
  const names = (await indexedDB.databases()).map((one) => one.name ?? '').filter((name) => name.startsWith('gather-'))
  const counts = names.map(
    (name) =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const counting = opening.result.transaction('rows').objectStore('rows').count()
          counting.onsuccess = () => {
            opening.result.close()
            resolve(counting.result)
          }
        }
      }),
  )
  return (await Promise.all(counts)).reduce((sum, one) => sum + one, 0)
}
