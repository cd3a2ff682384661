import Papa from 'papaparse'
import { z } from 'zod'
import type { Draft, Json } from '../changes/change.ts'
import type { Context, Reader } from '../commands/command.ts'
import type { Entity } from '../records/index.ts'
import { tidyBirthDate, tidyPhone, tidyPostcode } from '../rules/contactDetails.ts'
import { nameOf } from '../rules/names.ts'
import type { PlainDate } from '../std/dates.ts'
import { membershipIdOf } from '../std/ids.ts'
import { phoneDigits, plain } from '../std/text.ts'

/** Columns an import knows. `name` is a whole name in one column ("Ellison, Margaret" or "Margaret Ellison"). */
export const importColumns = [
  'name', 'givenName', 'familyName', 'knownAs', 'bornOn', 'phone', 'email', 'addressLines', 'town', 'postcode', 'practice',
  'contactName', 'contactRelationship', 'contactPhone', 'alerts',
] as const
export type ImportColumn = (typeof importColumns)[number]
/** Which column of the file (counted from 0) holds what. */
export type ColumnMap = Partial<Record<ImportColumn, number>>

const planned = z.object({
  line: z.int(),
  fields: z.record(z.string(), z.json()),
  contact: z.object({ name: z.string(), relationship: z.string().optional(), phone: z.string() }).optional(),
  /** Somebody already known with the same name and birth date or phone: joins the group, is not written twice. */
  knownId: z.uuid().optional(),
})
export type PlannedPerson = z.infer<typeof planned>

/** What `importMembers` takes: the good rows of a plan. */
export const importInput = z.object({ groupId: z.uuid(), since: z.iso.date(), people: z.array(planned).max(20_000) })

/** Why a line is not imported, or what was left out of it. */
export const importProblems = [
  'noName', 'birthDateUnreadable', 'phoneUnreadable', 'postcodeUnreadable', 'twiceInFile', 'alreadyMember', 'tooLong',
] as const
export type ImportProblem = (typeof importProblems)[number]

export interface PlannedRow {
  /** As a spreadsheet counts, the header being 1. */
  line: number
  name: string
  cells: string[]
  /** add: new person; join: known, joins the group; already: known and a member; reject: cannot be imported. */
  what: 'add' | 'join' | 'already' | 'reject'
  problem: ImportProblem | null
  person: PlannedPerson | null
}

/** What an import would do. Nothing is written by making one. */
export interface ImportPlan {
  headers: string[]
  columns: ColumnMap
  rows: PlannedRow[]
  counts: { add: number; join: number; already: number; reject: number }
}

/** Who is known already, to recognise them. */
export interface Known {
  people: readonly Entity<'person'>[]
  memberIds: ReadonlySet<string>
}

/** Reads a CSV and says line by line what importing it would do (domain story 39). @param columns null: by the headers */
export function planImport(csv: string, columns: ColumnMap | null, known: Known, today: PlainDate): ImportPlan {
  const lines = Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' }).data
  const headers = (lines[0] ?? []).map((cell) => cell.trim())
  const map = columns ?? guessColumns(headers)
  const finder = finderOf(known.people)
  const seen = new Set<string>()
  const rows = lines.slice(1).map((cells, at) => planRow(cells, at + 2, map, { known, finder, seen, today }))
  const count = (what: PlannedRow['what']) => rows.filter((row) => row.what === what).length
  return { headers, columns: map, rows, counts: { add: count('add'), join: count('join'), already: count('already'), reject: count('reject') } }
}

const headings: Record<ImportColumn, RegExp> = {
  contactName: /^(emergency|ice|next of kin|nok|contact).*(name|contact)$|^(emergency contact|next of kin)$/,
  contactRelationship: /relation/,
  contactPhone: /^(emergency|ice|next of kin|nok|contact).*(phone|mobile|tel|number|no)/,
  givenName: /^(first|given|fore)[ -]?names?$|^forename$/,
  familyName: /^(last|family|sur)[ -]?name$|^surname$/,
  knownAs: /^(known as|nick ?name|preferred name|likes to be called)$/,
  name: /^(full )?name$|^member$|^person$/,
  bornOn: /^(dob|d o b|date of birth|birth ?date|birthday|born)/,
  phone: /^(phone|mobile|tel|telephone|number)/,
  email: /^e ?mail/,
  addressLines: /^(address|street)/,
  town: /^(town|city)/,
  postcode: /^post ?code/,
  practice: /^(gp|practice|surgery)/,
  alerts: /^(alerts?|notes?|medical|health)/,
}

/** Guesses what each column holds from its heading; the first that fits wins. */
export function guessColumns(headers: readonly string[]): ColumnMap {
  const map: ColumnMap = {}
  headers.forEach((header, at) => {
    const heading = plain(header).replace(/[^a-z0-9]+/g, ' ').trim()
    const column = (Object.keys(headings) as ImportColumn[]).find((one) => map[one] === undefined && headings[one].test(heading))
    if (column) map[column] = at
  })
  return map
}

interface Planning {
  known: Known
  finder: Map<string, string>
  seen: Set<string>
  today: PlainDate
}

function planRow(cells: string[], line: number, map: ColumnMap, planning: Planning): PlannedRow {
  const cell = (column: ImportColumn) => {
    const at = map[column]
    return at === undefined ? '' : (cells[at] ?? '').trim()
  }
  const read = readPerson(cell, planning.today)
  const name = [read.fields.givenName, read.fields.familyName].filter(Boolean).join(' ')
  const reject = (problem: ImportProblem): PlannedRow => ({ line, name, cells, what: 'reject', problem, person: null })
  if (read.problem) return reject(read.problem)
  const keys = keysOf(read.fields)
  if (keys.some((key) => planning.seen.has(key))) return reject('twiceInFile')
  for (const key of keys) planning.seen.add(key)
  const knownId = keys.map((key) => planning.finder.get(key)).find((id) => id !== undefined)
  const person: PlannedPerson = { line, fields: read.fields, ...(read.contact ? { contact: read.contact } : {}), ...(knownId ? { knownId } : {}) }
  if (knownId && planning.known.memberIds.has(knownId)) return { line, name, cells, what: 'already', problem: 'alreadyMember', person: null }
  return { line, name, cells, what: knownId ? 'join' : 'add', problem: null, person }
}

interface ReadPerson {
  fields: Record<string, Json>
  contact?: NonNullable<PlannedPerson['contact']>
  problem: ImportProblem | null
}

function readPerson(cell: (column: ImportColumn) => string, today: PlainDate): ReadPerson {
  const [given, family] = namesOf(cell)
  const bornOn = cell('bornOn') ? tidyBirthDate(cell('bornOn'), today) : undefined
  const phone = cell('phone') ? tidyPhone(cell('phone')) : undefined
  const postcode = cell('postcode') ? tidyPostcode(cell('postcode')) : undefined
  const contactPhone = cell('contactPhone') ? tidyPhone(cell('contactPhone')) : undefined
  const fields = compact({
    givenName: given, familyName: family, knownAs: cell('knownAs'), bornOn, phone, email: cell('email'), practice: cell('practice'),
    address: compact({ lines: cell('addressLines'), town: cell('town'), postcode }),
    alerts: cell('alerts').split(/[;|]/).map((one) => one.trim().slice(0, 60)).filter(Boolean).slice(0, 8),
  })
  const contact = contactPhone
    ? { name: cell('contactName'), phone: contactPhone, ...(cell('contactRelationship') ? { relationship: cell('contactRelationship') } : {}) }
    : undefined
  return { fields, ...(contact ? { contact } : {}), problem: problemOf({ given, bornOn, phone, postcode, contactPhone }, fields) }
}

function problemOf(
  read: { given: string; bornOn: string | null | undefined; phone: string | null | undefined; postcode: string | null | undefined; contactPhone: string | null | undefined },
  fields: Record<string, Json>,
): ImportProblem | null {
  if (!read.given) return 'noName'
  if (read.bornOn === null) return 'birthDateUnreadable'
  if (read.phone === null || read.contactPhone === null) return 'phoneUnreadable'
  if (read.postcode === null) return 'postcodeUnreadable'
  return Object.values(fields).some((value) => typeof value === 'string' && value.length > 100) ? 'tooLong' : null
}

function namesOf(cell: (column: ImportColumn) => string): [string, string] {
  if (cell('givenName')) return [cell('givenName'), cell('familyName')]
  const whole = cell('name').replace(/\s+/g, ' ')
  const [family, given] = whole.split(/\s*,\s*/)
  if (given) return [given, family ?? '']
  const space = whole.indexOf(' ')
  if (whole) return space < 0 ? [whole, ''] : [whole.slice(0, space), whole.slice(space + 1)]
  return [cell('familyName'), '']
}

/** Leaves out what is empty. */
function compact(fields: Record<string, Json | null | undefined>): Record<string, Json> {
  const empty = (value: Json | null | undefined) =>
    value === null || value === undefined || value === '' || (typeof value === 'object' && Object.keys(value).length === 0)
  return Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, Json] => !empty(entry[1])))
}

/** What makes two records the same for an import: the name together with birth date or phone; never the name alone. */
function keysOf(fields: Record<string, unknown>): string[] {
  const name = plain([fields.givenName, fields.familyName].filter(Boolean).join(' '))
  const keys = []
  if (fields.bornOn) keys.push(`${name}|${String(fields.bornOn)}`)
  if (fields.phone) keys.push(`${name}|${phoneDigits(String(fields.phone))}`)
  return keys
}

function finderOf(people: readonly Entity<'person'>[]): Map<string, string> {
  return new Map(people.filter((one) => !one.removedBecause).flatMap((one) => keysOf(one).map((key) => [key, one.id] as const)))
}

/** The drafts of one imported row. */
export function importedPerson(
  row: PlannedPerson, input: { groupId: string; since: PlainDate }, importId: string, context: Context, rows: Reader,
): Draft[] {
  const personId = row.knownId ?? context.newId()
  const membershipId = membershipIdOf(input.groupId, personId)
  const before = rows.get('membership', membershipId)
  if (before && !before.endedOn) return []
  const fields: Draft['fields'] = before ? { endedOn: null } : { groupId: input.groupId, personId, since: input.since, importId }
  const joined: Draft = { record: 'membership', row: membershipId, fields }
  if (row.knownId) return [joined]
  const contacts: Draft[] = row.contact
    ? [{ record: 'emergencyContact', row: context.newId(), fields: { personId, ...(row.contact as Record<string, string>) } }]
    : []
  return [{ record: 'person', row: personId, fields: { ...row.fields, importId } }, ...contacts, joined]
}

/** The name in a planned row, for lists. */
export function plannedName(person: PlannedPerson): string {
  return nameOf(person.fields as Pick<Entity<'person'>, 'givenName' | 'familyName' | 'knownAs'>)
}
