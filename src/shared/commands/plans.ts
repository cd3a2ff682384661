import { z } from 'zod'
import type { Entity, FieldsOf } from '../records/index.ts'
import { plan as planRecord, planTexts, type PlanText } from '../records/plan.ts'
import { caseRoles } from '../records/defineRecord.ts'
import { planIdOf } from '../std/ids.ts'
import { fail, ok } from '../std/result.ts'
import { idSchema } from '../std/schemas.ts'
import { stampPattern } from '../std/stamp.ts'
import { defineCommand, type Draft, type Need, type Reader } from './command.ts'
import { given } from './given.ts'
import { basedOn, begun, cardDrafts, isOpen, ofPlan, openPlan, planNeeds, seenSchema } from './planRows.ts'

const written = planRecord.schema
  .pick({
    important: true,
    people: true,
    communicate: true,
    wellness: true,
    pleaseDo: true,
    pleaseDont: true,
    howToSupport: true,
    alsoKnow: true,
    strengths: true,
    makesWorse: true,
    whatToDo: true,
    whoToCall: true,
    writtenWith: true,
    cardAgreed: true,
    maySee: true,
    copyGivenOn: true,
    copyAs: true,
    reviewOn: true,
  })
  .partial()
type Written = z.infer<typeof written>

const writing = ofPlan.extend({ fields: written, seen: seenSchema.optional() })
type Writing = z.infer<typeof writing>

const isText = (name: string): name is PlanText => (planTexts as readonly string[]).includes(name)

/** What was there before, for the way back: nothing is an empty text. */
function beforeOf(plan: Entity<'plan'> | null, names: readonly (keyof Written)[]): Written {
  const empty = (name: keyof Written) => (isText(name) || name === 'writtenWith' || name === 'maySee' ? '' : null)
  return Object.fromEntries(names.map((name) => [name, plan?.[name] ?? empty(name)]))
}

/**
 * Writes into boxes of a plan, only what somebody touched (story 21). Of a text that another laptop has written meanwhile both stay. What
 * the person wants facilitators to know goes to their card in the same act, and is taken off it again when they withdraw.
 */
export const writePlan = defineCommand({
  by: caseRoles,
  input: writing,
  needs: planNeeds,
  decide(rows, input, context) {
    const found = openPlan(rows, input)
    if (!found.ok) return found
    const id = planIdOf(input.episodeId)
    const changed = changedOf(rows, id, found.value, given(input.fields))
    const names = Object.keys(changed) as (keyof Written)[]
    if (names.length === 0) return fail('nothingChanged')
    const card = cardDrafts(rows, input.personId, found.value, changed)
    if (!card.ok) return card
    const fields = { ...begun(found.value, input, context), ...changed } as Partial<FieldsOf<'plan'>>
    const draft = { record: 'plan', row: id, fields, ...basedOn(rows, 'plan', id, names.filter(isText), input.seen) } as Draft
    return ok({ drafts: [draft, ...card.value], answer: { before: beforeOf(found.value, names) } })
  },
  undo: ({ personId, episodeId }: Writing, { before }: { before: Written }) => ({
    name: 'writePlan' as const,
    input: { personId, episodeId, fields: before, seen: unseen(before) },
  }),
})

/** What is taken back is one's own text; what another laptop wrote since is not, and stays. */
function unseen(fields: Written): Record<string, string[]> {
  return Object.fromEntries(
    Object.keys(fields)
      .filter(isText)
      .map((name) => [name, []]),
  )
}

/** The fields that say something else than the plan does; an empty box that stays empty is none. */
function changedOf(rows: Reader, id: string, plan: Entity<'plan'> | null, fields: Written): Written {
  const differs = ([name, value]: [string, unknown]) =>
    (value ?? '') !== (plan?.[name as keyof Written] ?? '') || (isText(name) && isOpen(rows, 'plan', id, name))
  return Object.fromEntries(Object.entries(fields).filter(differs))
}

const settling = z.object({
  of: z.enum(['plan', 'planGoal', 'planAction']),
  id: idSchema,
  field: z.string().max(40),
  text: z.string().max(4000),
  /** The stamps of the texts that were on the screen; one that came since stays beside the answer. */
  seen: z.array(z.string().regex(stampPattern)).min(1).max(50),
})

/** Whether such a text stands side by side at all, and how many letters it has room for. */
const sides: Record<z.infer<typeof settling>['of'], Readonly<Record<string, number>>> = {
  plan: Object.fromEntries(planTexts.map((name) => [name, 4000])),
  planGoal: { words: 1000 },
  planAction: { what: 1000 },
}

/** Says which of two texts that stand side by side is right, or puts a joined one in their place. */
export const settlePlanText = defineCommand({
  by: caseRoles,
  input: settling,
  needs: ({ of, id }) => [{ record: of, id } as Need],
  decide(rows, { of, id, field, text, seen }) {
    const row = rows.get(of, id)
    const most = sides[of][field]
    if (!row || row.voidedBecause || most === undefined) return fail('noSuchPlan')
    if (!isOpen(rows, of, id, field)) return fail('nothingChanged')
    if (text.length > most || (of !== 'plan' && text.trim() === '')) return fail('wordsNeeded')
    const card = of === 'plan' ? cardDrafts(rows, shownWith(rows, row as Entity<'plan'>), row as Entity<'plan'>, { [field]: text }) : ok([])
    if (!card.ok) return card
    const draft = { record: of, row: id, fields: { [field]: text }, ...basedOn(rows, of, id, [field], { [field]: seen }) } as Draft
    return ok({ drafts: [draft, ...card.value], answer: null })
  },
})

/** With whom the person of a plan is shown: whoever was joined has their card there (story 18). */
function shownWith(rows: Reader, { id, episodeId, personId }: Entity<'plan'>): string {
  return rows.all('plan', 'episodeId', episodeId).find((one) => one.id === id)?.personId ?? personId
}
