import type { Entity, FieldsOf } from '../records/index.ts'
import type { PlainDate } from '../std/dates.ts'

/** Why an entry of a file is not imported (story 39). Each has its sentence in words/en/importReferrals.ts. */
export const incomingProblems = [
  'noPerson', // the referral names nobody, or somebody who is not in the file
  'noName',
  'badNhsNumber',
  'badBirthDate',
  'badPhone',
  'tooLong',
  'noAgreement', // nothing says that the person agreed to be referred
  'refused', // they did not agree
  'deceased',
  'withdrawn', // revoked, or entered in error
  'twiceInFile',
  'unreadable', // not as the standard has it
] as const
export type IncomingProblem = (typeof incomingProblems)[number]

type Fields<Name extends 'person' | 'referral'> = Partial<FieldsOf<Name>>

/** One referral of a file, as it was read. */
export interface Incoming {
  /** Which entry or line, counted as the file counts. */
  number: number
  name: string
  person: Fields<'person'>
  referral: Fields<'referral'>
  problem: IncomingProblem | null
  /** What of it has no place with us: named, never left out in silence. */
  unread: string[]
}

/** What a file would do. */
export interface PlannedReferral extends Omit<Incoming, 'problem'> {
  /** add: somebody new with a referral; known: a referral of somebody we know; already: this one came before. */
  what: 'add' | 'known' | 'already' | 'reject'
  problem: IncomingProblem | null
  personId: string | null
  /** Their open case, to which it is attached. */
  episodeId: string | null
  /** Somebody of this name and birth date is there, without an NHS number that says so: they are asked about later (story 18). */
  maybe: string | null
}

export interface KnownReferrals {
  people: readonly Entity<'person'>[]
  referrals: readonly Entity<'referral'>[]
  episodes: readonly Entity<'episode'>[]
}

/** What to do with each. Somebody is known by their NHS number alone: names and birth dates are asked about, never joined. */
export function planReferrals(incoming: readonly Incoming[], known: KnownReferrals): PlannedReferral[] {
  const people = known.people.filter((one) => !one.removedBecause)
  const byNumber = new Map(people.flatMap((one) => (one.nhsNumber ? [[one.nhsNumber, one.id] as const] : [])))
  const byName = new Map(people.flatMap((one) => (one.bornOn ? [[likeness(one), one.id] as const] : [])))
  const came = new Set(known.referrals.filter((one) => !one.voidedBecause).flatMap((one) => one.foreignId ?? []))
  const inFile = new Set<string>()
  return incoming.map((one): PlannedReferral => {
    const personId = (one.person.nhsNumber && byNumber.get(one.person.nhsNumber)) || null
    const none = { ...one, personId, episodeId: null, maybe: null }
    if (one.problem) return { ...none, what: 'reject' }
    const keys = [one.referral.foreignId, one.person.nhsNumber, likeness(one.person)].filter((key): key is string => Boolean(key))
    if (one.referral.foreignId && came.has(one.referral.foreignId)) return { ...none, what: 'already' }
    if (keys.some((key) => inFile.has(key))) return { ...none, what: 'reject', problem: 'twiceInFile' }
    for (const key of keys) inFile.add(key)
    if (!personId) return { ...none, what: 'add', maybe: byName.get(likeness(one.person)) ?? null }
    return { ...none, what: 'known', episodeId: openCaseOf(personId, known.episodes) }
  })
}

function likeness({ givenName = '', familyName = '', bornOn }: Fields<'person'>): string {
  return bornOn ? `${givenName}|${familyName}|${bornOn}`.toLowerCase() : ''
}

function openCaseOf(personId: string, episodes: readonly Entity<'episode'>[]): string | null {
  const open = episodes.filter((one) => one.personId === personId && !one.closedOn && !one.voidedBecause)
  return open.sort((a, b) => b.number - a.number)[0]?.id ?? null
}

/** No one alive was born before; what spreadsheets write for "no date" is 1 January 1900. */
const earliest: PlainDate = '1905-01-01'

/** Whether somebody can have been born then. */
export function isBirthDate(date: PlainDate, today: PlainDate): boolean {
  return date >= earliest && date <= today
}
