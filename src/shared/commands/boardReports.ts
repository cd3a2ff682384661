import { z } from 'zod'
import { boardReport } from '../records/boardReport.ts'
import { boardDueOn } from '../rules/boardDue.ts'
import { fail, ok } from '../std/result.ts'
import { idSchema } from '../std/schemas.ts'
import { dateOf } from '../std/dates.ts'
import { defineCommand } from './command.ts'
import { given } from './given.ts'

const fields = boardReport.schema.pick({ name: true, groupIds: true, parts: true, from: true, words: true, every: true })

/** Makes a report for a board. Answers its id. */
export const addBoardReport = defineCommand({
  by: ['lead'],
  input: fields,
  needs: () => [],
  decide(_, input, context) {
    if (input.from > dateOf(context.now)) return fail('dateAhead')
    const row = context.newId()
    return ok({
      drafts: [{ record: 'boardReport', row, fields: { ...input, at: context.now, byId: context.actor } }],
      answer: { boardReportId: row },
    })
  },
  undo: (_, { boardReportId }) => ({ name: 'voidBoardReport', input: { boardReportId } }),
})

/** Changes what is on it. Only what somebody touched is written. */
export const changeBoardReport = defineCommand({
  by: ['lead'],
  input: fields.partial().extend({ boardReportId: idSchema }),
  needs: ({ boardReportId }) => [{ record: 'boardReport', id: boardReportId }],
  decide(rows, { boardReportId, ...input }, context) {
    if (input.from && input.from > dateOf(context.now)) return fail('dateAhead')
    const found = rows.get('boardReport', boardReportId)
    const changed = given(input)
    const isSame = Object.entries(changed).every(([field, value]) => JSON.stringify(found?.[field as keyof typeof found]) === JSON.stringify(value))
    if (!found || found.voidedBecause || isSame) return fail('nothingChanged')
    return ok({ drafts: [{ record: 'boardReport', row: boardReportId, fields: changed }], answer: null })
  },
})

/** Somebody has dealt with the one that was due. */
export const boardReportDone = defineCommand({
  by: ['lead'],
  input: z.object({ boardReportId: idSchema }),
  needs: ({ boardReportId }) => [{ record: 'boardReport', id: boardReportId }],
  decide(rows, { boardReportId }, context) {
    const found = rows.get('boardReport', boardReportId)
    const due = found && boardDueOn(found, dateOf(context.now))
    if (!due) return fail('nothingChanged')
    return ok({ drafts: [{ record: 'boardReport', row: boardReportId, fields: { doneFor: due } }], answer: null })
  },
})

/** Takes one away; what was printed stays printed. */
export const voidBoardReport = defineCommand({
  by: ['lead'],
  input: z.object({ boardReportId: idSchema }),
  needs: ({ boardReportId }) => [{ record: 'boardReport', id: boardReportId }],
  decide(rows, { boardReportId }) {
    const found = rows.get('boardReport', boardReportId)
    if (!found || found.voidedBecause) return fail('nothingChanged')
    return ok({ drafts: [{ record: 'boardReport', row: boardReportId, fields: { voidedBecause: 'no longer needed' } }], answer: null })
  },
})
