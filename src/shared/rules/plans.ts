import type { Entity } from '../records/index.ts'
import { planTexts } from '../records/plan.ts'
import { addDays, type PlainDate } from '../std/dates.ts'
import { jsonText } from '../std/json.ts'

/** A plan is looked at again after six weeks, unless something else was agreed (domain 4). Days. */
export const reviewAfterDays = 42

/** When a plan that is agreed or reviewed on a day is looked at again. */
export function reviewDateAfter(day: PlainDate): PlainDate {
  return addDays(day, reviewAfterDays)
}

/** Where a plan stands (domain 4). */
export type PlanState = 'none' | 'draft' | 'shared' | 'agreed' | 'review' | 'closed'

type Dates = Pick<Entity<'plan'>, 'sharedOn' | 'agreedOn' | 'reviewOn' | 'closedOn'>

/** A plan that nobody has written yet is none. Its review is due from its date on. */
export function planState(plan: Dates | null | undefined, today: PlainDate): PlanState {
  if (!plan) return 'none'
  if (plan.closedOn) return 'closed'
  if (plan.agreedOn) return plan.reviewOn && plan.reviewOn <= today ? 'review' : 'agreed'
  return plan.sharedOn ? 'shared' : 'draft'
}

type Content = Pick<Entity<'planVersion'>, 'texts' | 'goals' | 'actions'>

/** What of a plan is agreed: its texts, and the goals and actions that stand. */
export function contentOf(plan: Partial<Entity<'plan'>>, goals: readonly Entity<'planGoal'>[], actions: readonly Entity<'planAction'>[]): Content {
  const texts = planTexts.flatMap((name) => (plan[name]?.trim() ? [[name, plan[name]] as const] : []))
  return {
    texts: Object.fromEntries(texts),
    goals: standingGoals(goals).map(({ words, outcome }) => ({ words, outcome })),
    actions: standingActions(actions).map(({ what, who, dueOn }) => ({ what, who, dueOn: dueOn ?? null })),
  }
}

/** Whether a plan says something else than what was agreed last. How far a goal has come is no other plan. */
export function differsFrom(version: Content, now: Content): boolean {
  const plain = ({ texts, goals, actions }: Content) => jsonText({ texts, goals: goals.map((one) => one.words), actions })
  return plain(version) !== plain(now)
}

/** Goals in the order that the person gave them, then as they were written. */
export function standingGoals(goals: readonly Entity<'planGoal'>[]): Entity<'planGoal'>[] {
  const key = (one: Entity<'planGoal'>) => `${one.priority ?? 10}`.padStart(2, '0') + ` ${one.at} ${one.id}`
  return goals.filter((one) => !one.voidedBecause).sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

/** What is still to do first, by its date; then what was done or dropped. */
export function standingActions(actions: readonly Entity<'planAction'>[]): Entity<'planAction'>[] {
  const key = (one: Entity<'planAction'>) => `${one.state === 'toDo' ? 0 : 1} ${one.dueOn ?? '9999'} ${one.at} ${one.id}`
  return actions.filter((one) => !one.voidedBecause).sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

/** For My day: plans whose review is due, the longest waiting first. */
export function planReviewsDue(plans: readonly Entity<'plan'>[], today: PlainDate): { personId: string; episodeId: string; reviewOn: PlainDate }[] {
  return plans
    .filter((one) => !one.voidedBecause && planState(one, today) === 'review')
    .map(({ personId, episodeId, reviewOn }) => ({ personId, episodeId, reviewOn: reviewOn ?? today }))
    .sort((a, b) => (`${a.reviewOn} ${a.episodeId}` < `${b.reviewOn} ${b.episodeId}` ? -1 : 1))
}

/** How many letters of a text have room on the card that facilitators see. */
export const cardLength = 300

/** The two texts of a plan that may stand on the facilitator's card. */
export const cardTexts = ['pleaseDo', 'pleaseDont'] as const
