import { z } from 'zod'
import { companionKind } from '../records/companion.ts'
import { fail, ok } from '../std/result.ts'
import { defineCommand } from './command.ts'
import { given } from './given.ts'
import { begunDraft, idOf, sessionNeeds, whichSession } from './which.ts'
import { idSchema, momentSchema } from '../std/schemas.ts'

const bringing = z.object({
  session: whichSession,
  /** With whom they came, if with anybody on the register. */
  withId: idSchema.nullable().optional(),
  kind: companionKind,
  number: z.int().min(1).max(99),
})

/** Counts heads that have no record of their own: a guest, a carer, a baby (story 8). */
export const addCompanions = defineCommand({
  input: bringing,
  needs: ({ session }) => sessionNeeds(session),
  decide(rows, { session, withId, kind, number }, context) {
    const row = context.newId()
    const fields = given({ sessionId: idOf(session), withId, kind, number, at: context.now, byId: context.actor })
    return ok({ drafts: [...begunDraft(rows, session, context), { record: 'companion', row, fields }], answer: { companionId: row } })
  },
  undo: (_, { companionId }) => ({ name: 'changeCompanions', input: { companionId, voided: true } }),
})

const changing = z.object({
  companionId: idSchema,
  number: z.int().min(1).max(99).optional(),
  /** When they went; null: they are here again. */
  leftAt: momentSchema.nullable().optional(),
  /** Written down by mistake. */
  voided: z.boolean().optional(),
})

/** Another number, gone, or never there. */
export const changeCompanions = defineCommand({
  input: changing,
  needs: ({ companionId }) => [{ record: 'companion', id: companionId }],
  decide(rows, { companionId, number, leftAt, voided }) {
    const found = rows.get('companion', companionId)
    if (!found) return fail('nothingChanged')
    const fields = given({ number, leftAt, voidedBecause: voided === undefined ? undefined : voided ? 'a mistake' : null })
    if (Object.keys(fields).length === 0) return fail('nothingChanged')
    return ok({ drafts: [{ record: 'companion', row: companionId, fields }], answer: null })
  },
})
