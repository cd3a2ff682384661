import { z } from 'zod'
import { registerMarkState, type RegisterMarkState } from '../records/registerMark.ts'
import { attendanceOf, came } from '../rules/attendance.ts'
import { standingMarks } from '../rules/marks.ts'
import { fail, ok } from '../std/result.ts'
import { defineCommand, type Context, type Need, type Reader, type Draft, type SomeFields } from './command.ts'
import { because, correction, idOf, sessionDraft, sessionNeeds, whichSession, type WhichSession } from './which.ts'
import { idSchema } from '../std/schemas.ts'

function needs(session: WhichSession): Need[] {
  const is = idOf(session)
  return [...sessionNeeds(session), { record: 'signIn', where: 'sessionId', is }, { record: 'registerMark', where: 'sessionId', is }]
}

function markDraft(session: WhichSession, personId: string, state: RegisterMarkState, context: Context, more: SomeFields<'registerMark'>): Draft {
  const fields = { sessionId: idOf(session), personId, state, at: context.now, byId: context.actor, ...more }
  return { record: 'registerMark', row: context.newId(), fields }
}

const marking = z.object({
  session: whichSession,
  personId: idSchema,
  /** null takes the mark back: nothing is recorded again. */
  state: registerMarkState.nullable(),
  words: z.string().trim().max(200).optional(),
  because: because.optional(),
})

/** Marks one person who is not here: told us before, absent, waiting for a place. A new mark takes the place of the old. */
export const markPerson = defineCommand({
  input: marking,
  needs: ({ session, personId }) => [...needs(session), { record: 'person', id: personId }],
  decide(rows, { session, personId, state, words, because: reason }, context) {
    if (!rows.get('person', personId)) return fail('noSuchPerson')
    const id = idOf(session)
    const before = standingMarks(rows.all('registerMark', 'sessionId', id)).get(personId)
    if ((before?.state ?? null) === state) return fail('nothingChanged')
    if (state && arrived(rows, id).has(personId)) return fail('alreadyHere')
    const late = correction(rows, [id], reason)
    if (!late.ok) return fail('sessionClosed')
    const voided: Draft[] = before ? [{ record: 'registerMark', row: before.id, fields: { voidedBecause: reason ?? 'changed' } }] : []
    const made = state ? [markDraft(session, personId, state, context, { ...(words ? { because: words } : {}), ...late.more })] : []
    return ok({ drafts: [...sessionDraft(rows, session), ...voided, ...made], answer: { markId: made[0]?.row ?? null } })
  },
  undo: ({ session, personId }, { markId }) =>
    markId ? { name: 'markPerson', input: { session, personId, state: null, because: 'a mistake' } } : null,
})

const resting = z.object({ session: whichSession, because: because.optional() })

/**
 * Marks everyone absent of whom nothing is recorded: nobody who is here, came and left, told us before, or has any mark
 * (story 4). Answers the marks, so that they can be taken back together.
 */
export const markRestAbsent = defineCommand({
  input: resting,
  needs: ({ session }) => [...needs(session), { record: 'membership', where: 'groupId', is: session.groupId }],
  decide(rows, { session, because: reason }, context) {
    const id = idOf(session)
    const late = correction(rows, [id], reason)
    if (!late.ok) return fail('sessionClosed')
    const marked = standingMarks(rows.all('registerMark', 'sessionId', id))
    const here = arrived(rows, id)
    const expected = rows
      .all('membership', 'groupId', session.groupId)
      .filter((one) => one.since <= session.date && (!one.endedOn || one.endedOn > session.date))
    const rest = [...new Set(expected.map((one) => one.personId))].filter((personId) => !here.has(personId) && !marked.has(personId))
    if (rest.length === 0) return fail('nothingChanged')
    const drafts = rest.map((personId) => markDraft(session, personId, 'absent', context, late.more))
    return ok({ drafts: [...sessionDraft(rows, session), ...drafts], answer: { markIds: drafts.map((one) => one.row) } })
  },
  undo: (_, { markIds }) => ({ name: 'voidMarks', input: { markIds } }),
})

const unmarking = z.object({ markIds: z.array(idSchema).min(1).max(2000) })

/** Takes marks back: nothing is recorded of these people again. */
export const voidMarks = defineCommand({
  input: unmarking,
  needs: ({ markIds }) => markIds.map((id) => ({ record: 'registerMark', id })),
  decide(rows, { markIds }) {
    const standing = markIds.flatMap((id) => rows.get('registerMark', id) ?? []).filter((one) => !one.voidedBecause)
    if (standing.length === 0) return fail('nothingChanged')
    return ok({ drafts: standing.map((one) => ({ record: 'registerMark', row: one.id, fields: { voidedBecause: 'a mistake' } })), answer: null })
  },
})

/** Who came, whether or not they are still there. */
/** Who has come to a session and was not taken off again. */
export function arrived(rows: Reader, sessionId: string): Set<string> {
  return new Set(
    attendanceOf(rows.all('signIn', 'sessionId', sessionId))
      .filter(came)
      .map((one) => one.personId),
  )
}
