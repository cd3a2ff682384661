import type { z } from 'zod'
import type { Role } from '../records/colleague.ts'
import { caseRoles, type Place } from '../records/defineRecord.ts'
import { definitions, type Entity, type FieldsOf, type LinkOf, type RecordName } from '../records/index.ts'
import type { FigureName } from '../rules/figures.ts'
import type { PlainDate } from '../std/dates.ts'
import { said, type ReportNote, type Said } from './cellWords.ts'
import type { Hidden } from './hiding.ts'

/** A field of a record, but its id. */
export type FieldOf<Name extends RecordName> = keyof FieldsOf<Name> & string
/** A row with some of its fields. */
export type Picked<Name extends RecordName, Field extends FieldOf<Name>> = Pick<Entity<Name>, Field | 'id'>

/** Rows for a report: a laptop's store or the server's database answers. */
export interface ReportReader {
  all<Name extends RecordName>(record: Name): Promise<Entity<Name>[]>
  linked<Name extends RecordName>(record: Name, by: LinkOf<Name>, ids: readonly string[]): Promise<Entity<Name>[]>
  /**
   * The same rows with these fields alone, in any order: of fifty thousand sign-ins, reading all that they say was most of the time of a
   * report. A field of which nothing was said is null or not there; a row may have more.
   */
  pick<Name extends RecordName, Field extends FieldOf<Name>>(record: Name, fields: readonly Field[]): Promise<Picked<Name, Field>[]>
  /** @param by one of the fields */
  pickLinked<Name extends RecordName, Field extends FieldOf<Name>>(
    record: Name,
    by: LinkOf<Name> & Field,
    ids: readonly string[],
    fields: readonly Field[],
  ): Promise<Picked<Name, Field>[]>
  /** To be awaited between lots of long reckoning: whoever else waits, somebody who signs in say, has a turn. */
  giveWay(): Promise<void>
}

/** Which field of a record stands in a column: where the column may go follows from it. */
export type FieldPath = { [Name in RecordName]: `${Name}.${keyof FieldsOf<Name> & string}` }[RecordName]

/** A text, a number, nothing, or a word that is said in the language of who reads it. */
export type CellValue = string | number | null | Said

/** One column. Its heading stands in words/en/reports.ts. */
export interface Column<Line, Id extends string = string> {
  id: Id
  /** A number is added up under the table; a figure (a mean, a median, a count that may be hidden) is not. A month is its first day. */
  kind: 'text' | 'date' | 'month' | 'number' | 'figure'
  /** Decimal places that are all drawn: means stand under each other. */
  places?: number
  /** The figure it is, where what that counts is said under the table (rules/figures.ts). */
  means?: FigureName
  /** Every field that can be read from it, also as a count. */
  of: readonly FieldPath[]
  value(line: Line): CellValue
  /** Whom or what it counts, where it can be opened. */
  behind?(line: Line): Behind
}

/** What is behind a count, one id for each that is counted: people, sessions, or for each attendance the person. */
export interface Behind {
  what: 'people' | 'sessions' | 'attendances'
  ids: readonly string[]
}

/** A column that counts a list: the number is how long the list is, so whom it is opened to is whom it counts. */
export function counted<Line, Id extends string>(id: Id, what: Behind['what'], list: (line: Line) => readonly string[]) {
  const [kind, value] = ['figure' as const, (line: Line) => list(line).length]
  return { id, kind, value, behind: (line: Line): Behind => ({ what, ids: list(line) }) }
}

/** A figure counted once, the same on a laptop and on the server. Pure: it is told today and reads by its reader alone. */
export interface Report<Schema extends z.ZodType, Line, Id extends string = string> {
  params: Schema
  /** For these roles alone: a facilitator's laptop has the registers of their own groups, so it cannot count a team. */
  roles?: readonly Role[]
  columns: readonly Column<Line, Id>[]
  /** What stands under the figures, in this order. */
  notes?: readonly ReportNote[]
  rows(reader: ReportReader, params: z.output<Schema>, today: PlainDate): Promise<Line[]>
  /** By what a line is known, where pages of other reports show it alone. */
  key?(line: Line): string
  /** Which figures of few people stand on the screen alone, of reports that do not hide them everywhere. */
  hides?(lines: readonly Line[]): Hidden
}

/** Gives a report its types. */
export function defineReport<Schema extends z.ZodType, Line, Id extends string>(report: Report<Schema, Line, Id>): Report<Schema, Line, Id> {
  return report
}

/** A column as it is drawn. */
export interface ShownColumn extends Omit<Column<never>, 'of' | 'value' | 'behind'> {
  /** Its figures can be opened to whom or what they count. */
  opens?: true
}

/** A report drawn for somebody: the columns that may go there, the others by name, the cells in rows. */
export interface ReportTable {
  columns: ShownColumn[]
  /** Columns that may not go there: left out, and said. */
  withheld: string[]
  rows: CellValue[][]
  /** By what each line is known. */
  keys?: string[]
  /** The same rows as they may stand on paper, where that is less than may stand on the screen. */
  onPaper?: CellValue[][]
}

/** Whether a column may go to all of these places: a role's screen, and a CSV made there. */
export function mayGo(column: Pick<Column<never>, 'of'>, places: readonly Place[]): boolean {
  return column.of.every((path) => {
    const [record = '', field = ''] = path.split('.')
    const goes = definitions[record as RecordName].goes[field] ?? []
    return places.every((place) => goes.includes(place))
  })
}

/** Whether a role may ask for a report and see anything of it: else it is not offered. */
export function mayRead({ roles, columns }: { roles?: readonly Role[]; columns: readonly Pick<Column<never>, 'of'>[] }, role: Role): boolean {
  return (roles?.includes(role) ?? true) && columns.some((one) => mayGo(one, [role]))
}

/** Runs a report for these places. @param places where it is to go: the reader's role, and `csv` where it leaves the laptop */
export async function tableOf<Schema extends z.ZodType, Line>(
  report: Report<Schema, Line>,
  reader: ReportReader,
  params: z.output<Schema>,
  today: PlainDate,
  places: readonly Place[],
): Promise<ReportTable> {
  const isAnyShown = report.columns.some((one) => mayGo(one, places))
  return drawn(report, isAnyShown ? await report.rows(reader, params, today) : [], places)
}

/** The lines of a report as they may go to these places. */
export function drawn<Line>(
  report: Pick<Report<z.ZodType, Line>, 'columns' | 'hides' | 'key'>,
  lines: readonly Line[],
  places: readonly Place[],
): ReportTable {
  const [shown, withheld] = [report.columns.filter((one) => mayGo(one, places)), report.columns.filter((one) => !mayGo(one, places))]
  const leaves = places.some((one) => one === 'csv' || one === 'log')
  const rows = shown.length === 0 ? [] : lines.map((line) => shown.map((column) => column.value(line)))
  const outside = report.hides ? withHidden(rows, shown, report.hides(lines)) : rows
  return {
    columns: shown.map(({ of: _of, value: _value, behind, ...column }) => (behind && mayOpen(places) ? { ...column, opens: true } : column)),
    withheld: withheld.map((one) => one.id),
    rows: leaves ? outside : rows,
    ...(report.key && !leaves ? { keys: lines.map(report.key) } : {}),
    ...(leaves || outside === rows ? {} : { onPaper: outside }),
  }
}

/** One figure opened: what stands before it in its line, and whom or what it counts; null where it cannot be opened here. */
export interface Opened extends Behind {
  line: { kind: Column<never>['kind']; cell: CellValue }[]
}

/** What is behind one figure of these lines. @param column its id */
export function behindFigure<Line>(
  { columns }: Pick<Report<z.ZodType, Line>, 'columns'>,
  lines: readonly Line[],
  { row, column }: { row: number; column: string },
  places: readonly Place[],
): Opened | null {
  const [line, figure] = [lines[row], columns.find((one) => one.id === column)]
  if (line === undefined || !figure?.behind || !mayGo(figure, places) || !mayOpen(places) || figure.value(line) === null) return null
  const named = columns.filter(({ kind }) => kind !== 'figure' && kind !== 'number')
  return { ...figure.behind(line), line: named.map((one) => ({ kind: one.kind, cell: one.value(line) })) }
}

/** Who works with cases knows everybody who is counted; nobody else is told who they are. */
export function mayOpen(places: readonly Place[]): boolean {
  return places.every((one) => caseRoles.some((role) => role === one))
}

function withHidden(rows: CellValue[][], columns: readonly { id: string }[], hidden: Hidden): CellValue[][] {
  if (hidden.every((one) => one.size === 0)) return rows
  return rows.map((row, at) => row.map((cell, nth) => (hidden[at]?.has(columns[nth]?.id ?? '') ? said('notShown') : cell)))
}
