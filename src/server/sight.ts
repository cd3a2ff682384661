import { v5 } from 'uuid'
import type { AcceptedChange, Json } from '../shared/changes/change.ts'
import type { Row } from '../shared/changes/row.ts'
import type { Role } from '../shared/records/colleague.ts'
import type { Place } from '../shared/records/defineRecord.ts'
import { definitionOf, recordNames, type RecordName } from '../shared/records/index.ts'
import { belongs, type Belonging } from '../shared/rules/belongs.ts'
import { neighboursSince, registersSince } from '../shared/rules/laptopTime.ts'
import { dateOf, type PlainDate } from '../shared/std/dates.ts'
import { canonical, sha256 } from './hash.ts'
import type { SightVersions } from './sightVersions.ts'
import type { Transaction } from './sql/sql.ts'

/** What a device may receive, worked out from the role and the groups of the colleague it belongs to (house 10.1). */
export interface Sight {
  role: Role
  /** Who looks: nobody reads a concern that is about them. */
  colleague: string
  /** Groups whose people it sees; null means all. */
  groups: string[] | null
  /** The first day of the registers it keeps. */
  since: PlainDate
  /** The first day of which it hears, of other groups' sessions, whether all are back (story 8: the alarm for the team). */
  near: PlainDate
  /** Two sights with the same print let the same through, but for the passing of days. */
  print: string
}

/** Asked for every field of every change that is told; the record files do not change while we run. */
const fieldsThatGoTo = new Map<string, string[]>()

/** Reads what this colleague may see now. */
export async function sightOf(tx: Transaction, team: string, colleague: string, role: Role, nowMs: number, versions: SightVersions): Promise<Sight> {
  const groups = await groupsOfEach(tx, team, role === 'facilitator' ? [colleague] : [])
  return sightFrom(groups, colleague, role, nowMs, versions)
}

/** The same, of the groups of facilitators read before. */
export function sightFrom(all: ReadonlyMap<string, string[]>, colleague: string, role: Role, nowMs: number, versions: SightVersions): Sight {
  const groups = role === 'facilitator' ? (all.get(colleague) ?? []) : null
  const today = dateOf(new Date(nowMs).toISOString()) // in Europe/London
  const print = sha256(canonical([role, groups, versions[role], groups === null ? null : versions.neighbour])).slice(0, 32)
  return { role, colleague, groups, since: registersSince(role, today), near: neighboursSince(today), print }
}

/** Groups that each of these colleagues leads or helps to run. */
export async function groupsOfEach(tx: Transaction, team: string, colleagues: readonly string[]): Promise<Map<string, string[]>> {
  const all = new Map(colleagues.map((one): [string, string[]] => [one, []]))
  if (all.size === 0) return all
  const found = await tx.query<{ colleague: string; id: string }>(
    `select c.id as colleague, g.id from unnest($2::text[]) as c(id) join record_row g on g.team = $1 and g.record = 'group'
       and (g.body #>> '{fields,leaderId}' = c.id or g.body #> '{fields,facilitatorIds}' @> to_jsonb(c.id))
     order by g.id`,
    [team, [...all.keys()]],
  )
  for (const { colleague, id } of found) all.get(colleague)?.push(id)
  return all
}

/**
 * The epoch as this device knows it: another one after a restore and after a change of what it may see. So an echoed
 * bookmark says by itself whether it was made under the present sight, whatever got lost on the way (SPEC SY16).
 */
export function epochFor(epoch: string, sight: Sight | string): string {
  return v5(typeof sight === 'string' ? sight : sight.print, epoch)
}

/** Values of a statement, numbered as they are bound. */
export type Bind = (value: unknown) => string

/** The condition under which row `row` (an alias of record_row) is within sight. */
export function withinSight(row: string, sight: Sight, bind: Bind): string {
  const since = bind(sight.since)
  return `(${inReach(row, sight, since, bind)} and not ${isAboutMe(row, bind(sight.colleague))})`
}

/** A concern about the one who looks (story 11). */
function isAboutMe(row: string, me: string): string {
  return `(${row}.record = 'concern' and coalesce(${row}.body #>> '{fields,aboutColleagueId}', '') = ${me})`
}

function inReach(row: string, sight: Sight, since: string, bind: Bind): string {
  if (sight.groups === null) return `(${row}.day is null or ${row}.day >= ${since})`
  const groups = `any(${bind(sight.groups)}::uuid[])`
  const inGroup = `${row}.group_id = ${groups}`
  const kept = `${inGroup} and ${row}.day >= ${since}`
  const knows = (person: string) => `exists (${linksTo(row, person, groups, since)})`
  return `(${row}.record in (${listOf('team')})
    or (${row}.record in (${listOf('group')}) and ${inGroup})
    or (${row}.record in (${listOf('register')}) and ${kept})
    or (${row}.record in (${recordsOfNeighbours}) and ${row}.day >= ${bind(sight.near)})
    or (${row}.record in (${listOf('about')}) and ((${kept}) or ${knows(`${row}.person_id`)}))
    or (${row}.record in (${listOf('contact')}) and ${knows(`${row}.person_id`)})
    or (${row}.record in (${listOf('person')}) and ${knows(`${row}.id`)}))`
}

/** The links by which a person is known to these groups: a membership, or a sign-in on a register that is kept (rows.ts). */
function linksTo(row: string, person: string, groups: string, since: string): string {
  return `select 1 from person_link link where link.team = ${row}.team and link.person_id = ${person}
    and link.group_id = ${groups} and link.until >= ${since}`
}

/** Whether a row makes its person known to its group. @param since bound first day of the kept registers, where days count */
export function makesKnown(link: string, since?: string): string {
  return `(${link}.record = 'membership' or (${link}.record = 'signIn'${since ? ` and ${link}.day >= ${since}` : ''}))`
}

/** Records that are seen by this, quoted for SQL; the names are our own. */
function listOf(...kinds: Belonging['by'][]): string {
  return recordNames
    .filter((name) => kinds.includes(belongs[name].by))
    .map((name) => `'${name}'`)
    .join(', ')
}

/** Records that come and go with a person, quoted for SQL. */
export const recordsOfPersons = listOf('contact', 'about')

/** Records of which facilitators of other groups hear something, quoted for SQL. */
export const recordsOfNeighbours = recordNames
  .filter((name) => allowedFields(name, 'neighbour').length > 0)
  .map((name) => `'${name}'`)
  .join(', ')

/** The fields of a record that may go to this place; none of one that this server does not know. */
export function allowedFields(record: string, place: Place): string[] {
  const key = `${place} ${record}`
  const known = fieldsThatGoTo.get(key) ?? fieldsThatGo(record, place)
  fieldsThatGoTo.set(key, known)
  return known
}

function fieldsThatGo(record: string, place: Place): string[] {
  const goes = definitionOf(record)?.goes ?? {}
  return Object.entries(goes)
    .filter(([, places]) => places.includes(place))
    .map(([field]) => field)
}

/** Fields of a row of this group that this sight lets through. @param group null where the row belongs to none */
function fieldsInSight({ role, groups }: Sight, record: string, group: string | null): string[] {
  const isNeighbour = groups !== null && group !== null && belongs[record as RecordName].by === 'register' && !groups.includes(group)
  return allowedFields(record, isNeighbour ? 'neighbour' : role)
}

/** A row without the fields that do not go to this laptop. @param group whose row it is */
export function rowFor(sight: Sight, row: Row, group: string | null): Row {
  const allowed = fieldsInSight(sight, row.record, group)
  const { sides, ...rest } = row
  const kept = { ...rest, fields: only(row.fields, allowed), stamps: only(row.stamps, allowed) }
  return sides ? { ...kept, sides: only(sides, allowed) } : kept
}

/** A change without the fields that do not go to this laptop, or nothing when none of it does. @param group of its row */
export function changeFor(sight: Sight, change: AcceptedChange, group: string | null): AcceptedChange | undefined {
  const allowed = fieldsInSight(sight, change.record, group)
  const fields: { [field: string]: Json } = only(change.fields, allowed)
  if (Object.keys(fields).length === 0) return undefined
  const { basedOn, ...rest } = change
  return basedOn ? { ...rest, fields, basedOn: only(basedOn, allowed) } : { ...rest, fields }
}

function only<Value>(all: Readonly<Record<string, Value>>, allowed: readonly string[]): Record<string, Value> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => allowed.includes(name)))
}
