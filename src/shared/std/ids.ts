import { v5 } from 'uuid'

/** One namespace for every id that Gather computes (house 10.1), so that two laptops compute the same id. */
const namespace = '6f2d1c52-2f0a-5c3e-9b1e-0d7a3f4c8e11'

/**
 * The id of a session: computed from group, plain date and slot, so that two laptops without a network can never make
 * two sessions of one (peers 3.1). @param date "2026-10-22" in Europe/London @param slot number of the weekly slot
 */
export function sessionIdOf(groupId: string, date: string, slot: number): string {
  const name = `session|${groupId}|${date}|${slot}`
  const known = sessionIds.get(name)
  if (known) return known
  const id = v5(name, namespace)
  if (sessionIds.size >= mostKept) sessionIds.clear()
  sessionIds.set(name, id)
  return id
}

/** Kept: a year of forty groups is asked for again whenever a session begins, and each id is a hash. Random ids and dates only. */
const sessionIds = new Map<string, string>()
const mostKept = 20_000

/** The id of a membership: the same person can be member of a group only once, whoever wrote it down. */
export function membershipIdOf(groupId: string, personId: string): string {
  return v5(`membership|${groupId}|${personId}`, namespace)
}

/** The id of a person's case: the first, the second, … Two laptops that open it write to one row. */
export function episodeIdOf(personId: string, number: number): string {
  return v5(`episode|${personId}|${number}`, namespace)
}

/** The id of the plan of a case: there is one. */
export function planIdOf(episodeId: string): string {
  return v5(`plan|${episodeId}`, namespace)
}

/** The id of the question whether two people are one, the same whichever way round. */
export function samePersonIdOf(one: string, other: string): string {
  return v5(`samePerson|${[one, other].sort().join('|')}`, namespace)
}

/** The id of what the directory says of a group of ours: there is one. */
export function detailsIdOf(groupId: string): string {
  return v5(`details|${groupId}`, namespace)
}

/** The id of something to be filed under a national code: once of a case or a referral, whichever laptop says so. */
export function codedEventIdOf(aboutId: string, code: string): string {
  return v5(`codedEvent|${aboutId}|${code}`, namespace)
}

/** The id of something in a file that has none with us: the same each time, and never that of the row it is made of. @param part "practice" */
export function partIdOf(id: string, part: string): string {
  return v5(part, id)
}

/** The id of the deciles of a postcode sector by one index: a file that is brought in again is the same rows. */
export function deprivationIdOf(sector: string, index: string): string {
  return v5(`deprivation|${sector}|${index}`, namespace)
}

/** The id of how many patients a practice had on a day: two files of one month are one row. */
export function listSizeIdOf(odsCode: string, on: string): string {
  return v5(`listSize|${odsCode}|${on}`, namespace)
}

/** The id of the stub that says that somebody was erased: there is one. */
export function erasureIdOf(personId: string): string {
  return v5(`erasure|${personId}`, namespace)
}
