import type { RowKey } from '../../../shared/changes/row.ts'
import type { Memory } from '../memory.ts'

/** A load brings thousands: looking at whom each names takes longer than working it all out again. */
const mostLookedAt = 200

/**
 * What was worked out of single people. A list of two thousand cases reads ten thousand rows, and one write changes one of them: the
 * other cases stay as they were, and are not worked out again.
 */
export class KeptOfPeople {
  /** By what was worked out, then by the id it is about: an id is put into no other text, which took longer than to look it up. */
  private readonly kept = new Map<string, Map<string, { personId: string; value: unknown }>>()
  private readonly idsOf = new Map<string, Set<string>>()
  private day = ''

  /** @param day what is kept holds for one day @param what was worked out @param id of what it is about: this person, or something of theirs */
  once<Value>(day: string, personId: string, what: string, id: string, work: () => Value): Value {
    if (day !== this.day) this.forgetAll()
    this.day = day
    const found = this.kept.get(what)?.get(id)
    if (found?.personId === personId) return found.value as Value // what it is about may have become another's since
    return this.keep(personId, what, id, work())
  }

  /** These rows were written, or more were read than are named. A row that names no person may be part of anybody's. */
  touched(keys: readonly RowKey[], memory: Memory): void {
    if (keys.length === 0 || keys.length > mostLookedAt) return this.forgetAll()
    for (const key of keys) {
      const personId = namedBy(key, memory)
      if (personId === null) return this.forgetAll()
      for (const id of this.idsOf.get(personId) ?? []) for (const known of this.kept.values()) known.delete(id)
      this.idsOf.delete(personId)
    }
  }

  private keep<Value>(personId: string, what: string, id: string, value: Value): Value {
    this.kept.set(what, (this.kept.get(what) ?? new Map<string, { personId: string; value: unknown }>()).set(id, { personId, value }))
    this.idsOf.set(personId, (this.idsOf.get(personId) ?? new Set()).add(id))
    return value
  }

  private forgetAll(): void {
    this.kept.clear()
    this.idsOf.clear()
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
