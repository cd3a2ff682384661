import { z } from 'zod'
import { toldHow } from '../records/told.ts'
import { newsOf } from '../rules/news.ts'
import { fail, ok } from '../std/result.ts'
import { defineCommand } from './command.ts'
import { idOf, sessionDraft, sessionNeeds, whichSession } from './which.ts'
import { idSchema } from '../std/schemas.ts'

const telling = z.object({ session: whichSession, personId: idSchema, how: toldHow })

/** Somebody was told, or rung in vain, that a session is off or elsewhere (story 14). */
export const tellPerson = defineCommand({
  input: telling,
  needs: ({ session, personId }) => [...sessionNeeds(session), { record: 'person', id: personId }],
  decide(rows, { session, personId, how }, context) {
    const group = rows.get('group', session.groupId)
    if (!rows.get('person', personId)) return fail('noSuchPerson')
    if (!group) return fail('noSuchGroup')
    const row = context.newId()
    const fields = { sessionId: idOf(session), personId, how, news: newsOf(group, rows.get('session', idOf(session))), at: context.now, byId: context.actor }
    return ok({ drafts: [...sessionDraft(rows, session), { record: 'told', row, fields }], answer: { toldId: row } })
  },
  undo: (_, { toldId }) => ({ name: 'voidTold', input: { toldId } }),
})

const untelling = z.object({ toldId: idSchema })

/** Ticked by mistake. */
export const voidTold = defineCommand({
  input: untelling,
  needs: ({ toldId }) => [{ record: 'told', id: toldId }],
  decide(rows, { toldId }) {
    const found = rows.get('told', toldId)
    if (!found || found.voidedBecause) return fail('nothingChanged')
    return ok({ drafts: [{ record: 'told', row: toldId, fields: { voidedBecause: 'a mistake' } }], answer: null })
  },
})
