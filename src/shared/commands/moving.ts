import { z } from 'zod'
import { fail, ok } from '../std/result.ts'
import { defineCommand, type Draft } from './command.ts'
import { because, begunDraft, correction, idOf, sessionNeeds, whichSession } from './which.ts'
import { idSchema } from '../std/schemas.ts'

const moving = z.object({ signInIds: z.array(idSchema).min(1).max(20), to: whichSession, because: because.optional() })

/**
 * Moves a sign-in that was written into the wrong register: the act there is taken back, the same arrival is written here
 * (story 4). Times stay. Answers both, so that it can be undone.
 */
export const moveSignIns = defineCommand({
  input: moving,
  needs: ({ signInIds, to }) => [...signInIds.map((id) => ({ record: 'signIn' as const, id })), ...sessionNeeds(to)],
  decide(rows, { signInIds, to, because: reason }, context) {
    const standing = signInIds.flatMap((id) => rows.get('signIn', id) ?? []).filter((one) => !one.voidedBecause)
    const first = standing[0]
    if (!first) return fail('noSuchSignIn')
    if (first.sessionId === idOf(to)) return fail('nothingChanged')
    const late = correction(rows, [idOf(to), ...standing.map((one) => one.sessionId)], reason)
    if (!late.ok) return fail('sessionClosed')
    const voided = { voidedBecause: 'moved to another session', voidedBy: context.actor, voidedAt: context.now }
    const away = standing.map((one): Draft => ({ record: 'signIn', row: one.id, fields: voided }))
    const row = context.newId()
    const { personId, arrivedAt, how, leftAt } = first
    const fields = {
      sessionId: idOf(to),
      personId,
      arrivedAt,
      how,
      byId: context.actor,
      movedFrom: first.sessionId,
      ...(leftAt ? { leftAt } : {}),
      ...late.more,
    }
    return ok({ drafts: [...begunDraft(rows, to, context), ...away, { record: 'signIn', row, fields }], answer: { personId, signInIds: [row] } })
  },
})
