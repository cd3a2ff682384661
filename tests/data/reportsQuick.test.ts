import { beforeAll, expect, test } from 'vitest'
import type { AskedReport } from '../../src/shared/reports/index.ts'
import { at } from '../support/builders.ts'
import { busyFor } from '../support/cpu.ts'
import { laptopWith, type TestLaptop } from '../support/laptop.ts'
import { results } from '../world/results.ts'
import { threeYears } from '../world/threeYears.ts'

// Issue 12: over three years of a team with 5,000 people a report takes a second on the laptop at most. Making and reading that team takes a
// minute, so a usual run asks a third of it in a third of the time; `GATHER_ALL_PEOPLE=1` asks all.
const people = process.env['GATHER_ALL_PEOPLE'] ? 5000 : 1700
const { known } = threeYears({ people, seed: 5, timesEach: 6 })

const ofCases = results(people)

let laptop: TestLaptop
let caseLaptop: TestLaptop
beforeAll(async () => {
  laptop = await laptopWith(known)
  caseLaptop = await laptopWith(ofCases)
  for (const one of [laptop, caseLaptop]) one.ports.time = Date.parse(at('10:00'))
}, 180_000)

const asked: AskedReport[] = [
  { name: 'uptake', params: { from: '2023-10-05', to: '2026-10-22' } },
  { name: 'uptake', params: { from: '2026-07-01', to: '2026-09-30' } },
  { name: 'growth', params: { groupId: null } },
  { name: 'uptakeBy', params: { quarter: '2026-Q3', by: 'practice' } },
  { name: 'uptakeBy', params: { quarter: '2026-Q3', by: 'need' } },
]

const reckonedOfCases: AskedReport[] = [
  { name: 'outcomes', params: { groupId: null } },
  { name: 'confidence', params: { groupId: null } },
  { name: 'flow', params: {} },
  { name: 'caseload', params: {} },
  { name: 'safety', params: { groupId: null } },
]

/** How often others had a turn while a report was asked, and how long the longest of them waited for it, in milliseconds of the processor. */
async function turnsDuring(one: TestLaptop, { name, params }: AskedReport): Promise<{ turns: number; longestMs: number }> {
  let [turns, longest, asking, last] = [0, 0, true, process.threadCpuUsage()]
  const measure = () => {
    const { user, system } = process.threadCpuUsage(last)
    last = process.threadCpuUsage()
    longest = Math.max(longest, (user + system) / 1000)
  }
  const turn = () => {
    measure()
    turns++
    if (asking) setTimeout(turn)
  }
  turn()
  await one.view('report', { name, params, forFile: false } as never)
  asking = false
  measure()
  return { turns, longestMs: longest }
}

test('while the registers of three years are read for the first time, others have their turn, and no sign-in is put down whole', async () => {
  const before = laptop.store.memory.size
  const found = await turnsDuring(laptop, asked[0]!)
  expect(found.turns).toBeGreaterThan(20)
  expect(laptop.store.memory.size).toBe(before) // put down whole, with their stamps and both sides, they were most of three seconds
})

test('who is signed in after a report was read, and taken back, is in the next one and out of it', async () => {
  const { groupId, date, slot } = known.session.filter((one) => !one.cancelledBecause).at(-1)!
  const days = { from: date, to: date }
  const cameTo = async () => Number((await laptop.view('report', { name: 'uptake', params: days, forFile: false }))?.rows.at(-1)?.[5])
  const before = await cameTo()
  const [newcomer] = known.person.filter((one) => !one.removedBecause && !one.archivedOn && !one.signInBlocked).slice(-1)
  const { signInId } = await laptop.does('signInPerson', { session: { groupId, date, slot }, personId: newcomer!.id, because: 'On paper' })
  expect(await cameTo()).toBe(before + 1)
  await laptop.does('voidSignIns', { signInIds: [signInId], because: 'a mistake' })
  expect(await cameTo()).toBe(before)
})

const onLaptops = [...asked.map((one) => [one, () => laptop] as const), ...reckonedOfCases.map((one) => [one, () => caseLaptop] as const)]

test.each(onLaptops)('nobody waits long for their turn while over the whole team is reckoned: %o', async (one, on) => {
  const found = await turnsDuring(on(), one)
  expect(found.longestMs).toBeLessThan(350) // in one go it was up to a second
})

test.each(onLaptops)('a report takes a second of 5,000 people at most: %o', async ({ name, params }, on) => {
  const ask = () => {
    on().store.onTouched({ records: new Set(['note']), keys: [] }) // nothing is kept over a write
    return on().view('report', { name, params, forFile: false } as never)
  }
  expect((await ask())?.rows.length).toBeGreaterThan(0)
  const took: number[] = []
  for (let turn = 0; turn < 3; turn++) took.push((await busyFor(ask)).ms)
  expect(took.sort((a, b) => a - b)[1]!).toBeLessThan(people / 5)
})

test('there is as much of it as three years make', () => {
  expect(known.signIn.length).toBeGreaterThan(6 * people)
  expect(known.session.length).toBeGreaterThan(900)
})
