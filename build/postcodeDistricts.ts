import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

// Makes resources/places/postcodeDistricts.json of the public table: node build/postcodeDistricts.ts <postcode-districts.csv>
const [, , table = ''] = process.argv
const [, ...lines] = readFileSync(table, 'utf8').trim().split(/\r?\n/)

/** Four hundred metres: nearer than a district's middle says where somebody lives. */
const places = 3

/** "CV" to "10 52.525 -1.5,11 52.519 -1.453": one line an area, so that the file stays small and its differences can be read. */
const areas: Record<string, string[]> = {}
for (const line of lines) {
  const [district = '', latitude, longitude] = line.split(',')
  const [, area, rest] = /^([A-Z]{1,2})(\d[0-9A-Z]?)$/.exec(district) ?? []
  if (!area || !rest || !Number(latitude) || !Number.isFinite(Number(longitude))) continue
  const at = [latitude, longitude].map((degrees) => String(Number(Number(degrees).toFixed(places))))
  ;(areas[area] ??= []).push([rest, ...at].join(' '))
}

const file = {
  about: 'The middle of each postcode district: latitude and longitude in degrees, by postcode area. Made by build/postcodeDistricts.ts.',
  source: 'Public table of UK postcode districts (outcodes), 2 November 2017',
  licence:
    'CC0 1.0. Contains Ordnance Survey data © Crown copyright and database right 2017; contains Royal Mail data © Royal Mail copyright and database right 2017',
  areas: Object.fromEntries(Object.entries(areas).map(([area, all]) => [area, all.join(',')])),
}
writeFileSync(join(import.meta.dirname, '../resources/places/postcodeDistricts.json'), `${JSON.stringify(file, null, 1)}\n`)
