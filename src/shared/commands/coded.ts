import type { CodeKey } from '../rules/codes.ts'
import { codedEventIdOf } from '../std/ids.ts'
import { dateOf } from '../std/dates.ts'
import { z } from 'zod'
import { fail, ok } from '../std/result.ts'
import { idSchema } from '../std/schemas.ts'
import { defineCommand, type Context, type Draft, type Reader } from './command.ts'

/**
 * Queues something for the practice to file under a national code (domain 3.3). Its id is worked out from what it is about, so it is
 * queued once, whichever laptops say so. @param about the case, or the referral that never became one
 */
export function queueCode(rows: Reader, key: CodeKey, about: { id: string; personId: string; episodeId: string | null }, context: Context): Draft[] {
  const row = codedEventIdOf(about.id, key)
  const known = rows.get('codedEvent', row)
  if (known && !known.voidedBecause) return []
  const { personId, episodeId } = about
  const fields = { personId, episodeId, code: key, on: dateOf(context.now), at: context.now, byId: context.actor, voidedBecause: null }
  return [{ record: 'codedEvent', row, fields }]
}

/** Takes it out of the queue again, unless somebody has filed it: what stands in a GP record is corrected there. */
export function unqueueCode(rows: Reader, key: CodeKey, aboutId: string, because: string): Draft[] {
  const row = codedEventIdOf(aboutId, key)
  const known = rows.get('codedEvent', row)
  return known && !known.voidedBecause && !known.filedAt ? [{ record: 'codedEvent', row, fields: { voidedBecause: because } }] : []
}

const filing = z.object({ codedEventId: idSchema, filed: z.boolean() })

/** The practice has filed it, or has not after all. */
export const fileCode = defineCommand({
  by: ['linkWorker', 'lead'],
  input: filing,
  needs: ({ codedEventId }) => [{ record: 'codedEvent', id: codedEventId }],
  decide(rows, { codedEventId, filed }, context) {
    const found = rows.get('codedEvent', codedEventId)
    if (!found || found.voidedBecause || Boolean(found.filedAt) === filed) return fail('nothingChanged')
    const fields = { filedAt: filed ? context.now : null, filedBy: filed ? context.actor : null }
    return ok({ drafts: [{ record: 'codedEvent', row: codedEventId, fields }], answer: null })
  },
  undo: ({ codedEventId, filed }) => ({ name: 'fileCode', input: { codedEventId, filed: !filed } }),
})
