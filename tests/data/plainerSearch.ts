import MiniSearch, { type QueryCombination } from 'minisearch'
import type { Entity } from '../../src/shared/records/index.ts'
import { nameOf } from '../../src/shared/rules/names.ts'
import { nicknamesOf } from '../../src/shared/rules/nicknames.ts'
import { phoneDigits, plain, words } from '../../src/shared/std/text.ts'
import { runTogether } from '../../src/renderer/data/runTogether.ts'
import type { Found, Ranking } from '../../src/renderer/data/search.ts'

/** A slip is forgiven from this length on (house 10.1). */
const fuzzyFrom = 4

/** The search of before, over MiniSearch: ten to twenty times as slow among 50,000 people, and right. The one that ships must find the same. */
export class PlainerSearch {
  private readonly index = new MiniSearch<Indexed>({
    fields: ['name', 'nick'],
    tokenize: (text) => text.split(' '), // the text is made of plain words already
    processTerm: (term) => term,
    autoVacuum: false, // behind three hundred people who left it breaks on a word that is gone (7.2.0)
    searchOptions: { combineWith: 'AND' },
  })
  private readonly known = new Map<string, string>()
  /** Names as they are compared: folding them at each comparison was most of the cost of a one-letter search. */
  private readonly names = new Map<string, string>()
  /** Numbers by person. Not indexed: nearly all begin alike, and an index of ten thousand such is slower than to look. */
  private readonly phones = new Map<string, string>()

  /** Adds or replaces people; removed ones leave. */
  update(people: Iterable<Entity<'person'>>): void {
    const fresh: Indexed[] = []
    for (const person of people) {
      const text = person.removedBecause ? '' : indexText(person)
      if (this.known.get(person.id) === text) continue
      if (this.known.get(person.id)) this.index.discard(person.id)
      this.known.set(person.id, text)
      this.names.set(person.id, plain(nameOf(person)))
      this.phones.set(person.id, text ? phoneDigits(person.phone ?? '') : '')
      if (text) fresh.push(indexed(person))
    }
    this.index.addAll(fresh)
  }

  /** These are no longer on this laptop. */
  forget(personIds: Iterable<string>): void {
    for (const id of personIds) {
      if (this.known.get(id)) this.index.discard(id)
      this.known.delete(id)
      this.phones.delete(id)
      this.names.delete(id)
    }
  }

  /** The best matches first. @param most how many at most */
  find(text: string, ranking: Ranking, most: number): Found[] {
    const query = words(text)
    if (query.length === 0) return []
    const ranked = this.candidates(query).map((found) => ({ ...found, rank: rankOf(found, ranking), name: this.names.get(found.personId) ?? '' }))
    return firstOf(ranked, most, (a, b) => a.rank < b.rank || (a.rank === b.rank && a.name < b.name)).map(({ personId, tier }) => ({
      personId,
      tier,
    }))
  }

  /** By name, by phone, or by both: some people say only the end of their number. */
  private candidates(query: readonly string[]): Found[] {
    const digits = phoneDigits(query.filter((word) => /^\d+$/.test(word)).join(''))
    if (digits.length < 3) return this.byName(query)
    const letters = query.filter((word) => !/^\d+$/.test(word))
    const named = letters.length > 0 ? this.byName(letters) : [...this.phones.keys()].map((personId): Found => ({ personId, tier: 1 }))
    return named.filter(({ personId }) => this.phones.get(personId)?.includes(digits))
  }

  /** As typed, and with words run together, as some write them: "van kirk" is VanKirk, "ann marie" Annmarie. */
  private byName(query: readonly string[]): Found[] {
    const typed = this.tried(query, query.map(withSlips))
    const together = runTogether(query).filter(({ run }) => this.index.search({ queries: [run], prefix: true }).length > 0) // mostly nobody: the other words need not be looked up
    if (together.length === 0) return typed
    const found = new Map(typed.map((one) => [one.personId, one]))
    for (const { all } of together) {
      // no slips: twice as unlikely, and they cost the most
      for (const one of this.tried(all, [{ queries: [...all], prefix: true, combineWith: 'AND' }])) {
        if (one.tier < (found.get(one.personId)?.tier ?? 3)) found.set(one.personId, one)
      }
    }
    return [...found.values()]
  }

  private tried(query: readonly string[], queries: QueryCombination[]): Found[] {
    return this.index.search({ combineWith: 'AND', queries }).map(({ id, match }) => ({ personId: id as string, tier: tierOf(match, query) }))
  }
}

/** A word as typed, or with one slip of the finger: a letter wrong, missing or too many, or two neighbours swapped. */
function withSlips(word: string): QueryCombination {
  const long = word.length >= fuzzyFrom
  const swapped = long
    ? [...word]
        .slice(1)
        .map((_, at) => swap(word, at))
        .filter((one) => one !== word)
    : []
  return { combineWith: 'OR', prefix: true, fuzzy: (term) => (long && term === word ? 1 : false), queries: [word, ...swapped] }
}

function swap(word: string, at: number): string {
  return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2)
}

/** The first so many in order, without sorting the thousands that one letter matches. Equals stay in the order they came. */
function firstOf<Item>(items: readonly Item[], most: number, isBefore: (a: Item, b: Item) => boolean): Item[] {
  const first: Item[] = []
  for (const item of items) {
    const last = first[most - 1]
    if (last !== undefined && !isBefore(item, last)) continue
    let at = first.length
    while (at > 0 && isBefore(item, first[at - 1] as Item)) at--
    first.splice(at, 0, item)
    if (first.length > most) first.pop()
  }
  return first
}

interface Indexed {
  id: string
  name: string
  nick: string
}

function indexed(person: Entity<'person'>): Indexed {
  const names = nameWords(person)
  const nicks = names.flatMap(nicknamesOf).filter((nick) => !names.includes(nick))
  return { id: person.id, name: names.join(' '), nick: nicks.join(' ') }
}

function indexText(person: Entity<'person'>): string {
  return [person.givenName, person.familyName, person.knownAs, person.phone].join('|')
}

/** The words of all names; a double-barrelled one gives its parts and the whole. */
function nameWords(person: Entity<'person'>): string[] {
  const all = [person.knownAs, person.givenName, person.familyName].filter((name) => name !== undefined)
  const wholes = all.filter((name) => /[-\s]/.test(name)).map((name) => plain(name).replace(/[^\p{L}\p{N}]+/gu, ''))
  return [...new Set([...all.flatMap(words), ...wholes])]
}

function tierOf(match: Record<string, string[]>, query: readonly string[]): Found['tier'] {
  let tier: Found['tier'] = 0
  for (const word of query) {
    const terms = Object.entries(match).filter(([term]) => term.startsWith(word))
    if (terms.length === 0) return 2
    if (!terms.some(([, fields]) => fields.includes('name'))) tier = 1
  }
  return tier
}

/** Lower is better: how it matched, whose group, who still is to come, who comes most. */
function rankOf(found: Found, ranking: Ranking): number {
  const slip = found.tier === 2 ? 8_000_000 : 0
  const stranger = ranking.isMember(found.personId) ? 0 : 4_000_000
  const nickname = found.tier === 1 ? 1_000_000 : 0
  const here = ranking.isHere(found.personId) ? 2_000_000 : 0
  return slip + stranger + here + nickname - Math.min(99_999, ranking.came(found.personId))
}
