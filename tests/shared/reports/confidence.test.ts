import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AskedReport } from '../../../src/shared/reports/index.ts'
import type { Entity } from '../../../src/shared/records/index.ts'
import { confidenceInOrder, pairedConfidence, withThoseAtCafe } from '../../../src/shared/rules/confidence.ts'
import { addDays } from '../../../src/shared/std/dates.ts'
import { episodeIdOf, planIdOf } from '../../../src/shared/std/ids.ts'
import { aGroup, aMembership, aPerson, at, idFor, sessionId, which, type Known } from '../../support/builders.ts'
import { bothSides, linesBy, type BothSides } from '../../support/reports.ts'

const byGroup: AskedReport = { name: 'confidence', params: { groupId: null } }
const byPerson: AskedReport = { name: 'confidencePeople', params: {} }
const names = Array.from({ length: 15 }, (_, nth) => `Person ${'ABCDEFGHIJKLMNO'[nth]}`)

function sure(
  person: string,
  days: number,
  value: number,
  more: Partial<Entity<'planConfidence'>> & { case?: number } = {},
): Entity<'planConfidence'> {
  const { case: number = 1, ...fields } = more
  const [personId, on] = [idFor(person), addDays('2026-03-02', days)]
  const planId = planIdOf(episodeIdOf(personId, number))
  const id = idFor(`${person} ${days} ${value} ${number}`)
  return { id, personId, planId, value, asked: days === 0 ? 'agreed' : 'review', on, at: at('10:00', on), byId: idFor('Priya'), ...fields }
}

function atCafe(person: string, days: number, value: number, more: Partial<Entity<'cafeConfidence'>> = {}): Entity<'cafeConfidence'> {
  const [personId, on] = [idFor(person), addDays('2026-03-02', days)]
  const id = idFor(`${person} at the café ${days} ${value}`)
  return { id, personId, sessionId: sessionId(which('Walk and Talk', on)), value, on, at: at('11:15', on), byId: idFor('Tom'), ...more }
}

/** Ten were asked twice: five are three points surer, five as sure; five were asked once. */
const known: Known = {
  group: [aGroup('Walk and Talk')],
  person: names.map((name) => aPerson(name)),
  membership: names.map((name) => aMembership('Walk and Talk', name)),
  planConfidence: [
    ...names.map((name) => sure(name, 0, 4)),
    ...names.slice(0, 10).map((name, nth) => sure(name, 42, nth < 5 ? 7 : 4)),
    sure(names[0]!, 84, 7),
    sure(names[10]!, 42, 9, { voidedBecause: 'undone' }),
  ],
}

describe('how sure people are', () => {
  let both: BothSides
  beforeAll(async () => void (both = await bothSides(known)), 60_000)
  afterAll(() => both.surgery.close())

  test('the first answer against the latest, of the team and of a group with ten pairs', async () => {
    const line = { asked: 15, pairs: 10, first: 4, latest: 5.5, mean: 1.5, better: 5, same: 5, worse: 0 }
    expect(linesBy(await both.onLaptop(byGroup))).toMatchObject([
      { who: '(team)', ...line },
      { who: 'Walk and Talk', ...line },
    ])
  })

  test('by person with how often they were asked; an answer that was undone is none', async () => {
    const lines = linesBy(await both.onLaptop(byPerson))
    expect(lines[0]).toEqual({ name: 'Person A', firstOn: '2026-03-02', first: 4, latestOn: '2026-05-25', latest: 7, change: 3, times: 3 })
    expect(lines[10]).toMatchObject({ name: 'Person K', first: 4, latest: null, change: null, times: 1 })
  })

  test.each([byGroup, byPerson])('laptop and server say the same: %o', async (one) => {
    expect(await both.onServer(one)).toEqual(await both.onLaptop(one))
  })
})

test('how many were asked is not told where fewer than five of them were asked once', async () => {
  const once = new Set(names.slice(14).map(idFor))
  const planConfidence = known.planConfidence!.filter((one) => !once.has(one.personId))
  const both = await bothSides({ ...known, planConfidence })
  const lines = linesBy(await both.onLaptop(byGroup))
  await both.surgery.close()
  expect(lines).toMatchObject([
    { who: '(team)', asked: '(notShown)', pairs: 10 },
    { who: 'Walk and Talk', asked: '(notShown)', pairs: 10 },
  ])
})

test('of four people nothing is told but that they are fewer than five', async () => {
  const few = names.slice(0, 4)
  const both = await bothSides({ ...known, planConfidence: few.flatMap((name) => [sure(name, 0, 4), sure(name, 42, 9)]) })
  const lines = linesBy(await both.onLaptop(byGroup))
  await both.surgery.close()
  const hidden = { first: null, latest: null, mean: null, better: '(notShown)', same: '(notShown)', worse: '(notShown)' }
  expect(lines).toMatchObject([{ who: '(team)', asked: '(fewer)', pairs: '(fewer)', ...hidden }])
})

test('asked twice on a day the later answer counts', () => {
  const twice = [sure('Jean', 0, 4), sure('Jean', 0, 6, { at: at('11:00', '2026-03-02') })]
  expect(confidenceInOrder(twice).map((one) => one.value)).toEqual([6])
})

test('of two plans the latest that was asked about twice counts', () => {
  const answers = [sure('Jean', 0, 4), sure('Jean', 42, 8), sure('Jean', 300, 5, { case: 2 })]
  expect(pairedConfidence(answers)).toMatchObject([{ first: 4, latest: 8 }])
  expect(pairedConfidence([...answers, sure('Jean', 342, 3, { case: 2 })])).toMatchObject([{ first: 5, latest: 3 }])
})

describe('asked at the café', () => {
  let both: BothSides
  const cafeConfidence = [
    ...names.slice(10).map((name) => atCafe(name, 60, 7)),
    atCafe(names[0]!, 90, 10),
    atCafe(names[1]!, 90, 0, { voidedBecause: 'a mistake' }),
  ]
  beforeAll(async () => void (both = await bothSides({ ...known, cafeConfidence })), 60_000)
  afterAll(() => both.surgery.close())

  test('the answers are in the means of the team and of the group, and in the line of each person', async () => {
    // Ten before: five 4 to 7, one of them now 10, and five 4 to 4; and five more, 4 to 7.
    const line = { asked: 15, pairs: 15, first: 4, latest: 6.2, mean: 2.2, better: 10, same: 5, worse: 0 }
    expect(linesBy(await both.onLaptop(byGroup))).toMatchObject([
      { who: '(team)', ...line },
      { who: 'Walk and Talk', ...line },
    ])
    const lines = linesBy(await both.onLaptop(byPerson))
    expect(lines[0]).toMatchObject({ name: 'Person A', first: 4, latestOn: '2026-05-31', latest: 10, times: 4 })
    expect(lines[1]).toMatchObject({ name: 'Person B', latest: 7, times: 2 })
  })

  test.each([byGroup, byPerson])('laptop and server say the same: %o', async (one) => {
    expect(await both.onServer(one)).toEqual(await both.onLaptop(one))
  })

  test('it may leave as a file, the line by person may not', async () => {
    expect((await both.onLaptop(byGroup, true))?.withheld).toEqual([])
    expect((await both.onLaptop(byPerson, true))?.withheld).toContain('name')
  })
})

test('an answer at the café counts with the plan that was asked about last by that day; before the first, with none', () => {
  const plans = [sure('Jean', 0, 4), sure('Jean', 300, 5, { case: 2 }), sure('Jean', 310, 1, { case: 3, voidedBecause: 'undone' })]
  const cafe = [atCafe('Jean', -7, 2), atCafe('Jean', 0, 3), atCafe('Jean', 299, 8), atCafe('Jean', 300, 6), atCafe('Jean', 400, 9)]
  const [first, second] = plans.map((one) => one.planId)
  expect(withThoseAtCafe(plans, cafe).flatMap((one) => (one.asked ? [] : one.planId))).toEqual(['', first, first, second, second])
  expect(pairedConfidence(withThoseAtCafe(plans, cafe))).toMatchObject([{ first: 6, latest: 9, times: 2 }]) // the café was later that day
  expect(pairedConfidence(withThoseAtCafe([], cafe))).toMatchObject([{ first: 2, latest: 9, times: 5 }])
})

test('[issue 12] of two plans that began on one day the one that was asked about last counts, in whatever order the rows come', () => {
  const plans = [sure('Jean', 0, 4), sure('Jean', 42, 9), sure('Jean', 0, 6, { case: 2 }), sure('Jean', 84, 2, { case: 2 })]
  for (const answers of [plans, [...plans].reverse()]) expect(pairedConfidence(answers)).toMatchObject([{ first: 6, latest: 2 }])
})

test('[issue 12] asked about two plans on one day, an answer at the café counts with the one that was asked about later', () => {
  const plans = [sure('Jean', 0, 6, { case: 2, at: at('15:00', '2026-03-02') }), sure('Jean', 0, 4)]
  for (const answers of [plans, [...plans].reverse()])
    expect(withThoseAtCafe(answers, [atCafe('Jean', 7, 8)]).at(-1)).toMatchObject({ value: 8, planId: plans[0]!.planId })
})
