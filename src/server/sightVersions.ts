import { z } from 'zod'
import type { Place } from '../shared/records/defineRecord.ts'
import { definitions, recordNames, recordNow } from '../shared/records/index.ts'
import type { Transaction } from './sql/sql.ts'

/** Where rows are shown by exchange and first load. */
export const shownTo = ['facilitator', 'linkWorker', 'lead', 'neighbour'] as const satisfies readonly Place[]
type Shown = (typeof shownTo)[number]

/** How often what is shown of fields that were there already has changed, for each of those places. */
export type SightVersions = Record<Shown, number>

/** Which of those places each field goes to, by record and field. */
type ShownFields = Record<string, Record<string, Shown[]>>

const versionsSchema = z.record(z.enum(shownTo), z.int())
const fieldsSchema = z.record(z.string(), z.record(z.string(), z.array(z.enum(shownTo))))

/** What a database says that has not been told yet. */
export const noVersions: SightVersions = { facilitator: 0, linkWorker: 0, lead: 0, neighbour: 0 }

/** The same for a team of which all must be loaded afresh that often besides. */
export function versionsPlus(versions: SightVersions, times: number): SightVersions {
  return times === 0 ? versions : (Object.fromEntries(shownTo.map((place) => [place, versions[place] + times])) as SightVersions)
}

/** Reads them as `noteSight` wrote them. */
export function readVersions(text: string | null): SightVersions {
  return text === null ? noVersions : { ...noVersions, ...versionsSchema.parse(JSON.parse(text)) }
}

/**
 * Compares what this release shows with what the one before did, at every start. A laptop loads everything afresh where a field that
 * it had, or did not have, is shown to others than before. A record or field that is new costs nothing: no row holds it yet, as this
 * server held back all that newer apps wrote of it.
 */
export async function noteSight(tx: Transaction): Promise<void> {
  const [before] = await tx.query<{ value: string }>(`select value from meta where key = 'sightFields'`)
  const [known] = await tx.query<{ value: string }>(`select value from meta where key = 'sightVersions'`)
  const now = shownFields()
  const next = before
    ? versionsAfter(underNamesNow(fieldsSchema.parse(JSON.parse(before.value))), now, readVersions(known?.value ?? null))
    : noVersions
  await tx.query(
    `insert into meta (key, value) values ('sightFields', $1), ('sightVersions', $2) on conflict (key) do update set value = excluded.value`,
    [JSON.stringify(now), JSON.stringify(next)],
  )
}

/** A record that has another name since goes to the same laptops as before. */
function underNamesNow(before: ShownFields): ShownFields {
  return Object.fromEntries(Object.entries(before).map(([record, fields]) => [recordNow(record), fields]))
}

/** One more for each place to which a known field now goes, or no longer goes. */
export function versionsAfter(before: ShownFields, now: ShownFields, versions: SightVersions): SightVersions {
  const isOther = (place: Shown) =>
    Object.entries(before).some(([record, fields]) =>
      Object.entries(fields).some(([field, places]) => places.includes(place) !== (now[record]?.[field]?.includes(place) ?? false)),
    )
  return Object.fromEntries(shownTo.map((place) => [place, versions[place] + Number(isOther(place))])) as SightVersions
}

function shownFields(): ShownFields {
  const placesOf = (goes: readonly Place[]) => shownTo.filter((place) => goes.includes(place))
  return Object.fromEntries(
    recordNames.map((record) => [
      record,
      Object.fromEntries(Object.entries(definitions[record].goes).map(([field, goes]) => [field, placesOf(goes)])),
    ]),
  )
}
