import type { Slot } from '../records/group.ts'
import { instantOf, minutesBetween } from '../std/dates.ts'
import type { Activity } from './activities.ts'
import type { PublicGroup, PublicPlace } from './facts.ts'
import { fitsOpenActive, type PublicSession } from './sessions.ts'

type Json = string | number | boolean | readonly Json[] | { readonly [name: string]: Json }
export type Item = Readonly<Record<string, Json>>

const context = 'https://openactive.io/'
const list = 'https://openactive.io/activity-list'
/** Open to everybody for any use, as the standard wants of open data. */
export const licence = 'https://creativecommons.org/licenses/by/4.0/'

/** A thing of the feed: what the world may know of it, or null once it is withdrawn. `number` grows with each change of anything (RPDE). */
export type FeedItem = { id: string; number: number } & (
  | { kind: 'group'; facts: PublicGroup | null }
  | { kind: 'session'; facts: PublicSession | null }
)

/** One page of the feed: RPDE 1.0 by change number. The last one has no items and names itself as the next. */
export function rpdePage(items: readonly FeedItem[], after: number, stub: string): Item {
  return {
    next: `${stub}/openactive/sessions?afterChangeNumber=${items.at(-1)?.number ?? after}`,
    items: items.map((one) => rpdeItem(one, stub)),
    license: licence,
  }
}

function rpdeItem(item: FeedItem, stub: string): Item {
  const data = dataOf(item, stub)
  const head = { kind: item.kind === 'group' ? 'SessionSeries' : 'ScheduledSession', id: item.id, modified: item.number }
  return data ? { ...head, state: 'updated', data } : { ...head, state: 'deleted' }
}

/** Null where it was withdrawn, and where OpenActive asks for more than is said. */
function dataOf(item: FeedItem, stub: string): Item | null {
  if (!item.facts) return null
  if (item.kind === 'group') return fitsOpenActive(item.facts) ? seriesOf(item.facts, stub) : null
  return item.facts.openActive ? scheduledOf(item.facts, stub) : null
}

const seriesId = (groupId: string, stub: string) => `${stub}/openactive/series/${groupId}`
const pageOf = (groupId: string, stub: string) => `${stub}/sessions#g-${groupId}`

/** A group at its place. @param stub where the server's addresses begin, "https://gather.example" */
export function seriesOf(facts: PublicGroup, stub: string): Item {
  return said({
    '@context': context,
    '@type': 'SessionSeries',
    '@id': seriesId(facts.id, stub),
    identifier: facts.id,
    name: facts.name,
    description: facts.about,
    url: pageOf(facts.id, stub),
    activity: facts.activity ? [concept(facts.activity)] : [],
    organizer: organizerOf(facts, stub),
    location: facts.place ? placeOf(facts.place, stub) : '',
    genderRestriction: `https://openactive.io/${facts.onlyFor === 'women' ? 'FemaleOnly' : facts.onlyFor === 'men' ? 'MaleOnly' : 'NoRestriction'}`,
    isAccessibleForFree: facts.pence === 0,
    offers: [offerOf(facts, stub)],
    eventSchedule: facts.slots.map(scheduleOf),
  })
}

/** One date. The series says the rest. */
export function scheduledOf(facts: PublicSession, stub: string): Item {
  const [from, until] = [instantOf(facts.date, facts.start), instantOf(facts.date, facts.end)]
  return said({
    '@context': context,
    '@type': 'ScheduledSession',
    '@id': `${stub}/openactive/session/${facts.id}`,
    identifier: facts.id,
    superEvent: seriesId(facts.groupId, stub),
    startDate: from,
    endDate: until,
    duration: durationOf(minutesBetween(from, until)),
    eventStatus: `https://schema.org/${facts.cancelled ? 'EventCancelled' : 'EventScheduled'}`,
    location: facts.moved && facts.place ? placeOf(facts.place, stub) : '',
    url: pageOf(facts.groupId, stub),
  })
}

/** Only what says something. */
function said(fields: Record<string, Json>): Item {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0)))
}

function concept({ id, label }: Activity): Json {
  return { '@type': 'Concept', '@id': `${list}#${id}`, prefLabel: label, inScheme: list }
}

function organizerOf({ organiser, contact, id }: PublicGroup, stub: string): Json {
  return said({
    '@type': 'Organization',
    '@id': `${seriesId(id, stub)}#organizer`,
    name: organiser,
    telephone: contact.phone,
    email: contact.email,
  })
}

/** Primary care networks are in England, the first division of the United Kingdom below the country: no county is known. */
function placeOf(place: PublicPlace, stub: string): Json {
  const address = {
    '@type': 'PostalAddress',
    streetAddress: place.address,
    addressLocality: place.town,
    addressRegion: 'England',
    postalCode: place.postcode,
    addressCountry: 'GB',
  }
  return said({ '@type': 'Place', '@id': `${stub}/openactive/place/${place.id}`, name: place.name, description: place.meetingPoint, address })
}

function offerOf({ id, pence, contact: _, costWords }: PublicGroup, stub: string): Json {
  return said({
    '@type': 'Offer',
    '@id': `${seriesId(id, stub)}#offer`,
    name: costWords || (pence === 0 ? 'Free' : 'One visit'),
    price: (pence ?? 0) / 100,
    priceCurrency: 'GBP',
  })
}

const days: Record<string, string> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
}
const lengths: Record<string, string> = { DAILY: 'D', WEEKLY: 'W', MONTHLY: 'M', YEARLY: 'Y' }

/** The rule of one slot; its single dates are told besides. "1TH", the first Thursday, is written as iCalendar does. */
function scheduleOf({ rule, start, end, from, until }: Slot): Json {
  const parts = new Map(rule.split(';').map((part) => part.split('=') as [string, string]))
  const named = (parts.get('BYDAY') ?? '').split(',').filter(Boolean)
  return said({
    '@type': 'PartialSchedule',
    startTime: start,
    endTime: end,
    startDate: from,
    endDate: until ?? '',
    repeatFrequency: `P${Number(parts.get('INTERVAL') ?? 1)}${lengths[parts.get('FREQ') ?? ''] ?? 'W'}`,
    byDay: named.map((day) => (days[day] ? `https://schema.org/${days[day]}` : day)),
    scheduleTimezone: 'Europe/London',
  })
}

/** "PT1H30M". */
function durationOf(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return `PT${hours > 0 ? `${hours}H` : ''}${rest > 0 ? `${rest}M` : ''}`
}

/** What the feed is, for those who look for feeds: schema.org as JSON-LD. @param team publishes it */
export function datasetOf(team: string, stub: string): Item {
  const publisher = { '@type': 'Organization', name: team, url: `${stub}/sessions` }
  return {
    '@context': { '@vocab': 'https://schema.org/' },
    '@type': 'Dataset',
    '@id': `${stub}/openactive/`,
    url: `${stub}/openactive/`,
    name: `Sessions of ${team}`,
    description: `Coming sessions of the groups of ${team}, and where they meet.`,
    license: licence,
    inLanguage: ['en-GB'],
    publisher,
    distribution: [
      {
        '@type': 'DataDownload',
        name: 'Sessions',
        additionalType: 'https://openactive.io/ScheduledSession',
        encodingFormat: 'application/vnd.openactive.rpde+json; version=1',
        contentUrl: `${stub}/openactive/sessions`,
      },
    ],
  }
}
