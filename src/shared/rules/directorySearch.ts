import { plain } from '../std/text.ts'
import type { Listing, Weekday } from './directory.ts'
import { suitsLabel } from './directoryLists.ts'
import { needLabel } from './needs.ts'

/** What to show of the directory; what is not said shows all. */
export interface DirectoryFilter {
  text?: string
  need?: string | null
  kind?: Listing['kind'] | null
  day?: Weekday | null
  town?: string | null
  /** Only what is free; what nobody knows the cost of is not. */
  free?: boolean
  /** Only what has places. */
  vacancy?: boolean
  /** Only what is open today. */
  open?: boolean
  /** Only what waits for a check. */
  due?: boolean
}

/** What is looked through for a text, made once for each listing: two thousand are asked at every letter. */
const texts = new WeakMap<Listing, string>()

function textOf(one: Listing): string {
  const known = texts.get(one)
  if (known !== undefined) return known
  const helps = [...one.needs.map(needLabel), ...one.suits.map(suitsLabel)]
  const made = plain([one.name, one.organiser, one.town, one.venue, one.postcode, one.about, ...helps].join(' \n'))
  texts.set(one, made)
  return made
}

/** Those that fit, a name that begins with the text first, then by name. What waits for a check comes the longest unchecked first. */
export function filterListings(listings: readonly Listing[], filter: DirectoryFilter): Listing[] {
  const words = plain(filter.text ?? '')
    .split(/\s+/)
    .filter(Boolean)
  const found = listings.filter((one) => fits(one, filter) && words.every((word) => textOf(one).includes(word)))
  const first = words[0]
  const rank = new Map(found.map((one) => [one, first && plain(one.name).startsWith(first) ? 0 : 1]))
  if (filter.due) return found.sort((a, b) => (b.freshDays ?? Infinity) - (a.freshDays ?? Infinity) || byName(a, b))
  return found.sort((a, b) => rank.get(a)! - rank.get(b)! || byName(a, b))
}

function fits(one: Listing, { need, kind, day, town, free, vacancy, open, due }: DirectoryFilter): boolean {
  return (
    (!need || one.needs.includes(need)) &&
    (!kind || one.kind === kind) &&
    (!day || one.times.some((time) => time.day === day)) &&
    (!town || plain(one.town.trim()) === plain(town.trim())) &&
    (!free || one.free === true) &&
    (!vacancy || one.vacancy === 'places') &&
    (!open || one.closed === null) &&
    (!due || one.due)
  )
}

/** Infinity less itself is no number, so two that nobody ever checked come by name. */
function byName(a: Listing, b: Listing): number {
  const [one, other] = [sortKey(a), sortKey(b)]
  return one < other ? -1 : one > other ? 1 : a.id < b.id ? -1 : 1
}

const keys = new WeakMap<Listing, string>()

function sortKey(one: Listing): string {
  const known = keys.get(one) ?? plain(one.name)
  keys.set(one, known)
  return known
}

/** The towns there are, by name, each once however it is spelt. */
export function townsOf(listings: readonly Listing[]): string[] {
  const towns = new Map<string, string>()
  for (const { town } of listings) if (town.trim() && !towns.has(plain(town.trim()))) towns.set(plain(town.trim()), town.trim())
  return [...towns].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, town]) => town)
}
