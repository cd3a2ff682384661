import { z } from 'zod'
import { v5 } from 'uuid'
import type { Listing } from '../rules/directory.ts'
import { accessLabel } from '../rules/directoryLists.ts'
import { needLabel } from '../rules/needs.ts'
import type { PlainDate } from '../std/dates.ts'

/** Ids of parts are worked out from their entry: published again, they are the same. */
const namespace = '0c6f0a0e-6c0f-5d57-8f0c-5a3c2a6e7b41'
const idOf = (...parts: readonly string[]) => v5(parts.join('|'), namespace)

type Json = string | number | boolean | readonly Json[] | { readonly [name: string]: Json }
export type ForeignService = Readonly<Record<string, Json>>

/** A page of services as Open Referral UK 3.0 lists them, all on one page. */
export interface ForeignList {
  total_items: number
  total_pages: number
  page_number: number
  size: number
  first_page: boolean
  last_page: boolean
  empty: boolean
  contents: ForeignService[]
}

/**
 * What the team publishes: its groups, partners' groups and the entries it keeps itself. What came from another feed is its owner's to
 * publish. Public facts only: no local note, no colleague's name or number, nobody's attendance (domain 7.2).
 */
export function openReferralOut(listings: readonly Listing[], team: string, foreign: ReadonlySet<string>): ForeignList {
  const contents = listings.filter((one) => !foreign.has(one.id)).map((one) => serviceOf(one, team))
  const many = contents.length
  return { total_items: many, total_pages: 1, page_number: 1, size: many, first_page: true, last_page: true, empty: many === 0, contents }
}

/** One entry as a service of Open Referral UK. @param team publishes it, where nobody else organises it */
export function serviceOf(one: Listing, team: string): ForeignService {
  const organiser = one.organiser || team
  return said({
    id: one.id,
    name: one.name,
    status: one.closed ? 'temporarily closed' : 'active',
    description: one.about,
    alert: one.closed ? closedWords(one.closed.until) : '',
    url: z.url().safeParse(one.url).success ? one.url : '',
    email: z.email().safeParse(one.email).success ? one.email : '',
    fees: one.costWords || (one.free ? 'Free' : ''),
    assured_date: one.checkedOn ?? '',
    organization: { id: idOf('organization', organiser), name: organiser, description: organiser },
    cost_options: costs(one),
    schedules: schedules(one),
    service_at_locations: locations(one),
    languages: one.languages.map((code) => ({ id: idOf(one.id, 'language', code), code })),
    contacts: contacts(one),
    attributes: one.needs.map((code) => ({ id: idOf(one.id, 'need', code), link_type: 'need', taxonomy_term: termOf(code) })),
  })
}

/** Only what says something: an empty text is not a web address. */
function said(fields: Record<string, Json>): ForeignService {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0)))
}

/** Until when, and not why: what somebody typed may say who is ill. */
function closedWords(until: PlainDate | null): string {
  return until ? `Closed until ${until}.` : 'Closed for a while.'
}

function termOf(code: string): Json {
  return { id: idOf('need', code), name: needLabel(code), description: needLabel(code), code }
}

function costs(one: Listing): Json {
  if (one.free) return [{ id: idOf(one.id, 'cost'), amount: 0 }]
  return one.pence === null ? [] : [{ id: idOf(one.id, 'cost'), amount: one.pence / 100 }]
}

/** The rules of a group as they are; weekly times of any other entry. */
function schedules(one: Listing): Json {
  const ruled = (one.slots ?? []).map((slot) => {
    const rule = new Map(slot.rule.split(';').map((part) => part.split('=') as [string, string]))
    return said({
      id: idOf(one.id, 'slot', String(slot.slot)),
      freq: rule.get('FREQ') === 'MONTHLY' ? 'MONTHLY' : rule.get('FREQ') === 'WEEKLY' ? 'WEEKLY' : '',
      interval: Number(rule.get('INTERVAL') ?? 1),
      byday: rule.get('BYDAY') ?? '',
      bymonthday: rule.get('BYMONTHDAY') ?? '',
      valid_from: slot.from,
      valid_to: slot.until ?? '',
      opens_at: slot.start,
      closes_at: slot.end,
    })
  })
  const weekly = one.slots
    ? []
    : one.times.map(({ day, from, until }) =>
        said({ id: idOf(one.id, day, from), freq: 'WEEKLY', interval: 1, byday: day, opens_at: from, closes_at: until }),
      )
  const words = one.timesWords ? [{ id: idOf(one.id, 'times'), description: one.timesWords }] : []
  return [...ruled, ...weekly, ...words]
}

/** Where it meets. The standard has no address without a county, of which we know nothing: it stands empty. */
function locations(one: Listing): Json {
  const name = one.venue || one.address
  const online = one.access.includes('online')
  if (!name && !one.town && !one.postcode && !online) return []
  const address = {
    id: idOf(one.id, 'address'),
    address_1: one.address || one.venue,
    city: one.town,
    state_province: '',
    postal_code: one.postcode,
    country: 'GB',
    address_type: 'physical',
  }
  const location = said({
    id: idOf(one.id, 'location'),
    location_type: name || one.town || one.postcode ? 'physical' : 'virtual',
    name,
    addresses: name || one.town || one.postcode ? [address] : [],
    accessibility: one.access.map((code) => ({ id: idOf(one.id, 'access', code), description: accessLabel(code) })),
  })
  return [{ id: idOf(one.id, 'at'), location }]
}

/** Who to ask. The number of a colleague is nobody's business outside. */
function contacts(one: Listing): Json {
  if (one.contactIsStaff || (!one.contactName && !one.phone)) return []
  const phones = one.phone ? [{ id: idOf(one.id, 'phone'), number: one.phone }] : []
  return [said({ id: idOf(one.id, 'contact'), name: one.contactName, phones })]
}
