import { z } from 'zod'
import { deprivation } from '../records/deprivation.ts'
import { sameJson } from '../std/json.ts'
import { deprivationIdOf } from '../std/ids.ts'
import { fail, ok } from '../std/result.ts'
import { idSchema } from '../std/schemas.ts'
import { defineCommand, type Draft } from './command.ts'

const { index, source } = deprivation.schema.shape
const most = 3000
const keeping = z.object({
  index,
  source,
  sectors: z
    .array(deprivation.schema.pick({ sector: true, deciles: true }))
    .min(1)
    .max(most),
})

/**
 * Keeps deciles of postcodes (story 28). Of a sector that is known already the new postcodes are added and the others stay. Answers which rows
 * were not there before: those alone are undone by one key.
 */
export const keepDeprivation = defineCommand({
  by: ['lead'],
  input: keeping,
  needs: ({ sectors, index: of }) => sectors.map(({ sector }) => ({ record: 'deprivation', id: deprivationIdOf(sector, of) })),
  decide(rows, { index: of, source: from, sectors }, context) {
    const drafts = sectors.flatMap(({ sector, deciles }): Draft[] => {
      const row = deprivationIdOf(sector, of)
      const known = rows.get('deprivation', row)
      const stands = known && !known.voidedBecause
      const all = stands ? { ...known.deciles, ...deciles } : deciles
      if (stands && sameJson(all, known.deciles)) return []
      const again = known?.voidedBecause ? { voidedBecause: null } : {}
      return [
        { record: 'deprivation', row, fields: { sector, index: of, deciles: all, source: from, at: context.now, byId: context.actor, ...again } },
      ]
    })
    if (drafts.length === 0) return fail('nothingChanged')
    const fresh = drafts.flatMap(({ row }) => (rows.get('deprivation', row) ? [] : row))
    return ok({ drafts, answer: { fresh, sectors: drafts.length } })
  },
  undo: (_, { fresh }) => (fresh.length > 0 ? { name: 'voidDeprivation' as const, input: { deprivationIds: fresh } } : null),
})

/** It was the table of another place or index. */
export const voidDeprivation = defineCommand({
  by: ['lead'],
  input: z.object({ deprivationIds: z.array(idSchema).min(1).max(most) }),
  needs: ({ deprivationIds }) => deprivationIds.map((id) => ({ record: 'deprivation', id })),
  decide(rows, { deprivationIds }) {
    const standing = deprivationIds.filter((id) => rows.get('deprivation', id) && !rows.get('deprivation', id)?.voidedBecause)
    if (standing.length === 0) return fail('nothingChanged')
    return ok({ drafts: standing.map((row) => ({ record: 'deprivation', row, fields: { voidedBecause: 'a mistake' } })), answer: null })
  },
  undo: ({ deprivationIds }) => ({ name: 'restoreDeprivation' as const, input: { deprivationIds } }),
})

/** They stand again. */
export const restoreDeprivation = defineCommand({
  by: ['lead'],
  input: z.object({ deprivationIds: z.array(idSchema).min(1).max(most) }),
  needs: ({ deprivationIds }) => deprivationIds.map((id) => ({ record: 'deprivation', id })),
  decide(rows, { deprivationIds }) {
    const gone = deprivationIds.filter((id) => rows.get('deprivation', id)?.voidedBecause)
    if (gone.length === 0) return fail('nothingChanged')
    return ok({ drafts: gone.map((row) => ({ record: 'deprivation', row, fields: { voidedBecause: null } })), answer: null })
  },
})
