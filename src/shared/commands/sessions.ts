import { z } from 'zod'
import { session as sessionRecord } from '../records/session.ts'
import { openMismatch } from '../rules/headCounts.ts'
import { fail, ok } from '../std/result.ts'
import { defineCommand, type Draft } from './command.ts'
import { given } from './given.ts'
import { noteDraft } from './notes.ts'
import { because, idOf, sessionDraft, sessionNeeds, whichSession } from './which.ts'

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
export const closeSession = defineCommand({
  input: closing,
  needs: ({ session }) => [...sessionNeeds(session), { record: 'headCount', where: 'sessionId', is: idOf(session) }],
  decide(rows, input, context) {
    const id = idOf(input.session)
    const group = rows.get('group', input.session.groupId)
    const mismatch = group?.counts ? openMismatch(rows.all('headCount', 'sessionId', id)) : null
    if (mismatch && !input.mismatchReason) return fail('reasonNeeded')
    const fields = given({
      closedAt: context.now,
      closedBy: context.actor,
      mismatchReason: input.mismatchReason || undefined,
      summary: input.summary || undefined,
    })
    const noted = [
      ...(input.note ? [noteDraft(id, input.note, context)] : []),
      ...(input.worthACall ? [noteDraft(id, input.worthACall, context, 'worthACall')] : []),
      ...(input.lostProperty ? [noteDraft(id, input.lostProperty, context, 'lostProperty')] : []),
    ]
    return ok({ drafts: [...sessionDraft(rows, input.session), { record: 'session', row: id, fields }, ...noted], answer: null })
  },
  undo: ({ session }) => ({ name: 'reopenSession', input: { session, because: 'Closed by mistake' } }),
})

const reopening = z.object({ session: whichSession, because })

/** Opens a closed register again; the reason stays as a note. */
export const reopenSession = defineCommand({
  input: reopening,
  needs: ({ session }) => sessionNeeds(session),
  decide(rows, { session, because: reason }, context) {
    const id = idOf(session)
    if (!rows.get('session', id)?.closedAt) return fail('nothingChanged')
    const opened: Draft = { record: 'session', row: id, fields: { closedAt: null, closedBy: null, mismatchReason: null } }
    return ok({ drafts: [opened, noteDraft(id, reason, context)], answer: null })
  },
})

const cancelling = z.object({
  session: whichSession,
  because: because.nullable(),
  /** What kind of reason it is. */
  reason: sessionRecord.schema.shape.cancelledFor.unwrap().unwrap().optional(),
})

/** Calls a session off, or on again (null). Attendance that happened stays (peers 3.5). */
export const cancelSession = defineCommand({
  input: cancelling,
  needs: ({ session }) => sessionNeeds(session),
  decide(rows, { session, because: words, reason }) {
    const id = idOf(session)
    if ((rows.get('session', id)?.cancelledBecause ?? null) === words) return fail('nothingChanged')
    const fields = { cancelledBecause: words, cancelledFor: words === null ? null : (reason ?? 'other') }
    return ok({ drafts: [...sessionDraft(rows, session), { record: 'session', row: id, fields }], answer: null })
  },
})

const moving = z.object({
  session: whichSession,
  ...sessionRecord.schema.pick({
    start: true,
    end: true,
    venueId: true,
    leaderId: true,
    unplannedBecause: true,
    checked: true,
    cafeAt: true,
    cafeVenueId: true,
    drinks: true,
    quizTheme: true,
    twoPeople: true,
  }).shape,
})

/** Another time, place or leader for one date only, what was checked, its café. The session keeps its identity. */
export const changeSession = defineCommand({
  input: moving,
  needs: ({ session }) => sessionNeeds(session),
  decide(rows, { session, ...fields }) {
    const changed = given(fields)
    if (Object.keys(changed).length === 0) return fail('nothingChanged')
    return ok({ drafts: [...sessionDraft(rows, session), { record: 'session', row: idOf(session), fields: changed }], answer: null })
  },
})
