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
    ? [
        onDay(one, agreed, 'plan', planId, agreeing),
        ...goalsOf(one, planId, agreed, closed, chance),
        versionOf(one, planId, agreed),
        ...confidenceOf(one, planId, agreed, closed),
      ]
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

/** How sure they are: when it was agreed, and at up to three reviews. Made of the plan's id, so that no other sample changes with it. */
function confidenceOf(one: Referred, planId: string, agreed: PlainDate, closed: PlainDate | null): DatedDraft[] {
  const { personId, today, member } = one
  const first = 2 + (parseInt(planId.slice(0, 4), 16) % 4)
  const reviews = [42, 84, 126].map((days) => addDays(agreed, days)).filter((day) => day <= (closed ?? today))
  return [agreed, ...reviews].map((on, nth) =>
    onDay(one, on, 'planConfidence', sampleId('confidence', planId, on), {
      personId,
      planId,
      value: Math.min(10, first + (member ? nth : nth % 2)),
      asked: nth === 0 ? 'agreed' : 'review',
      on,
    }),
  )
}
