import * as xlsx from '@e965/xlsx'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { workbookOf } from '../../../src/renderer/data/workbook.ts'
import { csvOf } from '../../../src/shared/reports/csv.ts'
import type { CellValue, ReportTable } from '../../../src/shared/reports/defineReport.ts'
import { sheetsOf } from '../../../src/shared/reports/sheets.ts'

const columns: ReportTable['columns'] = [
  { id: 'date', kind: 'date' },
  { id: 'name', kind: 'text' },
  { id: 'came', kind: 'number' },
]
const headings = ['Session', 'Name', 'Came']
const names = { figures: 'Figures', about: 'About' }
const tableOf = (rows: CellValue[][]): ReportTable => ({ columns, withheld: [], rows })
const bytesOf = (rows: CellValue[][], about: [string, string][] = [['Why', '=HYPERLINK("x")']]) =>
  workbookOf(sheetsOf(tableOf(rows), headings, names, about))
const opened = async (rows: CellValue[][], about?: [string, string][]) =>
  xlsx.read(await bytesOf(rows, about), { type: 'array', cellFormula: true, cellNF: true })
const cells = (book: xlsx.WorkBook) =>
  book.SheetNames.flatMap((name) => Object.entries(book.Sheets[name]!).flatMap(([at, cell]) => (at.startsWith('!') ? [] : [cell as xlsx.CellObject])))

describe('a report as a workbook', () => {
  test('opened again each cell is what it was: a day, a text, a number, and nothing where nothing is known', async () => {
    const book = await opened([
      ['2026-10-22', 'Jean Oakes', 12],
      ['2026-03-29', '01632 960001', 0],
      [null, '1/2', null],
    ])
    expect(book.SheetNames).toEqual(['Figures', 'About'])
    const sheet = book.Sheets['Figures']!
    expect(xlsx.utils.sheet_to_json(sheet, { header: 1, raw: false })).toEqual([
      headings,
      ['2026-10-22', 'Jean Oakes', '12'],
      ['2026-03-29', '01632 960001', '0'],
      ['', '1/2', ''],
    ])
    expect([sheet['A2'], sheet['B3'], sheet['B4'], sheet['C2']].map((cell: xlsx.CellObject) => cell.t)).toEqual(['n', 's', 's', 'n'])
  })

  test('a text that begins as a formula does stays that text', async () => {
    const typed = ['=1+1', '+44 1632', '-2', '@SUM(A1)', '\t=1', '=cmd|x!A0']
    const book = await opened(typed.map((text) => [null, text, null]))
    const found = typed.map((_, nth) => book.Sheets['Figures']![`B${nth + 2}`] as xlsx.CellObject)
    expect(found.map(({ t, v, f }) => [t, v, f])).toEqual(typed.map((text) => ['s', text, undefined]))
    expect((book.Sheets['About']!['B1'] as xlsx.CellObject).f).toBeUndefined()
  })

  test('the file itself has no formula in it, as any reader sees it', async () => {
    const files = xlsx.CFB.read(await bytesOf([[null, '=1+1', 3]]), { type: 'array' }) as {
      FullPaths: string[]
      FileIndex: { content: Uint8Array }[]
    }
    const texts = files.FullPaths.flatMap((path, nth) => (path.endsWith('.xml') ? [Buffer.from(files.FileIndex[nth]!.content).toString()] : []))
    expect(texts.some((text) => text.includes('=1+1'))).toBe(true)
    expect(texts.filter((text) => /<f[ >]/.test(text))).toEqual([])
  })

  test('no cell of any export is a formula, whatever was typed', async () => {
    const begins = fc.constantFrom('', '=', '+', '-', '@', '\t', '\r', ' =', '＝')
    const text = fc.tuple(begins, fc.string({ maxLength: 40 })).map((parts) => parts.join(''))
    const row = fc.tuple(fc.option(text), fc.option(text), fc.oneof(fc.integer(), fc.double(), fc.constant(null)))
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 8 }), text, async (rows, why) => {
        const book = await opened(rows, [['Why', why]])
        expect(cells(book).filter((cell) => cell.f !== undefined || !['s', 'n', 'z'].includes(cell.t))).toEqual([])
        const lines = csvOf(tableOf(rows), headings).split('\r\n').slice(1)
        expect(lines.filter((line) => /^"?[=+\-@\t\r]/.test(line))).toEqual([])
      }),
      { numRuns: 80, seed: 12 },
    )
  })

  test('a text longer than a cell holds is cut and says so, and the file can be opened', async () => {
    const book = await opened([[null, 'a'.repeat(40_000), null]])
    const { v } = book.Sheets['Figures']!['B2'] as xlsx.CellObject
    expect(String(v)).toMatch(/^a{32000}…$/)
  })
})
