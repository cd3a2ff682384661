import { z } from 'zod'
import { exportLog } from '../records/exportLog.ts'
import { ownCopy } from '../rules/retention.ts'
import { fail, ok } from '../std/result.ts'
import { dateSchema, idSchema } from '../std/schemas.ts'
import { defineCommand } from './command.ts'
import { given } from './given.ts'

const { rows: rowCount, format, report } = exportLog.schema.shape

/** A report is about to be saved as a file: who, when, which, how many rows and why are written down before the file is. */
export const logExport = defineCommand({
  input: z.object({
    report,
    groupId: idSchema.nullable(),
    from: dateSchema.nullable(),
    to: dateSchema.nullable(),
    by: z.string().max(40).nullable(),
    rows: rowCount,
    why: z.string().trim().max(300),
    format,
    mediaId: idSchema.optional(),
  }),
  needs: () => [],
  decide(_, input, context) {
    if (input.why === '') return fail('exportWhyNeeded')
    const row = context.newId()
    return ok({
      drafts: [{ record: 'exportLog', row, fields: { ...given(input), at: context.now, byId: context.actor } }],
      answer: { exportId: row },
    })
  },
})

const copying = z.object({ personId: idSchema, rows: rowCount, format: z.enum(['json', 'paper']) })

/** Somebody is about to be given everything that is written of them: whose copy, who made it and when are written down before it is made (story 35). */
export const logOwnCopy = defineCommand({
  by: ['lead'],
  input: copying,
  needs: ({ personId }) => [{ record: 'person', id: personId }],
  decide(stored, { personId, rows, format: as }, { now, newId, actor }) {
    if (!stored.get('person', personId)) return fail('noSuchPerson')
    const row = newId()
    const fields = { report: ownCopy, personId, rows, format: as, why: 'their own copy', at: now, byId: actor }
    return ok({ drafts: [{ record: 'exportLog', row, fields }], answer: { exportId: row } })
  },
})

/** The file was not saved after all: the line stays, and says so. */
export const exportNotSaved = defineCommand({
  input: z.object({ exportId: idSchema }),
  needs: ({ exportId }) => [{ record: 'exportLog', id: exportId }],
  decide(_, { exportId }) {
    return ok({ drafts: [{ record: 'exportLog', row: exportId, fields: { notSaved: true } }], answer: null })
  },
})
