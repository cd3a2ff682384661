import { z } from 'zod'
import { feedWrites, importUndone } from '../portable/openReferralPlan.ts'
import { service } from '../records/service.ts'
import { dateOf } from '../std/dates.ts'
import { jsonText } from '../std/json.ts'
import { fail, ok } from '../std/result.ts'
import { idSchema } from '../std/schemas.ts'
import { defineCommand, type Context, type Draft, type Reader, type SomeFields } from './command.ts'
import { beforeOf } from './directory.ts'

const by = ['linkWorker', 'lead'] as const
type Write = z.output<typeof feedWrites>['entries'][number]

/** The fields that an import may fill: neither our note nor who of us did what. */
const filled = service.schema.omit({ localNote: true, at: true, byId: true, voidedBecause: true, groupId: true }).partial().strict()

/** What an import wrote of one entry, and what stood there before: undoing it leaves alone what somebody has changed since. */
const wrote = z.object({ serviceId: idSchema, added: z.boolean(), before: z.record(z.string(), z.json()), after: z.record(z.string(), z.json()) })
type Wrote = z.output<typeof wrote>

/** Imports a feed as its preview showed it: one act, whole or not at all. A local note is never written (story 32). */
export const importServices = defineCommand({
  by,
  input: feedWrites.extend({ feed: z.string().trim().max(200) }),
  needs: ({ entries, gone }) => [...entries.flatMap(({ serviceId }) => serviceId ?? []), ...gone].map((id) => ({ record: 'service' as const, id })),
  decide(rows, { entries, gone, feed }, context) {
    if (entries.some(({ fields }) => !filled.safeParse(fields).success)) return fail('badInput')
    const today = dateOf(context.now)
    const done = [
      ...entries.map((one) => entryDraft(one, feed, rows, context)),
      ...gone.flatMap((id) => (rows.get('service', id) ? [flagged(id, today)] : [])),
    ]
    if (done.length === 0) return fail('nothingChanged')
    const writes = done.map(({ draft, added }) => wroteOf(draft, added, rows))
    const added = writes.filter((one) => one.added).length
    return ok({ drafts: done.map(({ draft }) => draft), answer: { added, changed: writes.length - added - gone.length, gone: gone.length, writes } })
  },
  undo: (_, { writes }) => ({ name: 'undoImportServices', input: { writes } }),
})

interface Done {
  draft: Draft & { record: 'service' }
  added: boolean
}

function entryDraft({ serviceId, foreignId, fields, feedSaid }: Write, feed: string, rows: Reader, context: Context): Done {
  const known = serviceId !== null && rows.get('service', serviceId) !== undefined
  const read = { ...(fields as SomeFields<'service'>), feedSaid }
  if (known) return { draft: { record: 'service', row: serviceId, fields: read }, added: false }
  const begun = { kind: 'outside', vacancy: 'notKnown', foreignId, feed, at: context.now, byId: context.actor } as const
  return { draft: { record: 'service', row: context.newId(), fields: { ...begun, ...read } }, added: true }
}

function flagged(row: string, goneFromFeedOn: string): Done {
  return { draft: { record: 'service', row, fields: { goneFromFeedOn } }, added: false }
}

function wroteOf(draft: Done['draft'], added: boolean, rows: Reader): Wrote {
  const now = rows.get('service', draft.row)
  const before = now ? beforeOf(now, Object.keys(draft.fields)) : {}
  const { checkedBy: _, ...kept } = before as Record<string, Wrote['before'][string]> // nobody writes in another's name
  return { serviceId: draft.row, added, before: kept, after: draft.fields as Wrote['after'] }
}

/** Takes back an import. An entry that somebody has changed since keeps that, and an added one then stays. */
export const undoImportServices = defineCommand({
  by,
  input: z.object({ writes: z.array(wrote).max(40_000) }),
  needs: ({ writes }) => writes.map(({ serviceId }) => ({ record: 'service' as const, id: serviceId })),
  decide(rows, { writes }) {
    const drafts = writes.flatMap((one) => undone(one, rows))
    if (drafts.length === 0) return fail('nothingChanged')
    return ok({ drafts, answer: null })
  },
})

function undone({ serviceId, added, before, after }: Wrote, rows: Reader): Draft[] {
  const now = rows.get('service', serviceId) as Record<string, unknown> | undefined
  if (!now) return []
  const asLeft = (field: string) => jsonText(now[field] ?? null) === jsonText(after[field] ?? null)
  if (added) {
    const untouched = Object.keys(after).every(asLeft) && !now['localNote']
    return untouched ? [{ record: 'service', row: serviceId, fields: { voidedBecause: importUndone } }] : []
  }
  const fields = Object.fromEntries(Object.entries(before).filter(([field]) => asLeft(field)))
  return Object.keys(fields).length > 0 ? [{ record: 'service', row: serviceId, fields: fields as SomeFields<'service'> }] : []
}
