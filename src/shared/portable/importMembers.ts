import { z } from 'zod'
import { jsonSchema } from '../changes/change.ts'
import { fieldsAreValid } from '../changes/entity.ts'
import { emergencyContact } from '../records/emergencyContact.ts'
import type { Entity } from '../records/index.ts'
import type { PlainDate } from '../std/dates.ts'
import { visible } from '../std/text.ts'
import { dateSchema, idSchema } from '../std/schemas.ts'
import { judgeDates, type DateColumn, type DateOrder } from './birthDates.ts'
import { guessColumns, score, unusedColumns, type ColumnMap, type ImportColumn } from './headings.ts'
import { isMore, knowsMore, type Differs, type KnownBeside } from './knowsMore.ts'
import { Likenesses } from './likenesses.ts'
import { readPerson, type ImportProblem, type ReadPerson } from './readPerson.ts'
import { readTable, type ListLine, type ListTable, type TableFault } from './table.ts'

export type { ColumnMap, ImportColumn } from './headings.ts'
export type { ImportProblem } from './readPerson.ts'

const planned = z
  .object({
    line: z.int(),
    /** Of somebody new, all of it; of somebody known, what the list fills or somebody has chosen. */
    fields: z.record(z.string(), jsonSchema).refine((fields) => fieldsAreValid('person', fields)),
    contacts: z
      .array(emergencyContact.schema.pick({ name: true, relationship: true, phone: true }))
      .max(8)
      .optional(),
    notes: z.array(z.string().min(1).max(4000)).max(8).optional(),
    /** Somebody already known with the same name and birth date or phone: joins the group, is not written twice. */
    knownId: idSchema.optional(),
  })
  .refine(({ fields, knownId }) => knownId !== undefined || Boolean(fields['givenName']))
export type PlannedPerson = z.infer<typeof planned>

/** What `importMembers` takes: the good rows of a plan. */
export const importInput = z.object({ groupId: idSchema, since: dateSchema, people: z.array(planned).max(20_000) })

export interface PlannedRow {
  /** As a spreadsheet counts, the header being 1. */
  line: number
  name: string
  cells: string[]
  /**
   * add: new person; join: known, joins the group; more: a member of whom the list knows more; already: a member, nothing new;
   * maybe: perhaps somebody who is there, written only when ticked; reject: cannot be imported.
   */
  what: 'add' | 'join' | 'more' | 'already' | 'maybe' | 'reject'
  problem: ImportProblem | null
  /** The column that the problem lies in. */
  at: ImportColumn | null
  /** As it was read; null where it cannot be imported. */
  person: PlannedPerson | null
  /** What the list says otherwise than we know it. */
  differs: Differs[]
}

const outcomes = ['add', 'join', 'more', 'already', 'maybe', 'reject'] as const

/** What an import would do. Nothing is written by making one. */
export interface ImportPlan {
  headers: string[]
  columns: ColumnMap
  /** Columns that hold something and that nobody reads. */
  unused: string[]
  dates: DateColumn
  fault: TableFault | null
  rows: PlannedRow[]
  /** Those of the list who are known. */
  knownIds: string[]
  counts: Record<PlannedRow['what'], number> & {
    /** Lines with text that no field has room for, kept as a note. */
    noted: number
  }
}

/** Who is known already, to recognise them. */
export interface Known {
  people: readonly Entity<'person'>[]
  memberIds: ReadonlySet<string>
  /** What is known of those whom the list names; of others it need not be there. */
  beside?(personId: string): KnownBeside
}

/** What somebody has said about a list. */
export interface ImportChoices {
  /** null: by the headings. */
  columns: ColumnMap | null
  order: DateOrder | null
  /** Lines of "maybe the same" that are to be written all the same. */
  also: readonly number[]
  /** "line/field": what the list says goes before what we know. */
  takes: readonly string[]
}
export const noChoices: ImportChoices = { columns: null, order: null, also: [], takes: [] }

/** Reads a list and says line by line what importing it would do (domain story 39). */
export function planImport(csv: string, choices: ImportChoices, known: Known, today: PlainDate): ImportPlan {
  const table = readTable(csv)
  const columns = choices.columns ?? guessColumns(table.headers)
  const dates = judgeDates(columns.bornOn === undefined ? [] : table.rows.map(({ cells }) => cells[columns.bornOn ?? 0] ?? ''), choices.order)
  const planning = startPlanning(table, columns, dates, choices, known, today)
  const rows = table.fault ? [] : table.rows.map((line) => planRow(line, planning))
  const count = (what: PlannedRow['what']) => rows.filter((row) => row.what === what).length
  const counts = Object.fromEntries(outcomes.map((what) => [what, count(what)])) as Record<PlannedRow['what'], number>
  const noted = rows.filter((row) => (row.person?.notes?.length ?? 0) > 0).length
  return {
    headers: table.headers,
    columns,
    unused: unusedColumns(table.headers, table.rows, columns),
    dates,
    fault: table.fault,
    rows,
    knownIds: [...planning.met],
    counts: { ...counts, noted },
  }
}

interface Planning {
  table: ListTable
  columns: ColumnMap
  dates: DateColumn
  known: Known
  byId: ReadonlyMap<string, Entity<'person'>>
  people: Likenesses
  members: Likenesses
  inFile: Likenesses
  also: ReadonlySet<number>
  takes: ReadonlySet<string>
  /** Whom it has met; grows. */
  met: Set<string>
  today: PlainDate
}

function startPlanning(table: ListTable, columns: ColumnMap, dates: DateColumn, choices: ImportChoices, known: Known, today: PlainDate): Planning {
  const [people, members] = [new Likenesses(), new Likenesses()]
  const here = known.people.filter((person) => !person.removedBecause)
  for (const person of here) {
    people.add(person.id, person)
    if (known.memberIds.has(person.id)) members.add(person.id, person)
  }
  const byId = new Map(here.map((person) => [person.id, person]))
  return {
    table,
    columns,
    dates,
    known,
    byId,
    people,
    members,
    inFile: new Likenesses(),
    also: new Set(choices.also),
    takes: new Set(choices.takes),
    met: new Set(),
    today,
  }
}

function planRow({ cells, line }: ListLine, planning: Planning): PlannedRow {
  const { table, columns, dates, today } = planning
  const cell = (column: ImportColumn) => {
    const at = columns[column]
    return at === undefined ? '' : visible(cells[at] ?? '').trim()
  }
  const read = readPerson({ cell, heading: (column) => table.headers[columns[column] ?? -1] ?? '', order: dates.order, today })
  const name = [read.fields['givenName'], read.fields['familyName']].filter(Boolean).join(' ')
  const row = { line, name, cells, differs: [] }
  const reject = (problem: ImportProblem, at: ImportColumn | null): PlannedRow => ({ ...row, what: 'reject', problem, at, person: null })
  if (isHeading(cells, table.headers)) return reject('headingAgain', null)
  if (read.problem) return reject(read.problem, read.at)
  if (planning.inFile.find(read.fields) !== undefined) return reject('twiceInFile', null)
  const twice = planning.inFile.findMaybe(read.fields) !== undefined
  planning.inFile.add(String(line), read.fields)
  return { ...row, ...whatOf(line, read, twice, planning) }
}

/** Headings that stand on every printed page of a list. */
function isHeading(cells: readonly string[], headers: readonly string[]): boolean {
  const filled = headers.filter(Boolean).length
  return (filled > 1 && headers.every((header, at) => header === (cells[at] ?? '').trim())) || score(cells) >= 3
}

type Outcome = Pick<PlannedRow, 'what' | 'problem' | 'at' | 'person' | 'differs'>

function whatOf(line: number, read: ReadPerson, twice: boolean, planning: Planning): Outcome {
  const person = { line, fields: read.fields, contacts: read.contacts, notes: read.notes }
  const ours = planning.byId.get(planning.people.find(read.fields) ?? '')
  if (ours) return knownOf(line, ours, read, planning)
  const maybe = twice ? 'maybeTwice' : planning.members.findMaybe(read.fields) === undefined ? null : 'maybeSame'
  if (maybe === null || planning.also.has(line)) return { what: maybe === null ? 'add' : 'maybe', problem: maybe, at: null, person, differs: [] }
  return { what: 'maybe', problem: maybe, at: null, person: null, differs: [] }
}

function knownOf(line: number, ours: Entity<'person'>, read: ReadPerson, { known, takes, met }: Planning): Outcome {
  met.add(ours.id)
  const mine = new Set([...takes].flatMap((one) => (one.startsWith(`${line}/`) ? [one.slice(`${line}/`.length)] : [])))
  const more = knowsMore(ours, known.beside?.(ours.id) ?? { contacts: [], notes: [] }, read, mine)
  const { fields, contacts, notes, differs } = more
  const person = { line, fields, contacts, notes, knownId: ours.id }
  if (!known.memberIds.has(ours.id)) return { what: 'join', problem: null, at: null, person, differs }
  if (!isMore(more)) return { what: 'already', problem: 'alreadyMember', at: null, person: null, differs }
  return { what: 'more', problem: null, at: null, person: fills(person) ? person : null, differs }
}

/** Whether a row writes something new about somebody known. */
export function fills({ knownId, fields, contacts = [], notes = [] }: PlannedPerson): boolean {
  return knownId !== undefined && Object.keys(fields).length + contacts.length + notes.length > 0
}
