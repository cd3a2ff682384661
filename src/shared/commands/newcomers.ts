import { z } from 'zod'
import { membershipIdOf } from '../std/ids.ts'
import { fail, ok } from '../std/result.ts'
import { defineCommand, type Draft } from './command.ts'
import { signInDraft } from './signIns.ts'
import { because, begunDraft, correction, idOf, sessionNeeds, whichSession } from './which.ts'
import { idSchema } from '../std/schemas.ts'

const newcomer = z.object({
  session: whichSession,
  givenName: z.string().trim().min(1).max(100),
  familyName: z.string().trim().max(100).optional(),
  phone: z.string().trim().max(40).optional(),
  /** Whether they join the group too; who comes only once need not. */
  member: z.boolean(),
  because: because.optional(),
})

/** Adds somebody new and signs them in, in one act: a name is enough, the rest is marked missing. */
export const addSomeoneNew = defineCommand({
  input: newcomer,
  needs: ({ session }) => sessionNeeds(session),
  decide(rows, input, context) {
    const { session, givenName, familyName, phone } = input
    const late = correction(rows, [idOf(session)], input.because)
    if (!late.ok) return fail('sessionClosed')
    const personId = context.newId()
    const fields = { givenName, ...(familyName ? { familyName } : {}), ...(phone ? { phone } : {}) }
    const signedIn = signInDraft(session, personId, context, 'facilitator', late.more)
    const joined = input.member ? [membershipDraft(session.groupId, personId, session.date)] : []
    const drafts: Draft[] = [...begunDraft(rows, session, context), { record: 'person', row: personId, fields }, ...joined, signedIn]
    return ok({ drafts, answer: { personId, signInId: signedIn.row } })
  },
  undo: ({ session }, { personId, signInId }) => ({ name: 'removeNewcomer', input: { session, personId, signInId } }),
})

const notNew = z.object({ session: whichSession, personId: idSchema, signInId: idSchema })

/** Takes back somebody new who was added by mistake: sign-in, person and membership, and nobody else's facts. */
export const removeNewcomer = defineCommand({
  input: notNew,
  needs: ({ session, personId, signInId }) => [
    { record: 'signIn', id: signInId },
    { record: 'person', id: personId },
    { record: 'membership', id: membershipIdOf(session.groupId, personId) },
  ],
  decide(rows, { session, personId, signInId }, context) {
    if (!rows.get('signIn', signInId)) return fail('noSuchSignIn')
    const why = 'added by mistake'
    const voided: Draft = { record: 'signIn', row: signInId, fields: { voidedBecause: why, voidedBy: context.actor, voidedAt: context.now } }
    const removed: Draft = { record: 'person', row: personId, fields: { removedBecause: why } }
    const membershipId = membershipIdOf(session.groupId, personId)
    const ended: Draft[] = rows.get('membership', membershipId)
      ? [{ record: 'membership', row: membershipId, fields: { endedOn: session.date } }]
      : []
    return ok({ drafts: [voided, removed, ...ended], answer: null })
  },
})

/** Somebody signs up to a group. */
export function membershipDraft(groupId: string, personId: string, since: string): Draft {
  return { record: 'membership', row: membershipIdOf(groupId, personId), fields: { groupId, personId, since } }
}
