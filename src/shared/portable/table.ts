import Papa from 'papaparse'
import { score } from './headings.ts'

/** A line of a list, numbered as a spreadsheet numbers it: blank ones count. */
export interface ListLine {
  line: number
  cells: string[]
}

/** Why a list cannot be read at all, told apart from a list with nothing in it. */
export type TableFault = { what: 'quoteOpen'; line: number }

/** A list as a table. */
export interface ListTable {
  headers: string[]
  /** Where the headings stand; 0 in a list of nothing. */
  headLine: number
  rows: ListLine[]
  fault: TableFault | null
}

/** Signs that spreadsheets put between cells. */
const marks = [',', ';', '\t', '|']
/** Lines among which the headings are looked for: titles, dates and leaders stand above them in lists that were made to be printed. */
const headLines = 10

/** Reads the text of a list: finds its sign, its headings and its lines. */
export function readTable(csv: string): ListTable {
  const { text, sign } = withoutSign(csv.replace(/^\uFEFF/, ''))
  const { rows, fault } = linesOf(text, sign ?? signOf(text))
  const lines = sign === null ? rows : rows.map((one) => ({ ...one, line: one.line + 1 }))
  const at = headAt(lines)
  const head = lines[at]
  if (!head) return { headers: [], headLine: 0, rows: [], fault: fault && { ...fault, line: fault.line + (sign === null ? 0 : 1) } }
  const headers = underGroups(lines[at - 1], head).map((cell) => cell.trim())
  return { headers, headLine: head.line, rows: lines.slice(at + 1), fault }
}

/** Excel's own first line, "sep=;", says which sign stands between the cells and is no heading. */
function withoutSign(text: string): { text: string; sign: string | null } {
  const said = /^"?sep=(.)"?[ \t]*(?:\r\n|\r|\n|$)/i.exec(text)
  return said ? { text: text.slice(said[0].length), sign: said[1] ?? null } : { text, sign: null }
}

/** The sign with which the first lines hold the most headings we know; guessing by the whole file takes "Inhaler; Knee" for two columns. */
function signOf(text: string): string {
  const start = text.slice(0, 20_000)
  const held = marks.map((mark) => ({ mark, held: Math.max(0, ...parse(start, mark, headLines).data.map(score)) }))
  const most = Math.max(...held.map((one) => one.held))
  const best = held.filter((one) => one.held === most).map((one) => one.mark)
  const first = (/^.*[^\s,;|].*$/m.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '')
  return best.sort((a, b) => first.split(b).length - first.split(a).length)[0] ?? ','
}

function parse(text: string, mark: string, preview = 0): Papa.ParseResult<string[]> {
  return Papa.parse<string[]>(text, { delimiter: mark, preview })
}

/** The lines that hold something. A quotation mark within a cell is one; one that is never closed would join the people behind it. */
function linesOf(text: string, mark: string): { rows: ListLine[]; fault: TableFault | null } {
  const asItCame = parse(text, mark)
  const doubtful = asItCame.errors.some((one) => one.type === 'Quotes')
  const read = doubtful ? parse(quotedWords(text, mark), mark) : asItCame
  const open = read.errors.find((one) => one.type === 'Quotes')
  const numbered = read.data.map((cells, at) => ({ cells, line: at + 1 }))
  const swallowed =
    open || !doubtful ? undefined : numbered.find(({ cells }) => cells.some((cell) => holdsLines(cell, mark, numbered[0]?.cells.length ?? 0)))
  const line = open ? (open.row ?? 0) + 1 : swallowed?.line
  const rows = numbered.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  return line === undefined ? { rows, fault: null } : { rows: rows.slice(0, headLines), fault: { what: 'quoteOpen', line } }
}

/** A cell that begins with words in quotation marks and goes on, `"Peggy" Margaret`: the marks are part of the name. */
function quotedWords(text: string, mark: string): string {
  const sign = mark === '\t' ? '\\t' : `\\${mark}`
  const cell = new RegExp(`(^|${sign})"([^"\\r\\n]*)"(?=[^"${sign}\\r\\n])([^${sign}\\r\\n]*)`, 'gm')
  return text.replace(cell, (_all, before: string, inner: string, rest: string) => `${before}"""${inner}""${rest.replaceAll('"', '""')}"`)
}

/** Whether a cell holds lines with as many cells as the list has: a mark that was not closed has taken them in. */
function holdsLines(cell: string, mark: string, cells: number): boolean {
  const [, ...more] = cell.split(/\r\n|\r|\n/)
  return cells > 1 && more.some((line) => line.split(mark).length >= cells)
}

/** The line with the most headings we know among the first; the first that holds something where none has any. */
function headAt(lines: readonly ListLine[]): number {
  const scores = lines.slice(0, headLines).map(({ cells }) => score(cells))
  return Math.max(0, scores.indexOf(Math.max(0, ...scores)))
}

const aboutContact = /emergency|next of kin|\bnok\b|\bice\b|contact/i

/** Headings under a merged one: "Name" below "Emergency contact" is the contact's name. */
function underGroups(above: ListLine | undefined, head: ListLine): string[] {
  if (!above || above.line !== head.line - 1 || score(above.cells) === 0) return head.cells
  let group = ''
  return head.cells.map((heading, at) => {
    group = above.cells[at]?.trim() || group
    return aboutContact.test(group) && heading.trim() ? `${group} ${heading.trim()}` : heading
  })
}
