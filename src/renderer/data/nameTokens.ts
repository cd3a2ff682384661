/** One word that somebody is called by, and everybody who is: by name, or by a nickname that belongs to a name of theirs. */
export interface Token {
  readonly text: string
  /** Numbers of people, in no order. */
  readonly named: number[]
  readonly nick: number[]
}

/** More new words than this are sorted in with all others at once; fewer are put in one by one. */
const fewFresh = 32

/** Every word by which people are called, sorted, so that those which begin alike lie together. */
export class NameTokens {
  private readonly byText = new Map<string, Token>()
  private sorted: Token[] = []
  private fresh: Token[] = []

  /** The token of a word, made when it is new. */
  of(text: string): Token {
    const known = this.byText.get(text)
    if (known) return known
    const token: Token = { text, named: [], nick: [] }
    this.byText.set(text, token)
    this.fresh.push(token)
    return token
  }

  /** Somebody is no longer called so. A word that nobody is called by stays: it finds nobody. */
  drop(token: Token, person: number): void {
    for (const list of [token.named, token.nick]) {
      const at = list.indexOf(person)
      if (at < 0) continue
      list[at] = list.at(-1) as number
      list.pop()
    }
  }

  /** Those that begin with these letters, in order. */
  startingWith(prefix: string): Token[] {
    const all = this.inOrder()
    const from = firstNotBefore(all, prefix)
    let to = from
    while (to < all.length && (all[to] as Token).text.startsWith(prefix)) to++
    return all.slice(from, to)
  }

  /** Those that are one letter away: one wrong, missing or too many. */
  nearTo(word: string): Token[] {
    return this.inOrder().filter(({ text }) => isOneAway(text, word))
  }

  private inOrder(): readonly Token[] {
    if (this.fresh.length > fewFresh) this.sorted = [...this.sorted, ...this.fresh].sort((a, b) => (a.text < b.text ? -1 : 1))
    else for (const token of this.fresh) this.sorted.splice(firstNotBefore(this.sorted, token.text), 0, token)
    this.fresh = []
    return this.sorted
  }
}

function firstNotBefore(tokens: readonly Token[], text: string): number {
  let [from, to] = [0, tokens.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((tokens[middle] as Token).text < text) from = middle + 1
    else to = middle
  }
  return from
}

/** Whether one letter wrong, missing or too many makes one word the other; also when they are the same. */
export function isOneAway(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  let [from, ends] = [0, 0]
  const shorter = Math.min(one.length, other.length)
  while (from < shorter && one.charCodeAt(from) === other.charCodeAt(from)) from++
  while (ends < shorter - from && one.charCodeAt(one.length - 1 - ends) === other.charCodeAt(other.length - 1 - ends)) ends++
  return Math.max(one.length, other.length) - from - ends <= 1
}
