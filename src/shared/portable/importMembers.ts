import Papa from 'papaparse'
import { z } from 'zod'
import { jsonSchema, type Draft, type Json } from '../changes/change.ts'
import { fieldsAreValid } from '../changes/entity.ts'
import type { Context, Reader } from '../commands/command.ts'
import { emergencyContact } from '../records/emergencyContact.ts'
import type { Entity } from '../records/index.ts'
import { tidyBirthDate, tidyPhone, tidyPostcode } from '../rules/contactDetails.ts'
import { nameOf } from '../rules/names.ts'
import type { PlainDate } from '../std/dates.ts'
import { membershipIdOf } from '../std/ids.ts'
import { phoneDigits, plain, wellFormed, words } from '../std/text.ts'
import { dateSchema, idSchema } from '../std/schemas.ts'

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
  fields: z.record(z.string(), jsonSchema).refine((fields) => Boolean(fields['givenName']) && fieldsAreValid('person', fields)),
  contact: emergencyContact.schema.pick({ name: true, relationship: true, phone: true }).optional(),
  /** Somebody already known with the same name and birth date or phone: joins the group, is not written twice. */
  knownId: idSchema.optional(),
})
export type PlannedPerson = z.infer<typeof planned>

/** What `importMembers` takes: the good rows of a plan. */
export const importInput = z.object({ groupId: idSchema, since: dateSchema, people: z.array(planned).max(20_000) })

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
  const [head, ...lines] = linesOf(csv)
  const headers = (head?.cells ?? []).map((cell) => cell.trim())
  const map = columns ?? guessColumns(headers)
  const people = new Likenesses()
  for (const person of known.people) if (!person.removedBecause) people.add(person.id, person)
  const planning: Planning = { memberIds: known.memberIds, people, inFile: new Likenesses(), today }
  const rows = lines.map(({ cells, line }) => planRow(cells, line, map, planning))
  const count = (what: PlannedRow['what']) => rows.filter((row) => row.what === what).length
  return { headers, columns: map, rows, counts: { add: count('add'), join: count('join'), already: count('already'), reject: count('reject') } }
}

/** The rows that hold something, numbered as a spreadsheet numbers them: blank ones count. */
function linesOf(csv: string): { cells: string[]; line: number }[] {
  const text = csv.replace(/^\uFEFF/, '')
  const rows = Papa.parse<string[]>(text, { delimiter: delimiterOf(text) }).data
  return rows.map((cells, at) => ({ cells, line: at + 1 })).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
}

/** What stands between the headings; guessing by the whole file takes "Inhaler; Knee" for two columns. */
function delimiterOf(text: string): string {
  const headings = (/^.*[^\s,;|].*$/m.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '')
  const counts = [',', ';', '\t', '|'].map((mark) => ({ mark, times: headings.split(mark).length }))
  return counts.sort((a, b) => b.times - a.times)[0]?.mark ?? ','
}

const headings: Record<ImportColumn, RegExp> = {
  contactName: /^(emergency|ice|next of kin|nok|contact).*(name|contact)$|^(emergency contact|next of kin)$/,
  contactRelationship: /relation/,
  contactPhone: /^(emergency|ice|next of kin|nok).*(phone|mobile|tel|number|no)/,
  givenName: /^(first|given|fore)[ -]?names?$|^forename$/,
  familyName: /^(last|family|sur)[ -]?name$|^surname$/,
  knownAs: /^(known as|nick ?name|preferred name|likes to be called)$/,
  name: /^((full|member|participant|client|patient|person) )?name$|^(member|participant|person|attendee)$/,
  bornOn: /^(dob|d o b|date of birth|birth ?date|birthday|born)/,
  phone: /^((home|mobile|daytime) )?(phone|mobile|tel|landline)/,
  email: /^e ?mail/,
  addressLines: /^(address|street)/,
  town: /^(town|city)/,
  postcode: /^post ?code/,
  practice: /^(registered )?(gp|practice|surgery|doctor)/,
  alerts: /^(alerts?|notes?|medical|health)/,
}
/** Whose number this is depends on the other columns. */
const contactNumber = /^contact (phone|mobile|tel|number|no)/

/** Guesses what each column holds from its heading; the first that fits wins. */
export function guessColumns(headers: readonly string[]): ColumnMap {
  const map: ColumnMap = {}
  const plainly = headers.map((header) => plain(header).replace(/[^a-z0-9]+/g, ' ').trim())
  plainly.forEach((heading, at) => {
    const column = (Object.keys(headings) as ImportColumn[]).find((one) => map[one] === undefined && headings[one].test(heading))
    if (column) map[column] = at
  })
  const at = plainly.findIndex((heading) => contactNumber.test(heading))
  const whose = map.contactName === undefined ? 'phone' : 'contactPhone' // beside a contact's name it is theirs
  if (at >= 0 && map[whose] === undefined) map[whose] = at
  return map
}

/** What makes two records the same for an import. */
type Likeness = Pick<Partial<Entity<'person'>>, 'givenName' | 'familyName' | 'bornOn' | 'phone'>

/**
 * People by what they are recognised by: the name together with birth date or phone, never the name alone. Father and
 * son may share name and phone: another birth date is another person.
 */
class Likenesses {
  private readonly byBirth = new Map<string, string>()
  private readonly byPhone = new Map<string, { id: string; bornOn: string | null }[]>()

  add(id: string, one: Likeness): void {
    if (one.bornOn) this.byBirth.set(birthKey(one), id)
    if (!one.phone) return
    const same = this.byPhone.get(phoneKey(one))
    const entry = { id, bornOn: one.bornOn ?? null }
    if (same) same.push(entry)
    else this.byPhone.set(phoneKey(one), [entry])
  }

  find(one: Likeness): string | undefined {
    const born = one.bornOn ? this.byBirth.get(birthKey(one)) : undefined
    if (born !== undefined || !one.phone) return born
    return this.byPhone.get(phoneKey(one))?.find(({ bornOn }) => !bornOn || !one.bornOn)?.id
  }
}

function birthKey(one: Likeness): string {
  return `${nameKey(one)}|${one.bornOn}`
}

function phoneKey(one: Likeness): string {
  return `${nameKey(one)}|${phoneDigits(one.phone ?? '')}`
}

function nameKey({ givenName, familyName }: Likeness): string {
  return words(`${givenName ?? ''} ${familyName ?? ''}`).join(' ')
}

interface Planning {
  memberIds: ReadonlySet<string>
  people: Likenesses
  inFile: Likenesses
  today: PlainDate
}

function planRow(cells: string[], line: number, map: ColumnMap, planning: Planning): PlannedRow {
  const cell = (column: ImportColumn) => {
    const at = map[column]
    return at === undefined ? '' : wellFormed(cells[at] ?? '').trim()
  }
  const read = readPerson(cell, planning.today)
  const name = [read.fields.givenName, read.fields.familyName].filter(Boolean).join(' ')
  const reject = (problem: ImportProblem): PlannedRow => ({ line, name, cells, what: 'reject', problem, person: null })
  if (read.problem) return reject(read.problem)
  if (planning.inFile.find(read.fields) !== undefined) return reject('twiceInFile')
  planning.inFile.add(String(line), read.fields)
  const knownId = planning.people.find(read.fields)
  const person: PlannedPerson = { line, fields: read.fields, ...(read.contact ? { contact: read.contact } : {}), ...(knownId ? { knownId } : {}) }
  if (knownId && planning.memberIds.has(knownId)) return { line, name, cells, what: 'already', problem: 'alreadyMember', person: null }
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
    alerts: cell('alerts').split(/[;|]/).map((one) => cut(one.trim(), 60)).filter(Boolean).slice(0, 8),
  })
  const contact = contactPhone
    ? { name: cell('contactName'), phone: contactPhone, ...(cell('contactRelationship') ? { relationship: cell('contactRelationship') } : {}) }
    : undefined
  const problem = problemOf({ given, bornOn, phone, postcode, contactPhone }) ?? (fits(fields, contact) ? null : 'tooLong')
  return { fields, ...(contact ? { contact } : {}), problem }
}

/** What the records themselves say: one line that the surgery would not take would hold up the whole import (SPEC SY8). */
function fits(fields: Record<string, Json>, contact: object | undefined): boolean {
  return fieldsAreValid('person', fields) && (!contact || fieldsAreValid('emergencyContact', { ...contact }))
}

/** The first so many letters, none cut in two. */
function cut(text: string, most: number): string {
  return text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')
}

function problemOf(
  read: { given: string; bornOn: string | null | undefined; phone: string | null | undefined; postcode: string | null | undefined; contactPhone: string | null | undefined },
): ImportProblem | null {
  if (!read.given) return 'noName'
  if (read.bornOn === null) return 'birthDateUnreadable'
  if (read.phone === null || read.contactPhone === null) return 'phoneUnreadable'
  return read.postcode === null ? 'postcodeUnreadable' : null
}

function namesOf(cell: (column: ImportColumn) => string): [string, string] {
  if (cell('givenName')) return [cell('givenName'), cell('familyName')]
  const whole = cell('name').replace(/\s+/g, ' ').replace(/^[ ,]+|[ ,]+$/g, '')
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

/** The drafts of one imported row. */
export function importedPerson(
  row: PlannedPerson, input: { groupId: string; since: PlainDate }, importId: string, context: Context, rows: Reader,
): Draft[] {
  const personId = row.knownId ?? context.newId()
  const membershipId = membershipIdOf(input.groupId, personId)
  const before = rows.get('membership', membershipId)
  if (before && !before.endedOn) return []
  const fields: Draft['fields'] = before ? { endedOn: null, importId } : { groupId: input.groupId, personId, since: input.since, importId }
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
