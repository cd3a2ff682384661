import { planTexts, type PlanText } from '../../../shared/records/plan.ts'
import type { Entity } from '../../../shared/records/index.ts'
import { confidenceInOrder, withThoseAtCafe } from '../../../shared/rules/confidence.ts'
import { nameOf } from '../../../shared/rules/names.ts'
import { contentOf, differsFrom, planState, standingActions, standingGoals } from '../../../shared/rules/plans.ts'
import { planIdOf } from '../../../shared/std/ids.ts'
import type { ActionView, GoalView, PlanOfCase, PlanView, SureView, VersionView } from '../../workerLink/planViews.ts'
import type { Kept } from '../../workerLink/views.ts'
import type { ViewContext } from './context.ts'
import { kept } from './people.ts'
import { caseOf } from './planCase.ts'

/** Somebody's plan with all that stands side by side in it. @param episodeId of which case; without it of the open one */
export function planView(context: ViewContext, personId: string, episodeId?: string | null): PlanView | null {
  const person = context.store.memory.get('person', personId)
  if (!person) return null
  const episode = caseOf(context, personId, episodeId)
  const language = person.language || null
  return { personId, name: nameOf(person), language, today: context.today(), plan: episode && planOfCase(context, episode) }
}

function planOfCase(context: ViewContext, episode: Entity<'episode'>): PlanOfCase {
  const { memory } = context.store
  const planId = planIdOf(episode.id)
  const plan = memory.get('plan', planId)
  const goals = standingGoals(memory.linked('planGoal', 'planId', planId))
  const actions = standingActions(memory.linked('planAction', 'planId', planId))
  const versions = versionsOf(context, planId)
  const [latest] = versions
  return {
    episodeId: episode.id,
    planId,
    state: planState(plan, context.today()),
    readOnly: Boolean(plan?.closedOn),
    texts: Object.fromEntries(planTexts.map((name) => [name, textOf(context, planId, name)])) as Record<PlanText, Kept<string>>,
    goals: goals.map((one) => goalView(context, one)),
    actions: actions.map((one) => actionView(context, one)),
    versions,
    sure: sureOf(context, episode.personId, planId),
    changedSince: Boolean(plan?.agreedOn && latest && differsFrom(latest, contentOf(plan, goals, actions))),
    writtenWith: plan?.writtenWith || null,
    maySee: plan?.maySee || null,
    cardAgreed: plan?.cardAgreed ?? null,
    ...agreementOf(plan),
  }
}

/** Each time they were asked about this plan, also at the café. */
function sureOf({ store: { memory } }: ViewContext, personId: string, planId: string): SureView[] {
  const all = withThoseAtCafe(memory.linked('planConfidence', 'personId', personId), memory.linked('cafeConfidence', 'personId', personId))
  return confidenceInOrder(all.filter((one) => one.planId === planId)).map(({ value, on, asked }) => ({ value, on, asked: asked ?? 'cafe' }))
}

function agreementOf(plan: Entity<'plan'> | undefined) {
  return {
    sharedOn: plan?.sharedOn ?? null,
    agreedOn: plan?.agreedOn ?? null,
    agreedWith: plan?.agreedWith ?? null,
    agreedAs: plan?.agreedAs ?? null,
    copyGivenOn: plan?.copyGivenOn ?? null,
    copyAs: plan?.copyAs ?? null,
    reviewOn: plan?.reviewOn ?? null,
    reviewedOn: plan?.reviewedOn ?? null,
    closedOn: plan?.closedOn ?? null,
    closedAs: plan?.closedAs ?? null,
  }
}

const textOf = (context: ViewContext, planId: string, name: string) => kept<string>(context, 'plan', planId, name)

function goalView(context: ViewContext, one: Entity<'planGoal'>): GoalView {
  return {
    goalId: one.id,
    words: kept<string>(context, 'planGoal', one.id, 'words'),
    priority: one.priority ?? null,
    targetOn: one.targetOn ?? null,
    confidence: one.confidence ?? null,
    outcome: one.outcome,
    outcomeWords: one.outcomeWords ?? '',
  }
}

function actionView(context: ViewContext, one: Entity<'planAction'>): ActionView {
  const { id, goalId, who, dueOn, state } = one
  return { actionId: id, goalId: goalId ?? null, what: kept<string>(context, 'planAction', id, 'what'), who, dueOn: dueOn ?? null, state }
}

/** What was agreed, the newest first. */
function versionsOf(context: ViewContext, planId: string): VersionView[] {
  return context.store.memory
    .linked('planVersion', 'planId', planId)
    .filter((one) => !one.voidedBecause)
    .sort((a, b) => b.number - a.number || (a.at < b.at ? 1 : -1))
    .map(({ id, number, texts, goals, actions, agreedOn, agreedWith, agreedAs }) => ({
      versionId: id,
      number,
      texts,
      goals,
      actions,
      agreedOn,
      agreedWith,
      agreedAs,
    }))
}
