import { v5 } from 'uuid'

/** One namespace for every id that Gather computes (house 10.1), so that two laptops compute the same id. */
const namespace = '6f2d1c52-2f0a-5c3e-9b1e-0d7a3f4c8e11'

/**
 * The id of a session: computed from group, plain date and slot, so that two laptops without a network can never make
 * two sessions of one (peers 3.1). @param date "2026-10-22" in Europe/London @param slot number of the weekly slot
 */
export function sessionIdOf(groupId: string, date: string, slot: number): string {
  return v5(`session|${groupId}|${date}|${slot}`, namespace)
}

/** The id of a membership: the same person can be member of a group only once, whoever wrote it down. */
export function membershipIdOf(groupId: string, personId: string): string {
  return v5(`membership|${groupId}|${personId}`, namespace)
}
