import type { Slot } from '../records/group.ts'
import type { Entity } from '../records/index.ts'
import { isClosed } from '../rules/directory.ts'
import { templateOf } from '../rules/templates.ts'
import type { PlainDate } from '../std/dates.ts'
import { activities, type Activity } from './activities.ts'
import type { HoldsStaff } from './staffWords.ts'

/** Where people meet: a place that says it is public, and no other. */
export interface PublicPlace {
  id: string
  name: string
  meetingPoint: string
  address: string
  town: string
  postcode: string
}

/**
 * All that the world may know of a group (story 38, domain 7.2). Every output is made of this and nothing else: what is not here cannot be
 * published. No attendance, no members, no private address, no colleague's name or number.
 */
export interface PublicGroup {
  id: string
  name: string
  /** Who offers it: the team, where nobody else does. */
  organiser: string
  about: string
  slots: Slot[]
  /** Null where nobody has said that its place is public. */
  place: PublicPlace | null
  /** Pence for one visit; null where nobody knows. */
  pence: number | null
  costWords: string
  contact: { name: string; phone: string; email: string }
  url: string
  /** Codes of resources/lists/needs.json and access.json. */
  needs: string[]
  access: string[]
  languages: string[]
  onlyFor: 'women' | 'men' | null
  /** What OpenActive calls it; null where it is no activity of its list. */
  activity: Activity | null
  closed: { until: PlainDate | null } | null
}

/** What somebody typed and is not published, as a colleague's name or number stands in it. */
export type LeftOut = 'name' | 'organiser' | 'about' | 'place' | 'cost' | 'contact'

/** What the facts of a group are made of. */
export interface PublicRows {
  team: Pick<Entity<'team'>, 'name' | 'openData'>
  venue(id: string): Entity<'venue'> | undefined
  /** What the directory says of a group beyond what the group says itself. */
  details(groupId: string): Entity<'service'> | undefined
  holdsStaff: HoldsStaff
}

/** Whether it is told to everybody: the team does, the lead chose this group, and it has not ended. */
export function isPublished(group: Entity<'group'>, team: Pick<Entity<'team'>, 'openData'>): boolean {
  return Boolean(team.openData && group.published && group.state !== 'closed')
}

/** What the world would read of a group, whether it is published yet or not, and what is left out of it. A group without a name is not published. */
export function factsOf(group: Entity<'group'>, rows: PublicRows, today: PlainDate): { facts: PublicGroup; left: LeftOut[] } {
  const left = new Set<LeftOut>()
  const safe = (what: LeftOut, text: string | null | undefined) => safeText(rows.holdsStaff, text, () => left.add(what))
  const found = rows.details(group.id)
  const details = found && !found.voidedBecause ? found : undefined
  const facts: PublicGroup = {
    id: group.id,
    name: safe('name', group.name),
    organiser: safe('organiser', group.organiser || details?.organiser) || safe('organiser', rows.team.name),
    about: safe('about', details?.about || group.about),
    slots: group.schedule.filter(({ until }) => until === null || until >= today),
    place: publicPlace(group.venueId ? rows.venue(group.venueId) : undefined, (text) => safe('place', text)),
    pence: penceOf(group, details),
    costWords: safe('cost', details?.costWords),
    contact: { name: safe('contact', group.publicContact), phone: safe('contact', group.publicPhone), email: safe('contact', group.publicEmail) },
    url: safe('contact', details?.url),
    needs: details?.needs ?? [],
    access: details?.access ?? [],
    languages: details?.languages ?? [],
    onlyFor: details?.onlyFor ?? null,
    activity: activities[templateOf(group)],
    closed: closedOf(group, details, today),
  }
  return { facts, left: [...left] }
}

function safeText(holdsStaff: HoldsStaff, text: string | null | undefined, leftOut: () => void): string {
  const said = (text ?? '').trim()
  if (!said || !holdsStaff(said)) return said
  leftOut()
  return ''
}

/** What the group says of its price, or else the directory. */
function penceOf(group: Entity<'group'>, details: Entity<'service'> | undefined): number | null {
  return group.pence ?? (details?.free ? 0 : (details?.pence ?? null))
}

/** Closed for now, and until when: why is the team's own affair. */
function closedOf(group: Entity<'group'>, details: Entity<'service'> | undefined, today: PlainDate): PublicGroup['closed'] {
  if (details && isClosed(details, today)) return { until: details.closedUntil ?? null }
  return group.state === 'paused' ? { until: null } : null
}

/** A place as everybody may know it; null unless it says that it is public. @param safe leaves out what may not be told */
export function publicPlace(venue: Entity<'venue'> | undefined, safe: (text: string | null | undefined) => string): PublicPlace | null {
  if (!venue?.isPublic) return null
  const { id } = venue
  const name = safe(venue.name)
  const [meetingPoint, address, town, postcode] = [safe(venue.meetingPoint), safe(venue.address), safe(venue.town), safe(venue.postcode)]
  return name ? { id, name, meetingPoint, address, town, postcode } : null
}
