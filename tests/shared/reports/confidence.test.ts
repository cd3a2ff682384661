import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AskedReport } from '../../../src/shared/reports/index.ts'
import type { Entity } from '../../../src/shared/records/index.ts'
import { confidenceInOrder, pairedConfidence } from '../../../src/shared/rules/confidence.ts'
import { addDays } from '../../../src/shared/std/dates.ts'
import { episodeIdOf, planIdOf } from '../../../src/shared/std/ids.ts'
import { aGroup, aMembership, aPerson, at, idFor, type Known } from '../../support/builders.ts'
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
