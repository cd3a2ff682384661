import type { Entity } from '../records/index.ts'
import { nextNumber } from '../rules/cases.ts'
import { dateOf } from '../std/dates.ts'
import { episodeIdOf } from '../std/ids.ts'
import type { Context, Draft } from './command.ts'

/** Opens the next case of a person. @param before every case they ever had, those opened by mistake too */
export function openCaseDraft(personId: string, before: readonly Entity<'episode'>[], context: Context): Extract<Draft, { record: 'episode' }> {
  const number = nextNumber(before)
  const fields = { personId, number, openedOn: dateOf(context.now), at: context.now, byId: context.actor }
  return { record: 'episode', row: episodeIdOf(personId, number), fields }
}

/** Says who owns a case from now on. */
export function assignmentDraft(
  of: { personId: string; episodeId: string },
  ownerId: string | null,
  note: string | undefined,
  context: Context,
): Extract<Draft, { record: 'assignment' }> {
  const fields = { ...of, ownerId, at: context.now, byId: context.actor, ...(note ? { note } : {}) }
  return { record: 'assignment', row: context.newId(), fields }
}
