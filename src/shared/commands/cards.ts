import { z } from 'zod'
import { card } from '../records/card.ts'
import { fail, ok } from '../std/result.ts'
import { defineCommand, type Draft } from './command.ts'
import { idSchema } from '../std/schemas.ts'

const making = z.object({
  /** Whom for, with the random token of each: chance is a port, so the caller brings it. */
  cards: z
    .array(z.object({ personId: idSchema, token: card.schema.shape.token }))
    .min(1)
    .max(500),
})

/** Makes cards. Older ones of the same people go on working until they are revoked. */
export const makeCards = defineCommand({
  input: making,
  needs: () => [],
  decide(_rows, { cards }, context) {
    const drafts = cards.map(({ personId, token }): Draft => ({
      record: 'card',
      row: context.newId(),
      fields: { personId, token, madeAt: context.now, byId: context.actor },
    }))
    return ok({ drafts, answer: { cardIds: drafts.map((one) => one.row) } })
  },
})

const revoking = z.object({ cardId: idSchema, because: z.string().trim().min(1).max(200) })

/** A card that was lost or is no longer wanted signs nobody in from now on. */
export const revokeCard = defineCommand({
  input: revoking,
  needs: ({ cardId }) => [{ record: 'card', id: cardId }],
  decide(rows, { cardId, because }, context) {
    const found = rows.get('card', cardId)
    if (!found || found.revokedAt) return fail('nothingChanged')
    return ok({ drafts: [{ record: 'card', row: cardId, fields: { revokedAt: context.now, revokedBecause: because } }], answer: null })
  },
})
