import { z } from 'zod'
import { sessionIdOf } from '../std/ids.ts'
import type { Context, Draft, Need, Reader } from './command.ts'
import { dateSchema, idSchema } from '../std/schemas.ts'

/** Which session: its parts, so that its row can be written by the first act on any laptop, always with the same id. */
export const whichSession = z.object({ groupId: idSchema, date: dateSchema, slot: z.int().min(0).max(99) })
export type WhichSession = z.infer<typeof whichSession>

/** Why: a few words. */
export const because = z.string().trim().min(1).max(300)

/** The id of the session meant. */
export function idOf(which: WhichSession): string {
  return sessionIdOf(which.groupId, which.date, which.slot)
}

/** The rows that say what is planned and whether it is closed. */
export function sessionNeeds(which: WhichSession): Need[] {
  return [
    { record: 'session', id: idOf(which) },
    { record: 'group', id: which.groupId },
  ]
}

/** The draft that makes the session's row if nobody has: the same fields on every laptop, so folding twice is harmless. */
export function sessionDraft(rows: Reader, which: WhichSession): Draft[] {
  if (rows.get('session', idOf(which))) return []
  return [{ record: 'session', row: idOf(which), fields: { groupId: which.groupId, date: which.date, slot: which.slot } }]
}

/** A closed register changes only with a reason, which stays beside the change (story 12). */
export function correction(
  rows: Reader,
  sessionIds: readonly string[],
  reason: string | undefined,
): { ok: boolean; more: { correctedBecause?: string } } {
  const closed = sessionIds.some((id) => rows.get('session', id)?.closedAt)
  return { ok: !closed || Boolean(reason), more: closed && reason ? { correctedBecause: reason } : {} }
}

/** The same, and that it has begun: somebody is there, so it wants to be closed or counted back (rules/alarms.ts). */
export function begunDraft(rows: Reader, which: WhichSession, context: Context): Draft[] {
  const known = rows.get('session', idOf(which))
  if (known?.startedAt) return []
  const parts = known ? {} : { groupId: which.groupId, date: which.date, slot: which.slot }
  return [{ record: 'session', row: idOf(which), fields: { ...parts, startedAt: context.now } }]
}
