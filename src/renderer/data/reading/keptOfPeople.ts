import type { RowKey } from '../../../shared/changes/row.ts'
import type { Memory } from '../memory.ts'

/** A load brings thousands: looking at whom each names takes longer than working it all out again. */
const mostLookedAt = 200

/**
 * What was worked out of single people. A list of two thousand cases reads ten thousand rows, and one write changes one of them: the
 * other cases stay as they were, and are not worked out again.
 */
export class KeptOfPeople {
  private readonly kept = new Map<string, Map<string, unknown>>()
  private day = ''

  /** @param day what is kept holds for one day @param what of this person */
  once<Value>(day: string, personId: string, what: string, work: () => Value): Value {
    if (day !== this.day) this.kept.clear()
    this.day = day
    const theirs = this.kept.get(personId) ?? new Map<string, unknown>()
    if (theirs.has(what)) return theirs.get(what) as Value
    const value = work()
    this.kept.set(personId, theirs.set(what, value))
    return value
  }

  /** These rows were written, or more were read than are named. A row that names no person may be part of anybody's. */
  touched(keys: readonly RowKey[], memory: Memory): void {
    if (keys.length === 0 || keys.length > mostLookedAt) return this.kept.clear()
    for (const key of keys) {
      const personId = namedBy(key, memory)
      if (personId === null) return this.kept.clear()
      this.kept.delete(personId)
    }
  }
}

function namedBy(key: RowKey, memory: Memory): string | null {
  const slash = key.indexOf('/')
  if (key.startsWith('samePerson/')) return null // who is joined or parted, all that they have goes with
  const id = key.slice(slash + 1)
  if (key.slice(0, slash) === 'person') return memory.joins.any || memory.joins.named.has(id) ? null : id // whoever is removed is parted from others
  const row = memory.row(key)
  const personId = (row?.view ?? row?.base)?.fields['personId']
  return typeof personId === 'string' ? memory.joins.survivorOf(personId) : null
}
