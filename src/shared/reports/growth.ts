import { z } from 'zod'
import { caseRoles } from '../records/defineRecord.ts'
import { firstSignedUp, firstTimes, timesEach, tookPlace, type CountedRegister } from '../rules/figures.ts'
import { isFew } from '../rules/smallNumbers.ts'
import { addDays, type PlainDate } from '../std/dates.ts'
import { grouped } from '../std/grouped.ts'
import { idSchema } from '../std/schemas.ts'
import { counted, defineReport, type ReportReader } from './defineReport.ts'
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
  /** Of a group: how many others did the same in other groups alone. Beside the growth of all groups that is told too. */
  others: Record<'signedUp' | 'people' | 'newPeople' | 'came', number>
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
    const few = fewMore(lines)
    return hidden.map((one, at) => (few.has(at) ? new Set([...one, 'signedUp']) : one))
  },
  async rows(reader, { groupId }, today) {
    const all = await everyMonth(reader, today)
    const [own, whole] = [all(groupId), all(null)]
    return inLots(own.months, 6, reader, (month) => lineOf(month, own, groupId ? whole : own))
  },
})

/** The growth of each of these groups, read once for all of them: so that they can be drawn beside each other. */
export async function growthOfEach(reader: ReportReader, groupIds: readonly string[], today: PlainDate): Promise<GrowthLine[][]> {
  const all = await everyMonth(reader, today)
  const whole = all(null)
  return inLots(groupIds, 1, reader, (groupId) => {
    const own = all(groupId)
    return own.months.map((month) => lineOf(month, own, whole))
  })
}

/** What months are made of: registers that took place, and the day on which each first signed up and first came. */
interface Months {
  months: PlainDate[]
  byMonth: ReadonlyMap<string, CountedRegister[]>
  signedUp: readonly Dated[]
  first: readonly Dated[]
}

type Dated = readonly [personId: string, day: PlainDate]

/** Of one group or of all, from what is read once. */
async function everyMonth(reader: ReportReader, today: PlainDate): Promise<(groupId: string | null) => Months> {
  const ids = (await reader.pick('group', [])).map((one) => one.id)
  const registers = (await registersOf(reader, ids)).filter((one) => one.date <= today && tookPlace(one))
  const memberships = await membershipsOf(reader, ids)
  return (groupId) => {
    const own = registers.filter((one) => !groupId || one.groupId === groupId)
    const ofGroup = memberships.filter((one) => !groupId || one.groupId === groupId)
    return {
      months: own[0] ? monthsFrom(own[0].date, today) : [],
      byMonth: grouped(own, (one) => one.date.slice(0, 7)),
      signedUp: [...firstSignedUp(ofGroup, today)],
      first: [...firstTimes(own)],
    }
  }
}

const ofPeople: readonly Counts<GrowthLine>[] = [
  { id: 'people', of: (line) => line.people.length, rest: (line) => line.others.people },
  { id: 'newPeople', of: (line) => line.newPeople.length, partOf: 'people', rest: (line) => line.others.newPeople },
  { id: 'came', of: (line) => line.came.length, rest: (line) => line.others.came },
]

/** Who had signed up by the end of each month is told where nobody has since the last that is told, or five have: what is between is people too. */
function fewMore(lines: readonly GrowthLine[]): Set<number> {
  let [told, others] = [0, 0]
  const few = lines.flatMap((line, at) => {
    const [count, rest] = [line.signedUp.length, line.others.signedUp]
    if ([count - told, rest - others, rest].some(isFew)) return [at]
    told = count
    others = rest
    return []
  })
  return new Set(few)
}

type Lists = Omit<GrowthLine, 'month' | 'others'>

function lineOf(month: PlainDate, own: Months, whole: Months): GrowthLine {
  const [here, all] = [listsOf(month, own), own === whole ? null : listsOf(month, whole)]
  const others = (what: keyof Lists) => (all ? all[what].length - here[what].length : 0)
  return {
    month,
    ...here,
    others: { signedUp: others('signedUp'), people: others('people'), newPeople: others('newPeople'), came: others('came') },
  }
}

function listsOf(month: PlainDate, { byMonth, signedUp, first }: Months): Lists {
  const [next, inMonth] = [nextMonth(month), month.slice(0, 7)]
  const registers = byMonth.get(inMonth) ?? []
  const those = (some: readonly Dated[], when: (day: PlainDate) => boolean) => some.flatMap(([who, day]) => (when(day) ? [who] : []))
  return {
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
