import { z } from 'zod'
import { rotaDuty } from '../records/rotaDuty.ts'
import { fail, ok } from '../std/result.ts'
import { defineCommand, type Draft } from './command.ts'
import { given } from './given.ts'
import { idOf, sessionDraft, sessionNeeds, whichSession } from './which.ts'
import { idSchema } from '../std/schemas.ts'

const putting = z.object({
  session: whichSession,
  ...rotaDuty.schema.pick({ role: true, colleagueId: true, personId: true, state: true }).shape,
  /** The leader who was only planned, and stays written down as swapped. */
  insteadOf: idSchema.nullable().optional(),
})

/** Puts somebody on the rota of one date: a colleague, or a participant who helps (story 37). */
export const putOnRota = defineCommand({
  input: putting,
  needs: ({ session }) => [...sessionNeeds(session), { record: 'rotaDuty', where: 'sessionId', is: idOf(session) }],
  decide(rows, { session, insteadOf = null, ...fields }, context) {
    const same = rows
      .all('rotaDuty', 'sessionId', idOf(session))
      .some(
        (one) =>
          !one.voidedBecause &&
          one.role === fields.role &&
          one.state !== 'swapped' &&
          one.state !== 'no' &&
          (one.colleagueId ?? null) === (fields.colleagueId ?? null) &&
          (one.personId ?? null) === (fields.personId ?? null),
      )
    if (same) return fail('nothingChanged')
    const row = context.newId()
    const signed = { sessionId: idOf(session), role: fields.role, at: context.now, byId: context.actor }
    const swapped: Draft[] = insteadOf
      ? [{ record: 'rotaDuty', row: context.newId(), fields: { ...signed, colleagueId: insteadOf, state: 'swapped' } }]
      : []
    const put: Draft = { record: 'rotaDuty', row, fields: given({ ...signed, ...fields }) }
    return ok({ drafts: [...sessionDraft(rows, session), ...swapped, put], answer: { dutyId: row, swappedId: swapped[0]?.row } })
  },
  undo: (_, { dutyId, swappedId }) => ({ name: 'takeOffRota', input: { dutyId, ...(swappedId ? { swappedId } : {}) } }),
})

const answering = z.object({ dutyId: idSchema, state: rotaDuty.schema.shape.state })

/** They said yes or no. */
export const answerRota = defineCommand({
  input: answering,
  needs: ({ dutyId }) => [{ record: 'rotaDuty', id: dutyId }],
  decide(rows, { dutyId, state }) {
    const found = rows.get('rotaDuty', dutyId)
    if (!found || found.state === state) return fail('nothingChanged')
    return ok({ drafts: [{ record: 'rotaDuty', row: dutyId, fields: { state } }], answer: null })
  },
})

const swapping = z.object({ dutyId: idSchema, ...rotaDuty.schema.pick({ colleagueId: true, personId: true }).shape })

/** Somebody else takes the duty; the first stays written down as swapped. */
export const swapRota = defineCommand({
  input: swapping,
  needs: ({ dutyId }) => [{ record: 'rotaDuty', id: dutyId }],
  decide(rows, { dutyId, colleagueId = null, personId = null }, context) {
    const found = rows.get('rotaDuty', dutyId)
    const same = (found?.colleagueId ?? null) === colleagueId && (found?.personId ?? null) === personId
    if (!found || same || (!colleagueId && !personId)) return fail('nothingChanged')
    const row = context.newId()
    const fields = {
      sessionId: found.sessionId,
      role: found.role,
      colleagueId,
      personId,
      state: 'yes' as const,
      at: context.now,
      byId: context.actor,
    }
    return ok({
      drafts: [
        { record: 'rotaDuty', row: dutyId, fields: { state: 'swapped' } },
        { record: 'rotaDuty', row, fields },
      ],
      answer: { dutyId: row },
    })
  },
})

const taking = z.object({ dutyId: idSchema, /** Whose place it took, and who has it again. */ swappedId: idSchema.optional() })

/** Written down by mistake. */
export const takeOffRota = defineCommand({
  input: taking,
  needs: ({ dutyId, swappedId }) => [dutyId, swappedId ?? []].flat().map((id) => ({ record: 'rotaDuty', id })),
  decide(rows, { dutyId, swappedId }) {
    const found = rows.get('rotaDuty', dutyId)
    if (!found || found.voidedBecause) return fail('nothingChanged')
    const both = [dutyId, ...(swappedId && rows.get('rotaDuty', swappedId) ? [swappedId] : [])]
    return ok({ drafts: both.map((row) => ({ record: 'rotaDuty', row, fields: { voidedBecause: 'a mistake' } })), answer: null })
  },
})
