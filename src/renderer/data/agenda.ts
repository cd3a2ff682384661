import { findOccurrence, inOrder, occurrencesOf, type Occurrence } from '../../shared/rules/sessions.ts'
import { addDays, type PlainDate } from '../../shared/std/dates.ts'
import type { Memory } from './memory.ts'

/** How far back and ahead sessions are looked up by their id: a laptop holds twelve months and the coming five weeks. */
const daysBack = 400
const daysAhead = 40

/** The sessions of all groups, worked out from rules and rows; forgotten when either changes. */
export class Agenda {
  private readonly memory: Memory
  private byId: { day: PlainDate; sessions: Map<string, Occurrence> } | null = null

  constructor(memory: Memory) {
    this.memory = memory
  }

  /** Groups, sessions or venues changed. */
  forget(): void {
    this.byId = null
  }

  /** All sessions between two dates, both included, sorted. */
  between(from: PlainDate, to: PlainDate): Occurrence[] {
    return this.memory.list('group').flatMap((group) => this.ofGroup(group.id, from, to)).sort(inOrder)
  }

  /** The sessions of one group, sorted. One that is paused or closed has only those at which something happened. */
  ofGroup(groupId: string, from: PlainDate, to: PlainDate): Occurrence[] {
    const group = this.memory.get('group', groupId)
    const found = group ? occurrencesOf(group, this.memory.linked('session', 'groupId', groupId), from, to) : []
    return group?.state === 'running' ? found : found.filter((one) => one.session)
  }

  /** One session by its id. */
  find(sessionId: string, today: PlainDate): Occurrence | null {
    if (this.byId?.day !== today) this.byId = { day: today, sessions: this.lookUp(today) }
    return this.byId.sessions.get(sessionId) ?? this.older(sessionId, today)
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
