import { z } from 'zod'
import { sessionCallOutcome } from '../records/sessionCall.ts'
import { newsOf } from '../rules/news.ts'
import { fail, ok } from '../std/result.ts'
import { defineCommand } from './command.ts'
import { idOf, sessionDraft, sessionNeeds, whichSession } from './which.ts'
import { idSchema } from '../std/schemas.ts'

const telling = z.object({ session: whichSession, personId: idSchema, how: sessionCallOutcome })

/** Somebody was told, or rung in vain, that a session is off or elsewhere (story 14). */
export const recordSessionCall = defineCommand({
  formerly: ['tellPerson'],
  input: telling,
  needs: ({ session, personId }) => [...sessionNeeds(session), { record: 'person', id: personId }],
  decide(rows, { session, personId, how }, context) {
    const group = rows.get('group', session.groupId)
    if (!rows.get('person', personId)) return fail('noSuchPerson')
    if (!group) return fail('noSuchGroup')
    const row = context.newId()
    const fields = {
      sessionId: idOf(session),
      personId,
      how,
      news: newsOf(group, rows.get('session', idOf(session))),
      at: context.now,
      byId: context.actor,
    }
    return ok({ drafts: [...sessionDraft(rows, session), { record: 'sessionCall', row, fields }], answer: { sessionCallId: row } })
  },
  undo: (_, { sessionCallId }) => ({ name: 'voidSessionCall', input: { sessionCallId } }),
})

const untelling = z.object({ sessionCallId: idSchema })

/** Ticked by mistake. */
export const voidSessionCall = defineCommand({
  formerly: ['voidTold'],
  input: untelling,
  needs: ({ sessionCallId }) => [{ record: 'sessionCall', id: sessionCallId }],
  decide(rows, { sessionCallId }) {
    const found = rows.get('sessionCall', sessionCallId)
    if (!found || found.voidedBecause) return fail('nothingChanged')
    return ok({ drafts: [{ record: 'sessionCall', row: sessionCallId, fields: { voidedBecause: 'a mistake' } }], answer: null })
  },
})
