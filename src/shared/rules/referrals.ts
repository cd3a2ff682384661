import type { Entity } from '../records/index.ts'
import { dateOf, daysBetween, type PlainDate } from '../std/dates.ts'
import { tidyPostcode } from './contactDetails.ts'
import { isUnder18 } from './age.ts'
import { caseStateOf, firstContactOn, type CaseState } from './cases.ts'

type Referral = Entity<'referral'>
type Episode = Entity<'episode'>
type CaseContact = Entity<'caseContact'>

/** Where a referral stands (story 19): not answered, sent back with a question, its case, or its end. */
export type ReferralState = 'new' | 'asked' | 'attached' | 'declined' | 'unsuitable' | CaseState

/** What a referral waits for, in the order in which it is read. */
export const referralStates = [
  'new',
  'asked',
  'waiting',
  'contacting',
  'noContact',
  'started',
  'attached',
  'declined',
  'unsuitable',
  'closed',
] as const satisfies readonly ReferralState[]

/** Whether somebody still has to answer it. */
export function isUnanswered(state: ReferralState): boolean {
  return state === 'new' || state === 'asked'
}

/** Whether nobody has decided about it: an import attaches those of an open case by itself. */
export function isUndecided({ decided }: Pick<Referral, 'decided'>): boolean {
  return !decided || decided === 'attached'
}

/**
 * Where a referral stands. One that was accepted into a case that is gone, or attached to one that had ended on another laptop by then,
 * waits again: nobody else would look after it.
 * @param episode the case it belongs to, where there is one @param contacts of that case
 */
export function referralStateOf(referral: Referral, episode: Episode | undefined, contacts: readonly CaseContact[]): ReferralState {
  const { decided } = referral
  if (!decided) return 'new'
  if (decided === 'askReferrer') return 'asked'
  if (decided === 'declined' || decided === 'unsuitable') return decided
  if (!episode || episode.voidedBecause || endedBefore(episode, referral)) return 'new'
  const state = caseStateOf(episode, contacts)
  return decided === 'attached' && state !== 'closed' ? 'attached' : state
}

function endedBefore(episode: Episode, { decided, decidedAt }: Referral): boolean {
  return decided === 'attached' && Boolean(episode.closedOn) && Boolean(decidedAt) && episode.closedOn! < dateOf(decidedAt!)
}

/** Days since the referral came, and whether they still run. */
export interface Clock {
  days: number
  runs: boolean
}

/** The three clocks of a referral; null where one never ran: nobody is called who declined. */
export interface Clocks {
  answer: Clock
  firstContact: Clock | null
  firstConversation: Clock | null
}

/** How long it took, or has taken until today, to answer, to try to reach them, and to speak with them (story 19). All run from the day it came. */
export function clocksOf(referral: Referral, episode: Episode | undefined, contacts: readonly CaseContact[], today: PlainDate): Clocks {
  const from = referral.receivedOn
  const clock = (to: PlainDate | null): Clock => ({ days: Math.max(0, daysBetween(from, to ?? today)), runs: to === null })
  const state = referralStateOf(referral, episode, contacts)
  const answer = clock(state === 'new' || !referral.decidedAt ? null : dateOf(referral.decidedAt))
  if (isUnanswered(state)) return { answer, firstContact: clock(null), firstConversation: clock(null) }
  if (!episode || referral.decided !== 'accepted') return { answer, firstContact: null, firstConversation: null }
  const tried = firstContactOn(contacts, from) ?? episode.startedOn ?? null
  const ended = (to: PlainDate | null) => (to === null && episode.closedOn ? null : clock(to))
  return { answer, firstContact: ended(tried), firstConversation: ended(episode.startedOn ?? null) }
}

/** Something to look at before one decides; none of them decides. */
export const referralWarnings = ['died', 'under18', 'outOfArea', 'notAgreed', 'agreementNotSaid', 'noReason', 'noWayToReach', 'riskToStaff'] as const
export type ReferralWarning = (typeof referralWarnings)[number]

type Person = Pick<Entity<'person'>, 'bornOn' | 'ageBand' | 'address' | 'phone' | 'email' | 'blockedBecause'>

/**
 * What to look at before one decides (story 19): died, under 18, out of area, did not agree, too little to go on.
 * @param districts postcode districts that the team covers; without them nobody is out of area
 */
export function warningsOf(referral: Referral, person: Person | undefined, districts: readonly string[], today: PlainDate): ReferralWarning[] {
  const said: Record<ReferralWarning, boolean> = {
    died: person?.blockedBecause === 'deceased',
    under18: person !== undefined && isUnder18(person, today),
    outOfArea: isOutOfArea(person?.address?.postcode, districts),
    notAgreed: referral.agreed === 'no',
    agreementNotSaid: referral.agreed === 'notSaid',
    noReason: !(referral.reason?.trim() || referral.wants?.trim() || referral.needsWords?.trim() || referral.needs?.length),
    noWayToReach: !(person?.phone || person?.email || person?.address?.lines || referral.contactWords?.trim()),
    riskToStaff: Boolean(referral.riskToStaff?.trim()),
  }
  return referralWarnings.filter((one) => said[one])
}

/** Whether there is too little to go on: then the referrer is asked (story 19). */
export function hasTooLittle(warnings: readonly ReferralWarning[]): boolean {
  return warnings.includes('noReason') || warnings.includes('noWayToReach')
}

/** The district of a postcode: "CV11 5TW" and "CV11" are in CV11. */
export function districtOf(postcode: string): string | null {
  const tidy = tidyPostcode(postcode)
  return tidy === null ? null : (tidy.split(' ')[0] ?? null)
}

/** Whether a postcode lies elsewhere. One that nobody knows or can read does not. */
export function isOutOfArea(postcode: string | undefined, districts: readonly string[]): boolean {
  const district = postcode ? districtOf(postcode) : null
  return district !== null && districts.length > 0 && !districts.includes(district)
}

/** Districts as a lead types them, "cv10, CV11": tidied, each once; null where one of them is none. */
export function tidyDistricts(text: string): string[] | null {
  const typed = text.split(/[\s,;]+/).filter(Boolean)
  const tidy = typed.map(districtOf)
  return tidy.some((one) => one === null || one.length > 5) ? null : [...new Set(tidy as string[])]
}

/** An ODS code as it is written, "M84001"; empty stays empty, null where it is none (domain 6.2). */
export function tidyOds(text: string): string | null {
  const packed = text.toUpperCase().replace(/\s+/g, '')
  return /^[A-Z0-9]{0,9}$/.test(packed) ? packed : null
}
