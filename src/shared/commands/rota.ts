import { z } from 'zod'
import { duty } from '../records/duty.ts'
import { fail, ok } from '../std/result.ts'
import { defineCommand } from './command.ts'
import { given } from './given.ts'
import { idOf, sessionDraft, sessionNeeds, whichSession } from './which.ts'
import { idSchema } from '../std/schemas.ts'

const putting = z.object({
  session: whichSession,
  ...duty.schema.pick({ role: true, colleagueId: true, personId: true, state: true }).shape,
})

/** Puts somebody on the rota of one date: a colleague, or a participant who helps (story 37). */
export const putOnRota = defineCommand({
  input: putting,
  needs: ({ session }) => [...sessionNeeds(session), { record: 'duty', where: 'sessionId', is: idOf(session) }],
  decide(rows, { session, ...fields }, context) {
    const same = rows.all('duty', 'sessionId', idOf(session)).some((one) =>
      !one.voidedBecause && one.role === fields.role && one.state !== 'swapped' && one.state !== 'no' &&
      (one.colleagueId ?? null) === (fields.colleagueId ?? null) && (one.personId ?? null) === (fields.personId ?? null))
    if (same) return fail('nothingChanged')
    const row = context.newId()
    const whole = given({ sessionId: idOf(session), ...fields, at: context.now, byId: context.actor })
    return ok({ drafts: [...sessionDraft(rows, session), { record: 'duty', row, fields: whole }], answer: { dutyId: row } })
  },
  undo: (_, answer) => ({ name: 'takeOffRota', input: answer }),
})

const answering = z.object({ dutyId: idSchema, state: duty.schema.shape.state })

/** They said yes or no. */
export const answerRota = defineCommand({
  input: answering,
  needs: ({ dutyId }) => [{ record: 'duty', id: dutyId }],
  decide(rows, { dutyId, state }) {
    const found = rows.get('duty', dutyId)
    if (!found || found.state === state) return fail('nothingChanged')
    return ok({ drafts: [{ record: 'duty', row: dutyId, fields: { state } }], answer: null })
  },
})

const swapping = z.object({ dutyId: idSchema, ...duty.schema.pick({ colleagueId: true, personId: true }).shape })

/** Somebody else takes the duty; the first stays written down as swapped. */
export const swapRota = defineCommand({
  input: swapping,
  needs: ({ dutyId }) => [{ record: 'duty', id: dutyId }],
  decide(rows, { dutyId, colleagueId = null, personId = null }, context) {
    const found = rows.get('duty', dutyId)
    const same = (found?.colleagueId ?? null) === colleagueId && (found?.personId ?? null) === personId
    if (!found || same || (!colleagueId && !personId)) return fail('nothingChanged')
    const row = context.newId()
    const fields = { sessionId: found.sessionId, role: found.role, colleagueId, personId, state: 'yes' as const, at: context.now, byId: context.actor }
    return ok({ drafts: [{ record: 'duty', row: dutyId, fields: { state: 'swapped' } }, { record: 'duty', row, fields }], answer: { dutyId: row } })
  },
})

const taking = z.object({ dutyId: idSchema })

/** Written down by mistake. */
export const takeOffRota = defineCommand({
  input: taking,
  needs: ({ dutyId }) => [{ record: 'duty', id: dutyId }],
  decide(rows, { dutyId }) {
    const found = rows.get('duty', dutyId)
    if (!found || found.voidedBecause) return fail('nothingChanged')
    return ok({ drafts: [{ record: 'duty', row: dutyId, fields: { voidedBecause: 'a mistake' } }], answer: null })
  },
})
