/** When something was, and its id. */
interface Timed {
  at: string
  id: string
}

/** Sorts by when it was; the id breaks ties, so that every laptop has the same order and no list ever jumps. */
export function oldestFirst(a: Timed, b: Timed): number {
  return compareTexts(a.at, b.at) || compareTexts(a.id, b.id)
}

/** The same the other way round. */
export function newestFirst(a: Timed, b: Timed): number {
  return oldestFirst(b, a)
}

/** Sorts rows by a text that was made for it once, as making it costs more than comparing. */
export function bySort(a: { sort: string }, b: { sort: string }): number {
  return compareTexts(a.sort, b.sort)
}

/** Of two texts the smaller first, letter by letter: the same in every language a laptop speaks. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
