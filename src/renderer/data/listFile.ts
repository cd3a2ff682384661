import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx'
import Papa from 'papaparse'
import type { FileTrouble, ListSheet } from '../workerLink/contract.ts'
import { textOfBytes } from '../../shared/portable/textOfBytes.ts'
import { fail, ok, type Result } from '../../shared/std/result.ts'

/** Larger than any list of people: a picture, a film, or something that was made to fill the memory. */
const mostBytes = 20 * 1024 * 1024
const mostRows = 20_001

/** Reads what was chosen: text in whatever alphabet a spreadsheet writes, or a workbook (.xlsx, .ods, .xls) by SheetJS. */
export async function readListFile(bytes: Uint8Array): Promise<Result<ListSheet[], FileTrouble>> {
  if (bytes.length > mostBytes) return fail('fileTooLarge')
  if (!isWorkbook(bytes)) return readText(bytes)
  const xlsx = await import('@e965/xlsx')
  try {
    const book = xlsx.read(bytes, { type: 'array', cellNF: true, cellText: true, cellHTML: false, cellFormula: false, sheetRows: mostRows })
    const sheets = visibleSheets(book)
      .map((name) => ({ name, csv: textOf(xlsx, book, name) }))
      .filter(({ csv }) => csv.trim() !== '')
    return sheets.length > 0 ? ok(sheets) : fail('fileEmpty')
  } catch (error) {
    return fail(error instanceof Error && /password|encrypt/i.test(error.message) ? 'fileLocked' : 'fileUnreadable')
  }
}

function readText(bytes: Uint8Array): Result<ListSheet[], FileTrouble> {
  const csv = textOfBytes(bytes)
  if (csv.replaceAll('\uFEFF', '').trim() === '') return fail('fileEmpty')
  return [...csv.slice(0, 10_000)].some(isControl) ? fail('fileUnreadable') : ok([{ name: '', csv }])
}

/** A sign that no list has: pictures and programs are full of them. Tab and line ends are not meant. */
function isControl(letter: string): boolean {
  return letter < ' ' && !'\t\n\v\f\r'.includes(letter)
}

/** By the first bytes, whatever the file is called: a zip (.xlsx, .ods), or what Office wrote before it (.xls, and a workbook with a password). */
function isWorkbook(bytes: Uint8Array): boolean {
  const begins = (...those: number[]) => those.every((byte, at) => bytes[at] === byte)
  return begins(0x50, 0x4b, 0x03, 0x04) || begins(0xd0, 0xcf, 0x11, 0xe0)
}

function visibleSheets(book: WorkBook): string[] {
  return book.SheetNames.filter((_name, at) => !book.Workbook?.Sheets?.[at]?.Hidden)
}

type Xlsx = typeof import('@e965/xlsx')

function textOf(xlsx: Xlsx, book: WorkBook, name: string): string {
  const sheet = book.Sheets[name] as WorkSheet | undefined
  if (!sheet?.['!ref']) return ''
  const { e } = xlsx.utils.decode_range(sheet['!ref'])
  const since1904 = book.Workbook?.WBProps?.date1904 === true
  const row = (r: number) =>
    Array.from({ length: e.c + 1 }, (_, c) => cellText(xlsx, sheet[xlsx.utils.encode_cell({ r, c })] as CellObject | undefined, since1904))
  const rows = Array.from({ length: e.r + 1 }, (_, r) => row(r)) // from the first line on, so that lines are numbered as the spreadsheet does
  while (rows.at(-1)?.every((cell) => cell === '')) rows.pop()
  return rows.length > 0 ? Papa.unparse(rows, { delimiter: ',' }) : ''
}

/** A date as "1950-12-31", whatever the machine writes; a number with all its digits, and the noughts that its format puts before it. */
function cellText({ SSF }: Xlsx, cell: CellObject | undefined, since1904: boolean): string {
  if (!cell || cell.t === 'z' || cell.t === 'e') return ''
  if (cell.v instanceof Date) return cell.v.toISOString().slice(0, 10)
  if (typeof cell.v !== 'number') return String(cell.v ?? cell.w ?? '')
  if (typeof cell.z === 'string' && SSF.is_date(cell.z)) return dateText(SSF, cell.v, since1904)
  if (typeof cell.z === 'string' && /^0+(?:[ -]0+)*$/.test(cell.z)) return cell.w ?? String(cell.v)
  return Number.isInteger(cell.v) ? BigInt(cell.v).toString() : String(cell.v)
}

function dateText(SSF: Xlsx['SSF'], days: number, date1904: boolean): string {
  const read = SSF.parse_date_code(days, { date1904 }) as { y: number; m: number; d: number } | null
  if (!read) return String(days)
  return [String(read.y).padStart(4, '0'), ...[read.m, read.d].map((one) => String(one).padStart(2, '0'))].join('-')
}
