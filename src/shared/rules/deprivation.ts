import type { Entity } from '../records/index.ts'
import { tidyPostcode } from './contactDetails.ts'

/** A postcode as deciles are kept of it: "CV11 4JP" is "CV11 4" and "JP"; null where it is none, or has no place in England's index. */
export function sectorOf(postcode: string): { sector: string; unit: string } | null {
  const tidy = tidyPostcode(postcode)
  const found = tidy === null ? null : /^([A-Z0-9]{2,4} \d)([A-Z]{2})$/.exec(tidy)
  return found && !tidy?.startsWith('ZZ99') ? { sector: found[1]!, unit: found[2]! } : null
}

/** Looks up deciles of postcodes: of two indices the later one, as no report tells people apart by both. */
export function decilesOf(rows: readonly Entity<'deprivation'>[]): (postcode: string) => number | null {
  const standing = rows.filter((one) => !one.voidedBecause)
  const latest = indexOf(standing)
  const bySector = new Map(standing.flatMap((one) => (one.index === latest ? [[one.sector, one.deciles] as const] : [])))
  return (postcode) => {
    const at = sectorOf(postcode)
    return at ? (bySector.get(at.sector)?.[at.unit] ?? null) : null
  }
}

/** By which index people are told apart; null where none is kept. */
export function indexOf(rows: readonly Pick<Entity<'deprivation'>, 'index' | 'voidedBecause'>[]): '2019' | '2025' | null {
  const kept = rows.flatMap((one) => (one.voidedBecause ? [] : one.index)).sort()
  return kept.at(-1) ?? null
}
