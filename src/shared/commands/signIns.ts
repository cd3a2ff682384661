import { z } from 'zod'
import type { Entity } from '../records/index.ts'
import { attendanceOf } from '../rules/attendance.ts'
import { fail, ok } from '../std/result.ts'
import { defineCommand, type Context, type Draft, type SomeFields } from './command.ts'
import { because, begunDraft, correction, idOf, sessionNeeds, whichSession, type WhichSession } from './which.ts'
import { idSchema, momentSchema } from '../std/schemas.ts'

/** One act at the door. @param how by whom or what it was written down */
export function signInDraft(
  which: WhichSession,
  personId: string,
  context: Context,
  how: Entity<'signIn'>['how'],
  more: SomeFields<'signIn'>,
): Draft {
  const fields = { sessionId: idOf(which), personId, arrivedAt: context.now, how, byId: context.actor, ...more }
  return { record: 'signIn', row: context.newId(), fields }
}

const oneSignIn = z.object({
  session: whichSession,
  personId: idSchema,
  how: z.enum(['facilitator', 'kiosk', 'paper', 'card']).default('facilitator').optional(),
  /** Comes for the café only (story 9). */
  part: z.enum(['whole', 'cafe']).optional(),
  /** Needed when the session has been closed. */
  because: because.optional(),
})

/** Somebody stands at the gate: they are in. Refused only when they are in already. */
export const signInPerson = defineCommand({
  input: oneSignIn,
  needs: ({ session, personId }) => [
    ...sessionNeeds(session),
    { record: 'person', id: personId },
    { record: 'signIn', where: 'sessionId', is: idOf(session) },
  ],
  decide(rows, input, context) {
    const { session, personId } = input
    const person = rows.get('person', personId)
    if (!person) return fail('noSuchPerson')
    if (person.signInBlocked) return fail('speakToTeam')
    if (person.archivedOn) return fail('archived')
    const signIns = rows.all('signIn', 'sessionId', idOf(session)).filter((one) => one.personId === personId)
    if (attendanceOf(signIns)[0]?.state === 'here') return fail('alreadyHere')
    const late = correction(rows, [idOf(session)], input.because)
    if (!late.ok) return fail('sessionClosed')
    const part = input.part === 'cafe' ? { part: 'cafe' as const } : {}
    const draft = signInDraft(session, personId, context, input.how ?? 'facilitator', { ...part, ...late.more })
    return ok({ drafts: [...begunDraft(rows, session, context), draft], answer: { signInId: draft.row } })
  },
  undo: (_, { signInId }) => ({ name: 'voidSignIns', input: { signInIds: [signInId], because: 'a mistake' } }),
  early: true,
})

const takeBack = z.object({ signInIds: z.array(idSchema).min(1).max(20), because: because.default('a mistake').optional() })

/** Takes back these sign-ins and no others: a void names the one act it takes back (house 10.1). Answers which it did. */
export const voidSignIns = defineCommand({
  input: takeBack,
  needs: ({ signInIds }) => signInIds.map((id) => ({ record: 'signIn', id })),
  decide(rows, { signInIds, because: reason }, context) {
    const found = signInIds.flatMap((id) => rows.get('signIn', id) ?? [])
    const first = found[0]
    if (!first) return fail('noSuchSignIn')
    const standing = found.filter((one) => !one.voidedBecause)
    if (standing.length === 0) return fail('alreadyVoided')
    const fields = { voidedBecause: reason ?? 'a mistake', voidedBy: context.actor, voidedAt: context.now }
    const answer = { personId: first.personId, signInIds: standing.map((one) => one.id) }
    return ok({ drafts: standing.map((one) => ({ record: 'signIn', row: one.id, fields })), answer })
  },
  undo: (_, { signInIds }) => ({ name: 'restoreSignIns', input: { signInIds } }),
  early: true,
})

const restoring = z.object({ signInIds: z.array(idSchema).min(1).max(20) })

/** Lets sign-ins stand again that were taken back by mistake. */
export const restoreSignIns = defineCommand({
  input: restoring,
  needs: ({ signInIds }) => signInIds.map((id) => ({ record: 'signIn', id })),
  decide(rows, { signInIds }) {
    const voided = signInIds.flatMap((id) => rows.get('signIn', id) ?? []).filter((one) => one.voidedBecause)
    if (voided.length === 0) return fail('nothingChanged')
    const fields = { voidedBecause: null, voidedBy: null, voidedAt: null }
    return ok({ drafts: voided.map((one) => ({ record: 'signIn', row: one.id, fields })), answer: null })
  },
})

const leaving = z.object({ signInIds: z.array(idSchema).min(1).max(20), at: momentSchema.optional(), because: because.optional() })

/**
 * Somebody goes before the end; where all have left already, that was another time. Who left, came again and goes now
 * keeps the first leaving. Answers which sign-ins it ended. @param at when, if not now
 */
export const leaveEarly = defineCommand({
  input: leaving,
  needs: ({ signInIds }) => signInIds.map((id) => ({ record: 'signIn', id })),
  decide(rows, { signInIds, at, because: reason }, context) {
    const standing = signInIds.flatMap((id) => rows.get('signIn', id) ?? []).filter((one) => !one.voidedBecause)
    if (standing.length === 0) return fail('noSuchSignIn')
    const late = correction(
      rows,
      standing.map((one) => one.sessionId),
      reason,
    )
    if (!late.ok) return fail('sessionClosed')
    const open = standing.filter((one) => !one.leftAt)
    const ended = open.length > 0 ? open : standing
    const fields = { leftAt: at ?? context.now, ...late.more }
    return ok({ drafts: ended.map((one) => ({ record: 'signIn', row: one.id, fields })), answer: { signInIds: ended.map((one) => one.id) } })
  },
  undo: (_, { signInIds }) => ({ name: 'comeBack', input: { signInIds, because: 'a mistake' } }),
})

const comingBack = z.object({ signInIds: z.array(idSchema).min(1).max(20), because: because.optional() })

/** Somebody who had left is here again. Answers which sign-ins that are and when they had left, so that it can be undone. */
export const comeBack = defineCommand({
  input: comingBack,
  needs: ({ signInIds }) => signInIds.map((id) => ({ record: 'signIn', id })),
  decide(rows, { signInIds, because: reason }) {
    const gone = signInIds.flatMap((id) => rows.get('signIn', id) ?? []).filter((one) => one.leftAt && !one.voidedBecause)
    const leftAt = gone
      .map((one) => one.leftAt ?? '')
      .sort()
      .at(-1)
    if (!leftAt) return fail('nothingChanged')
    const { more } = correction(
      rows,
      gone.map((one) => one.sessionId),
      reason,
    )
    const drafts = gone.map((one): Draft => ({ record: 'signIn', row: one.id, fields: { leftAt: null, ...more } }))
    return ok({ drafts, answer: { signInIds: gone.map((one) => one.id), leftAt } })
  },
  undo: (_, { signInIds, leftAt }) => ({ name: 'leaveEarly', input: { signInIds, at: leftAt, because: 'a mistake' } }),
})

const arrival = z.object({ signInId: idSchema, arrivedAt: momentSchema, because: because.optional() })

/** Puts a wrong arrival time right. */
export const changeArrival = defineCommand({
  input: arrival,
  needs: ({ signInId }) => [{ record: 'signIn', id: signInId }],
  decide(rows, { signInId, arrivedAt, because: reason }) {
    const found = rows.get('signIn', signInId)
    if (!found) return fail('noSuchSignIn')
    if (found.arrivedAt === arrivedAt) return fail('nothingChanged')
    const late = correction(rows, [found.sessionId], reason)
    if (!late.ok) return fail('sessionClosed')
    const fields = { arrivedAt, ...late.more }
    return ok({ drafts: [{ record: 'signIn', row: signInId, fields }], answer: null })
  },
})
