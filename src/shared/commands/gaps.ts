import { z } from 'zod'
import { gap } from '../records/gap.ts'
import { needOf } from '../rules/needs.ts'
import { notCoded, timesOfWeek } from '../rules/gaps.ts'
import { dateOf } from '../std/dates.ts'
import { fail, ok } from '../std/result.ts'
import { idSchema } from '../std/schemas.ts'
import { defineCommand, type Draft, type Need } from './command.ts'
import { given } from './given.ts'

const by = ['linkWorker', 'lead'] as const
const ids = z.array(idSchema).min(1).max(2000)
const rowsOf = (gapIds: readonly string[]): Need[] => [...new Set(gapIds)].map((id) => ({ record: 'gap', id }))

const logging = gap.schema
  .pick({ personId: true, need: true, barrier: true, mayAsk: true, from: true })
  .extend({
    place: z.string().trim().min(1).max(60),
    times: z.array(z.enum(timesOfWeek as [string, ...string[]])).max(21),
    wants: z.string().trim().max(500).optional(),
    /** The day it was said, where it is not today. */
    on: gap.schema.shape.on.optional(),
  })
  .strict()

/** Writes down something that somebody needs and that there is not (story 25). A person may be named; the same person with the same gap counts once on the board. */
export const logGap = defineCommand({
  by,
  input: logging,
  needs: ({ personId }) => (personId ? [{ record: 'person', id: personId }] : []),
  decide(rows, { wants, on, ...fields }, context) {
    if (fields.personId && !rows.get('person', fields.personId)) return fail('noSuchPerson')
    if (fields.need === notCoded && !wants) return fail('sayWhat')
    if (fields.need !== notCoded && !needOf(fields.need)) return fail('badInput')
    const row = context.newId()
    const today = dateOf(context.now)
    const mayAsk = fields.mayAsk && Boolean(fields.personId) // nobody can be asked who is not named
    const written = { ...given(fields), mayAsk, ...(wants ? { wants } : {}), on: on && on < today ? on : today, at: context.now, byId: context.actor }
    return ok({ drafts: [{ record: 'gap', row, fields: written }], answer: { gapId: row } })
  },
  undo: (_, { gapId }) => ({ name: 'voidGap', input: { gapId, because: 'undone' } }),
})

/** Gives a gap that was told in words a need from the list. */
export const codeGap = defineCommand({
  by,
  input: z.object({ gapId: idSchema, need: z.string().min(1).max(40) }),
  needs: ({ gapId }) => rowsOf([gapId]),
  decide(rows, { gapId, need }) {
    const now = rows.get('gap', gapId)
    if (!now || now.voidedBecause) return fail('noSuchGap')
    if (need !== notCoded && !needOf(need)) return fail('badInput')
    if (now.need === need) return fail('nothingChanged')
    return ok({ drafts: [{ record: 'gap', row: gapId, fields: { need } }], answer: { before: now.need } })
  },
  undo: ({ gapId }, { before }) => ({ name: 'codeGap', input: { gapId, need: before } }),
})

/** Counts gaps with another: two of the board that are one. */
export const joinGaps = defineCommand({
  by,
  input: z.object({ gapIds: ids, into: idSchema }),
  needs: ({ gapIds, into }) => rowsOf([...gapIds, into]),
  decide(rows, { gapIds, into }) {
    const root = rows.get('gap', into)
    if (!root || root.voidedBecause) return fail('noSuchGap')
    const joined = gapIds.flatMap((id) => rows.get('gap', id) ?? []).filter((one) => one.id !== into && one.joinedTo !== into && !one.voidedBecause)
    if (joined.length === 0) return fail('nothingChanged')
    const heads: Draft[] = root.joinedTo && gapIds.includes(root.joinedTo) ? [{ record: 'gap', row: into, fields: { joinedTo: null } }] : []
    const drafts = joined.map((one): Draft => ({ record: 'gap', row: one.id, fields: { joinedTo: into } }))
    return ok({ drafts: [...heads, ...drafts], answer: { gapIds: joined.map((one) => one.id) } })
  },
  undo: (_, { gapIds }) => ({ name: 'splitGaps', input: { gapIds } }),
})

/** They are counted apart again. */
export const splitGaps = defineCommand({
  by,
  input: z.object({ gapIds: ids }),
  needs: ({ gapIds }) => rowsOf(gapIds),
  decide(rows, { gapIds }) {
    const joined = gapIds.flatMap((id) => rows.get('gap', id) ?? []).filter((one) => one.joinedTo)
    if (joined.length === 0) return fail('nothingChanged')
    const into = joined[0]!.joinedTo!
    const drafts = joined.map((one): Draft => ({ record: 'gap', row: one.id, fields: { joinedTo: null } }))
    return ok({ drafts, answer: { into, gapIds: joined.filter((one) => one.joinedTo === into).map((one) => one.id) } })
  },
  undo: (_, { into, gapIds }) => ({ name: 'joinGaps', input: { gapIds, into } }),
})

/** A group fills them: they leave the board for "you said, we did". */
export const fillGap = defineCommand({
  by,
  input: z.object({ gapIds: ids, groupId: idSchema }),
  needs: ({ gapIds, groupId }) => [...rowsOf(gapIds), { record: 'group', id: groupId }],
  decide(rows, { gapIds, groupId }, context) {
    if (!rows.get('group', groupId)) return fail('noSuchGroup')
    const open = gapIds.flatMap((id) => rows.get('gap', id) ?? []).filter((one) => !one.filledBy && !one.voidedBecause)
    if (open.length === 0) return fail('nothingChanged')
    const fields = { filledBy: groupId, filledOn: dateOf(context.now) }
    return ok({ drafts: open.map((one): Draft => ({ record: 'gap', row: one.id, fields })), answer: { gapIds: open.map((one) => one.id) } })
  },
  undo: (_, { gapIds }) => ({ name: 'openGaps', input: { gapIds } }),
})

/** They are not filled after all. */
export const openGaps = defineCommand({
  by,
  input: z.object({ gapIds: ids }),
  needs: ({ gapIds }) => rowsOf(gapIds),
  decide(rows, { gapIds }) {
    const filled = gapIds.flatMap((id) => rows.get('gap', id) ?? []).filter((one) => one.filledBy)
    if (filled.length === 0) return fail('nothingChanged')
    const groupId = filled[0]!.filledBy!
    const drafts = filled.map((one): Draft => ({ record: 'gap', row: one.id, fields: { filledBy: null, filledOn: null } }))
    return ok({ drafts, answer: { groupId, gapIds: filled.map((one) => one.id) } })
  },
  undo: (_, { groupId, gapIds }) => ({ name: 'fillGap', input: { gapIds, groupId } }),
})

/** It was written down by mistake, or twice. */
export const voidGap = defineCommand({
  by,
  input: z.object({ gapId: idSchema, because: z.string().trim().min(1).max(300) }),
  needs: ({ gapId }) => rowsOf([gapId]),
  decide(rows, { gapId, because }) {
    const now = rows.get('gap', gapId)
    if (!now) return fail('noSuchGap')
    if (now.voidedBecause) return fail('alreadyVoided')
    return ok({ drafts: [{ record: 'gap', row: gapId, fields: { voidedBecause: because } }], answer: null })
  },
  undo: ({ gapId }) => ({ name: 'restoreGap', input: { gapId } }),
})

/** It stands after all. */
export const restoreGap = defineCommand({
  by,
  input: z.object({ gapId: idSchema }),
  needs: ({ gapId }) => rowsOf([gapId]),
  decide(rows, { gapId }) {
    if (!rows.get('gap', gapId)?.voidedBecause) return fail('nothingChanged')
    return ok({ drafts: [{ record: 'gap', row: gapId, fields: { voidedBecause: null } }], answer: null })
  },
})
