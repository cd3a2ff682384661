import table from '../../../resources/places/postcodeDistricts.json' with { type: 'json' }
import { districtOf } from './contactDetails.ts'

/** Where somebody lives or something meets, as far as it is known. */
export interface Whereabouts {
  postcode?: string | null | undefined
  town?: string | null | undefined
}

/**
 * How far it is from one to the other. Between the middles of two postcode districts, so it is never exact, and no map service is
 * asked (story 22). Where a district is missing, only whether it is the same town.
 */
export type Distance =
  | { kind: 'sameDistrict'; district: string }
  | { kind: 'km'; km: number }
  | { kind: 'sameTown'; town: string }
  | { kind: 'notKnown' }

type Point = readonly [latitude: number, longitude: number]

const areas: Readonly<Record<string, string>> = table.areas
const kept = new Map<string, ReadonlyMap<string, Point>>()

/** The districts of a postcode area, read when the first of them is asked for. */
function districtsIn(area: string): ReadonlyMap<string, Point> {
  const known = kept.get(area)
  if (known) return known
  const read = new Map(
    (areas[area] ?? '').split(',').map((one): [string, Point] => {
      const [name = '', latitude, longitude] = one.split(' ')
      return [name, [Number(latitude), Number(longitude)]]
    }),
  )
  kept.set(area, read)
  return read
}

/** The middle of a district. Of "EC1A", which the table may not have, that of "EC1". Nothing of ZZ99 and BFPO: nobody lives at one place there. */
export function middleOf(district: string): Point | null {
  const [, area = '', name = ''] = /^([A-Z]{1,2})(\d[0-9A-Z]?)$/.exec(district) ?? []
  const known = districtsIn(area)
  return known.get(name) ?? known.get(name.replace(/[A-Z]$/, '')) ?? null
}

/** How far apart two places are. */
export function distanceBetween(one: Whereabouts, other: Whereabouts): Distance {
  const [from, to] = [districtOf(one.postcode ?? ''), districtOf(other.postcode ?? '')]
  const [start, end] = [from && middleOf(from), to && middleOf(to)]
  if (from && to && start && end) return from === to ? { kind: 'sameDistrict', district: from } : { kind: 'km', km: rounded(kmBetween(start, end)) }
  const [town, there] = [tidyTown(one.town), tidyTown(other.town)]
  if (town && town === there) return { kind: 'sameTown', town: (other.town ?? '').trim() }
  return { kind: 'notKnown' }
}

/** For comparing with how far somebody goes; null where it is not known. Within a district or town it counts as near. */
export function kmOf(distance: Distance): number | null {
  if (distance.kind === 'km') return distance.km
  return distance.kind === 'notKnown' ? null : 0
}

function tidyTown(town: string | null | undefined): string {
  return (town ?? '').trim().toLowerCase()
}

const earthKm = 6371
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Along the surface of the earth (haversine). */
function kmBetween([fromLat, fromLong]: Point, [toLat, toLong]: Point): number {
  const across = Math.sin(radians(toLat - fromLat) / 2) ** 2
  const along = Math.cos(radians(fromLat)) * Math.cos(radians(toLat)) * Math.sin(radians(toLong - fromLong) / 2) ** 2
  return 2 * earthKm * Math.asin(Math.sqrt(across + along))
}

/** As exact as it is known: whole kilometres, and fives from twenty on. Two districts are never nought apart. */
function rounded(km: number): number {
  return km < 20 ? Math.max(1, Math.round(km)) : Math.round(km / 5) * 5
}
