import type { Entity } from '../records/index.ts'
import type { PlainDate } from '../std/dates.ts'
import type { Occurrence } from '../rules/sessions.ts'
import { compareTexts } from '../std/order.ts'
import { said, type CellWord, type Said } from './cellWords.ts'

/** One thing to look at, or that nothing was found, or that nothing is known. */
export interface SafetyLine {
  what: Said
  /** The group, colleague or laptop. */
  where: string | null
  on: PlainDate | null
  state: Said | null
  number: number | null
  /** At how many sessions, people, colleagues or laptops was looked for it. */
  lookedAt: number | null
  more: string | null
  /** The number is of so few people that it does not leave the laptop. */
  isUntold?: boolean
}

/** What a check found, and at how many it looked: none means that nothing is known. */
export interface Checked {
  what: CellWord
  found: Partial<SafetyLine>[]
  lookedAt: number
}

/** The lines of a check. It never says that all is well: only that nothing was found among so many, or that nothing is known (story 31). */
export function linesOf({ what, found, lookedAt }: Checked): SafetyLine[] {
  const empty: SafetyLine = { what: said(what), where: null, on: null, state: null, number: null, lookedAt, more: null }
  if (found.length > 0) return found.map((one) => ({ ...empty, ...one }))
  return [lookedAt > 0 ? { ...empty, state: said('noneFound') } : { ...empty, state: said('nothingKnown'), lookedAt: null }]
}

/** A running group with the sessions that were to be held in the days that are looked at, before today, and what was written of them. */
export interface Held {
  group: Entity<'group'>
  occurrences: Occurrence[]
  /** All that was ever written of its sessions up to today. */
  sessions: Entity<'session'>[]
}

/** A line for each group of which there are any. */
export function countedByGroup(held: readonly Held[], pick: (one: Occurrence, group: Entity<'group'>) => boolean): Partial<SafetyLine>[] {
  return held.flatMap(({ group, occurrences }) => {
    const number = occurrences.filter((one) => pick(one, group)).length
    return number > 0 ? [{ where: group.name, number }] : []
  })
}

/** Sessions of all groups that somebody began, with their group. */
export function begunIn(held: readonly Held[]): { group: Entity<'group'>; session: Entity<'session'> }[] {
  return held.flatMap(({ group, occurrences }) => occurrences.flatMap(({ session }) => (session?.startedAt ? [{ group, session }] : [])))
}

/** All sessions up to today of which anything was written, with their group, the newest first. */
export function sessionsIn(held: readonly Held[]): { group: Entity<'group'>; session: Entity<'session'> }[] {
  const all = held.flatMap(({ group, sessions }) => sessions.map((session) => ({ group, session })))
  return all.sort((a, b) => compareTexts(`${b.session.date} ${b.session.id}`, `${a.session.date} ${a.session.id}`))
}
