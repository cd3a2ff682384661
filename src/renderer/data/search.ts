import type { Entity } from '../../shared/records/index.ts'
import { nameOf } from '../../shared/rules/names.ts'
import { nicknamesOf } from '../../shared/rules/nicknames.ts'
import { phoneDigits, plain, words } from '../../shared/std/text.ts'
import { isOneAway, NameTokens, type Token } from './nameTokens.ts'
import { runTogether } from './runTogether.ts'

/** One person as found, before the register says how they stand to it. */
export interface Found {
  personId: string
  /** 0: the letters as typed; 1: a nickname or the phone; 2: with one slip of the finger. */
  tier: 0 | 1 | 2
}

/** How a register ranks who was found: its regulars first, who is in already after those who are not. */
export interface Ranking {
  /** Everybody of whom one of these says something: of all others it is not asked, who are thousands behind one letter. */
  known(): Iterable<string>
  isMember(personId: string): boolean
  isHere(personId: string): boolean
  /** How often they came lately. */
  came(personId: string): number
}

/** A slip is forgiven from this length on (house 10.1). */
const fuzzyFrom = 4

/** Somebody as the search knows them. */
interface Known {
  id: string
  /** What the tokens were made of: the same again changes nothing. */
  text: string
  /** The name as it is compared: folding it at each comparison was most of the cost of a one-letter search. */
  name: string
  /** Not indexed: nearly all numbers begin alike, and an index of ten thousand such is slower than to look. */
  phone: string
  /** Found by the whole number alone: its parts are too like the end of a phone. */
  nhsNumber: string
  named: Token[]
  nick: Token[]
}

/**
 * Finds people by any part of any name, in any order, by nickname, by the digits of their phone or their whole NHS number; one slip from four
 * letters on. In memory only: made at unlock, gone at lock. The rarest word says who comes into question, each of them is then
 * asked for the others: no sets are put together, and nobody is looked at who has not that word.
 */
export class PeopleSearch {
  private readonly tokens = new NameTokens()
  private readonly people: (Known | null)[] = []
  private readonly numbers = new Map<string, number>()
  /** Which search last met each person, so that nobody is asked twice. */
  private met = new Uint32Array(1024)
  /** Which search last found that its ranking knows them. */
  private ranked = new Uint32Array(1024)
  private searches = 0
  private readonly joinedTo: (id: string) => readonly Entity<'person'>[]

  /** @param joinedTo who was joined to somebody: they are found by those names too, or somebody would write them down once more */
  constructor(joinedTo: (id: string) => readonly Entity<'person'>[] = () => []) {
    this.joinedTo = joinedTo
  }

  /** Adds or replaces people; removed ones leave. */
  update(people: Iterable<Entity<'person'>>): void {
    for (const person of people) {
      const text = person.removedBecause ? '' : [person, ...this.joinedTo(person.id)].map(indexText).join('|')
      const number = this.numbers.get(person.id)
      if (number !== undefined && this.people[number]?.text === text) continue
      if (number !== undefined) this.leave(number)
      if (text) this.come(person, text, number ?? this.people.length)
    }
  }

  /** These are no longer on this laptop. */
  forget(personIds: Iterable<string>): void {
    for (const id of personIds) {
      const number = this.numbers.get(id)
      if (number !== undefined) this.leave(number)
    }
  }

  /** The best matches first; those alike by name, then as they were added. @param most how many at most */
  find(text: string, ranking: Ranking, most: number): Found[] {
    const query = words(text)
    if (query.length === 0) return []
    const typed = query.filter((word) => /^\d+$/.test(word)).join('')
    const digits = phoneDigits(typed)
    const first = new FirstOf(most, ranking, this.known(ranking))
    if (digits.length < 3) this.byName(query, first)
    else
      this.byNumber(
        query.filter((word) => !/^\d+$/.test(word)),
        (one) => one.phone.includes(digits) || one.nhsNumber === typed,
        first,
      )
    return first.inOrder()
  }

  /** Whether a ranking has anything to say of somebody. */
  private known(ranking: Ranking): (number: number) => boolean {
    const { ranked } = this
    const search = ++this.searches
    for (const id of ranking.known()) {
      const number = this.numbers.get(id)
      if (number !== undefined) ranked[number] = search
    }
    return (number) => ranked[number] === search
  }

  /** By a number, or by both: some people say only the end of their number. */
  private byNumber(letters: readonly string[], has: (one: Known) => boolean, first: FirstOf): void {
    if (letters.length > 0) return this.byName(letters, first, has)
    this.people.forEach((one, number) => {
      if (one && has(one)) first.offer(number, one, 1)
    })
  }

  /**
   * As typed, and with words run together, as some write them: "van kirk" is VanKirk, "ann marie" Annmarie. Who was found by a slip
   * comes after everybody else, so nobody is looked for by one while there are enough others.
   */
  private byName(query: readonly string[], first: FirstOf, fits: (one: Known) => boolean = () => true): void {
    const together = runTogether(query)
      .filter(({ run }) => this.tokens.startingWith(run).length > 0)
      .map(({ all }) => all)
    const ways = [query, ...together]
    const since = this.searches
    for (const way of ways)
      this.look(way, false, since, (number, one, asked) => {
        const tier = ways.length === 1 && query.length === 1 ? asked : bestTier(one, ways)
        if (tier !== null && fits(one)) first.offer(number, one, tier)
        return tier !== null
      })
    if (first.isFull || query.every((word) => word.length < fuzzyFrom)) return
    this.look(query, true, since, (number, one) => {
      const meant = query.every((word) => tierOf(one, word, true) !== null)
      if (meant && fits(one)) first.offer(number, one, 2)
      return meant
    })
  }

  /**
   * Asks for everybody who has the rarest of these words and was not taken since, by name before by nickname.
   * @param take whether it was them, told how they have that word
   */
  private look(typed: readonly string[], slips: boolean, since: number, take: (number: number, one: Known, tier: 0 | 1) => boolean): void {
    const search = ++this.searches
    const { met, people } = this
    const ask = (list: readonly number[], tier: 0 | 1) => {
      for (const number of list) if ((met[number] as number) <= since && take(number, people[number] as Known, tier)) met[number] = search
    }
    const tokens = this.rarestOf(typed, slips)
    for (const { named } of tokens) ask(named, 0)
    for (const { nick } of tokens) ask(nick, 1)
  }

  /** The tokens that the word may mean which the fewest have. */
  private rarestOf(typed: readonly string[], slips: boolean): Token[] {
    return typed.map((word) => this.meantBy(word, slips)).reduce((fewest, one) => (sizeOf(one) < sizeOf(fewest) ? one : fewest))
  }

  private meantBy(word: string, slips: boolean): Token[] {
    const exact = this.tokens.startingWith(word)
    if (!slips || word.length < fuzzyFrom) return exact
    return [...exact, ...this.tokens.nearTo(word), ...swapsOf(word).flatMap((swapped) => this.tokens.startingWith(swapped))]
  }

  private come(person: Entity<'person'>, text: string, number: number): void {
    const names = [...new Set([person, ...this.joinedTo(person.id)].flatMap(nameWords))]
    const nicks = new Set(names.flatMap(nicknamesOf).filter((nick) => !names.includes(nick)))
    const one: Known = {
      id: person.id,
      text,
      name: plain(nameOf(person)),
      phone: phoneDigits(person.phone ?? ''),
      nhsNumber: person.nhsNumber ?? '',
      named: names.map((name) => this.tokens.of(name)),
      nick: [...nicks].map((nick) => this.tokens.of(nick)),
    }
    for (const { named } of one.named) named.push(number)
    for (const { nick } of one.nick) nick.push(number)
    this.numbers.set(person.id, number)
    this.people[number] = one
    if (number >= this.met.length) [this.met, this.ranked] = [grown(this.met), grown(this.ranked)]
  }

  /** The number stays theirs: who comes back gets it again. */
  private leave(number: number): void {
    const one = this.people[number]
    if (!one) return
    for (const token of [...one.named, ...one.nick]) this.tokens.drop(token, number)
    this.people[number] = null
  }
}

function sizeOf(tokens: readonly Token[]): number {
  let size = 0
  for (const { named, nick } of tokens) size += named.length + nick.length
  return size
}

/** How somebody has all words of one of these ways to read what was typed, the best of them; null when they have none. */
function bestTier(one: Known, ways: readonly (readonly string[])[]): Found['tier'] | null {
  let best: Found['tier'] | null = null
  for (const typed of ways) {
    const tier = worstTier(one, typed)
    if (tier !== null && (best === null || tier < best)) best = tier
  }
  return best
}

function worstTier(one: Known, typed: readonly string[]): Found['tier'] | null {
  let worst: Found['tier'] = 0
  for (const word of typed) {
    const tier = tierOf(one, word, false)
    if (tier === null) return null
    if (tier > worst) worst = tier
  }
  return worst
}

function tierOf({ named, nick }: Known, word: string, slips: boolean): Found['tier'] | null {
  const begins = ({ text }: Token) => text.startsWith(word)
  if (named.some(begins)) return 0
  if (nick.some(begins)) return 1
  if (!slips || word.length < fuzzyFrom) return null
  const swaps = swapsOf(word)
  const near = ({ text }: Token) => isOneAway(text, word) || swaps.some((swapped) => text.startsWith(swapped))
  return named.some(near) || nick.some(near) ? 2 : null
}

/** The word with two neighbours swapped, each way there is. */
function swapsOf(word: string): string[] {
  return [...word]
    .slice(1)
    .map((_, at) => swap(word, at))
    .filter((one) => one !== word)
}

function swap(word: string, at: number): string {
  return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2)
}

function grown(before: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const next = new Uint32Array(before.length * 2)
  next.set(before)
  return next
}

/** The best so many of all who are offered, without sorting the thousands that one letter matches. */
class FirstOf {
  private readonly best: { one: Known; tier: Found['tier']; rank: number }[] = []
  private readonly most: number
  private readonly ranking: Ranking
  private readonly known: (number: number) => boolean

  /** @param known whether the ranking has anything to say of somebody */
  constructor(most: number, ranking: Ranking, known: (number: number) => boolean) {
    this.most = most
    this.ranking = ranking
    this.known = known
  }

  get isFull(): boolean {
    return this.best.length >= this.most
  }

  offer(number: number, one: Known, tier: Found['tier']): void {
    const { best, most } = this
    const rank = rankOf(one.id, tier, this.known(number) ? this.ranking : null)
    const last = best[most - 1]
    if (last !== undefined && (rank > last.rank || (rank === last.rank && one.name >= last.one.name))) return
    let at = best.length
    while (at > 0 && isBefore(rank, one.name, best[at - 1] as (typeof best)[number])) at--
    best.splice(at, 0, { one, tier, rank })
    if (best.length > most) best.pop()
  }

  inOrder(): Found[] {
    return this.best.map(({ one, tier }) => ({ personId: one.id, tier }))
  }
}

function isBefore(rank: number, name: string, other: { rank: number; one: Known }): boolean {
  return rank < other.rank || (rank === other.rank && name < other.one.name)
}

function indexText(person: Entity<'person'>): string {
  return [person.givenName, person.familyName, person.knownAs, person.phone, person.nhsNumber].join('|')
}

/** The words of all names; a double-barrelled one gives its parts and the whole. */
function nameWords(person: Entity<'person'>): string[] {
  const all = [person.knownAs, person.givenName, person.familyName].filter((name) => name !== undefined)
  const wholes = all.filter((name) => /[-\s]/.test(name)).map((name) => plain(name).replace(/[^\p{L}\p{N}]+/gu, ''))
  return [...new Set([...all.flatMap(words), ...wholes])]
}

/** Lower is better: how it matched, whose group, who still is to come, who comes most. @param ranking null of whom it knows nothing */
function rankOf(personId: string, tier: Found['tier'], ranking: Ranking | null): number {
  const slip = tier === 2 ? 8_000_000 : 0
  const nickname = tier === 1 ? 1_000_000 : 0
  if (!ranking) return slip + 4_000_000 + nickname
  const stranger = ranking.isMember(personId) ? 0 : 4_000_000
  const here = ranking.isHere(personId) ? 2_000_000 : 0
  return slip + stranger + here + nickname - Math.min(99_999, ranking.came(personId))
}
