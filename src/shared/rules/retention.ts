import type { Entity } from '../records/index.ts'
import { addDays, addMonths, type PlainDate } from '../std/dates.ts'
import { ageBands, ageOn } from './age.ts'
import type { Unfinished } from './unfinished.ts'

// How long somebody's record must be kept (domain 9.6, after the NHS records management code of practice). All are the least: nothing goes by
// itself, a lead decides about each one whose time is over.

/** Years after support ended or they were last seen: an adult's health or social care record. */
export const adultYears = 8
/** Years after the last contact, of whom nothing came but that contact: the practice of councils for information and advice. */
export const contactOnlyYears = 2
/** The birthday until which a child's record is kept; a year longer of who was 17 at the end. */
export const childUntil = 25
/** Years after an incident: as long as a claim may follow; of who was a child then, until they are 21. */
export const incidentYears = 3
export const incidentChildUntil = 21

/** As what a person's own copy stands in the log of exports. */
export const ownCopy = 'ownCopy'

/** For so long a backup of the surgery is kept, by the administrator's handbook: until then it still holds who was erased. Days. */
export const backupDays = 35

/** What a record is kept by, besides time. */
export type KeptBy = Unfinished | 'hold' | 'keep'
/** Which of the times above is the one that ends last. */
export type RetentionRule = 'adult' | 'child' | 'contactOnly' | 'incident'

type Decision = Pick<Entity<'retention'>, 'decision' | 'until' | 'voidedBecause'>

/** Whether a decision to keep a record still keeps it. @param today in Europe/London */
export function keeps({ until, voidedBecause }: Decision, today: PlainDate): boolean {
  return !voidedBecause && (until === null || until > today)
}

/** What the rule needs to know of one person. */
export interface KeptPerson extends Pick<Entity<'person'>, 'bornOn' | 'ageBand'> {
  /** The last day on which we had to do with them: seen, spoken to, written down. */
  lastSeen: PlainDate
  /** The day support ended: the last case closed, the last membership ended; null where neither was. */
  supportEnded: PlainDate | null
  /** They came to a session, were signed up to a group, or had a case. */
  tookPart: boolean
  /** Days of incidents that name them. */
  incidents: readonly PlainDate[]
  /** Something that is not finished. */
  unfinished: readonly Unfinished[]
  /** What leads have decided. */
  decisions: readonly Decision[]
}

/** Until when a record must be kept, by which rule, and what keeps it whatever the day. */
export interface Retention {
  /** The day from which on it counts: the later of "support ended" and "last seen". */
  from: PlainDate
  rule: RetentionRule
  /** The first day on which it need not be kept any more. */
  retainUntil: PlainDate
  keptBy: readonly KeptBy[]
  /** Its time is over, and nothing keeps it. */
  due: boolean
}

/** Until when this person's record must be kept (story 35). @param today in Europe/London */
export function retentionOf(person: KeptPerson, today: PlainDate): Retention {
  const from = later(person.lastSeen, person.supportEnded ?? person.lastSeen)
  const times = [ofRecord(person, from), ...person.incidents.map((day) => ofIncident(person, day))]
  const { rule, until } = times.reduce((last, one) => (one.until > last.until ? one : last))
  const standing = person.decisions.filter((one) => keeps(one, today))
  const keptBy = [...new Set<KeptBy>([...person.unfinished, ...standing.map((one) => one.decision)])]
  return { from, rule, retainUntil: until, keptBy, due: keptBy.length === 0 && until <= today }
}

interface Time {
  rule: RetentionRule
  until: PlainDate
}

function ofRecord(person: KeptPerson, from: PlainDate): Time {
  const birthday = childBirthday(person, from)
  const years = person.tookPart ? adultYears : contactOnlyYears
  const plain: Time = { rule: person.tookPart ? 'adult' : 'contactOnly', until: addYears(from, years) }
  return birthday !== null && birthday > plain.until ? { rule: 'child', until: birthday } : plain
}

/** The birthday until which the record of somebody is kept who was under 18 on that day; null for an adult. */
function childBirthday({ bornOn, ageBand }: KeptPerson, from: PlainDate): PlainDate | null {
  if (!bornOn) return ageBand === ageBands[0] ? addYears(from, childUntil) : null // as if born that day: longer than that it can never be
  const age = ageOn(bornOn, from)
  return age >= 18 ? null : addYears(bornOn, age === 17 ? childUntil + 1 : childUntil)
}

function ofIncident({ bornOn }: KeptPerson, day: PlainDate): Time {
  const plain = addYears(day, incidentYears)
  const child = bornOn && ageOn(bornOn, day) < 18 ? addYears(bornOn, incidentChildUntil) : plain
  return { rule: 'incident', until: later(plain, child) }
}

/** The same day so many years later; of 29 February, 1 March where there is none: a year is not over a day early. */
function addYears(day: PlainDate, years: number): PlainDate {
  const there = addMonths(day, 12 * years)
  return there.slice(8) === day.slice(8) ? there : addDays(there, 1)
}

function later(one: PlainDate, other: PlainDate): PlainDate {
  return one > other ? one : other
}
