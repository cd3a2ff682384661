import { z } from 'zod'
import { erasure } from '../records/erasure.ts'
import { retention } from '../records/retention.ts'
import { keeps } from '../rules/retention.ts'
import { unfinishedOf } from '../rules/unfinished.ts'
import { addDays, dateOf, type PlainDate } from '../std/dates.ts'
import { erasureIdOf } from '../std/ids.ts'
import { fail, ok } from '../std/result.ts'
import { dateSchema, idSchema } from '../std/schemas.ts'
import { defineCommand, type Draft, type Reader } from './command.ts'

const deciding = z.object({
  personId: idSchema,
  decision: retention.fields.decision.schema,
  reason: z.string().trim().min(1).max(500),
  /** The last day on which it keeps; null: until somebody ends it, which only a hold may be. */
  lastDay: dateSchema.nullable(),
})

/** A lead keeps somebody's record: on hold for a reason, or looked at and still needed (story 35). */
export const keepRecord = defineCommand({
  by: ['lead'],
  input: deciding,
  needs: ({ personId }) => [{ record: 'person', id: personId }],
  decide(rows, { personId, decision, reason, lastDay }, { now, newId, actor }) {
    if (!rows.get('person', personId)) return fail('noSuchPerson')
    if (lastDay === null && decision === 'keep') return fail('keepUntilMissing')
    if (lastDay !== null && lastDay < dateOf(now)) return fail('endsBefore')
    const row = newId()
    const until = lastDay === null ? null : addDays(lastDay, 1)
    return ok({
      drafts: [{ record: 'retention', row, fields: { personId, decision, reason, until, at: now, byId: actor } }],
      answer: { retentionId: row },
    })
  },
  undo: (_, { retentionId }) => ({ name: 'endKeeping', input: { retentionId, because: 'undone' } }),
})

/** A hold or a keeping is over before its day. */
export const endKeeping = defineCommand({
  by: ['lead'],
  input: z.object({ retentionId: idSchema, because: z.string().trim().min(1).max(300) }),
  needs: ({ retentionId }) => [{ record: 'retention', id: retentionId }],
  decide(rows, { retentionId, because }) {
    const found = rows.get('retention', retentionId)
    if (!found || found.voidedBecause) return fail('nothingChanged')
    return ok({ drafts: [{ record: 'retention', row: retentionId, fields: { voidedBecause: because } }], answer: null })
  },
})

const erasing = z.object({
  personId: idSchema,
  /** Everybody who was joined to them: each has a record of their own. */
  joinedIds: z.array(idSchema).max(50),
  why: erasure.fields.why.schema,
  keptUntil: dateSchema.nullable(),
})

/**
 * Takes somebody's words out everywhere (SPEC SY40), and ends their memberships: nobody waits for them any more. There is no undo. Refused while
 * a hold stands, or something about them is not finished; the form knows it before, this looks again: it may have come since.
 */
export const erasePerson = defineCommand({
  by: ['lead'],
  ofTwoAsWritten: true,
  input: erasing,
  needs: ({ personId, joinedIds }) =>
    [personId, ...joinedIds].flatMap((is) => [
      { record: 'person' as const, id: is },
      { record: 'retention' as const, where: 'personId' as const, is },
      { record: 'episode' as const, where: 'personId' as const, is },
      { record: 'referral' as const, where: 'personId' as const, is },
      { record: 'story' as const, where: 'personId' as const, is },
      { record: 'membership' as const, where: 'personId' as const, is },
    ]),
  decide(rows, { personId, joinedIds, why, keptUntil }, { now, actor }) {
    const ids = [...new Set([personId, ...joinedIds])]
    if (!rows.get('person', personId)) return fail('noSuchPerson')
    const decisions = ids.flatMap((id) => rows.all('retention', 'personId', id))
    if (decisions.some((one) => one.decision === 'hold' && keeps(one, dateOf(now)))) return fail('onHold')
    const unfinished = unfinishedOf(ids, rows, actor)
    if (unfinished.length > 0) return fail(unfinished.every((one) => one === 'stillShown') ? 'stillShown' : 'notFinished')
    const stubs = ids.map((id): Draft => {
      const fields = { personId: id, why, at: now, byId: actor, ...(keptUntil ? { keptUntil } : {}) }
      return { record: 'erasure', row: erasureIdOf(id), fields }
    })
    return ok({ drafts: [...ids.flatMap((id) => ended(rows, id, dateOf(now))), ...stubs], answer: null })
  },
})

function ended(rows: Reader, personId: string, today: PlainDate): Draft[] {
  const standing = rows.all('membership', 'personId', personId).filter((one) => !one.endedOn)
  return standing.map(({ id }) => ({ record: 'membership', row: id, fields: { endedOn: today } }))
}
