import { z } from 'zod'
import { listSize } from '../records/listSize.ts'
import { dateOf } from '../std/dates.ts'
import { listSizeIdOf } from '../std/ids.ts'
import { fail, ok } from '../std/result.ts'
import { dateSchema, idSchema } from '../std/schemas.ts'
import { defineCommand, type Draft } from './command.ts'
import { given } from './given.ts'

const { source } = listSize.schema.shape
const one = listSize.schema.pick({ odsCode: true, name: true, all: true, men: true, women: true, byAge: true })
const keeping = z.object({ on: dateSchema, source, lists: z.array(one).min(1).max(200) })

/**
 * Writes down how many patients practices have on their lists (story 28): typed, or of a file. Two files of one month add to each other.
 * Answers which rows were not there before: those alone are taken back by Ctrl+Z.
 */
export const keepListSizes = defineCommand({
  by: ['lead'],
  input: keeping,
  needs: ({ lists, on }) => lists.map(({ odsCode }) => ({ record: 'listSize', id: listSizeIdOf(odsCode, on) })),
  decide(rows, { on, source: from, lists }, context) {
    if (on > dateOf(context.now)) return fail('dateAhead')
    if (lists.some(({ all, men, women, byAge }) => all === undefined && men === undefined && women === undefined && !byAge)) return fail('badInput')
    const drafts = lists.map((said): Draft => {
      const row = listSizeIdOf(said.odsCode, on)
      const again = rows.get('listSize', row)?.voidedBecause ? { voidedBecause: null } : {}
      return { record: 'listSize', row, fields: { ...given(said), ...again, on, source: from, at: context.now, byId: context.actor } }
    })
    const fresh = drafts.flatMap(({ row }) => (rows.get('listSize', row) ? [] : row))
    return ok({ drafts, answer: { fresh } })
  },
  undo: (_, { fresh }) => (fresh.length > 0 ? { name: 'voidListSizes' as const, input: { listSizeIds: fresh } } : null),
})

/** They were of another practice, or of another day. */
export const voidListSizes = defineCommand({
  by: ['lead'],
  input: z.object({ listSizeIds: z.array(idSchema).min(1).max(200) }),
  needs: ({ listSizeIds }) => listSizeIds.map((id) => ({ record: 'listSize', id })),
  decide(rows, { listSizeIds }) {
    const standing = listSizeIds.filter((id) => rows.get('listSize', id) && !rows.get('listSize', id)?.voidedBecause)
    if (standing.length === 0) return fail('nothingChanged')
    return ok({ drafts: standing.map((row) => ({ record: 'listSize', row, fields: { voidedBecause: 'a mistake' } })), answer: null })
  },
  undo: ({ listSizeIds }) => ({ name: 'restoreListSizes' as const, input: { listSizeIds } }),
})

/** They stand again. */
export const restoreListSizes = defineCommand({
  by: ['lead'],
  input: z.object({ listSizeIds: z.array(idSchema).min(1).max(200) }),
  needs: ({ listSizeIds }) => listSizeIds.map((id) => ({ record: 'listSize', id })),
  decide(rows, { listSizeIds }) {
    const gone = listSizeIds.filter((id) => rows.get('listSize', id)?.voidedBecause)
    if (gone.length === 0) return fail('nothingChanged')
    return ok({ drafts: gone.map((row) => ({ record: 'listSize', row, fields: { voidedBecause: null } })), answer: null })
  },
})
