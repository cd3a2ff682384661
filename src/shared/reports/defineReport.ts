import type { z } from 'zod'
import type { Role } from '../records/colleague.ts'
import type { Place } from '../records/defineRecord.ts'
import { definitions, type Entity, type FieldsOf, type LinkOf, type RecordName } from '../records/index.ts'
import type { FigureName } from '../rules/figures.ts'
import type { PlainDate } from '../std/dates.ts'
import type { ReportNote, Said } from './cellWords.ts'

/** Rows for a report: a laptop's store or the server's database answers. */
export interface ReportReader {
  all<Name extends RecordName>(record: Name): Promise<Entity<Name>[]>
  linked<Name extends RecordName>(record: Name, by: LinkOf<Name>, ids: readonly string[]): Promise<Entity<Name>[]>
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
  /** The figure it is, where what that counts is said under the table (rules/figures.ts). */
  means?: FigureName
  /** Every field that can be read from it, also as a count. */
  of: readonly FieldPath[]
  value(line: Line): CellValue
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
}

/** Gives a report its types. */
export function defineReport<Schema extends z.ZodType, Line, Id extends string>(report: Report<Schema, Line, Id>): Report<Schema, Line, Id> {
  return report
}

/** A report drawn for somebody: the columns that may go there, the others by name, the cells in rows. */
export interface ReportTable {
  columns: Omit<Column<never>, 'of' | 'value'>[]
  /** Columns that may not go there: left out, and said. */
  withheld: string[]
  rows: CellValue[][]
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
  const [shown, withheld] = [report.columns.filter((one) => mayGo(one, places)), report.columns.filter((one) => !mayGo(one, places))]
  const lines = shown.length > 0 ? await report.rows(reader, params, today) : []
  return {
    columns: shown.map(({ of: _of, value: _value, ...column }) => column),
    withheld: withheld.map((one) => one.id),
    rows: lines.map((line) => shown.map((column) => column.value(line))),
  }
}
