import { findOccurrence, inOrder, occurrencesOf, type Occurrence } from '../../shared/rules/sessions.ts'
import { addDays, type PlainDate } from '../../shared/std/dates.ts'
import { sessionIdOf } from '../../shared/std/ids.ts'
import type { Memory } from './memory.ts'
import type { Touched } from './store.ts'

/** How far back and ahead sessions are looked up by their id: a laptop holds twelve months and the coming five weeks. */
const daysBack = 400
const daysAhead = 40

/** Stretches of time kept for a group: as many screens as ask at once, over some days. */
const mostKept = 120

/**
 * The sessions of all groups, worked out from rules and rows; forgotten when either changes. The alarms are asked for after
 * every tick: worked out each time, three years of forty groups took longer than the tick.
 */
export class Agenda {
  private readonly memory: Memory
  private byId: { day: PlainDate; sessions: Map<string, Occurrence> } | null = null
  /** By group, then by stretch of time. */
  private readonly kept = new Map<string, Map<string, readonly Occurrence[]>>()

  constructor(memory: Memory) {
    this.memory = memory
  }

  /** Something was written. Without keys it may be anything. */
  touched({ records, keys }: Touched): void {
    if (keys.length === 0) this.forgetAll()
    else if (records.has('group') || records.has('session')) this.forget(keys)
  }

  /** Groups or sessions changed. A session makes only its own group be worked out again: the first sign-in of a day is one. */
  forget(keys: readonly string[]): void {
    this.byId = null
    for (const key of keys) {
      const groupId = key.startsWith('group/') ? key.slice('group/'.length) : this.groupOf(key)
      if (groupId) this.kept.delete(groupId)
    }
  }

  /** Nothing of what is kept is sure. */
  forgetAll(): void {
    this.byId = null
    this.kept.clear()
  }

  private groupOf(key: string): string | null {
    if (!key.startsWith('session/')) return null
    const session = this.memory.get('session', key.slice('session/'.length))
    if (session && sessionIdOf(session.groupId, session.date, session.slot) === session.id) return session.groupId
    this.kept.clear() // no longer there, or not whole, or of another group before: whose it was is not known
    return null
  }

  /** All sessions between two dates, both included, sorted. */
  between(from: PlainDate, to: PlainDate): Occurrence[] {
    return this.memory
      .list('group')
      .flatMap((group) => this.ofGroup(group.id, from, to))
      .sort(inOrder)
  }

  /** The sessions of one group, sorted. One that is paused or closed has only those at which something happened. */
  ofGroup(groupId: string, from: PlainDate, to: PlainDate): Occurrence[] {
    const key = `${from} ${to}`
    const kept = this.kept.get(groupId) ?? new Map<string, readonly Occurrence[]>()
    const found = kept.get(key) ?? this.workOut(groupId, from, to)
    if (kept.size >= mostKept) kept.clear()
    this.kept.set(groupId, kept.set(key, found))
    return [...found]
  }

  private workOut(groupId: string, from: PlainDate, to: PlainDate): Occurrence[] {
    const group = this.memory.get('group', groupId)
    const found = group ? occurrencesOf(group, this.memory.linked('session', 'groupId', groupId), from, to) : []
    return group?.state === 'running' ? found : found.filter((one) => one.session)
  }

  /** One session by its id. */
  find(sessionId: string, today: PlainDate): Occurrence | null {
    const written = this.written(sessionId) ?? this.between(today, today).find((one) => one.sessionId === sessionId)
    if (written) return written
    if (this.byId?.day !== today) this.byId = { day: today, sessions: this.lookUp(today) }
    return this.byId.sessions.get(sessionId) ?? this.older(sessionId, today)
  }

  /** One with a row, found by its own date alone: a sign-in that begins a session must not wait for a year of all groups. */
  private written(sessionId: string): Occurrence | null {
    const row = this.memory.get('session', sessionId)
    if (!row || sessionIdOf(row.groupId, row.date, row.slot) !== sessionId) return null
    return this.ofGroup(row.groupId, row.date, row.date).find((one) => one.sessionId === sessionId) ?? null
  }

  private lookUp(today: PlainDate): Map<string, Occurrence> {
    return new Map(this.between(addDays(today, -daysBack), addDays(today, daysAhead)).map((one) => [one.sessionId, one]))
  }

  /** A session before that: it has a row, or nobody ever did anything there. */
  private older(sessionId: string, today: PlainDate): Occurrence | null {
    const row = this.memory.get('session', sessionId)
    const group = row && this.memory.get('group', row.groupId)
    return group ? findOccurrence(group, this.memory.linked('session', 'groupId', group.id), sessionId, today) : null
  }
}
