import type { Slot } from '../records/group.ts'
import type { Entity } from '../records/index.ts'
import type { PlainDate } from '../std/dates.ts'

type Service = Entity<'service'>
type Group = Entity<'group'>
export type Weekday = 'MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA' | 'SU'
export type Vacancy = Service['vacancy']

/** After so many days without a check an entry is due, where the lead has not said otherwise (story 32). */
export const checkAfterDays = 90

const dayMs = 86_400_000

/** One entry of the directory: a group of ours, a partner's group or an outside service, all in one shape. */
export interface Listing {
  /** Of the group where it is one, else of the service. */
  id: string
  /** A group of ours, or a partner's whose register is ours. */
  groupId: string | null
  /** Where its details are written: of a group too, once somebody has said more than the group knows of itself. */
  serviceId: string | null
  kind: 'own' | 'partner' | 'outside'
  name: string
  organiser: string
  about: string
  /** Codes of resources/lists/needs.json, suits.json and access.json. */
  needs: readonly string[]
  suits: readonly string[]
  access: readonly string[]
  languages: readonly string[]
  onlyFor: 'women' | 'men' | null
  /** Null where nobody has said. */
  free: boolean | null
  pence: number | null
  costWords: string
  times: readonly { day: Weekday; from: string; until: string }[]
  timesWords: string
  /** The weekly rules of a group, said by `whenInWords`. */
  slots: readonly Slot[] | null
  venue: string
  address: string
  town: string
  postcode: string
  transport: string
  vacancy: Vacancy
  howToJoin: string
  contactName: string
  phone: string
  /** Its contact is our own leader, whose name and number are published nowhere. */
  contactIsStaff: boolean
  email: string
  url: string
  firstVisit: string
  bring: string
  /** Closed today: until when, and why; null while it is open. */
  closed: { until: PlainDate | null; because: string } | null
  checkedOn: PlainDate | null
  checkedById: string | null
  checkedWith: string
  /** Days since somebody last checked it, or null where nobody has. */
  freshDays: number | null
  /** Nobody has checked it for so long that it is due. */
  due: boolean
  localNote: string
  goneFromFeedOn: PlainDate | null
}

/** What the listings are made of. */
export interface DirectoryRows {
  services: readonly Service[]
  groups: readonly Group[]
  venue(id: string): Entity<'venue'> | undefined
  colleague(id: string): Entity<'colleague'> | undefined
  /** How many are signed up to a group. */
  members(groupId: string): number
}

/** Closed today: from its first day to its last, or with an open end. */
export function isClosed(one: Pick<Service, 'closedFrom' | 'closedUntil'>, today: PlainDate): boolean {
  return Boolean(one.closedFrom) && one.closedFrom! <= today && (!one.closedUntil || today <= one.closedUntil)
}

/** How fresh it is: days since it was last checked; null where it never was. */
export function freshDaysOf(checkedOn: PlainDate | null | undefined, today: PlainDate): number | null {
  return checkedOn ? Math.max(0, Math.round((Date.parse(today) - Date.parse(checkedOn)) / dayMs)) : null // plain dates: no hour is lost or won
}

/** Due for a check: never checked, or so many days ago (story 32). @param after as the lead has set it, or 90 */
export function isDue(checkedOn: PlainDate | null | undefined, today: PlainDate, after: number | null | undefined): boolean {
  const days = freshDaysOf(checkedOn, today)
  return days === null || days >= (after ?? checkAfterDays)
}

/** Places left in a group of ours: by its capacity, unless somebody has said that it is full or that people wait. */
export function vacancyOf(capacity: number | null | undefined, members: number, said?: Vacancy): Vacancy {
  if (said === 'full' || said === 'waitingList') return said
  return capacity && members >= capacity ? 'full' : 'places'
}

/** Everything people can be sent to, as it is today: removed entries and closed groups are not among them. @param after days until a check is due */
export function listingsOf(rows: DirectoryRows, today: PlainDate, after: number | null | undefined): Listing[] {
  const standing = rows.services.filter((one) => !one.voidedBecause)
  const details = new Map(standing.flatMap((one) => (one.groupId ? [[one.groupId, one] as const] : [])))
  const groups = rows.groups.filter((one) => one.state !== 'closed')
  const shown = new Set(groups.map((one) => one.id))
  return [
    ...groups.map((one) => listingOfGroup(one, details.get(one.id), rows, today, after)),
    ...standing.filter((one) => !one.groupId || (one.kind !== 'own' && !shown.has(one.groupId))).map((one) => listingOfService(one, today, after)),
  ]
}

/** A service as a listing. */
export function listingOfService(one: Service, today: PlainDate, after: number | null | undefined): Listing {
  return {
    ...detailsOf(one, today),
    id: one.id,
    groupId: null,
    kind: one.kind,
    name: one.name,
    organiser: one.organiser ?? '',
    times: one.times ?? [],
    slots: null,
    venue: '',
    vacancy: one.vacancy,
    due: isDue(one.checkedOn, today, after),
  }
}

/** A group as a listing: what the group says itself, and for the rest what is written of it in the directory. */
function listingOfGroup(
  group: Group,
  details: Service | undefined,
  rows: DirectoryRows,
  today: PlainDate,
  after: number | null | undefined,
): Listing {
  const said = detailsOf(details, today)
  const kind = group.template === 'partner' ? 'partner' : 'own'
  const leader = group.leaderId ? rows.colleague(group.leaderId) : undefined
  return {
    ...said,
    id: group.id,
    groupId: group.id,
    kind,
    name: group.name,
    organiser: group.organiser || said.organiser,
    about: said.about || (group.about ?? ''),
    times: timesOf(group.schedule, today),
    slots: group.schedule,
    ...placeOf(group.venueId ? rows.venue(group.venueId) : undefined, said),
    vacancy: vacancyOf(group.capacity, rows.members(group.id), details?.vacancy),
    ...contactOf(said, leader),
    closed: group.state === 'paused' ? (said.closed ?? { until: null, because: '' }) : said.closed,
    due: kind === 'partner' && isDue(details?.checkedOn, today, after), // our own we know: we were there last week
  }
}

/** Who to ask: whom the directory names, or else the leader of the group. Never one's name with the other's number. */
function contactOf(said: Pick<Listing, 'contactName' | 'phone'>, leader: Entity<'colleague'> | undefined) {
  if (said.contactName || said.phone) return { contactName: said.contactName, phone: said.phone, contactIsStaff: false }
  return { contactName: leader?.name ?? '', phone: leader?.phone ?? '', contactIsStaff: true }
}

function placeOf(venue: Entity<'venue'> | undefined, said: Pick<Listing, 'address' | 'town' | 'postcode'>) {
  return {
    venue: venue?.name ?? '',
    address: venue?.address || said.address,
    town: venue?.town || said.town,
    postcode: venue?.postcode || said.postcode,
  }
}

/** What a service row says; of none, nothing. */
function detailsOf(one: Service | undefined, today: PlainDate) {
  return {
    serviceId: one?.id ?? null,
    organiser: one?.organiser ?? '',
    about: one?.about ?? '',
    needs: one?.needs ?? [],
    suits: one?.suits ?? [],
    access: one?.access ?? [],
    languages: one?.languages ?? [],
    onlyFor: one?.onlyFor ?? null,
    free: one?.free ?? null,
    pence: one?.pence ?? null,
    costWords: one?.costWords ?? '',
    timesWords: one?.timesWords ?? '',
    address: one?.address ?? '',
    town: one?.town ?? '',
    postcode: one?.postcode ?? '',
    transport: one?.transport ?? '',
    howToJoin: one?.howToJoin ?? '',
    contactName: one?.contactName ?? '',
    phone: one?.phone ?? '',
    contactIsStaff: false,
    email: one?.email ?? '',
    url: one?.url ?? '',
    firstVisit: one?.firstVisit ?? '',
    bring: one?.bring ?? '',
    closed: one && isClosed(one, today) ? { until: one.closedUntil ?? null, because: one.closedBecause ?? '' } : null,
    checkedOn: one?.checkedOn ?? null,
    checkedById: one?.checkedBy ?? null,
    checkedWith: one?.checkedWith ?? '',
    freshDays: freshDaysOf(one?.checkedOn, today),
    localNote: one?.localNote ?? '',
    goneFromFeedOn: one?.goneFromFeedOn ?? null,
  } satisfies Partial<Listing>
}

/** The weekdays with times of a group's rules that still hold. */
export function timesOf(schedule: readonly Slot[], today: PlainDate): Listing['times'] {
  return schedule
    .filter((slot) => slot.until === null || slot.until >= today)
    .flatMap((slot) => daysIn(slot.rule).map((day) => ({ day, from: slot.start, until: slot.end })))
}

const days: readonly string[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] satisfies Weekday[]

/** The weekdays a rule names: "BYDAY=1TH" is a Thursday too. */
function daysIn(rule: string): Weekday[] {
  const named = rule.match(/BYDAY=([^;]*)/)?.[1]?.split(',') ?? []
  return named.map((one) => one.slice(-2)).filter((one): one is Weekday => days.includes(one))
}
