import { writeAsServer } from '../../src/server/ownWriting.ts'
import { chanceFrom } from '../../src/server/sample/random.ts'
import type { Sql } from '../../src/server/sql/sql.ts'
import { must } from '../../src/shared/std/assert.ts'
import { changesOf, inventCrowd } from './crowd.ts'
import { LoadLaptop } from './laptop.ts'
import type { LoadOptions } from './options.ts'
import type { LoadSurgery } from './surgery.ts'

/** Makes the team, lets every laptop join, and gives each its changes. */
export async function gather(
  surgery: LoadSurgery,
  sql: Sql,
  load: Pick<LoadOptions, 'devices' | 'changes'>,
  statuses: Map<number, number>,
): Promise<LoadLaptop[]> {
  const { team, lead } = surgery
  const crowd = inventCrowd({ team, devices: load.devices, nowMs: Date.now(), seed: 1 })
  await sql.transaction({ team }, (tx) => writeAsServer(tx, team, lead, 'load', crowd.drafts, Date.now()))
  const counting: typeof fetch = async (...asked) => {
    const answer = await fetch(...asked)
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
    return answer
  }
  const laptops: LoadLaptop[] = []
  for (const [place, owner] of crowd.owners.entries()) {
    const joined = await surgery.join(sql, owner.colleague)
    const laptop = new LoadLaptop(joined, surgery.address, (where, init) => counting(where, init), chanceFrom(place + 1))
    laptop.changes = changesOf({ team, device: joined.device, owner }, crowd, load.changes, Date.now(), place + 1)
    laptops.push(laptop)
  }
  const [head] = await sql.transaction({ team }, (tx) =>
    tx.query<{ revision: number; chain: string }>('select revision, chain from team_head where team = $1', [team]),
  )
  for (const laptop of laptops) await laptop.arrive(must(head, 'team head'))
  return laptops
}

/** All of them send. @param onSent told whenever one has an answer to everything it brought */
export async function comeIn(
  surgery: LoadSurgery,
  laptops: readonly LoadLaptop[],
  load: Pick<LoadOptions, 'over' | 'kill'>,
  onSent: () => void,
): Promise<void> {
  let sent = 0
  let killing: Promise<void> | null = null
  const count = () => {
    onSent()
    if (++sent >= laptops.length / 2 && load.kill) killing ??= load.kill === 'server' ? surgery.killServer() : surgery.killPostgres()
  }
  await Promise.all(
    laptops.map(async (laptop, place) => {
      await new Promise((resolve) => {
        setTimeout(resolve, (load.over * 1000 * place) / laptops.length)
      })
      await laptop.bring(count)
    }),
  )
  await killing
}
