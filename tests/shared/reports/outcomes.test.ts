import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AskedReport } from '../../../src/shared/reports/index.ts'
import type { Entity } from '../../../src/shared/records/index.ts'
import { addDays } from '../../../src/shared/std/dates.ts'
import { aGroup, aMembership, aPerson, at, idFor, type Known } from '../../support/builders.ts'
import { bothSides, linesBy, type BothSides } from '../../support/reports.ts'
import { results } from '../../world/results.ts'

const asked: AskedReport = { name: 'outcomes', params: { groupId: null } }
const start = '2026-03-02'
const twelve = Array.from({ length: 12 }, (_, nth) => `Person ${'ABCDEFGHIJKL'[nth]}`)

function wellbeing(person: string, days: number, satis: number, version = '2011'): Entity<'measure'> {
  const on = addDays(start, days)
  const scores = { satis, worth: 5, happy: 5, anxious: null }
  const more = { questionnaire: 'ons4', version, language: 'en', items: {}, how: 'asked', at: at('10:00', on), byId: idFor('Priya') } as const
  return { id: idFor(`${person} ${days} ${version}`), personId: idFor(person), scores, on, ...more }
}

const once = Array.from({ length: 5 }, (_, nth) => `Once ${'ABCDE'[nth]}`)

/** Seven of twelve gain two points and five stay as they were. Five were asked once, one in two versions, one was asked again too late. */
function known(more: Known = {}): Known {
  return {
    group: [aGroup('Walk and Talk'), aGroup('Pain Café')],
    person: [...twelve, ...once, 'Nora Two', 'Olive Late', 'Gone Away'].map((name) =>
      aPerson(name, name === 'Gone Away' ? { removedBecause: 'a mistake' } : {}),
    ),
    membership: twelve.map((name) => aMembership('Walk and Talk', name)),
    measure: [
      ...twelve.flatMap((name, nth) => [wellbeing(name, 0, 3), wellbeing(name, 84, nth < 7 ? 5 : 3)]),
      ...once.map((name) => wellbeing(name, 0, 3)),
      wellbeing('Nora Two', 0, 1, '2010'),
      wellbeing('Nora Two', 84, 10),
      wellbeing('Olive Late', 0, 1),
      wellbeing('Olive Late', 150, 10),
      wellbeing('Gone Away', 0, 1),
      { ...wellbeing(twelve[0]!, 85, 0), voidedBecause: 'Her sister answered' },
    ],
    ...more,
  }
}

const satis = (lines: Record<string, unknown>[]) => lines.filter((one) => one['score'] === 'Satisfied with life')
const start12 = { measure: 'Personal wellbeing (ONS4)', version: '2011', score: 'Satisfied with life' }

describe('what changed for people', () => {
  let both: BothSides
  beforeAll(async () => void (both = await bothSides(known())), 60_000)
  afterAll(() => both.surgery.close())

  test('[story 29] n, pairs, completion, mean with its interval, better, same and worse, by the paired t of Student', async () => {
    const lines = satis(linesBy(await both.onLaptop(asked)))
    expect(lines[0]).toEqual({
      ...start12,
      who: '(team)',
      when: '(inWindow)',
      asked: 19,
      pairs: 12,
      completion: 63,
      mean: 1.17,
      low: 0.51,
      high: 1.82,
      better: 7,
      same: 5,
      worse: 0,
    })
  })

  test('[story 29] a follow-up outside of the window is listed apart, and not told of one person alone', async () => {
    const lines = satis(linesBy(await both.onLaptop(asked)))
    const apart = lines.find((one) => one['when'] === '(outsideWindow)')
    expect(apart).toMatchObject({
      who: '(team)',
      pairs: '(fewer)',
      mean: null,
      low: null,
      better: '(notShown)',
      same: '(notShown)',
      worse: '(notShown)',
    })
  })

  test('[story 29] two versions are never put together, and of one that the app does not know no change is reckoned', async () => {
    const old = linesBy(await both.onLaptop(asked)).filter((one) => one['version'] === '2010')
    expect(old.map((one) => one['score'])).toEqual(['anxious', 'happy', 'satis', 'worth'])
    expect(old.find((one) => one['score'] === 'satis')).toMatchObject({ asked: '(fewer)', pairs: 0, mean: null, better: null })
  })

  test('[story 29] ONS4 is told by question, and has no total', async () => {
    const scores = new Set(linesBy(await both.onLaptop(asked)).flatMap((one) => (one['version'] === '2011' ? [one['score']] : [])))
    expect([...scores]).toEqual(['Satisfied with life', 'Life is worthwhile', 'Happy yesterday', 'Anxious yesterday'])
  })

  test('[story 29] "would rather not say" is no zero: nobody has a pair of it', async () => {
    const anxious = linesBy(await both.onLaptop(asked)).find((one) => one['score'] === 'Anxious yesterday')
    expect(anxious).toMatchObject({ asked: 19, pairs: 0, mean: null, completion: null })
  })

  test('laptop and server say the same', async () => {
    expect(await both.onServer(asked)).toEqual(await both.onLaptop(asked))
  })
})

describe('by group', () => {
  const members = (names: readonly string[]) => names.map((name) => aMembership('Walk and Talk', name))
  const whoOf = async (some: Known) => {
    const both = await bothSides(some)
    const lines = satis(linesBy(await both.onLaptop(asked))).filter((one) => one['when'] === '(inWindow)')
    await both.surgery.close()
    return lines
  }
  const more = Array.from({ length: 10 }, (_, nth) => `More ${'ABCDEFGHIJ'[nth]}`)
  const withMore = (membership: Entity<'membership'>[]): Known => {
    const base = known({ membership })
    return {
      ...base,
      person: [...base.person!, ...more.map((name) => aPerson(name))],
      measure: [...base.measure!, ...more.flatMap((name, nth) => [wellbeing(name, 0, 3), wellbeing(name, 84, nth < 5 ? 1 : 4)])],
    }
  }

  test('[story 29] a group with ten pairs has a line, one with nine is pooled in the team', async () => {
    const twelveIn = await whoOf(withMore(members(twelve)))
    expect(twelveIn.map(({ who, pairs, mean }) => [who, pairs, mean])).toEqual([
      ['(team)', 22, 0.41],
      ['Walk and Talk', 12, 1.17],
    ])
    expect((await whoOf(withMore(members(twelve.slice(0, 9))))).map((one) => one['who'])).toEqual(['(team)'])
  })

  test('[story 29] a group has no line where the mean of two others could be worked out from the team’s', async () => {
    expect((await whoOf(known({ membership: members(twelve.slice(0, 10)) }))).map((one) => one['who'])).toEqual(['(team)'])
  })

  test('[story 29] who left the group before the first time does not count for it', async () => {
    const left = withMore(members(twelve).map((one) => ({ ...one, endedOn: '2026-02-01' })))
    expect((await whoOf(left)).map((one) => one['who'])).toEqual(['(team)'])
  })
})

describe('a year of a team', () => {
  let both: BothSides
  beforeAll(async () => void (both = await bothSides(results(60))), 60_000)
  afterAll(() => both.surgery.close())

  test.each<AskedReport>([
    asked,
    { name: 'outcomes', params: { groupId: idFor('Walk and Talk') } },
    { name: 'flow', params: {} },
    { name: 'confidence', params: { groupId: null } },
    { name: 'confidencePeople', params: {} },
  ])('laptop and server say the same: %o', async (one) => {
    const table = await both.onServer(one)
    expect(table).toEqual(await both.onLaptop(one))
    expect(table.rows.length).toBeGreaterThan(0)
  })

  test('[story 29] no mean of fewer than ten and no count of fewer than five stands anywhere in it', async () => {
    const lines = linesBy(await both.onLaptop(asked))
    for (const line of lines) {
      if (typeof line['pairs'] !== 'number' || line['pairs'] < 10) expect([line['mean'], line['low'], line['high']]).toEqual([null, null, null])
      for (const name of ['asked', 'pairs', 'better', 'same', 'worse']) {
        const count = line[name]
        if (typeof count === 'number') expect(count === 0 || count >= 5, `${name} ${count}`).toBe(true)
      }
    }
    expect(lines.some((one) => one['mean'] !== null)).toBe(true)
  })

  test('what is told of people by name, and how many wait, goes into no file', async () => {
    expect((await both.onLaptop({ name: 'flow', params: {} }, true))?.withheld).toEqual(['waiting', 'longest'])
    expect((await both.onLaptop({ name: 'confidencePeople', params: {} }, true))?.columns).toEqual([])
    expect((await both.onLaptop(asked, true))?.withheld).toEqual([])
  })
})

describe('[issue 12] an answer that names no case, where one has ended and the next has begun', () => {
  const personId = idFor(twelve[0]!)
  const byId = idFor('Priya')
  const aCase = (number: number, opened: number, closed?: number): Entity<'episode'> => ({
    ...{ id: idFor(`case ${number}`), personId, number, openedOn: addDays(start, opened), at: at('09:00', start), byId },
    ...(closed === undefined ? {} : { closedOn: addDays(start, closed) }),
  })
  const ofCase = (number: number, one: Entity<'measure'>) => ({ ...one, episodeId: idFor(`case ${number}`) })
  const answers = [ofCase(1, wellbeing(twelve[0]!, 0, 1)), wellbeing(twelve[0]!, 84, 9), ofCase(2, wellbeing(twelve[0]!, 168, 9))]

  test.each([
    ['in their order', [aCase(1, 0, 80), aCase(2, 82)]],
    ['the other way round', [aCase(2, 82), aCase(1, 0, 80)]],
  ])('counts for the case that was opened later, the rows %s', async (_, episode) => {
    const both = await bothSides(
      known({ episode, measure: [...answers, ...twelve.slice(1).flatMap((name) => [wellbeing(name, 0, 3), wellbeing(name, 84, 3)])] }),
    )
    const line = satis(linesBy(await both.onLaptop(asked)))[0]
    expect(line).toMatchObject({ asked: 12, pairs: 12, mean: 0 }) // 9 and 9, and not 1 and 9
    expect(await both.onServer(asked)).toEqual(await both.onLaptop(asked))
    await both.surgery.close()
  })
})
