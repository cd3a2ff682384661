import { z } from 'zod'
import type { Entity } from '../records/index.ts'
import type { PlainDate } from '../std/dates.ts'
import { membershipIdOf } from '../std/ids.ts'
import { newestFirst } from '../std/order.ts'
import { idSchema } from '../std/schemas.ts'
import type { Context, Draft, Need, Reader, SomeFields } from './command.ts'

/** Which offer, to whom, of which group of ours if it is one: by these its other rows are looked up. */
export const whichOffer = z.object({ offerId: idSchema, personId: idSchema, groupId: idSchema.nullable() })
export type WhichOffer = z.infer<typeof whichOffer>
type Offer = Entity<'offer'>

/** The rows that an answer to an offer touches. */
export function offerNeeds({ offerId, personId, groupId }: WhichOffer): Need[] {
  const ofGroup: Need[] = groupId
    ? [
        { record: 'group', id: groupId },
        { record: 'membership', id: membershipIdOf(groupId, personId) },
        { record: 'introduction', where: 'personId', is: personId },
        { record: 'assignment', where: 'personId', is: personId },
      ]
    : []
  return [{ record: 'offer', id: offerId }, ...ofGroup]
}

/** The offer, if it stands and is of the group that was meant. Whoever was joined to somebody is called by that one's id (story 18). */
export function findOffer(rows: Reader, { offerId, personId, groupId }: WhichOffer): Offer | undefined {
  const found = rows.get('offer', offerId)
  return found && !found.voidedBecause && (found.groupId ?? null) === groupId ? { ...found, personId } : undefined
}

/** Those that nobody has taken back. */
export function standing<Row extends { voidedBecause?: string | null | undefined }>(rows: readonly Row[]): Row[] {
  return rows.filter((one) => !one.voidedBecause)
}

/** What follows of an answer, and what takes it back: how the membership was, and which introduction was made or ended. */
export interface Follows {
  drafts: Draft[]
  back: { membership: { endedOn: PlainDate | null } | null; introduction: { id: string; ended: boolean } | null }
}

const nothing: Follows = { drafts: [], back: { membership: null, introduction: null } }

/** A yes to a group of ours: they are signed up, and its facilitators hear who referred them, who they know and when they come first. */
export function accepting(rows: Reader, offer: Offer, on: PlainDate | null, context: Context): Follows {
  const { groupId, personId } = offer
  if (!groupId) return nothing
  const told = introductionOf(rows, offer)
  const row = told?.id ?? context.newId()
  const fields = { firstOn: offer.firstOn ?? null, knowsId: offer.goesAlongId ?? null }
  const whole = { ...fields, groupId, personId, referredBy: ownerOf(rows, offer) ?? context.actor, at: context.now, byId: context.actor }
  const joins = on === null ? null : joining(rows, groupId, personId, on)
  return {
    drafts: [...(joins ? [joins.draft] : []), { record: 'introduction', row, fields: told ? fields : whole }],
    back: { membership: joins?.back ?? null, introduction: told ? null : { id: row, ended: false } },
  }
}

/** Signs them up, or again where they had left; nothing where they are a member. Taken back, they were never signed up. */
function joining(rows: Reader, groupId: string, personId: string, since: PlainDate) {
  const row = membershipIdOf(groupId, personId)
  const before = rows.get('membership', row)
  if (before && !before.endedOn) return null
  const fields: SomeFields<'membership'> = before ? { endedOn: null } : { groupId, personId, since }
  return { draft: { record: 'membership', row, fields } as const, back: { endedOn: before?.endedOn ?? since } }
}

/** No longer a yes: what the yes made is ended. A membership that was there before stays. */
export function leaving(rows: Reader, offer: Offer, on: PlainDate): Follows {
  const { groupId, personId, state, answeredOn } = offer
  if (!groupId || state !== 'accepted') return nothing
  const told = introductionOf(rows, offer)
  const row = membershipIdOf(groupId, personId)
  const member = rows.get('membership', row)
  const ends = member && !member.endedOn && member.since === answeredOn
  return {
    drafts: [
      ...(ends ? [{ record: 'membership' as const, row, fields: { endedOn: on } }] : []),
      ...(told ? [{ record: 'introduction' as const, row: told.id, fields: { voidedBecause: 'does not come' } }] : []),
    ],
    back: { membership: ends ? { endedOn: null } : null, introduction: told ? { id: told.id, ended: true } : null },
  }
}

/** What the group has been told of them: one introduction, rewritten when something changes. */
function introductionOf(rows: Reader, { groupId, personId }: Offer): Entity<'introduction'> | undefined {
  return standing(rows.all('introduction', 'personId', personId))
    .filter((one) => one.groupId === groupId)
    .sort(newestFirst)[0]
}

/** Whose case it is: the link worker who referred them. */
function ownerOf(rows: Reader, { personId, episodeId }: Offer): string | null {
  const latest = standing(rows.all('assignment', 'personId', personId))
    .filter((one) => one.episodeId === episodeId)
    .sort(newestFirst)[0]
  return latest?.ownerId ?? null
}
