import type { Entity } from '../records/index.ts'
import { measureDefinitions } from '../measures/index.ts'
import { addDays, daysBetween, type PlainDate } from '../std/dates.ts'
import { compareTexts } from '../std/order.ts'

/** When a measure is asked: at the first or second meeting, 12 ± 3 weeks later, and when the case ends (domain 5.10). */
export type MeasurePoint = 'baseline' | 'followUp' | 'closing'

const weeks = 7
const followUpAfter = 12 * weeks
const giveOrTake = 3 * weeks

/** One measure that is to be asked. */
export interface MeasureDue {
  personId: string
  episodeId: string
  questionnaire: string
  point: MeasurePoint
  /** From when it counts, when it is best, and until when. */
  from: PlainDate
  dueOn: PlainDate
  until: PlainDate
  /** The time for it is over, and it is not there. */
  late: boolean
}

type Case = Pick<Entity<'episode'>, 'id' | 'personId' | 'openedOn' | 'startedOn' | 'closedOn' | 'closedAs' | 'voidedBecause'>
type Asked = Pick<Entity<'measure'>, 'questionnaire' | 'on' | 'personId' | 'episodeId' | 'voidedBecause'>

/** Of a case, when it was. */
export type CaseTime = Pick<Case, 'id' | 'personId' | 'openedOn' | 'closedOn'>

/** Cases that ended so leave nobody to ask. */
const nobodyToAsk = ['died', 'noContact', 'declined', 'unsuitable', 'moved']

/** Of one case, what is due on a day; nothing before the first conversation. @param measures of its person */
export function measuresDue(one: Case, measures: readonly Asked[], today: PlainDate): MeasureDue[] {
  if (one.voidedBecause || !one.startedOn) return []
  const start = one.startedOn
  const standing = measures.filter((asked) => !asked.voidedBecause && belongsTo(one, asked))
  const core = measureDefinitions().flatMap((definition) => (definition.core ? [definition.id] : []))
  const asked = new Set([...core, ...standing.map((other) => other.questionnaire)])
  return [...asked].flatMap((questionnaire) => {
    const dates = standing.filter((other) => other.questionnaire === questionnaire).map((other) => other.on)
    const due = dueOf(one, start, dates.sort(compareTexts))
    if (!due || due.from > today) return []
    return [{ personId: one.personId, episodeId: one.id, questionnaire, ...due, late: due.until < today }]
  })
}

/** A measure of this case, or one that somebody took without saying of which in its time. */
export function belongsTo(one: CaseTime, asked: Asked): boolean {
  if (asked.personId !== one.personId) return false
  return asked.episodeId ? asked.episodeId === one.id : asked.on >= one.openedOn && (!one.closedOn || asked.on <= addDays(one.closedOn, giveOrTake))
}

type When = Pick<MeasureDue, 'point' | 'from' | 'dueOn' | 'until'>

/** What is next for one questionnaire. @param dates on which it was asked, the first one first */
function dueOf(one: Case, start: PlainDate, dates: readonly PlainDate[]): When | null {
  const [baseline] = dates
  const latest = dates.at(-1)
  if (one.closedOn) {
    const from = addDays(one.closedOn, -giveOrTake)
    if (!baseline || (latest && latest !== baseline && latest >= from) || nobodyToAsk.includes(one.closedAs ?? '')) return null
    return { point: 'closing', from, dueOn: one.closedOn, until: addDays(one.closedOn, giveOrTake) }
  }
  if (!baseline) return { point: 'baseline', from: start, dueOn: start, until: addDays(start, giveOrTake) }
  const from = addDays(baseline, followUpAfter - giveOrTake)
  if (latest && latest >= from) return null
  return { point: 'followUp', from, dueOn: addDays(baseline, followUpAfter), until: addDays(baseline, followUpAfter + giveOrTake) }
}

/** For My day: what is due of many cases, the longest waiting first. What ended long ago is nobody's task any more. */
export function measureTasks(cases: readonly Case[], measuresOf: (personId: string) => readonly Asked[], today: PlainDate): MeasureDue[] {
  return cases
    .flatMap((one) => measuresDue(one, measuresOf(one.personId), today))
    .filter((due) => due.point !== 'closing' || !due.late)
    .sort((a, b) => compareTexts(`${a.dueOn} ${a.personId} ${a.questionnaire}`, `${b.dueOn} ${b.personId} ${b.questionnaire}`))
}

/** How a measure was taken in time: within the window after the baseline, or outside of it and listed separately (story 29). */
export function isInWindow(baseline: PlainDate, on: PlainDate): boolean {
  return daysFromDue(baseline, on) <= giveOrTake
}

/** How many days before or after the best day for a follow-up, twelve weeks after the first time. */
export function daysFromDue(baseline: PlainDate, on: PlainDate): number {
  return Math.abs(daysBetween(baseline, on) - followUpAfter)
}

/** Whether the time for a follow-up is over: who has none by then has none in time. */
export function windowIsOver(baseline: PlainDate, today: PlainDate): boolean {
  return daysBetween(baseline, today) > followUpAfter + giveOrTake
}
