import { z } from 'zod'
import { caseRoles } from '../records/defineRecord.ts'
import type { Entity } from '../records/index.ts'
import { firstTimes, isWithin, type CountedRegister, type Days } from '../rules/figures.ts'
import { perThousand } from '../rules/listSizes.ts'
import { maskedBreakdown, maskedParts, type Masked } from '../rules/smallNumbers.ts'
import { daysOfQuarter, isOver } from '../std/quarters.ts'
import { quarterSchema } from '../std/schemas.ts'
import { said, shownOr } from './cellWords.ts'
import { defineReport, type CellValue, type FieldPath, type ReportReader } from './defineReport.ts'
import { registersOf } from './registers.ts'
import { dimensionSchema, partsBy, type Parts } from './whoTheyAre.ts'

/** Some of the people who came. */
export interface UptakeByLine {
  part: CellValue
  people: Masked
  /** In whole hundredths of everybody who came. */
  share: Masked
  newPeople: Masked
  /** Patients on the lists of practices: published numbers, nobody's data. Null where they are not known. */
  registered: number | null
  /** People who came to each 1,000 of those. */
  perThousand: number | null
  /** Who they are: who works with cases may open a number, also one that is hidden from others. */
  ofPeople: readonly string[]
  ofNew: readonly string[]
}

/** Everything by which people are told apart: a number in a breakdown is made of all of it. */
const who: readonly FieldPath[] = [
  'person.practice',
  'person.odsCode',
  'person.address',
  'person.bornOn',
  'person.ageBand',
  'person.gender',
  'person.ethnicity',
  'referral.needs',
  'deprivation.deciles',
  'session.venueId',
  'group.venueId',
  'venue.name',
]

const lists: readonly FieldPath[] = ['listSize.all', 'listSize.men', 'listSize.women', 'listSize.byAge', 'listSize.name']

/**
 * Who came to the groups in one quarter, told apart by one thing (story 28). Small numbers are hidden (rules/smallNumbers.ts), and so that
 * nothing hidden is left over between two tables of the same team:
 *
 * - only whole quarters of the calendar: no two of them share a day, so no two tables differ by a week, and a quarter is no part of a
 *   longer period that is told as well;
 * - only quarters that are over: of one that still runs, the same table tomorrow would say who came today. What comes late can still
 *   change a number; that is a laptop that was not heard, and not a choice of whoever asks;
 * - only all groups together: a group's table beside that of the team would say who came to the other groups;
 * - one thing at a time: no table tells people apart by two.
 */
export const uptakeBy = defineReport({
  params: z.object({ quarter: quarterSchema, by: dimensionSchema }),
  roles: caseRoles,
  columns: [
    { id: 'part', kind: 'text', of: who, value: (line: UptakeByLine) => line.part },
    {
      id: 'people',
      kind: 'figure',
      means: 'people',
      of: [...who, 'signIn.sessionId'],
      value: (line: UptakeByLine) => shownOr(line.people),
      behind: (line) => ({ what: 'people', ids: line.ofPeople }),
    },
    {
      id: 'share',
      kind: 'figure',
      means: 'notKnown',
      of: [...who, 'signIn.sessionId'],
      value: (line: UptakeByLine) => shownOr(line.share),
    },
    {
      id: 'newPeople',
      kind: 'figure',
      means: 'newPeople',
      of: [...who, 'signIn.sessionId'],
      value: (line: UptakeByLine) => shownOr(line.newPeople),
      behind: (line) => ({ what: 'people', ids: line.ofNew }),
    },
    { id: 'registered', kind: 'figure', of: lists, value: (line: UptakeByLine) => line.registered },
    {
      id: 'perThousand',
      kind: 'figure',
      places: 1,
      of: [...who, ...lists, 'signIn.sessionId'],
      value: (line: UptakeByLine) => line.perThousand,
    },
  ],
  notes: ['registered', 'deciles'],
  async rows(reader, { quarter, by }, today) {
    if (!isOver(quarter, today)) return []
    const days = daysOfQuarter(quarter)
    const everybody = await whoCameIn(reader, days)
    if (everybody.came.length === 0) return []
    return linesOf(await partsBy(by, reader, await reader.all('person'), days.to, everybody.registers), everybody)
  },
})

interface Everybody {
  /** Of these days. */
  registers: readonly CountedRegister[]
  came: readonly Pick<Entity<'person'>, 'id'>[]
  isNew: ReadonlySet<string>
}

/** Who came to any group in these days; somebody whose row this laptop does not have is one too, and nothing is known of them. */
async function whoCameIn(reader: ReportReader, days: Days): Promise<Everybody> {
  const groups = await reader.all('group')
  const registers = await registersOf(
    reader,
    groups.map((one) => one.id),
  )
  const people = new Map((await reader.all('person')).map((one) => [one.id, one]))
  const first = firstTimes(registers)
  const inDays = registers.filter((one) => isWithin(one.date, days))
  const ids = [...new Set(inDays.flatMap((one) => [...one.came]))]
  return {
    registers: inDays,
    came: ids.map((id) => people.get(id) ?? { id }),
    isNew: new Set(ids.filter((id) => isWithin(first.get(id) ?? '', days))),
  }
}

/** The lines, then who is not known, then everybody: their number is no more than the registers say, so it is not hidden. */
function linesOf(parts: Parts, { came, isNew }: Everybody): UptakeByLine[] {
  const lines = [...parts.lines, { id: notKnown, called: said(notKnown) }]
  const people = new Map(lines.map((one) => [one.id, [] as string[]]))
  for (const person of came) {
    const theirs = parts.of(person as Entity<'person'>)
    for (const id of theirs.length > 0 ? theirs : [notKnown]) people.get(id)?.push(person.id)
  }
  const each = lines.map(({ id }) => people.get(id) ?? [])
  const news = each.map((all) => all.filter((id) => isNew.has(id)))
  const [wholes, parted] = [each, news].map((all) => all.map((one) => one.length)) as [number[], number[]]
  const shown = maskedBreakdown(wholes)
  const shownNew = maskedParts(parted, wholes, shown)
  const share = (count: Masked) => (count === null ? null : Math.round((count / came.length) * 100))
  const all = { ofPeople: came.map((one) => one.id), ofNew: [...isNew] }
  return [
    ...lines.map(({ id, called }, at): UptakeByLine => {
      const [ofPeople = [], ofNew = [], count = null] = [each[at], news[at], shown[at]]
      const registered = parts.registered?.lines.get(id) ?? null
      return { part: called, people: count, share: share(count), newPeople: shownNew[at] ?? null, ...beside(count, registered), ofPeople, ofNew }
    }),
    {
      part: said('everybody'),
      people: came.length,
      share: 100,
      newPeople: isNew.size,
      ...beside(came.length, parts.registered?.all ?? null),
      ...all,
    },
  ]
}

/** How many are registered there, and how many of a thousand of them came: a hidden number says nothing here either. */
function beside(people: Masked, registered: number | null): Pick<UptakeByLine, 'registered' | 'perThousand'> {
  return { registered, perThousand: people === null || registered === null ? null : perThousand(people, registered) }
}

const notKnown = 'notKnown'
