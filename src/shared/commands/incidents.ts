import { z } from 'zod'
import { concern } from '../records/concern.ts'
import { incident } from '../records/incident.ts'
import { fail, ok } from '../std/result.ts'
import { defineCommand } from './command.ts'
import { given } from './given.ts'
import { idOf, sessionDraft, sessionNeeds, whichSession } from './which.ts'
import { idSchema } from '../std/schemas.ts'

const byTheLead = { closedAt: true, closedBy: true, closedWords: true } as const
const reporting = z.object({ session: whichSession, ...incident.schema.omit({ sessionId: true, at: true, byId: true, ...byTheLead }).shape })

/** Writes down an incident or near miss, also after the session was closed (story 10). */
export const reportIncident = defineCommand({
  input: reporting,
  needs: ({ session }) => sessionNeeds(session),
  decide(rows, { session, ...said }, context) {
    const row = context.newId()
    const fields = given({ sessionId: idOf(session), ...said, at: context.now, byId: context.actor })
    return ok({ drafts: [...sessionDraft(rows, session), { record: 'incident', row, fields }], answer: { incidentId: row } })
  },
})

const linking = z.object({ incidentId: idSchema, sameAs: idSchema.nullable() })

/** Two reports of one event; both stay in their own words (story 10). Null: they are two events after all. */
export const linkIncidents = defineCommand({
  input: linking,
  needs: ({ incidentId, sameAs }) => [incidentId, ...(sameAs ? [sameAs] : [])].map((id) => ({ record: 'incident', id })),
  decide(rows, { incidentId, sameAs }) {
    const found = rows.get('incident', incidentId)
    const other = sameAs ? rows.get('incident', sameAs) : null
    if (!found || other === undefined || sameAs === incidentId || (found.sameAs ?? null) === sameAs) return fail('nothingChanged')
    return ok({ drafts: [{ record: 'incident', row: incidentId, fields: { sameAs } }], answer: null })
  },
})

const closing = z.object({ incidentId: idSchema, words: z.string().trim().min(1).max(1000).nullable() })

/** A lead closes an incident with what came of it; null opens it again (story 31). */
export const closeIncident = defineCommand({
  by: ['lead'],
  input: closing,
  needs: ({ incidentId }) => [{ record: 'incident', id: incidentId }],
  decide(rows, { incidentId, words }, context) {
    const found = rows.get('incident', incidentId)
    if (!found || (found.closedWords ?? null) === words) return fail('nothingChanged')
    const open = words === null
    const fields = { closedAt: open ? null : context.now, closedBy: open ? null : context.actor, closedWords: words }
    return ok({ drafts: [{ record: 'incident', row: incidentId, fields }], answer: { before: found.closedWords ?? null } })
  },
  undo: ({ incidentId }, { before }: { before: string | null }) => ({ name: 'closeIncident' as const, input: { incidentId, words: before } }),
})

const worrying = z.object({
  session: whichSession.nullable(),
  ...concern.schema.pick({ addsTo: true, personId: true, who: true, aboutColleagueId: true, what: true, told: true, inDanger: true }).shape,
})

/** Passes a safeguarding concern on, or adds to one. It is never changed (story 11). */
export const passOnConcern = defineCommand({
  input: worrying,
  needs: ({ addsTo }) => (addsTo ? [{ record: 'concern', id: addsTo }] : []),
  decide(rows, { session, ...said }, context) {
    const first = said.addsTo ? rows.get('concern', said.addsTo) : undefined
    const about = first?.aboutColleagueId ? { aboutColleagueId: first.aboutColleagueId } : {}
    const row = context.newId()
    const fields = given({ sessionId: session ? idOf(session) : undefined, ...said, ...about, at: context.now, byId: context.actor })
    return ok({ drafts: [{ record: 'concern', row, fields }], answer: { concernId: row } })
  },
})

const acknowledging = z.object({ concernId: idSchema })

/** The lead has read it: the laptop that sent it no longer shows it as waiting. */
export const acknowledgeConcern = defineCommand({
  by: ['lead'],
  input: acknowledging,
  needs: ({ concernId }) => [{ record: 'concern', id: concernId }],
  decide(rows, { concernId }, context) {
    const found = rows.get('concern', concernId)
    if (!found || found.acknowledgedAt) return fail('nothingChanged')
    const fields = { acknowledgedAt: context.now, acknowledgedBy: context.actor }
    return ok({ drafts: [{ record: 'concern', row: concernId, fields }], answer: null })
  },
})
