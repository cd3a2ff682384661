import { z } from 'zod'
import { kioskRequestKind } from '../records/kioskRequest.ts'
import { fail, ok } from '../std/result.ts'
import { defineCommand } from './command.ts'
import { given } from './given.ts'
import { idOf, sessionDraft, sessionNeeds, whichSession } from './which.ts'
import { idSchema } from '../std/schemas.ts'

const asking = z.object({
  session: whichSession,
  personId: idSchema.nullable(),
  kind: kioskRequestKind,
  firstName: z.string().trim().max(60).optional(),
})

/** Somebody at the kiosk wants the leader: it stays on the leader's panel until it is seen to (story 17). */
export const askForLeader = defineCommand({
  input: asking,
  needs: ({ session }) => sessionNeeds(session),
  decide(rows, { session, personId, kind, firstName }, context) {
    const row = context.newId()
    const fields = given({ sessionId: idOf(session), personId, kind, firstName: firstName || undefined, at: context.now, byId: context.actor })
    return ok({ drafts: [...sessionDraft(rows, session), { record: 'kioskRequest', row, fields }], answer: { kioskRequestId: row } })
  },
})

const seeing = z.object({ kioskRequestId: idSchema })

/** The leader has spoken to them. */
export const seeToKioskRequest = defineCommand({
  formerly: ['seeToAttention'],
  input: seeing,
  needs: ({ kioskRequestId }) => [{ record: 'kioskRequest', id: kioskRequestId }],
  decide(rows, { kioskRequestId }, context) {
    const found = rows.get('kioskRequest', kioskRequestId)
    if (!found || found.seenToAt) return fail('nothingChanged')
    const fields = { seenToAt: context.now, seenToBy: context.actor }
    return ok({ drafts: [{ record: 'kioskRequest', row: kioskRequestId, fields }], answer: null })
  },
})

/** Whoever asked thinks otherwise, while still at the kiosk: nobody need see to it. `seenToBy` stays empty, for nobody did. */
export const takeBackKioskRequest = defineCommand({
  formerly: ['takeBackAttention'],
  input: seeing,
  needs: ({ kioskRequestId }) => [{ record: 'kioskRequest', id: kioskRequestId }],
  decide(rows, { kioskRequestId }, context) {
    const found = rows.get('kioskRequest', kioskRequestId)
    if (!found || found.seenToAt) return fail('nothingChanged')
    return ok({ drafts: [{ record: 'kioskRequest', row: kioskRequestId, fields: { seenToAt: context.now } }], answer: null })
  },
})

const feeling = z.object({ session: whichSession, today: z.int().min(1).max(5) })

/** How today is, with no name beside it. */
export const sayHowTodayIs = defineCommand({
  input: feeling,
  needs: () => [],
  decide(_rows, { session, today }, context) {
    return ok({ drafts: [{ record: 'mood', row: context.newId(), fields: { sessionId: idOf(session), today, on: session.date } }], answer: null })
  },
})
