import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CellValue, ReportReader } from '../../../src/shared/reports/defineReport.ts'
import { registersOf } from '../../../src/shared/reports/registers.ts'
import { uptakeBy } from '../../../src/shared/reports/uptakeBy.ts'
import { dimensions, partsBy, type Dimension } from '../../../src/shared/reports/whoTheyAre.ts'
import { firstTimes, isWithin, type Days } from '../../../src/shared/rules/figures.ts'
import type { Entity } from '../../../src/shared/records/index.ts'
import { addDays } from '../../../src/shared/std/dates.ts'
import { daysOfQuarter } from '../../../src/shared/std/quarters.ts'
import { thursday as today } from '../../support/builders.ts'
import { readerOf } from '../../support/reports.ts'
import { threeYears } from '../../world/threeYears.ts'
import { workedOut, type Told } from '../rules/worksOut.ts'

// Issue 12: no pair of tables or parameters of the same team lets a count under 5 be worked out.

/** A table that is told of some days. */
interface Table {
  days: Days
  rows(reader: ReportReader, by: Dimension): Promise<{ part: CellValue; people: number | null; newPeople: number | null }[]>
}

const ofQuarter = (quarter: string): Table => ({
  days: daysOfQuarter(quarter),
  rows: (reader, by) => uptakeBy.rows(reader, { quarter, by }, today),
})

/** What the app must not have: the same table of a quarter that ends a week earlier. */
const aWeekLess = (quarter: string): Table => {
  const { from, to } = daysOfQuarter(quarter)
  const days = { from, to: addDays(to, -7) }
  const without = (rows: Entity<'session'>[]) => rows.filter((one) => !(one.date > days.to && one.date <= to))
  const shorter = (reader: ReportReader): ReportReader => ({
    ...reader,
    pickLinked: async (record, by, ids, fields) => {
      const rows = await reader.pickLinked(record, by, ids, fields)
      return record === 'session' ? (without(rows as never) as never) : rows
    },
  })
  return { days, rows: (reader, by) => uptakeBy.rows(shorter(reader), { quarter, by }, today) }
}

/** Stretches of days in which no table begins or ends: what somebody did can only be told by these. */
function stretchesOf(tables: readonly Table[]): Days[] {
  const edges = [...new Set(tables.flatMap(({ days }) => [days.from, addDays(days.to, 1)]))].sort()
  return edges.slice(1).map((edge, at) => ({ from: edges[at]!, to: addDays(edge, -1) }))
}

/** Everybody by the lines they are in, the stretches in which they came, and whether the first of these was their first time ever. */
async function everybodyIn(reader: ReportReader, by: Dimension, stretches: readonly Days[]) {
  const registers = await registersOf(
    reader,
    (await reader.all('group')).map((one) => one.id),
  )
  const first = firstTimes(registers)
  const people = await reader.all('person')
  const inStretches = registers.filter((one) => stretches.some((days) => isWithin(one.date, days)))
  const parts = await partsBy(by, reader, people, stretches.at(-1)!.to, inStretches)
  const came = stretches.map((days) => new Set(registers.filter((one) => isWithin(one.date, days)).flatMap((one) => [...one.came])))
  const ids = [...new Set(came.flatMap((one) => [...one]))]
  const byId = new Map(people.map((one) => [one.id, one]))
  const kinds = ids.map((id) => {
    const lines = byId.has(id) ? parts.of(byId.get(id)!) : []
    const there = came.flatMap((one, at) => (one.has(id) ? [at] : []))
    return { lines: lines.length > 0 ? lines : ['notKnown'], there, isNew: isWithin(first.get(id)!, stretches[there[0]!]!) }
  })
  return { kinds, lines: [...parts.lines.map((one) => one.id), 'notKnown'] }
}
type Kind = Awaited<ReturnType<typeof everybodyIn>>['kinds'][number]

const nameOf = ({ lines, there, isNew }: Kind) => `${lines.join('+')} ${there.join(',')} ${String(isNew)}`

/** Every kind of person that there could be: nobody outside knows which kinds are empty. */
function possible(lineSets: readonly (readonly string[])[], stretches: number): Kind[] {
  const subsets = Array.from({ length: 2 ** stretches - 1 }, (_, nth) =>
    Array.from({ length: stretches }, (_, at) => at).filter((at) => ((nth + 1) >> at) & 1),
  )
  return lineSets.flatMap((lines) => subsets.flatMap((there) => [true, false].map((isNew) => ({ lines: [...lines], there, isNew }))))
}

/** Numbers of one to four that somebody works out who reads these tables by one thing, and every plain count of who came. */
async function found(reader: ReportReader, by: Dimension, tables: readonly Table[]): Promise<number[]> {
  const stretches = stretchesOf(tables)
  const { kinds, lines } = await everybodyIn(reader, by, stretches)
  const sets = [...new Map([...lines.map((one) => [one]), ...kinds.map((one) => one.lines)].map((one) => [one.join('+'), one])).values()]
  const all = possible(sets, stretches.length)
  const named = (test: (one: Kind) => boolean) => all.filter(test).map(nameOf)
  const within = ({ days }: Table) => stretches.flatMap((one, at) => (one.from >= days.from && one.to <= days.to ? [at] : []))
  const cameIn = (at: readonly number[]) => (one: Kind) => one.there.some((nth) => at.includes(nth))
  const newIn = (at: readonly number[]) => (one: Kind) => one.isNew && at.includes(one.there[0]!)
  const told: Told[] = []
  const wanted: string[][] = []
  for (let from = 0; from < stretches.length; from++) {
    for (let to = from; to < stretches.length; to++) {
      const at = stretches.slice(from, to + 1).map((_, nth) => from + nth)
      told.push({ of: named(cameIn(at)), makes: kinds.filter(cameIn(at)).length }, { of: named(newIn(at)), makes: kinds.filter(newIn(at)).length })
    }
  }
  for (const table of tables) {
    const [at, rows] = [within(table), await table.rows(reader, by)]
    for (const [nth, line] of lines.entries()) {
      const isIn = (one: Kind) => one.lines.includes(line)
      const [people, news] = [named((one) => isIn(one) && cameIn(at)(one)), named((one) => isIn(one) && newIn(at)(one))]
      const row = rows[nth]
      if (row && row.people !== null) told.push({ of: people, makes: row.people })
      if (row && row.newPeople !== null) told.push({ of: news, makes: row.newPeople })
      wanted.push(
        people,
        news,
        named((one) => isIn(one) && cameIn(at)(one) && !newIn(at)(one)),
      )
      for (const other of tables) {
        const there = within(other)
        wanted.push(
          named((one) => isIn(one) && newIn(at)(one) && !newIn(there)(one)),
          named((one) => isIn(one) && cameIn(at)(one) && !cameIn(there)(one)),
        )
      }
    }
  }
  return workedOut(told, wanted).flatMap((one) => (one !== null && one > 0 && one < 5 ? [one] : []))
}

const teams = fc.record({ people: fc.integer({ min: 40, max: 260 }), seed: fc.integer({ min: 1, max: 1_000_000 }) })
const quarters = ['2024-Q3', '2024-Q4', '2025-Q1']

describe('two tables of one team', () => {
  // Where somebody came is told of each quarter anew, so it is no line that they are in throughout: its tables share no day, and stand alone.
  test.each(dimensions.filter((by) => by !== 'venue'))('by %s let nobody work out a count under five', async (by) => {
    let shown = 0
    await fc.assert(
      fc.asyncProperty(teams, async (team) => {
        const reader = readerOf(threeYears(team).known)
        shown += (await uptakeBy.rows(reader, { quarter: quarters[1]!, by }, today)).filter((one) => one.people !== null).length
        expect(await found(reader, by, quarters.map(ofQuarter))).toEqual([])
      }),
      { numRuns: 12 },
    )
    expect(shown).toBeGreaterThan(12) // more than the totals: there was something to work with
  })

  test('by venue let nobody work out a count under five, each quarter beside every plain count', async () => {
    let shown = 0
    await fc.assert(
      fc.asyncProperty(teams, async (team) => {
        const reader = readerOf(threeYears(team).known)
        for (const quarter of quarters) {
          shown += (await uptakeBy.rows(reader, { quarter, by: 'venue' }, today)).filter((one) => one.people !== null).length
          expect(await found(reader, 'venue', [ofQuarter(quarter)])).toEqual([])
        }
      }),
      { numRuns: 12 },
    )
    expect(shown).toBeGreaterThan(48) // more than the totals
  })

  test('a planted leak is found: a table of a quarter and one that ends a week earlier', async () => {
    const leaks = await fc.check(
      fc.asyncProperty(teams, async (team) => {
        const tables = [ofQuarter(quarters[1]!), aWeekLess(quarters[1]!)]
        return (await found(readerOf(threeYears(team).known), 'gender', tables)).length === 0
      }),
      { numRuns: 60 },
    )
    expect(leaks.failed).toBe(true)
  })

  test('only whole quarters that are over can be asked for, of the whole team, by one thing', async () => {
    const { known } = threeYears({ people: 200, seed: 3 })
    for (const params of [
      { quarter: '2026-09', by: 'gender' },
      { from: '2026-07-01', to: '2026-09-23', by: 'gender' },
      { quarter: '2026-Q3', by: 'name' },
    ])
      expect(uptakeBy.params.safeParse(params).success).toBe(false)
    expect(uptakeBy.params.parse({ quarter: '2026-Q3', by: 'gender', groupId: known.group[0]!.id, from: '2026-07-01' })).toEqual({
      quarter: '2026-Q3',
      by: 'gender',
    })
    expect(await uptakeBy.rows(readerOf(known), { quarter: '2026-Q3', by: 'gender' }, '2026-10-01')).not.toEqual([])
    expect(await uptakeBy.rows(readerOf(known), { quarter: '2026-Q3', by: 'gender' }, '2026-09-30')).toEqual([])
  })
})
