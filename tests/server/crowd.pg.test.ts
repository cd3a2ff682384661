import { afterAll, beforeAll, expect, it } from 'vitest'
import { writeAsServer } from '../../src/server/ownWriting.ts'
import type { AcceptedChange } from '../../src/shared/changes/change.ts'
import { faultsIn } from '../load/check.ts'
import { changesOf, inventCrowd, type Crowd } from '../load/crowd.ts'
import { LoadLaptop } from '../load/laptop.ts'
import { openSurgery, type Surgery } from '../support/surgery.ts'

/** What `npm run load` does, small enough for every run of the tests: the shipped client against a real PostgreSQL. */
const devices = 20
const changes = 50

let surgery: Surgery
beforeAll(async () => {
  surgery = await openSurgery({ kind: 'postgres', port: 0 })
})
afterAll(() => surgery.close())

/** Laptops of one team, each with a day that was never sent; two to a group. */
async function gather(): Promise<{ crowd: Crowd; laptops: LoadLaptop[]; statuses: number[] }> {
  const crowd = inventCrowd({ team: surgery.team, devices, groups: devices / 2, nowMs: Date.now(), seed: 7 })
  await surgery.sql.transaction({ team: surgery.team }, (tx) => writeAsServer(tx, surgery.team, surgery.lead, 'crowd', crowd.drafts, Date.now()))
  const statuses: number[] = []
  const counting = async (where: string, init: RequestInit) => {
    const answer = await fetch(where, init)
    statuses.push(answer.status)
    return answer
  }
  const laptops: LoadLaptop[] = []
  for (const [place, owner] of crowd.owners.entries()) {
    const { joined } = await surgery.enrol(owner.colleague)
    const laptop = new LoadLaptop(joined, surgery.url, counting, () => 0)
    laptop.changes = changesOf({ team: surgery.team, device: joined.device, owner }, crowd, changes, Date.now(), place)
    laptops.push(laptop)
  }
  const [head] = await surgery.sql.transaction({ team: surgery.team }, (tx) =>
    tx.query<{ revision: number; chain: string }>('select revision, chain from team_head'),
  )
  for (const laptop of laptops) await laptop.arrive(head!)
  return { crowd, laptops, statuses }
}

it('[SY2][SY3][SY9] a crowd that comes back in the same moment: nothing is lost, doubled or left out of the order, and each hears of its group', async () => {
  const { crowd, laptops, statuses } = await gather()
  const heard = laptops.map(() => new Map<string, AcceptedChange>())
  laptops.forEach((laptop, place) => {
    laptop.onTold = (told) => told.forEach((one) => heard[place]!.set(one.id, one))
  })
  const bringAll = () => Promise.all(laptops.map((laptop) => laptop.bring(() => {})))
  await bringAll()
  await bringAll() // and whoever was first hears what came after
  expect(
    await faultsIn(
      surgery.sql,
      surgery.team,
      laptops.flatMap((laptop) => laptop.changes),
    ),
  ).toEqual({ lost: 0, doubled: 0, held: 0, gaps: 0, brokenLinks: 0, otherRows: 0 })
  expect(statuses.filter((status) => status !== 200)).toEqual([])
  laptops.forEach((laptop, place) => {
    const others = laptops.filter((one, at) => one !== laptop && crowd.owners[at]!.group === crowd.owners[place]!.group)
    const missing = others.flatMap((one) => one.changes).filter((change) => !heard[place]!.has(change.id))
    const foreign = [...heard[place]!.values()].filter(
      (one) => one.record !== 'session' && !others.some((other) => other.joined.device === one.device),
    )
    expect({ place, missing: missing.length, foreign: foreign.length }).toEqual({ place, missing: 0, foreign: 0 })
  })
})

it('a crowd of which one has been signed out: the others are taken in, and it alone hears so', async () => {
  const { laptops } = await gather()
  const [out, ...others] = laptops as [LoadLaptop, ...LoadLaptop[]]
  await surgery.sql.transaction({ team: surgery.team }, (tx) =>
    tx.query('update device set token_hash = null where team = $1 and id = $2', [surgery.team, out.joined.device]),
  )
  const answers = await Promise.all([out.once(), ...others.map((laptop) => laptop.once())])
  expect(answers[0]).toEqual({ ok: false, reason: 'signedOut' })
  expect(answers.slice(1).every((one) => one.ok)).toBe(true)
  expect(others.every((laptop) => laptop.results.size === changes)).toBe(true)
})
