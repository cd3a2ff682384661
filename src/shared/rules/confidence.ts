import type { Entity } from '../records/index.ts'
import type { PlainDate } from '../std/dates.ts'
import { grouped } from '../std/grouped.ts'
import { compareTexts } from '../std/order.ts'

/** How sure somebody was when they were first asked about a plan, and when they were asked last. */
export interface ConfidencePair {
  personId: string
  first: number
  firstOn: PlainDate
  /** None: they were asked once. */
  latest: number | null
  latestOn: PlainDate | null
  /** How often they were asked about this plan. */
  times: number
}

type Answer = Pick<Entity<'planConfidence'>, 'id' | 'personId' | 'planId' | 'value' | 'on' | 'at' | 'voidedBecause'>
type AtCafe = Pick<Entity<'cafeConfidence'>, 'id' | 'personId' | 'value' | 'on' | 'at' | 'voidedBecause'>

/** Stands where somebody was asked before they had a plan. */
const noPlan = ''

/** An answer of a plan, or one at the café. */
export type AnswerAnywhere = Answer & { asked?: Entity<'planConfidence'>['asked'] }

/**
 * Answers at the café beside those of plans: the same question. Each belongs to the plan that was asked about last by that day; before the
 * first, to none. An answer of which this laptop knows only that it was given is none.
 */
export function withThoseAtCafe(answers: readonly AnswerAnywhere[], atCafe: readonly AtCafe[]): AnswerAnywhere[] {
  const plans = grouped(
    answers.filter((one) => !one.voidedBecause),
    (one) => one.personId,
  )
  const heard = atCafe.flatMap(({ value, ...one }) => (value === undefined ? [] : [{ ...one, value }]))
  return [...answers, ...heard.map((one) => ({ ...one, planId: lastAskedBy(plans.get(one.personId) ?? [], one.on) }))]
}

/** Of two plans that were asked about on one day, of somebody who was joined say, the one that was asked about later. */
function lastAskedBy(answers: readonly Answer[], day: PlainDate): string {
  const before = answers.filter((one) => one.on <= day)
  return before.reduce<Answer | null>((last, one) => (last && askedWhen(last) >= askedWhen(one) ? last : one), null)?.planId ?? noPlan
}

function askedWhen({ on, at, id }: Answer): string {
  return `${on} ${at} ${id}`
}

/** Answers of one plan, the first one first; asked twice on a day, the later one counts. */
export function confidenceInOrder<One extends Answer>(answers: readonly One[]): One[] {
  const inOrder = answers.filter((one) => !one.voidedBecause).sort((a, b) => compareTexts(askedWhen(a), askedWhen(b)))
  return inOrder.filter((one, nth) => inOrder[nth + 1]?.on !== one.on)
}

/**
 * Each person once: of several plans the latest that was asked about twice, else the latest. Of two that were first asked about on one day
 * the one that was asked about last; then by their ids, so that the order of the rows says nothing.
 */
export function pairedConfidence(answers: readonly Answer[]): ConfidencePair[] {
  const plans = [...grouped(answers, (one) => `${one.personId} ${one.planId}`)].sort(([a], [b]) => compareTexts(a, b))
  const pairs = plans.flatMap(([, all]) => pairOf(confidenceInOrder(all)))
  const rank = (one: ConfidencePair) => `${one.latest === null ? 0 : 1} ${one.firstOn} ${one.latestOn ?? ''}`
  return [...grouped(pairs, (one) => one.personId).values()].map((own) => own.reduce((best, one) => (rank(one) >= rank(best) ? one : best)))
}

function pairOf(inOrder: readonly Answer[]): ConfidencePair[] {
  const [first] = inOrder
  if (!first) return []
  const last = inOrder.length > 1 ? inOrder.at(-1) : undefined
  const { personId, value, on } = first
  return [{ personId, first: value, firstOn: on, latest: last?.value ?? null, latestOn: last?.on ?? null, times: inOrder.length }]
}
