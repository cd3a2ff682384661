import { z } from 'zod'
import type { Entity } from '../records/index.ts'
import { caseRoles } from '../records/defineRecord.ts'
import { plan as planRecord, planTexts } from '../records/plan.ts'
import { planConfidence } from '../records/planConfidence.ts'
import { contentOf, reviewDateAfter, standingGoals } from '../rules/plans.ts'
import { dateOf } from '../std/dates.ts'
import { planIdOf } from '../std/ids.ts'
import { fail, ok, type Result } from '../std/result.ts'
import { dateSchema, idSchema } from '../std/schemas.ts'
import { defineCommand, type Context, type Draft, type Need, type Reader } from './command.ts'
import { isOpen, isTheirs, ofPlan, openPlan, planNeeds, type OfPlan } from './planRows.ts'
import type { Reason } from './reasons.ts'

const wholeNeeds = (of: OfPlan): Need[] => [
  ...planNeeds(of),
  { record: 'planGoal', where: 'planId', is: planIdOf(of.episodeId) },
  { record: 'planAction', where: 'planId', is: planIdOf(of.episodeId) },
  { record: 'planVersion', where: 'planId', is: planIdOf(of.episodeId) },
]

/** The plan, begun and not closed. */
function begunPlan(rows: Reader, of: OfPlan): Result<Entity<'plan'>, Reason> {
  const found = openPlan(rows, of)
  if (!found.ok) return found
  return found.value ? ok(found.value) : fail('noSuchPlan')
}

/** The plan was gone through with the person; or, with null, it was not after all. */
export const sharePlan = defineCommand({
  by: caseRoles,
  input: ofPlan.extend({ sharedOn: dateSchema.nullable() }),
  needs: planNeeds,
  decide(rows, { sharedOn, ...of }, context) {
    const found = begunPlan(rows, of)
    if (!found.ok) return found
    if (sharedOn && sharedOn > dateOf(context.now)) return fail('dateAhead')
    if ((found.value.sharedOn ?? null) === sharedOn) return fail('nothingChanged')
    return ok({ drafts: [onPlan(of, { sharedOn })], answer: { before: found.value.sharedOn ?? null } })
  },
  undo: ({ personId, episodeId }, { before }) => ({ name: 'sharePlan' as const, input: { personId, episodeId, sharedOn: before } }),
})

/** How sure they are that they can do it; null or left out: not asked. */
const confidence = planConfidence.schema.shape.value.nullable().optional()

/** The answer as a row of its own, so that each stays. */
function confidenceDraft(
  { personId, id: planId }: Entity<'plan'>,
  value: z.infer<typeof confidence>,
  asked: 'agreed' | 'review',
  on: string,
  context: Context,
): Draft[] {
  if (value === null || value === undefined) return []
  return [{ record: 'planConfidence', row: context.newId(), fields: { personId, planId, value, asked, on, at: context.now, byId: context.actor } }]
}

const agreedAs = z.enum(['self', 'attorney', 'deputy', 'parent', 'bestInterests'])
const agreeing = ofPlan.extend({
  agreedOn: dateSchema,
  agreedWith: z.string().trim().max(200),
  agreedAs,
  reviewOn: dateSchema.optional(),
  copyAs: planRecord.schema.shape.copyAs,
  copyGivenOn: planRecord.schema.shape.copyGivenOn,
  confidence,
})

/**
 * The plan as it stands is agreed: by the person or by who may speak for them, with at least one goal (domain 4). Writes it down as a
 * version that nobody changes, and when it is looked at again. A plan without any activity is a plan; so is one of which nobody wants a copy.
 */
export const agreePlan = defineCommand({
  by: caseRoles,
  input: agreeing,
  needs: wholeNeeds,
  decide(rows, input, context) {
    const found = begunPlan(rows, input)
    if (!found.ok) return found
    const wrong = whyNotAgreed(rows, found.value, input, context)
    if (wrong) return fail(wrong)
    const { personId, episodeId, agreedOn, agreedWith, agreedAs: as } = input
    const reviewOn = input.reviewOn ?? reviewDateAfter(agreedOn)
    const copy = {
      ...(input.copyAs === undefined ? {} : { copyAs: input.copyAs }),
      ...(input.copyGivenOn === undefined ? {} : { copyGivenOn: input.copyGivenOn }),
    }
    const version = versionDraft(rows, found.value, { agreedOn, agreedWith, agreedAs: as }, context)
    const plan = onPlan(input, { agreedOn, agreedWith, agreedAs: as, reviewOn, sharedOn: found.value.sharedOn ?? agreedOn, ...copy })
    const sure = confidenceDraft(found.value, input.confidence, 'agreed', agreedOn, context)
    const answer = { versionId: version.row, personId, episodeId, confidenceId: sure[0]?.row ?? null }
    return ok({ drafts: [plan, version, ...sure], answer })
  },
  undo: ({ personId, episodeId }, { versionId, confidenceId }) => ({
    name: 'withdrawAgreement' as const,
    input: { personId, episodeId, versionId, ...(confidenceId ? { confidenceId } : {}) },
  }),
})

function whyNotAgreed(rows: Reader, plan: Entity<'plan'>, input: z.infer<typeof agreeing>, context: Context): Reason | null {
  const goals = standingGoals(rows.all('planGoal', 'planId', plan.id))
  if (goals.length === 0) return 'goalMissing'
  if (input.agreedWith === '') return 'agreedWithMissing'
  if (input.agreedOn > dateOf(context.now)) return 'dateAhead'
  if (input.reviewOn && input.reviewOn <= input.agreedOn) return 'reviewBefore'
  const open = planTexts.some((name) => isOpen(rows, 'plan', plan.id, name)) || goals.some((one) => isOpen(rows, 'planGoal', one.id, 'words'))
  return open ? 'settleFirst' : null
}

/** The plan as it stands, with the next number. */
function versionDraft(
  rows: Reader,
  plan: Entity<'plan'>,
  agreed: Pick<Entity<'planVersion'>, 'agreedOn' | 'agreedWith' | 'agreedAs'>,
  context: Context,
): Draft & { record: 'planVersion' } {
  const versions = rows.all('planVersion', 'planId', plan.id)
  const number = 1 + Math.max(0, ...versions.map((one) => one.number))
  const content = contentOf(plan, rows.all('planGoal', 'planId', plan.id).slice(0, 50), rows.all('planAction', 'planId', plan.id).slice(0, 100))
  const { personId, id: planId } = plan
  return {
    record: 'planVersion',
    row: context.newId(),
    fields: { personId, planId, number, ...content, ...agreed, at: context.now, byId: context.actor },
  }
}

function onPlan({ episodeId }: OfPlan, fields: Partial<Entity<'plan'>>): Draft {
  return { record: 'plan', row: planIdOf(episodeId), fields } as Draft
}

/** Takes an agreement back that was written down by mistake, with the answer that was asked for in it. The version stays, marked; the one before it counts again. */
export const withdrawAgreement = defineCommand({
  by: caseRoles,
  input: ofPlan.extend({ versionId: idSchema, confidenceId: idSchema.optional() }),
  needs: (of) => [...wholeNeeds(of), { record: 'planConfidence', where: 'planId', is: planIdOf(of.episodeId) }],
  decide(rows, { versionId, confidenceId, ...of }) {
    const found = begunPlan(rows, of)
    if (!found.ok) return found
    const versions = rows.all('planVersion', 'planId', found.value.id)
    const version = versions.find((one) => one.id === versionId)
    if (!version) return fail('noSuchPlan')
    if (version.voidedBecause) return fail('alreadyVoided')
    const before = versions.filter((one) => one.id !== versionId && !one.voidedBecause).sort((a, b) => b.number - a.number)[0]
    const fields = before
      ? { agreedOn: before.agreedOn, agreedWith: before.agreedWith, agreedAs: agreedAs.catch('self').parse(before.agreedAs) }
      : { agreedOn: null, agreedWith: null, agreedAs: null }
    const undone: Draft = { record: 'planVersion', row: versionId, fields: { voidedBecause: 'undone' } }
    return ok({ drafts: [onPlan(of, fields), undone, ...voidedAnswer(rows, found.value.id, confidenceId)], answer: null })
  },
})

/** How sure they said they were, taken back with that in which it was asked. */
function voidedAnswer(rows: Reader, planId: string, confidenceId: string | undefined): Draft[] {
  const asked = rows.all('planConfidence', 'planId', planId).find((one) => one.id === confidenceId && !one.voidedBecause)
  return asked ? [{ record: 'planConfidence', row: asked.id, fields: { voidedBecause: 'undone' } }] : []
}

/** The plan was looked at again with the person, and stands. Says when the next time is: six weeks on, unless told. */
export const reviewPlan = defineCommand({
  by: caseRoles,
  input: ofPlan.extend({ reviewedOn: dateSchema, reviewOn: dateSchema.optional(), confidence }),
  needs: planNeeds,
  decide(rows, { reviewedOn, reviewOn, confidence: value, ...of }, context) {
    const found = begunPlan(rows, of)
    if (!found.ok) return found
    if (!found.value.agreedOn) return fail('notAgreedYet')
    if (reviewedOn > dateOf(context.now)) return fail('dateAhead')
    if (reviewOn && reviewOn <= reviewedOn) return fail('reviewBefore')
    const sure = confidenceDraft(found.value, value, 'review', reviewedOn, context)
    const before = { reviewedOn: found.value.reviewedOn ?? null, reviewOn: found.value.reviewOn ?? null }
    const answer = { before, confidenceId: sure[0]?.row ?? null }
    return ok({ drafts: [onPlan(of, { reviewedOn, reviewOn: reviewOn ?? reviewDateAfter(reviewedOn) }), ...sure], answer })
  },
  undo: ({ personId, episodeId }, { before, confidenceId }) => ({
    name: 'takeBackReview' as const,
    input: { personId, episodeId, ...before, ...(confidenceId ? { confidenceId } : {}) },
  }),
})

/** Takes a review back that was written down by mistake, with the answer that was asked for in it: the days are as they were before. */
export const takeBackReview = defineCommand({
  by: caseRoles,
  input: ofPlan.extend({ reviewedOn: dateSchema.nullable(), reviewOn: dateSchema.nullable(), confidenceId: idSchema.optional() }),
  needs: (of) => [...planNeeds(of), { record: 'planConfidence', where: 'planId', is: planIdOf(of.episodeId) }],
  decide(rows, { reviewedOn, reviewOn, confidenceId, ...of }) {
    const found = begunPlan(rows, of)
    if (!found.ok) return found
    return ok({ drafts: [onPlan(of, { reviewedOn, reviewOn }), ...voidedAnswer(rows, found.value.id, confidenceId)], answer: null })
  },
})

const closedAs = planRecord.schema.shape.closedAs.unwrap().unwrap()

/** Ends a plan. From then on it is only read. What facilitators see of it stays until the person withdraws it. */
export const closePlan = defineCommand({
  by: caseRoles,
  input: ofPlan.extend({ closedOn: dateSchema, closedAs }),
  needs: planNeeds,
  decide(rows, { closedOn, closedAs: why, ...of }, context) {
    const found = begunPlan(rows, of)
    if (!found.ok) return found
    if (closedOn > dateOf(context.now)) return fail('dateAhead')
    return ok({ drafts: [onPlan(of, { closedOn, closedAs: why })], answer: null })
  },
  undo: ({ personId, episodeId }) => ({ name: 'reopenPlan' as const, input: { personId, episodeId, byMistake: true } }),
})

/**
 * Opens a closed plan again. It was read-only, so what it said is kept as a version, and the plan has to be agreed anew; closed by
 * mistake a moment ago, it is as it was.
 */
export const reopenPlan = defineCommand({
  by: caseRoles,
  input: ofPlan.extend({ byMistake: z.boolean().optional() }),
  needs: wholeNeeds,
  decide(rows, { byMistake, ...of }, context) {
    const plan = rows.get('plan', planIdOf(of.episodeId))
    if (!plan || !isTheirs(rows, of)) return fail('noSuchPlan')
    if (!plan.closedOn) return fail('nothingChanged')
    const open = { closedOn: null, closedAs: null }
    if (byMistake) return ok({ drafts: [onPlan(of, open)], answer: null })
    const { agreedOn, agreedWith } = plan
    const version = agreedOn ? [versionDraft(rows, plan, { agreedOn, agreedWith: agreedWith ?? '', agreedAs: plan.agreedAs ?? 'self' }, context)] : []
    const anew = { agreedOn: null, agreedWith: null, agreedAs: null, sharedOn: null }
    return ok({ drafts: [onPlan(of, { ...open, ...anew }), ...version], answer: null })
  },
})
