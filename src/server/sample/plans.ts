import { addDays, type PlainDate } from '../../shared/std/dates.ts'
import { planIdOf } from '../../shared/std/ids.ts'
import type { DatedDraft } from '../ownWriting.ts'
import { onDay, type Referred } from './referred.ts'
import { sampleId } from './data.ts'
import { measuresOf } from './measures.ts'
import { offersOf } from './offers.ts'
import { between, type Chance } from './random.ts'

/** The plan of a case, agreed at the second talk, with what was offered and measured. @param closed when the case ended; null while it goes on */
export function planOf(one: Referred, episodeId: string, met: PlainDate, closed: PlainDate | null, chance: Chance): DatedDraft[] {
  const { personId, says, today } = one
  const planId = planIdOf(episodeId)
  const agreed = addDays(met, between(chance, 5, 12))
  const isAgreed = agreed <= today
  const plan = onDay(one, met, 'plan', planId, {
    personId,
    episodeId,
    important: says.important,
    people: says.people,
    strengths: 'Keeps going, and says so with a smile.',
  })
  const card =
    chance() < 0.3
      ? { cardAgreed: 'yes', pleaseDo: 'Say hello by name, and walk beside me.', pleaseDont: 'Please do not ask about my benefits.' }
      : {}
  const agreeing = { agreedOn: agreed, agreedWith: one.given, agreedAs: 'self', reviewOn: closed ?? nextReview(agreed, today), ...card }
  const parts = isAgreed
    ? [onDay(one, agreed, 'plan', planId, agreeing), ...goalsOf(one, planId, agreed, closed, chance), versionOf(one, planId, agreed)]
    : []
  return [plan, ...parts, ...offersOf(one, episodeId, addDays(met, 1), chance), ...measuresOf(one, episodeId, met, chance)]
}

/** Six weeks after it was agreed, then every six. */
function nextReview(agreed: PlainDate, today: PlainDate): PlainDate {
  let review = addDays(agreed, 42)
  while (addDays(review, 10) < today) review = addDays(review, 42)
  return review
}

function goalsOf(one: Referred, planId: string, agreed: PlainDate, closed: PlainDate | null, chance: Chance): DatedDraft[] {
  const { personId, says } = one
  const outcome = closed ? (one.member ? 'done' : 'changedMind') : 'working'
  const goal = sampleId('goal', planId)
  return [
    onDay(one, agreed, 'planGoal', goal, { personId, planId, words: says.goal, priority: 1, confidence: between(chance, 3, 8), outcome }),
    onDay(one, agreed, 'planAction', sampleId('action', planId), {
      personId,
      planId,
      goalId: goal,
      what: says.action,
      who: one.given,
      dueOn: addDays(agreed, 21),
      state: closed ? 'done' : 'toDo',
    }),
  ]
}

function versionOf(one: Referred, planId: string, agreedOn: PlainDate): DatedDraft {
  const { personId, says } = one
  return onDay(one, agreedOn, 'planVersion', sampleId('version', planId), {
    personId,
    planId,
    number: 1,
    texts: { important: says.important, people: says.people },
    goals: [{ words: says.goal, outcome: 'notStarted' }],
    actions: [{ what: says.action, who: one.given, dueOn: addDays(agreedOn, 21) }],
    agreedOn,
    agreedWith: one.given,
    agreedAs: 'self',
  })
}
