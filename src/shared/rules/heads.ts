import type { CompanionKind } from '../records/companion.ts'
import type { Entity } from '../records/index.ts'
import type { Attendance } from './attendance.ts'

/** How many heads should be there: people on the register, and who came with them. */
export interface Heads {
  people: number
  /** Guests, carers, children and names nobody could read. */
  others: number
  babies: number
  /** Written down, never counted (story 8). */
  assistanceDogs: number
}

/**
 * The heads of a session now. Companions go when the person they came with goes; who came for the café only is no head
 * of the walk. @param part the walk, or the whole session with its café
 */
export function headsOf(attendance: readonly Attendance[], companions: readonly Entity<'companion'>[], part: 'walk' | 'all' = 'all'): Heads {
  const there = attendance.filter((one) => one.state === 'here' && (part === 'all' || !cafeOnly(one)))
  const here = new Set(there.map((one) => one.personId))
  const with_ = companions.filter((one) => !one.voidedBecause && !one.leftAt && (!one.withId || here.has(one.withId)))
  const sum = (...kinds: CompanionKind[]) => with_.filter((one) => kinds.includes(one.kind)).reduce((all, one) => all + one.number, 0)
  return {
    people: here.size,
    others: sum('guest', 'carer', 'child', 'unknown'),
    babies: sum('baby'),
    assistanceDogs: sum('assistanceDog'),
  }
}

/** Heads that came without a record of their own, whether they have left or not: for figures, where they are counted apart from people. */
export function headsWithoutRecord(companions: readonly Pick<Entity<'companion'>, 'kind' | 'number' | 'voidedBecause'>[]): number {
  return companions.reduce((sum, one) => (one.voidedBecause || one.kind === 'assistanceDog' ? sum : sum + one.number), 0)
}

/** The number a counter should reach; babies are in it unless they are counted apart. */
export function expectedHeads(heads: Heads, babiesApart: boolean): number {
  return heads.people + heads.others + (babiesApart ? 0 : heads.babies)
}

/** Whether somebody came for the café and not for the walk (story 9). */
export function cafeOnly(attendance: Attendance): boolean {
  return attendance.standing.length > 0 && attendance.standing.every((one) => one.part === 'cafe')
}
