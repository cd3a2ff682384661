import { z } from 'zod'
import { caseContact } from '../records/caseContact.ts'
import { isOpen } from '../rules/cases.ts'
import { dateOf } from '../std/dates.ts'
import { fail, ok } from '../std/result.ts'
import { dateSchema, idSchema } from '../std/schemas.ts'
import { defineCommand, type Draft } from './command.ts'
import { given } from './given.ts'
import { because } from './which.ts'

const next = z.object({ nextAction: z.string().trim().max(300), nextActionOn: dateSchema.nullable() })

const adding = z.object({
  episodeId: idSchema,
  ...caseContact.schema.pick({ how: true, came: true, on: true, minutes: true }).shape,
  words: z.string().trim().max(4000).optional(),
  agreed: z.string().trim().max(2000).optional(),
  /** It was the first conversation about what matters to them. */
  starts: z.boolean().optional(),
  /** What is to be done next: written in the same act, as on a visit there is one form. */
  next: next.optional(),
})

/** Written down a few minutes before the clock of another laptop says so. Milliseconds. */
const clockDiffers = 15 * 60_000

/** A call, visit, text or letter, and what came of it (story 19). A no-answer is two keys. */
export const addCaseContact = defineCommand({
  by: ['linkWorker', 'lead'],
  input: adding,
  needs: ({ episodeId }) => [{ record: 'episode', id: episodeId }],
  decide(rows, { episodeId, starts, next: then, ...said }, context) {
    const episode = rows.get('episode', episodeId)
    if (!episode || episode.voidedBecause) return fail('noSuchCase')
    if (Date.parse(said.on) > Date.parse(context.now) + clockDiffers) return fail('inFuture')
    const row = context.newId()
    const fields = { ...given(said), personId: episode.personId, episodeId, at: context.now, byId: context.actor }
    const begins = starts && isOpen(episode) && !episode.startedOn ? { startedOn: dateOf(said.on) } : {}
    const plans = then && isOpen(episode) ? then : {}
    const changed = { ...begins, ...plans }
    const more: Draft[] = Object.keys(changed).length > 0 ? [{ record: 'episode', row: episodeId, fields: changed }] : []
    const before = { nextAction: episode.nextAction ?? '', nextActionOn: episode.nextActionOn ?? null }
    const answer = { contactId: row, began: 'startedOn' in begins, before: then && isOpen(episode) ? before : null }
    return ok({ drafts: [{ record: 'caseContact', row, fields }, ...more], answer })
  },
  undo: ({ episodeId }, { contactId, began, before }) => ({
    name: 'voidCaseContact',
    input: { contactId, because: 'a mistake', ...(began ? { unstarts: episodeId } : {}), ...(before ? { next: before } : {}) },
  }),
})

const voiding = z.object({ contactId: idSchema, because, /** The case that began with it. */ unstarts: idSchema.optional(), next: next.optional() })

/** A contact was written down by mistake. */
export const voidCaseContact = defineCommand({
  by: ['linkWorker', 'lead'],
  input: voiding,
  needs: ({ contactId }) => [{ record: 'caseContact', id: contactId }],
  decide(rows, { contactId, because: why, unstarts, next: before }) {
    const found = rows.get('caseContact', contactId)
    if (!found || found.voidedBecause) return fail('nothingChanged')
    const undone = { ...(unstarts === found.episodeId ? { startedOn: null } : {}), ...before }
    const more: Draft[] = Object.keys(undone).length > 0 ? [{ record: 'episode', row: found.episodeId, fields: undone }] : []
    return ok({ drafts: [{ record: 'caseContact', row: contactId, fields: { voidedBecause: why } }, ...more], answer: null })
  },
})
