import { findOccurrence, inOrder, occurrencesOf, type Occurrence } from '../../shared/rules/sessions.ts'
import { addDays, type PlainDate } from '../../shared/std/dates.ts'
import { sessionIdOf } from '../../shared/std/ids.ts'
import type { Memory } from './memory.ts'

/** How far back and ahead sessions are looked up by their id: a laptop holds twelve months and the coming five weeks. */
const daysBack = 400
const daysAhead = 40

/** Stretches of time kept for each group: as many screens as ask at once, over some days. */
const mostKept = 5000

/**
 * The sessions of all groups, worked out from rules and rows; forgotten when either changes. The alarms are asked for after
 * every tick: worked out each time, three years of forty groups took longer than the tick.
 */
export class Agenda {
  private readonly memory: Memory
  private byId: { day: PlainDate; sessions: Map<string, Occurrence> } | null = null
  private readonly kept = new Map<string, readonly Occurrence[]>()

  constructor(memory: Memory) {
    this.memory = memory
  }

  /** Groups, sessions or venues changed. */
  forget(): void {
    this.byId = null
    this.kept.clear()
  }

  /** All sessions between two dates, both included, sorted. */
  between(from: PlainDate, to: PlainDate): Occurrence[] {
    return this.memory.list('group').flatMap((group) => this.ofGroup(group.id, from, to)).sort(inOrder)
  }

  /** The sessions of one group, sorted. One that is paused or closed has only those at which something happened. */
  ofGroup(groupId: string, from: PlainDate, to: PlainDate): Occurrence[] {
    const key = `${groupId} ${from} ${to}`
    const found = this.kept.get(key) ?? this.workOut(groupId, from, to)
    if (this.kept.size >= mostKept) this.kept.clear()
    this.kept.set(key, found)
    return [...found]
  }

  private workOut(groupId: string, from: PlainDate, to: PlainDate): Occurrence[] {
    const group = this.memory.get('group', groupId)
    const found = group ? occurrencesOf(group, this.memory.linked('session', 'groupId', groupId), from, to) : []
    return group?.state === 'running' ? found : found.filter((one) => one.session)
  }

  /** One session by its id. */
  find(sessionId: string, today: PlainDate): Occurrence | null {
    const written = this.written(sessionId)
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
