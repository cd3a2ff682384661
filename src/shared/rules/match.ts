import { compareTexts } from '../std/order.ts'
import type { Listing, Weekday } from './directory.ts'
import { distanceBetween, kmOf, type Distance, type Whereabouts } from './distance.ts'

export const partsOfDay = ['am', 'pm', 'eve'] as const
export type PartOfDay = (typeof partsOfDay)[number]
/** A time of the week, as a gap says it too: "MO-am". */
export type TimeOfWeek = `${Weekday}-${PartOfDay}`

/** The afternoon begins at noon, the evening at five. */
const noon = '12:00'
const evening = '17:00'

/** What is looked for: what somebody needs, and when, how far, for how much and in what way they can come. */
export interface Wish {
  /** Codes of resources/lists/needs.json. */
  needs: readonly string[]
  /** None: at any time. */
  times: readonly TimeOfWeek[]
  from: Whereabouts
  /** How far they go; null: as far as it takes. */
  mostKm: number | null
  /** What one visit may cost; 0: nothing; null: it does not matter. */
  mostPence: number | null
  /** Codes of access.json that they cannot do without. */
  access: readonly string[]
  /** Codes of suits.json: what the place must cope with. */
  suits: readonly string[]
  /** The language it must be in, as a tag; null: English will do. */
  language: string | null
  /** They want to be among women, or among men. */
  only: 'women' | 'men' | null
  /** By the national list (domain 6.4): decides nothing but whether to ask. */
  gender: string | null
  /** Somebody comes along who cares for them: two places are needed. */
  withCarer: boolean
}

/** An entry with what only a register knows of it. */
export interface MatchEntry extends Listing {
  /** How many could still sign up; null: nobody counts. */
  placesLeft?: number | null
  /** Its registers count carers who come along. */
  takesCarers?: boolean
}

/** Why it may be right for them. */
export type For =
  | { code: 'need'; need: string }
  | { code: 'time'; day: Weekday; from: string; until: string }
  | { code: 'near'; distance: Distance }
  | { code: 'free' }
  | { code: 'cost'; pence: number }
  | { code: 'access'; access: string }
  | { code: 'suits'; suits: string }
  | { code: 'language'; language: string }
  | { code: 'only'; only: 'women' | 'men' }
  | { code: 'carer' }
/** Why it is not. */
export type Against =
  | { code: 'needs' }
  | { code: 'times' }
  | { code: 'tooFar'; distance: Distance }
  | { code: 'tooDear'; pence: number }
  | { code: 'notFree' }
  | { code: 'language' }
  | { code: 'mixed'; only: 'women' | 'men' }
  | { code: 'onlyFor'; only: 'women' | 'men' }
  | { code: 'onePlace' }
/** What is to be asked there first: something that nobody has written down is no reason against it. */
export type Ask =
  | { code: 'needs' }
  | { code: 'times' }
  | { code: 'distance' }
  | { code: 'cost' }
  | { code: 'access'; access: string }
  | { code: 'suits'; suits: string }
  | { code: 'language' }
  | { code: 'onlyFor'; only: 'women' | 'men' }
  | { code: 'carer' }
  | { code: 'waitingList' }
  | { code: 'full' }
  | { code: 'vacancy' }
  | { code: 'notChecked' }
  | { code: 'gone' }

export interface Match {
  entry: MatchEntry
  for: For[]
  against: Against[]
  ask: Ask[]
  distance: Distance
}

/** What fits; what fits but is closed for now, named and not offered; and what does not fit, the nearest misses first. */
export interface Matches {
  fits: Match[]
  closed: Match[]
  others: Match[]
}

/** Which entries fit somebody, with the reasons, the best first (story 22). Pure: 2,000 entries take milliseconds. */
export function matchesFor(wish: Wish, entries: readonly MatchEntry[]): Matches {
  const all = entries.map((entry) => matchOf(wish, entry))
  const fitting = all.filter((one) => one.against.length === 0)
  return {
    fits: fitting.filter((one) => !one.entry.closed).sort(bestFirst),
    closed: fitting.filter((one) => one.entry.closed).sort(bestFirst),
    others: all.filter((one) => one.against.length > 0 && !one.entry.closed).sort((a, b) => a.against.length - b.against.length || bestFirst(a, b)),
  }
}

/** One entry held against what is looked for. */
export function matchOf(wish: Wish, entry: MatchEntry): Match {
  const match: Match = { entry, for: [], against: [], ask: [], distance: distanceBetween(wish.from, entry) }
  for (const look of looks) look(wish, entry, match)
  return match
}

type Look = (wish: Wish, entry: MatchEntry, match: Match) => void

/** In the order in which they are said. */
const looks: readonly Look[] = [byNeeds, byTimes, byDistance, byCost, byAccess, bySuits, byLanguage, byWhoItIsFor, byCarer, byVacancy, byFreshness]

function byNeeds({ needs }: Wish, entry: MatchEntry, match: Match): void {
  if (needs.length === 0) return
  if (entry.needs.length === 0) return void match.ask.push({ code: 'needs' })
  const met = needs.filter((need) => entry.needs.includes(need))
  if (met.length === 0) match.against.push({ code: 'needs' })
  match.for.push(...met.map((need) => ({ code: 'need' as const, need })))
}

/** A time they can come: it begins in a part of the day that they said. */
function byTimes({ times }: Wish, entry: MatchEntry, match: Match): void {
  if (times.length === 0) return
  if (entry.times.length === 0) return void match.ask.push({ code: 'times' })
  const possible = entry.times.filter((one) => times.includes(`${one.day}-${partOfDay(one.from)}`))
  if (possible.length === 0) match.against.push({ code: 'times' })
  match.for.push(...possible.map(({ day, from, until }) => ({ code: 'time' as const, day, from, until })))
}

/** In which part of the day a time lies. */
export function partOfDay(time: string): PartOfDay {
  return time < noon ? 'am' : time < evening ? 'pm' : 'eve'
}

function byDistance({ mostKm }: Wish, entry: MatchEntry, match: Match): void {
  const { distance } = match
  const km = kmOf(distance)
  if (entry.access.includes('online') || entry.access.includes('homeVisits')) return // nobody travels
  if (km === null) {
    if (mostKm !== null) match.ask.push({ code: 'distance' })
  } else if (mostKm !== null && km > mostKm) match.against.push({ code: 'tooFar', distance })
  else match.for.push({ code: 'near', distance })
}

function byCost({ mostPence }: Wish, entry: MatchEntry, match: Match): void {
  const { pence } = entry
  const free = entry.free === true || pence === 0
  if (free) return void match.for.push({ code: 'free' })
  if (mostPence === null) return pence ? void match.for.push({ code: 'cost', pence }) : undefined
  if (pence) {
    if (pence > mostPence) match.against.push({ code: 'tooDear', pence })
    else match.for.push({ code: 'cost', pence })
  } else if (mostPence === 0 && entry.free === false) match.against.push({ code: 'notFree' })
  else match.ask.push({ code: 'cost' })
}

/** A list of what is there is never the whole of it: what is not on it is asked for, not ruled out. */
function byAccess({ access }: Wish, entry: MatchEntry, match: Match): void {
  for (const one of access) {
    if (entry.access.includes(one)) match.for.push({ code: 'access', access: one })
    else match.ask.push({ code: 'access', access: one })
  }
}

function bySuits({ suits }: Wish, entry: MatchEntry, match: Match): void {
  for (const one of suits) {
    if (entry.suits.includes(one)) match.for.push({ code: 'suits', suits: one })
    else match.ask.push({ code: 'suits', suits: one })
  }
}

function byLanguage({ language }: Wish, entry: MatchEntry, match: Match): void {
  if (!language || baseOf(language) === 'en') return
  if (entry.languages.length === 0) match.ask.push({ code: 'language' })
  else if (entry.languages.some((one) => baseOf(one) === baseOf(language))) match.for.push({ code: 'language', language })
  else match.against.push({ code: 'language' })
}

/** "en-GB" is English. */
function baseOf(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? ''
}

const genders = { women: '2', men: '1' } as const

/** Who is let in is decided by people (domain 6.4): it speaks against an entry only where somebody has said that they are of the others. */
function byWhoItIsFor({ only, gender }: Wish, entry: MatchEntry, match: Match): void {
  const { onlyFor } = entry
  if (only && onlyFor !== only) return void match.against.push(onlyFor ? { code: 'onlyFor', only: onlyFor } : { code: 'mixed', only })
  if (!onlyFor) return
  if (only === onlyFor || gender === genders[onlyFor]) match.for.push({ code: 'only', only: onlyFor })
  else if (gender === genders.women || gender === genders.men) match.against.push({ code: 'onlyFor', only: onlyFor })
  else match.ask.push({ code: 'onlyFor', only: onlyFor })
}

const twoPlaces = 2

function byCarer({ withCarer }: Wish, entry: MatchEntry, match: Match): void {
  if (!withCarer) return
  const left = entry.placesLeft ?? null
  if (left !== null && left > 0 && left < twoPlaces) return void match.against.push({ code: 'onePlace' })
  const welcome = entry.takesCarers || entry.access.includes('carerPlace') || entry.suits.includes('withCarer')
  if (welcome) match.for.push({ code: 'carer' })
  else match.ask.push({ code: 'carer' })
}

function byVacancy(_: Wish, { vacancy }: MatchEntry, match: Match): void {
  if (vacancy === 'full') match.ask.push({ code: 'full' })
  if (vacancy === 'waitingList') match.ask.push({ code: 'waitingList' })
  if (vacancy === 'notKnown') match.ask.push({ code: 'vacancy' })
}

function byFreshness(_: Wish, entry: MatchEntry, match: Match): void {
  if (entry.goneFromFeedOn) match.ask.push({ code: 'gone' })
  else if (entry.due) match.ask.push({ code: 'notChecked' })
}

/** Those with a place first; then by how many needs they answer, how little is unknown, how near they are, and by name. */
function bestFirst(a: Match, b: Match): number {
  return (
    waits(a) - waits(b) ||
    metBy(b) - metBy(a) ||
    a.ask.length - b.ask.length ||
    (kmOf(a.distance) ?? Infinity) - (kmOf(b.distance) ?? Infinity) ||
    compareTexts(a.entry.name, b.entry.name) ||
    compareTexts(a.entry.id, b.entry.id)
  )
}

function waits({ entry }: Match): number {
  return entry.vacancy === 'full' ? 2 : entry.vacancy === 'waitingList' ? 1 : 0
}

function metBy(match: Match): number {
  return match.for.filter((one) => one.code === 'need').length
}
