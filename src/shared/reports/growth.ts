import { z } from 'zod'
import { caseRoles } from '../records/defineRecord.ts'
import { firstSignedUp, firstTimes, timesEach, tookPlace, type CountedRegister } from '../rules/figures.ts'
import { addDays, type PlainDate } from '../std/dates.ts'
import { grouped } from '../std/grouped.ts'
import { idSchema } from '../std/schemas.ts'
import { defineReport } from './defineReport.ts'
import { inLots } from './inLots.ts'
import { membershipsOf, registersOf } from './registers.ts'

/** One month. */
export interface GrowthLine {
  /** Its first day. */
  month: PlainDate
  /** Everybody who had signed up by its end. */
  signedUp: number
  people: number
  newPeople: number
  came: number
}

/** Month by month since the first session: of one group or of all (story 28: growth since October 2023, and the seasons). A month without a session is a line too. */
export const growth = defineReport({
  params: z.object({ groupId: idSchema.nullable() }),
  roles: caseRoles,
  columns: [
    { id: 'month', kind: 'month', of: ['session.date'], value: (line: GrowthLine) => line.month },
    { id: 'signedUp', kind: 'figure', means: 'signedUp', of: ['membership.groupId'], value: (line: GrowthLine) => line.signedUp },
    { id: 'people', kind: 'figure', means: 'people', of: ['signIn.sessionId'], value: (line: GrowthLine) => line.people },
    { id: 'newPeople', kind: 'number', means: 'newPeople', of: ['signIn.sessionId'], value: (line: GrowthLine) => line.newPeople },
    { id: 'came', kind: 'number', means: 'came', of: ['signIn.sessionId'], value: (line: GrowthLine) => line.came },
  ],
  async rows(reader, { groupId }, today) {
    const ids = groupId ? [groupId] : (await reader.all('group')).map((one) => one.id)
    const registers = (await registersOf(reader, ids)).filter((one) => one.date <= today && tookPlace(one))
    const begun = registers[0]
    if (!begun) return []
    const signedUp = [...firstSignedUp(await membershipsOf(reader, ids), today).values()]
    const first = [...firstTimes(registers).values()]
    const byMonth = grouped(registers, (one) => one.date.slice(0, 7))
    return inLots(monthsFrom(begun.date, today), 6, reader, (month) => lineOf(month, byMonth.get(month.slice(0, 7)) ?? [], signedUp, first))
  },
})

function lineOf(month: PlainDate, registers: readonly CountedRegister[], signedUp: readonly PlainDate[], first: readonly PlainDate[]): GrowthLine {
  const times = timesEach(registers)
  const next = nextMonth(month)
  return {
    month,
    signedUp: signedUp.filter((day) => day < next).length,
    people: times.size,
    newPeople: first.filter((day) => day.startsWith(month.slice(0, 7))).length,
    came: [...times.values()].reduce((sum, one) => sum + one, 0),
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
