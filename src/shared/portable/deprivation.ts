import Papa from 'papaparse'
import { sectorOf } from '../rules/deprivation.ts'

/** Deciles of the postcodes of one sector. */
export interface ReadSector {
  sector: string
  deciles: Record<string, number>
}

/** What a table says: its sectors, how many postcodes were read, and of which lines nothing was. */
export interface ReadDeprivation {
  sectors: ReadSector[]
  postcodes: number
  /** Numbers of lines whose postcode or decile could not be read, the first of them; and how many there are. */
  unread: { lines: number[]; count: number }
}

/** Why a table is not read; each has its sentence. */
export const deprivationTroubles = ['noColumns', 'nothingRead', 'contradicts', 'tooLong'] as const
export type DeprivationTrouble = (typeof deprivationTroubles)[number]

const mostTold = 5
/** Lines among which the headings are looked for. */
const headLines = 20
/** More postcodes than a district has; and of a longer workbook the reader of files leaves out the end. */
const mostLines = 20_000

/**
 * Reads a table of postcodes with their decile, as the government's look-up gives it ("Postcode", "Index of Multiple Deprivation Decile") or
 * as somebody has made it with the same headings. @param csv the headings are among its first twenty lines
 */
export function readDeprivation(csv: string): ReadDeprivation | DeprivationTrouble {
  const rows = rowsIn(csv.replace(/^\uFEFF/, ''))
  const heading = headingIn(rows)
  const columns = columnsIn(rows[heading] ?? [])
  if (!columns) return 'noColumns'
  if (rows.length > mostLines) return 'tooLong'
  const sectors = new Map<string, Record<string, number>>()
  const unread: number[] = []
  let postcodes = 0
  for (const [nth, row] of rows.entries()) {
    if (nth <= heading || row.every((cell) => !cell.trim())) continue
    const [at, decile] = [sectorOf(row[columns.postcode] ?? ''), decileIn(row[columns.decile] ?? '')]
    if (!at || decile === null) {
      unread.push(nth + 1)
      continue
    }
    const known = sectors.get(at.sector) ?? {}
    if (known[at.unit] !== undefined && known[at.unit] !== decile) return 'contradicts'
    if (known[at.unit] === undefined) postcodes++
    sectors.set(at.sector, { ...known, [at.unit]: decile })
  }
  if (postcodes === 0) return 'nothingRead'
  const all = [...sectors].map(([sector, deciles]) => ({ sector, deciles }))
  return {
    sectors: all.sort((a, b) => (a.sector < b.sector ? -1 : 1)),
    postcodes,
    unread: { lines: unread.slice(0, mostTold), count: unread.length },
  }
}

const headingIn = (rows: readonly (readonly string[])[]) => rows.slice(0, headLines).findIndex((row) => columnsIn(row) !== null)

/** By the sign with which the headings are found: a title above them says nothing of it. */
function rowsIn(csv: string): string[][] {
  const sign = [',', ';', '\t'].find((one) => headingIn(Papa.parse<string[]>(csv, { delimiter: one, preview: headLines }).data) >= 0)
  return Papa.parse<string[]>(csv, { delimiter: sign ?? ',' }).data
}

/** Of several deciles in a table that of the whole index: income, health and the others have theirs beside it. */
function columnsIn(row: readonly string[]): { postcode: number; decile: number } | null {
  const names = row.map((name) => name.trim().toLowerCase())
  const postcode = names.findIndex((name) => ['postcode', 'pcd', 'pcds', 'pcd7', 'pcd8'].includes(name))
  const whole = names.findIndex((name) => /^(index of multiple deprivation|imd).*decile/.test(name))
  const decile = whole >= 0 ? whole : names.indexOf('decile')
  return postcode < 0 || decile < 0 ? null : { postcode, decile }
}

function decileIn(cell: string): number | null {
  const number = Number(cell.trim() || 'none')
  return Number.isInteger(number) && number >= 1 && number <= 10 ? number : null
}
