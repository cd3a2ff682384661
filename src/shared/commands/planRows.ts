import { openValues } from '../changes/row.ts'
import type { Entity, RecordName } from '../records/index.ts'
import { cardLength, cardTexts } from '../rules/plans.ts'
import { planIdOf } from '../std/ids.ts'
import { stampPattern, type Stamp } from '../std/stamp.ts'
import { z } from 'zod'
import { idSchema } from '../std/schemas.ts'
import { fail, ok, type Result } from '../std/result.ts'
import type { Context, Draft, Need, Reader } from './command.ts'
import type { Reason } from './reasons.ts'

/** Which plan: that of a case, whether it is begun or not. */
export const ofPlan = z.object({ personId: idSchema, episodeId: idSchema })
export type OfPlan = z.infer<typeof ofPlan>

/** By field the stamps of the texts that the writer had before them. */
export const seenSchema = z.record(z.string().max(40), z.array(z.string().regex(stampPattern)).max(50))

/** The rows that say whether a plan may be written. */
export const planNeeds = ({ personId, episodeId }: OfPlan): Need[] => [
  { record: 'person', id: personId },
  { record: 'episode', id: episodeId },
  { record: 'episode', where: 'personId', is: personId },
  { record: 'plan', id: planIdOf(episodeId) },
]

/** Whether a case is this person's: theirs too is that of whoever was joined to them, as it is shown with them (story 18). */
export function isTheirs(rows: Reader, { personId, episodeId }: OfPlan): boolean {
  return rows.all('episode', 'personId', personId).some((one) => one.id === episodeId)
}

/** The plan, or that it has not been begun; and why it cannot be written. */
export function openPlan(rows: Reader, of: OfPlan): Result<Entity<'plan'> | null, Reason> {
  const { personId, episodeId } = of
  const episode = rows.get('episode', episodeId)
  if (!rows.get('person', personId)) return fail('noSuchPerson')
  if (!episode || episode.voidedBecause || !isTheirs(rows, of)) return fail('noSuchCase')
  const plan = rows.get('plan', planIdOf(episodeId))
  return plan?.closedOn ? fail('planClosed') : ok(plan ?? null)
}

/** What a plan's first change says beside its words: whose it is. Two laptops that begin it write to one row. */
export function begun(plan: Entity<'plan'> | null, { personId, episodeId }: OfPlan, context: Context) {
  return plan ? {} : { personId, episodeId, at: context.now, byId: context.actor }
}

/** The draft that begins a plan, where what is written first belongs to it and is not it: a goal. */
export function beginning(plan: Entity<'plan'> | null, of: OfPlan, context: Context): Draft[] {
  return plan ? [] : [{ record: 'plan', row: planIdOf(of.episodeId), fields: { ...of, at: context.now, byId: context.actor } }]
}

/**
 * The stamps of the texts that a new one replaces: those the writer saw, or all that stand where nobody said what they saw. What came from
 * another laptop while one typed was not seen, so it stays beside the new text (story 21).
 */
export function replaced(rows: Reader, record: RecordName, id: string, field: string, seen: readonly Stamp[] | undefined): Stamp[] {
  const row = rows.row(record, id)
  const open = row ? openValues(row, field).map((one) => one.stamp) : []
  return seen ? open.filter((stamp) => seen.includes(stamp)) : open
}

/** The same of several fields, for a draft. */
export function basedOn(rows: Reader, record: RecordName, id: string, fields: readonly string[], seen: Record<string, Stamp[]> = {}) {
  const each = fields.map((field) => [field, replaced(rows, record, id, field, seen[field])] as const).filter(([, stamps]) => stamps.length > 0)
  return each.length > 0 ? { basedOn: Object.fromEntries(each) } : {}
}

/** Whether two texts of one box stand side by side. */
export function isOpen(rows: Reader, record: RecordName, id: string, field: string): boolean {
  const row = rows.row(record, id)
  return row !== undefined && openValues(row, field).length > 1
}

type CardFields = Partial<Pick<Entity<'plan'>, 'cardAgreed' | (typeof cardTexts)[number]>>

/**
 * What changes on the card that facilitators see, in the same act: the two texts while the person agrees, and nothing of them once they
 * have withdrawn. What somebody else wrote on the card since is not ours to take off.
 */
export function cardDrafts(rows: Reader, personId: string, before: CardFields | null, changed: CardFields): Result<Draft[], Reason> {
  const after = { ...before, ...changed }
  const person = rows.get('person', personId)
  if (!person) return fail('noSuchPerson')
  const [was, is] = [before?.cardAgreed === 'yes', after.cardAgreed === 'yes']
  if (is && cardTexts.some((name) => (after[name] ?? '').length > cardLength)) return fail('tooLongForCard')
  const fields: Partial<Record<(typeof cardTexts)[number], string>> = {}
  for (const name of cardTexts) {
    const [old, now, card] = [before?.[name] ?? '', after[name] ?? '', person[name] ?? '']
    if (is && (now !== '' || (was && old !== '')) && now !== card) fields[name] = now
    if (was && !is && old !== '' && card === old) fields[name] = ''
  }
  return ok(Object.keys(fields).length > 0 ? [{ record: 'person', row: personId, fields }] : [])
}
