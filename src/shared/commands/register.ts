import { z } from 'zod'
import type { Draft } from '../changes/change.ts'
import type { Entity } from '../records/index.ts'
import { session as sessionRecord } from '../records/session.ts'
import { attendanceOf } from '../rules/attendance.ts'
import { headCountBecause, headCountMoment, type HeadCountMoment } from '../records/headCount.ts'
import { disagrees, isRoom, nextMoment, openMismatch } from '../rules/headCounts.ts'
import { expectedHeads, headsOf } from '../rules/heads.ts'
import { partsOf } from '../rules/templates.ts'
import { membershipIdOf } from '../std/ids.ts'
import { fail, ok } from '../std/result.ts'
import { defineCommand, type Context, type Reader } from './command.ts'
import { given } from './given.ts'
import { because, begunDraft, correction, idOf, sessionDraft, sessionNeeds, whichSession, type WhichSession } from './which.ts'
import { idSchema, momentSchema } from '../std/schemas.ts'

/** One act at the door. @param how by whom or what it was written down */
export function signInDraft(which: WhichSession, personId: string, context: Context, how: Entity<'signIn'>['how'], more: object): Draft {
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
export const signInPerson = defineCommand<z.infer<typeof oneSignIn>, { signInId: string }>({
  name: 'signInPerson',
  input: oneSignIn,
  needs: ({ session, personId }) => [
    ...sessionNeeds(session), { record: 'person', id: personId }, { record: 'signIn', where: 'sessionId', is: idOf(session) },
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
    const part = input.part === 'cafe' ? { part: 'cafe' } : {}
    const draft = signInDraft(session, personId, context, input.how ?? 'facilitator', { ...part, ...late.more })
    return ok({ drafts: [...begunDraft(rows, session, context), draft], answer: { signInId: draft.row } })
  },
})

const takeBack = z.object({ signInIds: z.array(idSchema).min(1).max(20), because: because.default('a mistake').optional() })

/** Takes back these sign-ins and no others: a void names the one act it takes back (house 10.1). Answers which it did. */
export const voidSignIns = defineCommand<z.infer<typeof takeBack>, { personId: string; signInIds: string[] }>({
  name: 'voidSignIns',
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
})

const restoring = z.object({ signInIds: z.array(idSchema).min(1).max(20) })

/** Lets sign-ins stand again that were taken back by mistake. */
export const restoreSignIns = defineCommand<z.infer<typeof restoring>, null>({
  name: 'restoreSignIns',
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
export const leaveEarly = defineCommand<z.infer<typeof leaving>, { signInIds: string[] }>({
  name: 'leaveEarly',
  input: leaving,
  needs: ({ signInIds }) => signInIds.map((id) => ({ record: 'signIn', id })),
  decide(rows, { signInIds, at, because: reason }, context) {
    const standing = signInIds.flatMap((id) => rows.get('signIn', id) ?? []).filter((one) => !one.voidedBecause)
    if (standing.length === 0) return fail('noSuchSignIn')
    const late = correction(rows, standing.map((one) => one.sessionId), reason)
    if (!late.ok) return fail('sessionClosed')
    const open = standing.filter((one) => !one.leftAt)
    const ended = open.length > 0 ? open : standing
    const fields = { leftAt: at ?? context.now, ...late.more }
    return ok({ drafts: ended.map((one) => ({ record: 'signIn', row: one.id, fields })), answer: { signInIds: ended.map((one) => one.id) } })
  },
})

const comingBack = z.object({ signInIds: z.array(idSchema).min(1).max(20), because: because.optional() })

/** Somebody who had left is here again. Answers which sign-ins that are and when they had left, so that it can be undone. */
export const comeBack = defineCommand<z.infer<typeof comingBack>, { signInIds: string[]; leftAt: string }>({
  name: 'comeBack',
  input: comingBack,
  needs: ({ signInIds }) => signInIds.map((id) => ({ record: 'signIn', id })),
  decide(rows, { signInIds, because: reason }) {
    const gone = signInIds.flatMap((id) => rows.get('signIn', id) ?? []).filter((one) => one.leftAt && !one.voidedBecause)
    const leftAt = gone.map((one) => one.leftAt ?? '').sort().at(-1)
    if (!leftAt) return fail('nothingChanged')
    const { more } = correction(rows, gone.map((one) => one.sessionId), reason)
    const drafts = gone.map((one): Draft => ({ record: 'signIn', row: one.id, fields: { leftAt: null, ...more } }))
    return ok({ drafts, answer: { signInIds: gone.map((one) => one.id), leftAt } })
  },
})

const arrival = z.object({ signInId: idSchema, arrivedAt: momentSchema, because: because.optional() })

/** Puts a wrong arrival time right. */
export const changeArrival = defineCommand<z.infer<typeof arrival>, null>({
  name: 'changeArrival',
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
export const addSomeoneNew = defineCommand<z.infer<typeof newcomer>, { personId: string; signInId: string }>({
  name: 'addSomeoneNew',
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
    const drafts = [...begunDraft(rows, session, context), { record: 'person', row: personId, fields }, ...joined, signedIn]
    return ok({ drafts, answer: { personId, signInId: signedIn.row } })
  },
})

const notNew = z.object({ session: whichSession, personId: idSchema, signInId: idSchema })

/** Takes back somebody new who was added by mistake: sign-in, person and membership, and nobody else's facts. */
export const removeNewcomer = defineCommand<z.infer<typeof notNew>, null>({
  name: 'removeNewcomer',
  input: notNew,
  needs: ({ session, personId, signInId }) => [
    { record: 'signIn', id: signInId }, { record: 'person', id: personId },
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

const counting = z.object({
  session: whichSession,
  /** Left out: the count that comes next, as this laptop knows it now and not as the screen knew it a moment ago. */
  moment: headCountMoment.optional(),
  counted: z.int().min(0).max(2000),
  /** Babies, where they are counted apart. */
  babies: z.int().min(0).max(999).optional(),
  /** What explains a difference; null: asked, and not known yet. */
  because: headCountBecause.nullable().optional(),
  missingIds: z.array(idSchema).max(2000),
})

/** Writes down a head count. What is expected is worked out here, not told by the screen. */
export const recordHeadCount = defineCommand<z.infer<typeof counting>, { headCountId: string; moment: HeadCountMoment }>({
  name: 'recordHeadCount',
  input: counting,
  needs: ({ session }) => [
    ...sessionNeeds(session), { record: 'signIn', where: 'sessionId', is: idOf(session) }, { record: 'companion', where: 'sessionId', is: idOf(session) },
    { record: 'headCount', where: 'sessionId', is: idOf(session) },
  ],
  decide(rows, input, context) {
    const { session, missingIds } = input
    const id = idOf(session)
    const moment = input.moment ?? momentNow(rows, session)
    const attendance = attendanceOf(rows.all('signIn', 'sessionId', id))
    const here = attendance.filter((one) => one.state === 'here')
    const group = rows.get('group', session.groupId)
    const apart = group ? partsOf(group).babies : false
    const heads = headsOf(attendance, rows.all('companion', 'sessionId', id), isRoom(moment) ? 'all' : 'walk')
    const fields = given({
      sessionId: id, moment, counted: input.counted, expected: expectedHeads(heads, apart),
      ...(apart ? { babies: input.babies ?? 0, babiesExpected: heads.babies } : {}), because: input.because,
      missingIds: missingIds.filter((one) => here.some(({ personId }) => personId === one)), at: context.now, byId: context.actor,
    })
    const row = context.newId()
    const back = backDraft(id, fields as never, context)
    return ok({ drafts: [...begunDraft(rows, session, context), { record: 'headCount', row, fields }, ...back], answer: { headCountId: row, moment } })
  },
})

/** The count that comes next; the last again, when all are made. */
function momentNow(rows: Reader, session: WhichSession): HeadCountMoment {
  const group = rows.get('group', session.groupId)
  const moments = group ? partsOf(group).moments : []
  return nextMoment(rows.all('headCount', 'sessionId', idOf(session)), moments) ?? moments.at(-1) ?? 'back'
}

/** Everybody is back: the session no longer worries anyone. A later count that disagrees takes that away again. */
function backDraft(id: string, count: Entity<'headCount'>, context: Context): Draft[] {
  if (count.moment !== 'back' && count.moment !== 'end') return []
  return [{ record: 'session', row: id, fields: { allBackAt: disagrees(count) ? null : context.now } }]
}

const uncounting = z.object({ headCountId: idSchema, because })

/** Takes back a head count that was mistaken; the one before it holds again. */
export const voidHeadCount = defineCommand<z.infer<typeof uncounting>, null>({
  name: 'voidHeadCount',
  input: uncounting,
  needs: ({ headCountId }) => [{ record: 'headCount', id: headCountId }],
  decide(rows, { headCountId, because: reason }) {
    const found = rows.get('headCount', headCountId)
    if (!found || found.voidedBecause) return fail('nothingChanged')
    return ok({ drafts: [{ record: 'headCount', row: headCountId, fields: { voidedBecause: reason } }], answer: null })
  },
})

const closing = z.object({
  session: whichSession,
  note: z.string().trim().max(4000).optional(),
  /** Somebody to ring, something found: asked for again until it is done (story 12). */
  worthACall: z.string().trim().max(4000).optional(),
  lostProperty: z.string().trim().max(4000).optional(),
  summary: z.string().trim().max(4000).optional(),
  /** Why the counts do not agree; needed when they do not (story 8). */
  mismatchReason: z.string().trim().max(500).optional(),
})

/**
 * Closes the register. It marks nobody: who is not recorded stays not recorded. What is not given is not written, so that
 * a second laptop closing the same session takes away neither reason nor summary of the first.
 */
export const closeSession = defineCommand<z.infer<typeof closing>, null>({
  name: 'closeSession',
  input: closing,
  needs: ({ session }) => [...sessionNeeds(session), { record: 'headCount', where: 'sessionId', is: idOf(session) }],
  decide(rows, input, context) {
    const id = idOf(input.session)
    const group = rows.get('group', input.session.groupId)
    const mismatch = group?.counts ? openMismatch(rows.all('headCount', 'sessionId', id)) : null
    if (mismatch && !input.mismatchReason) return fail('reasonNeeded')
    const fields = given({
      closedAt: context.now, closedBy: context.actor, mismatchReason: input.mismatchReason || undefined, summary: input.summary || undefined,
    })
    const noted = [
      ...(input.note ? [noteDraft(id, input.note, context)] : []),
      ...(input.worthACall ? [noteDraft(id, input.worthACall, context, 'worthACall')] : []),
      ...(input.lostProperty ? [noteDraft(id, input.lostProperty, context, 'lostProperty')] : []),
    ]
    return ok({ drafts: [...sessionDraft(rows, input.session), { record: 'session', row: id, fields }, ...noted], answer: null })
  },
})

const reopening = z.object({ session: whichSession, because })

/** Opens a closed register again; the reason stays as a note. */
export const reopenSession = defineCommand<z.infer<typeof reopening>, null>({
  name: 'reopenSession',
  input: reopening,
  needs: ({ session }) => sessionNeeds(session),
  decide(rows, { session, because: reason }, context) {
    const id = idOf(session)
    if (!rows.get('session', id)?.closedAt) return fail('nothingChanged')
    const opened: Draft = { record: 'session', row: id, fields: { closedAt: null, closedBy: null, mismatchReason: null } }
    return ok({ drafts: [opened, noteDraft(id, reason, context)], answer: null })
  },
})

const noting = z.object({ aboutId: idSchema, text: z.string().trim().min(1).max(4000) })

/** Adds a note to a session or a person. */
export const addNote = defineCommand<z.infer<typeof noting>, { noteId: string }>({
  name: 'addNote',
  input: noting,
  needs: () => [],
  decide(_rows, { aboutId, text }, context) {
    const draft = noteDraft(aboutId, text, context)
    return ok({ drafts: [draft], answer: { noteId: draft.row } })
  },
})

/** A note, signed and dated. */
export function noteDraft(aboutId: string, text: string, context: Context, kind?: Entity<'note'>['kind']): Draft {
  const fields = { aboutId, text, at: context.now, byId: context.actor, ...(kind ? { kind } : {}) }
  return { record: 'note', row: context.newId(), fields }
}

const cancelling = z.object({
  session: whichSession,
  because: because.nullable(),
  /** What kind of reason it is. */
  reason: sessionRecord.schema.shape.cancelledFor.unwrap().unwrap().optional(),
})

/** Calls a session off, or on again (null). Attendance that happened stays (peers 3.5). */
export const cancelSession = defineCommand<z.infer<typeof cancelling>, null>({
  name: 'cancelSession',
  input: cancelling,
  needs: ({ session }) => sessionNeeds(session),
  decide(rows, { session, because: words, reason }) {
    const id = idOf(session)
    if ((rows.get('session', id)?.cancelledBecause ?? null) === words) return fail('nothingChanged')
    const fields = { cancelledBecause: words, cancelledFor: words === null ? null : reason ?? 'other' }
    return ok({ drafts: [...sessionDraft(rows, session), { record: 'session', row: id, fields }], answer: null })
  },
})

const moving = z.object({
  session: whichSession,
  ...sessionRecord.schema.pick({
    start: true, end: true, venueId: true, leaderId: true, unplannedBecause: true, checked: true, cafeAt: true, cafeVenueId: true,
    drinks: true, quizTheme: true, twoPeople: true,
  }).shape,
})

/** Another time, place or leader for one date only, what was checked, its café. The session keeps its identity. */
export const changeSession = defineCommand<z.infer<typeof moving>, null>({
  name: 'changeSession',
  input: moving,
  needs: ({ session }) => sessionNeeds(session),
  decide(rows, { session, ...fields }) {
    const changed = given(fields)
    if (Object.keys(changed).length === 0) return fail('nothingChanged')
    return ok({ drafts: [...sessionDraft(rows, session), { record: 'session', row: idOf(session), fields: changed }], answer: null })
  },
})
