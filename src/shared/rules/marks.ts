import type { Entity } from '../records/index.ts'
import { oldestFirst } from '../std/order.ts'

/** The mark that holds for each person: the latest that was not taken back. */
export function standingMarks<Mark extends Pick<Entity<'registerMark'>, 'id' | 'personId' | 'at' | 'voidedBecause'>>(
  marks: readonly Mark[],
): Map<string, Mark> {
  const found = new Map<string, Mark>()
  for (const one of [...marks].sort(oldestFirst)) if (!one.voidedBecause) found.set(one.personId, one)
  return found
}

/** Those who wait for a place, the longest first. */
export function waitingList(marks: readonly Entity<'registerMark'>[]): Entity<'registerMark'>[] {
  return [...standingMarks(marks).values()].filter((one) => one.state === 'waiting').sort(oldestFirst)
}
