import type { Entity } from '../records/index.ts'
import type { Instant } from '../std/dates.ts'
import { grouped } from '../std/grouped.ts'
import { compareTexts } from '../std/order.ts'

/** What all acts at the door say about one person at one session. */
export interface Attendance {
  personId: string
  /** here: signed in; left: gone before the end; undone: signed in and taken back, so not recorded. */
  state: 'here' | 'left' | 'undone'
  /** The earliest that stands (of what was taken back, if nothing stands). */
  arrivedAt: Instant
  leftAt: Instant | null
  /** The sign-ins that stand, earliest first. */
  standing: Entity<'signIn'>[]
  /** The latest that was taken back. */
  undone: Entity<'signIn'> | null
}

/**
 * Attendance counts persons, not sign-ins (SPEC SY6): somebody is here while any sign-in of theirs is not voided.
 * They have left when every standing sign-in says so.
 */
export function attendanceOf(signIns: readonly Entity<'signIn'>[]): Attendance[] {
  return [...grouped(signIns, (one) => one.personId).values()].map(oneAttendance)
}

/** Whether this person is at the session now (here, not left). */
export function isHere(attendance: Attendance | undefined): boolean {
  return attendance?.state === 'here'
}

/** Whether this person came at all: here, or left early. */
export function came(attendance: Attendance | undefined): boolean {
  return attendance !== undefined && attendance.state !== 'undone'
}

/** Who came, of the sign-ins of one session: the persons of whom `came` is true, without the order of their acts. */
export function whoCame(signIns: readonly Pick<Entity<'signIn'>, 'personId' | 'voidedBecause'>[]): Set<string> {
  const there = new Set<string>()
  for (const one of signIns) if (!one.voidedBecause) there.add(one.personId)
  return there
}

/** Whether two of these sign-ins stand at the same time: two laptops saw one arrival. Who left and came again did not. */
export function overlap(standing: readonly Entity<'signIn'>[]): boolean {
  const inOrder = [...standing].sort((a, b) => compareTexts(a.arrivedAt, b.arrivedAt))
  return inOrder.some((one, at) => inOrder.slice(at + 1).some((next) => !one.leftAt || next.arrivedAt < one.leftAt))
}

function oneAttendance(signIns: readonly Entity<'signIn'>[]): Attendance {
  const inOrder = [...signIns].sort((a, b) => compareTexts(a.arrivedAt, b.arrivedAt) || compareTexts(a.id, b.id))
  const standing = inOrder.filter((one) => !one.voidedBecause)
  const voided = inOrder.filter((one) => one.voidedBecause).sort((a, b) => compareTexts(a.voidedAt ?? '', b.voidedAt ?? ''))
  const undone = voided.at(-1) ?? null
  const first = standing[0] ?? inOrder[0]
  if (!first) throw new Error('impossible: attendance of nobody')
  const lefts = standing.map((one) => one.leftAt ?? null)
  const leftAt = standing.length > 0 && lefts.every((at) => at !== null) ? ([...lefts].sort().at(-1) ?? null) : null
  return {
    personId: first.personId,
    state: standing.length === 0 ? 'undone' : leftAt ? 'left' : 'here',
    arrivedAt: first.arrivedAt,
    leftAt,
    standing,
    undone,
  }
}
