import type { Entity } from '../records/index.ts'
import { daysBetween, type PlainDate } from '../std/dates.ts'
import { percentile } from './percentile.ts'
import { clocksOf, isUnanswered, referralStateOf, type Clock } from './referrals.ts'

/** What somebody waits for after a referral, in order. */
export const flowSteps = ['contact', 'conversation', 'attendance'] as const
export type FlowStep = (typeof flowSteps)[number]

/** The way of one referral so far: null where a step is none of its. */
export type Way = Record<FlowStep, Clock | null>

/**
 * How long from the day a referral came to the first try to reach them, the first conversation (the clocks of story 19) and the first time at
 * any group; or how long they have waited. Who had been coming before they were referred is counted from their first time after it.
 * @param cameOn the first day on or after the referral on which they came, or null
 */
export function wayOf(
  referral: Entity<'referral'>,
  episode: Entity<'episode'> | undefined,
  contacts: readonly Entity<'caseContact'>[],
  cameOn: PlainDate | null,
  today: PlainDate,
): Way {
  const { firstContact: contact, firstConversation: conversation } = clocksOf(referral, episode, contacts, today)
  const waits: Clock = { days: Math.max(0, daysBetween(referral.receivedOn, cameOn ?? today)), runs: cameOn === null }
  const unanswered = isUnanswered(referralStateOf(referral, episode, contacts))
  const isOurs = unanswered || (referral.decided === 'accepted' && episode !== undefined)
  const hasEnded = cameOn === null && !unanswered && Boolean(episode?.closedOn)
  return { contact, conversation, attendance: isOurs && !hasEnded ? waits : null }
}

/** Many clocks of one step: how many have arrived and how soon, how many wait and how long. Days. */
export interface Waits {
  reached: number
  median: number | null
  ninetieth: number | null
  waiting: number
  longest: number | null
}

/** What is said of the clocks of one step. */
export function waitsOf(clocks: readonly (Clock | null)[]): Waits {
  const days = (runs: boolean) => clocks.flatMap((one) => (one && one.runs === runs ? [one.days] : []))
  const [reached, waiting] = [days(false), days(true)]
  return {
    reached: reached.length,
    median: percentile(reached, 0.5),
    ninetieth: percentile(reached, 0.9),
    waiting: waiting.length,
    longest: waiting.length > 0 ? Math.max(...waiting) : null,
  }
}
