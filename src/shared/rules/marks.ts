import type { Entity } from '../records/index.ts'
import { oldestFirst } from '../std/order.ts'

/** The mark that holds for each person: the latest that was not taken back. */
export function standingMarks(marks: readonly Entity<'registerMark'>[]): Map<string, Entity<'registerMark'>> {
  const found = new Map<string, Entity<'registerMark'>>()
  for (const one of [...marks].sort(oldestFirst)) if (!one.voidedBecause) found.set(one.personId, one)
  return found
}

/** Those who wait for a place, the longest first. */
export function waitingList(marks: readonly Entity<'registerMark'>[]): Entity<'registerMark'>[] {
  return [...standingMarks(marks).values()].filter((one) => one.state === 'waiting').sort(oldestFirst)
}
