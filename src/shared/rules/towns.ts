import table from '../../../resources/places/towns.json' with { type: 'json' }
import type { Entity } from '../records/index.ts'
import { districtOf } from './contactDetails.ts'

const districtsByTown: Readonly<Record<string, readonly string[]>> = table.towns

/** The towns of `resources/places/towns.json`, in its order. */
export const towns: readonly string[] = Object.keys(districtsByTown)

/** Somebody lives in none of these towns: in a village, or further away. */
export const elsewhere = 'elsewhere'

const byDistrict = new Map(Object.entries(districtsByTown).flatMap(([town, districts]) => districts.map((one) => [one, town] as const)))
const byName = new Map(towns.map((one) => [one.toLowerCase(), one]))

/** In which town somebody lives: by the first half of their postcode, else by the town as it was written; null where neither is known. */
export function townOf({ address }: Pick<Entity<'person'>, 'address'>): string | null {
  const district = districtOf(address?.postcode ?? '')
  if (district) return byDistrict.get(district) ?? elsewhere
  const written = address?.town?.trim()
  return written ? (byName.get(written.toLowerCase()) ?? elsewhere) : null
}
