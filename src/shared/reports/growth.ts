import { z } from 'zod'
import { caseRoles } from '../records/defineRecord.ts'
import { firstSignedUp, firstTimes, timesEach, tookPlace, type CountedRegister } from '../rules/figures.ts'
import { isFew } from '../rules/smallNumbers.ts'
import { addDays, type PlainDate } from '../std/dates.ts'
import { grouped } from '../std/grouped.ts'
import { idSchema } from '../std/schemas.ts'
import { counted, defineReport } from './defineReport.ts'
import { hiddenIn, type Counts } from './hiding.ts'
import { inLots } from './inLots.ts'
import { membershipsOf, registersOf } from './registers.ts'

/** One month. */
export interface GrowthLine {
  /** Its first day. */
  month: PlainDate
  /** Everybody who had signed up by its end. */
  signedUp: readonly string[]
  people: readonly string[]
  newPeople: readonly string[]
  /** Whoever came, as often as they came. */
  came: readonly string[]
}

/** Month by month since the first session: of one group or of all (story 28: growth since October 2023, and the seasons). A month without a session is a line too. */
export const growth = defineReport({
  params: z.object({ groupId: idSchema.nullable() }),
  roles: caseRoles,
  columns: [
    { id: 'month', kind: 'month', of: ['session.date'], value: (line: GrowthLine) => line.month },
    { ...counted('signedUp', 'people', (line: GrowthLine) => line.signedUp), means: 'signedUp', of: ['membership.groupId'] },
    { ...counted('people', 'people', (line: GrowthLine) => line.people), means: 'people', of: ['signIn.sessionId'] },
    { ...counted('newPeople', 'people', (line: GrowthLine) => line.newPeople), kind: 'number', means: 'newPeople', of: ['signIn.sessionId'] },
    { ...counted('came', 'attendances', (line: GrowthLine) => line.came), kind: 'number', means: 'came', of: ['signIn.sessionId'] },
  ],
  hides(lines) {
    const hidden = hiddenIn(lines, ofPeople)
    const few = fewMore(lines.map((one) => one.signedUp.length))
    return hidden.map((one, at) => (few.has(at) ? new Set([...one, 'signedUp']) : one))
  },
  async rows(reader, { groupId }, today) {
    const ids = groupId ? [groupId] : (await reader.all('group')).map((one) => one.id)
    const registers = (await registersOf(reader, ids)).filter((one) => one.date <= today && tookPlace(one))
    const begun = registers[0]
    if (!begun) return []
    const signedUp = [...firstSignedUp(await membershipsOf(reader, ids), today)]
    const first = [...firstTimes(registers)]
    const byMonth = grouped(registers, (one) => one.date.slice(0, 7))
    return inLots(monthsFrom(begun.date, today), 6, reader, (month) => lineOf(month, byMonth.get(month.slice(0, 7)) ?? [], signedUp, first))
  },
})

const ofPeople: readonly Counts<GrowthLine>[] = [
  { id: 'people', of: (line) => line.people.length },
  { id: 'newPeople', of: (line) => line.newPeople.length, partOf: 'people' },
  { id: 'came', of: (line) => line.came.length },
]

/** Who had signed up by the end of each month is told where nobody has since the last that is told, or five have: what is between is people too. */
function fewMore(counts: readonly number[]): Set<number> {
  let told = 0
  return new Set(
    counts.flatMap((count, at) => {
      if (isFew(count - told)) return [at]
      told = count
      return []
    }),
  )
}

type Dated = readonly [personId: string, day: PlainDate]

function lineOf(month: PlainDate, registers: readonly CountedRegister[], signedUp: readonly Dated[], first: readonly Dated[]): GrowthLine {
  const [next, inMonth] = [nextMonth(month), month.slice(0, 7)]
  const those = (some: readonly Dated[], when: (day: PlainDate) => boolean) => some.flatMap(([who, day]) => (when(day) ? [who] : []))
  return {
    month,
    signedUp: those(signedUp, (day) => day < next),
    people: [...timesEach(registers).keys()],
    newPeople: those(first, (day) => day.startsWith(inMonth)),
    came: registers.flatMap((one) => [...one.came]),
  }
}

function monthsFrom(first: PlainDate, last: PlainDate): PlainDate[] {
  const months: PlainDate[] = []
  for (let month = firstOf(first); month <= last; month = nextMonth(month)) months.push(month)
  return months
}

/** The first day of the month after. */
function nextMonth(month: PlainDate): PlainDate {
  return firstOf(addDays(firstOf(month), 31))
}

function firstOf(day: PlainDate): PlainDate {
  return `${day.slice(0, 7)}-01`
}
