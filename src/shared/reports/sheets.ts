import { daysBetween } from '../std/dates.ts'
import type { Said } from './cellWords.ts'
import type { CellValue, ReportTable } from './defineReport.ts'

/** A cell that is what it is and never a formula: "=1+1" is six letters. `day`: days since 30 December 1899, as spreadsheets count. */
export type SheetCell = { kind: 'text'; text: string } | { kind: 'number'; value: number } | { kind: 'date'; day: number }
/** One sheet of a workbook. */
export interface SheetOut {
  name: string
  rows: SheetCell[][]
}

/** Letters that a cell of a workbook holds, less one for the mark that says there were more (the format's own limit is 32,767). */
const mostLetters = 32_000

/**
 * A report as two sheets: its figures, and what one must know to read them: what it counts, who made it, when and why.
 * @param inWords what a cell says that holds no text and no number
 */
export function sheetsOf(
  table: ReportTable,
  headings: readonly string[],
  names: { figures: string; about: string },
  about: readonly (readonly [string, string])[],
  inWords: (one: Said) => string = ({ says }) => says,
): SheetOut[] {
  const said = (cell: CellValue) => (cell !== null && typeof cell === 'object' ? inWords(cell) : cell)
  const rows = table.rows.map((row) => row.map((cell, nth) => cellOf(said(cell), table.columns[nth]?.kind ?? 'text')))
  return [
    { name: names.figures, rows: [headings.map(textCell), ...rows] },
    { name: names.about, rows: about.map((line) => line.map(textCell)) },
  ]
}

function cellOf(value: string | number | null, kind: ReportTable['columns'][number]['kind']): SheetCell {
  if (typeof value === 'number') return Number.isFinite(value) ? { kind: 'number', value } : textCell('')
  const isDay = (kind === 'date' || kind === 'month') && value !== null && /^\d{4}-\d{2}-\d{2}$/.test(value)
  return isDay ? { kind: 'date', day: daysBetween('1899-12-30', value) } : textCell(value ?? '')
}

function textCell(text: string): SheetCell {
  return { kind: 'text', text: text.length > mostLetters ? `${text.slice(0, mostLetters)}…` : text }
}
