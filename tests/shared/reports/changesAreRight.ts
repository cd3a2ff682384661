import { expect } from 'vitest'
import type { CellValue } from '../../../src/shared/reports/defineReport.ts'
import { thursday as today } from '../../support/builders.ts'
import { changesInSql, leftBeside, surePeopleInSql, type Changed, type ChangedLine } from './changesInSql.ts'
import type { GoldenTeam } from './goldenCases.ts'
import { said } from './goldenTeam.ts'

const few = (count: number) => count > 0 && count < 5
const fewPairs = (count: number) => count > 0 && count < 10
const nobody: Changed = {
  ...{
    asked: 0,
    pairs: 0,
    outside: 0,
    first: null,
    latest: null,
    mean: null,
    low: null,
    high: null,
    better: 0,
    same: 0,
    worse: 0,
    due: 0,
    dueBoth: 0,
  },
  ...{ outMean: null, outLow: null, outHigh: null, outBetter: 0, outSame: 0, outWorse: 0 },
}

/** A figure of two places is the one that SQL has, rounded. */
function isRounded(shown: CellValue | undefined, exact: number | null, what: string): void {
  if (exact === null) expect(shown, what).toBeNull()
  else expect(Math.abs(Number(shown) - exact), `${what}: ${String(said(shown))} is ${exact}`).toBeLessThanOrEqual(0.0051)
}

/** A count is shown and right, or it is not shown for a reason. @param tells numbers that would be told; none of them may be a few */
function isCount(shown: CellValue | undefined, exact: number, tells: readonly number[], what: string): void {
  if (said(shown) === 'fewer') expect(few(exact), what).toBe(true)
  else if (said(shown) === 'notShown') expect(tells.some(few), `${what} need not be hidden`).toBe(true)
  else expect(shown, what).toBe(exact)
  if (few(exact)) expect(typeof shown, `${what} is of a few`).toBe('object')
}

/** Better, the same and worse: of a few none is shown, nor where everybody else would be a few; the others are right. */
function areWays(shown: readonly (CellValue | undefined)[], exact: readonly number[], others: readonly number[], what: string): void {
  exact.forEach((count, at) => {
    isCount(shown[at], count, [...exact, ...others], `${what} ${['better', 'same', 'worse'][at]}`)
    if (few(others[at]!)) expect(said(shown[at]), `${what}: of the others there are a few`).toBe('notShown')
  })
  expect(shown.filter((one) => said(one) === 'notShown').length, `${what}: one alone can be worked out`).not.toBe(1)
}

interface Both {
  of: ChangedLine
  rest: Changed
}

/** By score and group: those in it and everybody else. */
function byLine(lines: readonly ChangedLine[]): Map<string, Both> {
  const key = (one: ChangedLine) => [one.measure, one.v, one.score, one.who ?? 'team'].join('|')
  const rest = new Map(lines.filter((one) => !one.inside).map((one) => [key(one), one]))
  return new Map(lines.filter((one) => one.inside).map((one) => [key(one), { of: one, rest: rest.get(key(one)) ?? nobody }]))
}

/** Each group with ten pairs has its line, unless that would tell of fewer than ten others; no other has one. */
async function groupsAreRight(team: GoldenTeam, of: 'outcomes' | 'confidence', truth: readonly Both[], shown: ReadonlySet<Both>): Promise<void> {
  const enough = truth.filter((one) => one.of.grp !== null && one.of.pairs >= 10 && !fewPairs(one.rest.pairs))
  const what = ({ of: { q, v, s } }: Both) => `${q} ${v} ${s}`
  for (const one of shown) if (one.of.grp !== null) expect(enough, `${what(one)} ${one.of.who}`).toContain(one)
  for (const absent of enough.filter((one) => !shown.has(one))) {
    const groups = enough.filter((one) => what(one) === what(absent)).map((one) => one.of.grp!)
    const left = await team.inSql((tx, id) => leftBeside(tx, of, id, today, groups))
    const many = left.find((one) => `${one.q} ${one.v} ${one.s}` === what(absent))?.left ?? 0
    expect(fewPairs(many), `${what(absent)}: ${absent.of.who} has no line`).toBe(true)
  }
}

const outcomeCells = [
  'measure',
  'version',
  'score',
  'who',
  'when',
  'asked',
  'pairs',
  'completion',
  'mean',
  'low',
  'high',
  'better',
  'same',
  'worse',
] as const

/** A row by the names of its columns. */
function named<Id extends string>(ids: readonly Id[], row: readonly CellValue[]): Record<Id, CellValue> {
  return Object.fromEntries(ids.map((id, at) => [id, row[at] ?? null])) as Record<Id, CellValue>
}

export async function outcomesAreRight(team: GoldenTeam): Promise<void> {
  const rows = (await team.says({ name: 'outcomes', params: { groupId: null } })).map((row) => named(outcomeCells, row))
  const truth = byLine(await team.inSql((tx, id) => changesInSql(tx, 'outcomes', id, today)))
  const keyOf = (row: (typeof rows)[number]) => [row.measure, row.version, row.score, said(row.who)].join('|')
  const inTime = rows.filter((row) => said(row.when) === 'inWindow')
  for (const row of inTime) isInTime(row, truth.get(keyOf(row))!, [...truth.values()], keyOf(row))
  await groupsAreRight(team, 'outcomes', [...truth.values()], new Set(inTime.map((row) => truth.get(keyOf(row))!)))
  const teams = [...truth].filter(([, one]) => one.of.grp === null)
  expect(
    inTime
      .filter((row) => said(row.who) === 'team')
      .map(keyOf)
      .sort(),
  ).toEqual(teams.map(([key]) => key).sort())
  const outside = new Map(rows.filter((row) => said(row.when) !== 'inWindow').map((row) => [keyOf(row), row]))
  expect([...outside.keys()].sort()).toEqual(teams.flatMap(([key, one]) => (one.of.outside > 0 ? [key] : [])).sort())
  for (const [key, row] of outside) isOutside(row, truth.get(key)!.of, key)
  expect(inTime.filter((row) => said(row.who) !== 'team' && typeof row.better === 'number').length).toBeGreaterThan(10) // or all was hidden
}

type OutcomeRow = Record<(typeof outcomeCells)[number], CellValue>

function isInTime(row: OutcomeRow, { of, rest }: Both, all: readonly Both[], what: string): void {
  const left = (one: Changed) => [one.asked - one.pairs, one.asked - one.pairs - one.outside]
  const same = all.filter((one) => one.of.q === of.q && one.of.v === of.v && one.of.grp === of.grp)
  isCount(
    row.asked,
    of.asked,
    same.flatMap((one) => [one.rest.asked, ...left(one.of), ...left(one.rest)]),
    `${what} asked`,
  )
  if (typeof row.asked === 'number') expect([rest.asked, left(of)[0]!, left(rest)[0]!].some(few), `${what}: who is left of who was asked`).toBe(false)
  isCount(row.pairs, of.pairs, [of.pairs], `${what} pairs`)
  isCompletion(row.completion, of, rest, what)
  isChange(row, of, rest, what)
}

function isCompletion(shown: CellValue, of: Changed, rest: Changed, what: string): void {
  const counts = [of, rest].flatMap((one) => [one.dueBoth, one.due - one.dueBoth])
  if (of.due === 0) expect(shown, what).toBeNull()
  else if (counts.some(few)) expect(said(shown), `${what} completion`).toBe('notShown')
  else expect(shown, `${what} completion`).toBe(Math.floor((100 * of.dueBoth) / of.due + 0.5))
}

type Change = Pick<OutcomeRow, 'mean' | 'low' | 'high' | 'better' | 'same' | 'worse'>

function isChange(row: Change, of: ChangedLine | Changed, rest: Changed, what: string): void {
  for (const id of ['mean', 'low', 'high'] as const) isRounded(row[id], of[id], `${what} ${id}`)
  if ('way' in of && of.way === 0) expect([row.better, row.same, row.worse], what).toEqual([null, null, null])
  else areWays([row.better, row.same, row.worse], [of.better, of.same, of.worse], [rest.better, rest.same, rest.worse], what)
}

function isOutside(row: OutcomeRow, of: ChangedLine, what: string): void {
  isCount(row.pairs, of.outside, [of.outside], `${what} outside`)
  const { outMean: mean, outLow: low, outHigh: high, outBetter: better, outSame: same, outWorse: worse } = of
  expect([row.asked, row.completion]).toEqual([null, null])
  isChange(row, { ...of, mean, low, high, better, same, worse }, nobody, `${what} outside`)
}

const sureCells = ['who', 'asked', 'pairs', 'first', 'latest', 'mean', 'low', 'high', 'better', 'same', 'worse'] as const

export async function confidenceIsRight(team: GoldenTeam): Promise<void> {
  const rows = (await team.says({ name: 'confidence', params: { groupId: null } })).map((row) => named(sureCells, row))
  const truth = [...byLine(await team.inSql((tx, id) => changesInSql(tx, 'confidence', id, today))).values()]
  const lineOf = (row: (typeof rows)[number]) => truth.find((one) => (one.of.who ?? 'team') === said(row.who))!
  for (const row of rows) isSure(row, lineOf(row), `sure ${String(said(row.who))}`)
  await groupsAreRight(team, 'confidence', truth, new Set(rows.map(lineOf)))
  expect(rows.map((row) => said(row.who))).toContain('team')
  expect(rows.length).toBeGreaterThan(4)
}

function isSure(row: Record<(typeof sureCells)[number], CellValue>, { of, rest }: Both, what: string): void {
  const tells = [rest.asked, of.asked - of.pairs, rest.asked - rest.pairs]
  isCount(row.asked, of.asked, tells, `${what} asked`)
  if (typeof row.asked === 'number') expect(tells.some(few), `${what}: who was asked once`).toBe(false)
  isCount(row.pairs, of.pairs, [of.pairs], `${what} pairs`)
  isRounded(row.first, of.first, `${what} first`)
  isRounded(row.latest, of.latest, `${what} latest`)
  isChange(row, of, rest, what)
}

export async function peopleAreRight(team: GoldenTeam): Promise<void> {
  const rows = await team.says({ name: 'confidencePeople', params: {} })
  const truth = await team.inSql((tx, id) => surePeopleInSql(tx, id))
  expect(rows).toEqual(truth.map((one) => [one.name, one.firstOn, one.first, one.latestOn, one.latest, one.change, one.times]))
  expect(rows.length).toBeGreaterThan(150)
}
