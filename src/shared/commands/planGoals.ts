import { z } from 'zod'
import type { Entity, FieldsOf } from '../records/index.ts'
import { caseRoles } from '../records/defineRecord.ts'
import { planAction } from '../records/planAction.ts'
import { planGoal } from '../records/planGoal.ts'
import { dateOf } from '../std/dates.ts'
import { planIdOf } from '../std/ids.ts'
import { fail, ok, type Result } from '../std/result.ts'
import { idSchema } from '../std/schemas.ts'
import { defineCommand, type Context, type Draft, type Need, type Reader } from './command.ts'
import { given } from './given.ts'
import { basedOn, beginning, ofPlan, openPlan, planNeeds, seenSchema } from './planRows.ts'
import type { Reason } from './reasons.ts'

const goalFields = planGoal.schema.pick({ words: true, priority: true, targetOn: true, confidence: true, outcome: true, outcomeWords: true })
const actionFields = planAction.schema.pick({ goalId: true, what: true, who: true, dueOn: true, state: true })

/** Adds something the person hopes for, in their words. The first one begins the plan. */
export const addGoal = defineCommand({
  by: caseRoles,
  input: ofPlan.extend({ fields: goalFields.partial({ outcome: true }) }),
  needs: planNeeds,
  decide(rows, { fields, ...of }, context) {
    const found = openPlan(rows, of)
    if (!found.ok) return found
    if (fields.words.trim() === '') return fail('wordsNeeded')
    const row = context.newId()
    const goal = { outcome: 'notStarted' as const, ...given(fields), ...belonging(of, context) }
    return ok({ drafts: [...beginning(found.value, of, context), { record: 'planGoal', row, fields: goal } as Draft], answer: { goalId: row } })
  },
  undo: (_, { goalId }: { goalId: string }) => ({ name: 'removeGoal' as const, input: { goalId, because: 'undone' } }),
})

/** Adds something that somebody will do. "Who" may be the person. */
export const addAction = defineCommand({
  by: caseRoles,
  input: ofPlan.extend({ fields: actionFields.partial({ state: true }) }),
  needs: (of) => [...planNeeds(of), ...(of.fields.goalId ? [{ record: 'planGoal', id: of.fields.goalId } as const] : [])],
  decide(rows, { fields, ...of }, context) {
    const found = openPlan(rows, of)
    if (!found.ok) return found
    if (fields.what.trim() === '' || fields.who.trim() === '') return fail('wordsNeeded')
    if (fields.goalId && !rows.get('planGoal', fields.goalId)) return fail('noSuchPlan')
    const row = context.newId()
    const action = { state: 'toDo' as const, ...given(fields), ...belonging(of, context) }
    return ok({ drafts: [...beginning(found.value, of, context), { record: 'planAction', row, fields: action } as Draft], answer: { actionId: row } })
  },
  undo: (_, { actionId }: { actionId: string }) => ({ name: 'removeAction' as const, input: { actionId, because: 'undone' } }),
})

function belonging({ personId, episodeId }: { personId: string; episodeId: string }, context: Context) {
  return { personId, planId: planIdOf(episodeId), at: context.now, byId: context.actor }
}

/** A goal or an action with its plan, and why it cannot be changed. The plan is among its rows as `needs` of a part asks for it. */
function open<Name extends 'planGoal' | 'planAction'>(rows: Reader, record: Name, id: string, planId: string): Result<Entity<Name>, Reason> {
  const row = rows.get(record, id)
  if (!row || row.planId !== planId) return fail('noSuchPlan')
  return rows.get('plan', planId)?.closedOn ? fail('planClosed') : ok(row)
}

const partNeeds = (record: 'planGoal' | 'planAction', id: string, planId: string): Need[] => [{ record, id } as Need, { record: 'plan', id: planId }]

const changingGoal = z.object({ goalId: idSchema, planId: idSchema, fields: goalFields.partial(), seen: seenSchema.optional() })
type GoalFields = z.infer<typeof changingGoal>['fields']

/** Changes a goal: its words, how sure they are, how it went in their words. */
export const changeGoal = defineCommand({
  by: caseRoles,
  input: changingGoal,
  needs: ({ goalId, planId }) => partNeeds('planGoal', goalId, planId),
  decide(rows, { goalId, planId, fields, seen }, context) {
    const found = open(rows, 'planGoal', goalId, planId)
    if (!found.ok) return found
    if (fields.words?.trim() === '') return fail('wordsNeeded')
    const changed = changedOf(found.value, given(fields))
    if (Object.keys(changed).length === 0) return fail('nothingChanged')
    const outcomeOn = 'outcome' in changed ? { outcomeOn: dateOf(context.now) } : {}
    const draft = {
      record: 'planGoal',
      row: goalId,
      fields: { ...changed, ...outcomeOn },
      ...sideOf(rows, 'planGoal', goalId, 'words', changed, seen),
    }
    return ok({ drafts: [draft as Draft], answer: { before: beforeOf(found.value, changed) as GoalFields } })
  },
  undo: ({ goalId, planId }, { before }) => ({ name: 'changeGoal' as const, input: { goalId, planId, fields: before, seen: { words: [] } } }),
})

const changingAction = z.object({ actionId: idSchema, planId: idSchema, fields: actionFields.partial(), seen: seenSchema.optional() })
type ActionFields = z.infer<typeof changingAction>['fields']

/** Changes an action: what, who, until when, and whether it is done. */
export const changeAction = defineCommand({
  by: caseRoles,
  input: changingAction,
  needs: ({ actionId, planId }) => partNeeds('planAction', actionId, planId),
  decide(rows, { actionId, planId, fields, seen }, context) {
    const found = open(rows, 'planAction', actionId, planId)
    if (!found.ok) return found
    if (fields.what?.trim() === '' || fields.who?.trim() === '') return fail('wordsNeeded')
    const changed = changedOf(found.value, given(fields))
    if (Object.keys(changed).length === 0) return fail('nothingChanged')
    const doneOn = 'state' in changed ? { doneOn: changed.state === 'done' ? dateOf(context.now) : null } : {}
    const draft = {
      record: 'planAction',
      row: actionId,
      fields: { ...changed, ...doneOn },
      ...sideOf(rows, 'planAction', actionId, 'what', changed, seen),
    }
    return ok({ drafts: [draft as Draft], answer: { before: beforeOf(found.value, changed) as ActionFields } })
  },
  undo: ({ actionId, planId }, { before }) => ({ name: 'changeAction' as const, input: { actionId, planId, fields: before, seen: { what: [] } } }),
})

function changedOf<Fields extends object>(now: object, fields: Fields): Fields {
  const known = now as Record<string, unknown>
  return Object.fromEntries(Object.entries(fields).filter(([name, value]) => (value ?? '') !== (known[name] ?? ''))) as Fields
}

/** What stood there; what nobody had said is nothing again, where the field takes it. */
function beforeOf(now: object, changed: object): object {
  const known = now as Record<string, unknown>
  const names = Object.keys(changed).filter((name) => known[name] !== undefined || nothing[name] !== undefined)
  return Object.fromEntries(names.map((name) => [name, known[name] ?? nothing[name]]))
}

const nothing: Readonly<Record<string, unknown>> = { targetOn: null, confidence: null, outcomeWords: '', goalId: null, dueOn: null }

function sideOf(rows: Reader, record: 'planGoal' | 'planAction', id: string, field: string, changed: object, seen?: Record<string, string[]>) {
  return field in changed ? basedOn(rows, record, id, [field], seen) : {}
}

const because = planGoal.schema.shape.voidedBecause.unwrap()

/** Takes a goal off a plan, or with null puts it back. */
export const removeGoal = defineCommand({
  by: caseRoles,
  input: z.object({ goalId: idSchema, because }),
  needs: ({ goalId }) => [{ record: 'planGoal', id: goalId }],
  decide: (rows, { goalId, because: why }) =>
    voided(rows.get('planGoal', goalId), { record: 'planGoal', row: goalId, fields: { voidedBecause: why } }),
  undo: ({ goalId, because: why }) => ({ name: 'removeGoal' as const, input: { goalId, because: why === null ? 'undone' : null } }),
})

/** Takes an action off a plan, or with null puts it back. */
export const removeAction = defineCommand({
  by: caseRoles,
  input: z.object({ actionId: idSchema, because }),
  needs: ({ actionId }) => [{ record: 'planAction', id: actionId }],
  decide: (rows, { actionId, because: why }) =>
    voided(rows.get('planAction', actionId), { record: 'planAction', row: actionId, fields: { voidedBecause: why } }),
  undo: ({ actionId, because: why }) => ({ name: 'removeAction' as const, input: { actionId, because: why === null ? 'undone' : null } }),
})

function voided(row: { voidedBecause?: string | null | undefined } | undefined, draft: Draft): Result<{ drafts: Draft[]; answer: null }, Reason> {
  if (!row) return fail('noSuchPlan')
  const now = (draft.fields as Partial<FieldsOf<'planGoal'>>).voidedBecause ?? null
  return (row.voidedBecause ?? null) === now ? fail('nothingChanged') : ok({ drafts: [draft], answer: null })
}
