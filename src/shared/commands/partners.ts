import { z } from 'zod'
import { fail, ok } from '../std/result.ts'
import { defineCommand } from './command.ts'

const agreeing = z.object({ wording: z.string().min(1).max(40) })

/** Somebody of a partner agrees to how they use what they see (story 36): for themselves alone, and never for another. */
export const agreeAsPartner = defineCommand({
  input: agreeing,
  needs: () => [],
  decide(rows, { wording }, context) {
    if (!rows.get('colleague', context.actor)?.partnerOf) return fail('nothingChanged')
    return ok({
      drafts: [{ record: 'partnerAgreement', row: context.newId(), fields: { wording, at: context.now, byId: context.actor } }],
      answer: null,
    })
  },
  early: true,
})
