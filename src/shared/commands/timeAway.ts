import { z } from 'zod'
import { timeAway } from '../records/timeAway.ts'
import { fail, ok } from '../std/result.ts'
import { dateSchema, idSchema } from '../std/schemas.ts'
import { defineCommand } from './command.ts'
import { given } from './given.ts'

const adding = timeAway.schema.pick({ colleagueId: true, from: true, until: true, coverId: true, note: true })

/** Leave or sickness of a link worker, and who covers meanwhile (story 20). The cases stay theirs. */
export const addTimeAway = defineCommand({
  by: ['linkWorker', 'lead'],
  input: adding,
  needs: () => [],
  decide(rows, input, context) {
    const { from, until, colleagueId, coverId } = input
    if (!rows.get('colleague', colleagueId)) return fail('noSuchPerson')
    if (until !== null && until < from) return fail('endsBefore')
    if (coverId === colleagueId) return fail('coversThemselves')
    const row = context.newId()
    return ok({
      drafts: [{ record: 'timeAway', row, fields: { ...given(input), at: context.now, byId: context.actor } }],
      answer: { timeAwayId: row },
    })
  },
  undo: (_, { timeAwayId }) => ({ name: 'voidTimeAway', input: { timeAwayId } }),
})

const ending = z.object({ timeAwayId: idSchema, until: dateSchema.nullable() })

/** Somebody is here again, or for longer away. The last day. */
export const endTimeAway = defineCommand({
  by: ['linkWorker', 'lead'],
  input: ending,
  needs: ({ timeAwayId }) => [{ record: 'timeAway', id: timeAwayId }],
  decide(rows, { timeAwayId, until }) {
    const found = rows.get('timeAway', timeAwayId)
    if (!found || found.voidedBecause || found.until === until) return fail('nothingChanged')
    if (until !== null && until < found.from) return fail('endsBefore')
    return ok({ drafts: [{ record: 'timeAway', row: timeAwayId, fields: { until } }], answer: { before: found.until } })
  },
  undo: ({ timeAwayId }, { before }) => ({ name: 'endTimeAway', input: { timeAwayId, until: before } }),
})

/** Written down by mistake, or not taken. */
export const voidTimeAway = defineCommand({
  by: ['linkWorker', 'lead'],
  input: z.object({ timeAwayId: idSchema }),
  needs: ({ timeAwayId }) => [{ record: 'timeAway', id: timeAwayId }],
  decide(rows, { timeAwayId }) {
    const found = rows.get('timeAway', timeAwayId)
    if (!found || found.voidedBecause) return fail('nothingChanged')
    return ok({ drafts: [{ record: 'timeAway', row: timeAwayId, fields: { voidedBecause: 'a mistake' } }], answer: null })
  },
})
