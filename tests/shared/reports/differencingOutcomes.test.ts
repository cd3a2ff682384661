import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { confidence } from '../../../src/shared/reports/confidence.ts'
import type { CellValue } from '../../../src/shared/reports/defineReport.ts'
import { flow } from '../../../src/shared/reports/flow.ts'
import { outcomes } from '../../../src/shared/reports/outcomes.ts'
import { flowSteps } from '../../../src/shared/rules/flow.ts'
import { addDays } from '../../../src/shared/std/dates.ts'
import type { Known } from '../../support/builders.ts'
import { readerOf } from '../../support/reports.ts'
import { workedOut, type Told } from '../rules/worksOut.ts'
import { groupNames, referred, scored, states, steps, sureOf, team, today, type Referred, type Somebody } from './fewPeople.ts'

// Issue 12: no count under five is to be worked out from all reports of one team together: who was asked and has no second answer, say.

const groupIds = [null, ...groupNames.map((one) => one.id)]
const said = (cell: CellValue | undefined) => (cell !== null && typeof cell === 'object' ? cell.says : cell)
/** Where the reports leak on purpose: how many were asked, or got there, as it is. */
type Leak = 'asked' | null

/** All that a reader can tell people apart by who knows nothing: nobody outside knows which kinds are empty. */
const kinds = Array.from({ length: 2 ** groupNames.length }, (_, nth) => groupNames.flatMap((_one, at) => ((nth >> at) & 1 ? [at] : []))).flatMap(
  (groups) => states.flatMap((satis) => states.map((worth): Somebody => ({ groups, states: [satis, worth] }))),
)
const nameOf = ({ groups, states: [satis, worth] }: Somebody) => `${groups.join('+')} ${satis} ${worth}`
type Which = (one: Somebody) => boolean
const names = (...which: Which[]) => kinds.filter((one) => which.every((is) => is(one))).map(nameOf)
const few = (found: readonly (number | null)[]) => found.filter((one) => one !== null && one > 0 && one < 5)

/** The team, each group, and everybody who is not in it. */
const parts: { name: string; is: Which; isLine: boolean }[] = [
  { name: 'team', is: () => true, isLine: true },
  ...groupNames.flatMap(({ name }, at) => [
    { name, is: (one: Somebody) => one.groups.includes(at), isLine: true },
    { name: `not ${name}`, is: (one: Somebody) => !one.groups.includes(at), isLine: false },
  ]),
]
const partOf = (who: CellValue) => parts.find(({ name, isLine }) => isLine && name === said(who))!

/** What is said of one score in one table. */
interface Line {
  who: CellValue
  score: number
  /** `in` time, or `out` of it. */
  when: 'in' | 'out'
  cells: Record<'asked' | 'pairs' | 'better' | 'same' | 'worse', CellValue>
}

function toldBy({ who, score, when, cells }: Line, people: readonly Somebody[], leak: Leak): Told[] {
  const { is } = partOf(who)
  const state = (how: string) => (one: Somebody) => one.states[score]!.startsWith(`${when} ${how}`)
  const of = { asked: names(is), pairs: names(is, state('')) } as Record<string, string[]>
  for (const how of ['better', 'same', 'worse']) of[how] = names(is, state(how))
  const truth = people.filter(is).length
  const shown = leak === 'asked' && when === 'in' ? { ...cells, asked: truth } : cells
  return Object.entries(shown).flatMap(([id, cell]) => (typeof cell === 'number' ? [{ of: of[id]!, makes: cell }] : []))
}

/** Of the team and of each group, here and elsewhere: who was asked, has both answers, has not, and how it changed. */
function wantedOf(scores: readonly number[]): string[][] {
  return scores.flatMap((score) => {
    const state = (begins: string) => (one: Somebody) => one.states[score]!.startsWith(begins)
    const ways = ['in', 'in better', 'in same', 'in worse', 'out better', 'out same', 'out worse', 'out', 'none']
    return parts.flatMap(({ is }) => [names(is), names(is, (one) => !state('in')(one)), ...ways.map((way) => names(is, state(way)))])
  })
}

async function outcomesFind(people: readonly Somebody[], leak: Leak = null): Promise<(number | null)[]> {
  const reader = readerOf(scored(people))
  const tables = await Promise.all(groupIds.map((groupId) => outcomes.rows(reader, { groupId }, today)))
  const lines = tables.flat().flatMap((line): Line[] => {
    const score = ['Satisfied with life', 'Life is worthwhile'].indexOf(line.score)
    return score < 0 ? [] : [onlyCells({ who: line.who, score, when: line.when.says === 'inWindow' ? 'in' : 'out', cells: line })]
  })
  return few(workedOut(distinct(lines.flatMap((one) => toldBy(one, people, leak))), wantedOf([0, 1])))
}

async function confidenceFinds(people: readonly Somebody[], leak: Leak = null): Promise<(number | null)[]> {
  const reader = readerOf(sureOf(people))
  const tables = await Promise.all(groupIds.map((groupId) => confidence.rows(reader, { groupId }, today)))
  const lines = tables.flat().map((line) => onlyCells({ who: line.who, score: 0, when: 'in', cells: line }))
  return few(workedOut(distinct(lines.flatMap((one) => toldBy(one, people, leak))), wantedOf([0])))
}

function onlyCells(line: Line): Line {
  const { asked, pairs, better, same, worse } = line.cells
  return { ...line, cells: { asked, pairs, better, same, worse } }
}

/** The same line of two tables once. */
function distinct(told: readonly Told[]): Told[] {
  return [...new Map(told.map((one) => [`${one.of.join()} ${one.makes}`, one])).values()]
}

describe('what changed, by group', () => {
  test('lets nobody work out a count under five', async () => {
    let shown = 0
    await fc.assert(
      fc.asyncProperty(team, async (people) => {
        expect(await outcomesFind(people)).toEqual([])
        shown += (await outcomes.rows(readerOf(scored(people)), { groupId: null }, today)).filter((one) => typeof one.asked === 'number').length
      }),
      { numRuns: 80 },
    )
    expect(shown).toBeGreaterThan(60)
  })

  test('a planted leak is found: who was asked beside who has both answers', async () => {
    const leaks = await fc.check(
      fc.asyncProperty(team, async (people) => (await outcomesFind(people, 'asked')).length === 0),
      { numRuns: 60 },
    )
    expect(leaks.failed).toBe(true)
  })

  test('a percentage is not told where it would be of a few who did not answer again', async () => {
    await fc.assert(
      fc.asyncProperty(team, async (people) => {
        for (const line of await outcomes.rows(readerOf(scored(people)), { groupId: null }, today)) {
          const score = ['Satisfied with life', 'Life is worthwhile'].indexOf(line.score)
          if (score < 0 || typeof line.completion !== 'number') continue
          const asked = people.filter(partOf(line.who).is)
          const missing = asked.filter((one) => !one.states[score]!.startsWith('in')).length
          expect(few([missing, asked.length - missing])).toEqual([])
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('how sure people are, by group', () => {
  test('lets nobody work out a count under five', () =>
    fc.assert(
      fc.asyncProperty(team, async (people) => {
        expect(await confidenceFinds(people)).toEqual([])
      }),
      { numRuns: 200 },
    ))

  test('a planted leak is found: who was asked beside who was asked twice', async () => {
    const leaks = await fc.check(
      fc.asyncProperty(team, async (people) => (await confidenceFinds(people, 'asked')).length === 0),
      { numRuns: 60 },
    )
    expect(leaks.failed).toBe(true)
  })
})

/** Of one month and all that one can know of a referral: how far it came, and whether it waits. */
const ways = ['nothing', 'contact', 'conversation'].flatMap((way) =>
  [false, true].flatMap((came) => [false, true].map((ended) => `${way} ${came} ${ended}`)),
)

async function flowFinds(all: readonly Referred[], known: Known, leak: boolean): Promise<(number | null)[]> {
  const rows = await flow.rows(readerOf(known), {}, today)
  const months = [...new Set(rows.flatMap((one) => (typeof one.month === 'string' ? [one.month] : [])))]
  const of = (month: string | null, is: (way: string) => boolean) =>
    (month === null ? months : [month]).flatMap((one) => ways.filter(is).map((way) => `${one} ${way}`))
  const got: Record<string, (way: string) => boolean> = {
    contact: (way) => !way.startsWith('nothing'),
    conversation: (way) => way.startsWith('conversation'),
    attendance: (way) => way.split(' ')[1] === 'true',
  }
  const told = rows.flatMap((row): Told[] => {
    const month = typeof row.month === 'string' ? row.month : null
    const step = got[row.step.says]!
    const truth = all.filter((one) => (month === null || one.month === month) && step(one.way)).length
    const reached = leak ? truth : row.reached
    return [
      ...(typeof row.referrals === 'number' ? [{ of: of(month, () => true), makes: row.referrals }] : []),
      ...(typeof reached === 'number' ? [{ of: of(month, step), makes: reached }] : []),
      ...(typeof row.waiting === 'number' ? [{ of: of(month, (way) => !step(way) && way.endsWith('false')), makes: row.waiting }] : []),
    ]
  })
  const wanted = [null, ...months].flatMap((month) => [
    of(month, () => true),
    ...flowSteps.flatMap((step) => [
      of(month, got[step]!),
      of(month, (way) => !got[step]!(way)),
      of(month, (way) => !got[step]!(way) && way.endsWith('true')),
      of(month, (way) => !got[step]!(way) && way.endsWith('false')),
      of(month, (way) => got[step]!(way) || way.endsWith('true')),
    ]),
    ...['', 'true', 'false'].map((ended) => of(month, (way) => way.startsWith('contact') && way.endsWith(ended))),
  ])
  return few(workedOut(distinct(told), wanted))
}

describe('how long people wait', () => {
  test('lets nobody work out a count under five', () =>
    fc.assert(
      fc.asyncProperty(steps, async (all) => {
        expect(await flowFinds(all, referred(all), false)).toEqual([])
      }),
      { numRuns: 400 },
    ))

  test('a planted leak is found: how many got there by month', async () => {
    const leaks = await fc.check(
      fc.asyncProperty(steps, async (all) => (await flowFinds(all, referred(all), true)).length === 0),
      { numRuns: 60 },
    )
    expect(leaks.failed).toBe(true)
  })

  test('the rows are what they are said to be', async () => {
    const all = Array.from({ length: 40 }, (_, nth): Referred => ({ month: '2026-08-01', way: ways[nth % ways.length]! }))
    const rows = await flow.rows(readerOf(referred(all)), {}, addDays('2026-08-01', 60))
    const counts = (step: string) => rows.find((one) => one.step.says === step && typeof one.month === 'object')
    expect(counts('contact')).toMatchObject({ referrals: 40, reached: 24, waiting: 8 })
    expect(counts('attendance')).toMatchObject({ reached: 20, waiting: 10 })
  })
})
