import { listingOfService } from '../../src/shared/rules/directory.ts'
import type { MatchEntry } from '../../src/shared/rules/match.ts'
import { idFor, thursday } from './builders.ts'

/** An entry of the directory of which nothing is known but its name, and that there are places. */
export function aListing(name: string, more: Partial<MatchEntry> = {}): MatchEntry {
  const row = { id: idFor(name), name, kind: 'outside' as const, vacancy: 'places' as const, at: '2026-10-01T09:00:00.000Z', byId: idFor('Priya') }
  return { ...listingOfService(row, thursday, null), due: false, ...more }
}
