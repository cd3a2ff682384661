import { z } from 'zod'
import { idSchema } from '../std/schemas.ts'
import { fail, ok } from '../std/result.ts'
import { defineCommand } from './command.ts'

const referring = z.object({ personId: idSchema, from: z.string().trim().min(1).max(200), reason: z.string().trim().min(1).max(1000) })

/** Writes down who referred somebody, and why. */
export const addReferral = defineCommand({
  input: referring,
  needs: ({ personId }) => [{ record: 'person', id: personId }],
  decide(rows, input, context) {
    if (!rows.get('person', input.personId)) return fail('noSuchPerson')
    const row = context.newId()
    return ok({ drafts: [{ record: 'referral', row, fields: { ...input, at: context.now, byId: context.actor } }], answer: { referralId: row } })
  },
  undo: (_, { referralId }) => ({ name: 'voidReferral', input: { referralId } }),
})

/** Takes a mistaken referral off the list; it stays as a row. */
export const voidReferral = defineCommand({
  input: z.object({ referralId: idSchema }),
  needs: ({ referralId }) => [{ record: 'referral', id: referralId }],
  decide(rows, { referralId }) {
    const found = rows.get('referral', referralId)
    if (!found || found.voidedBecause) return fail('nothingChanged')
    return ok({ drafts: [{ record: 'referral', row: referralId, fields: { voidedBecause: 'a mistake' } }], answer: null })
  },
})
