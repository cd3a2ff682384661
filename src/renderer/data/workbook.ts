import type { CellObject, WorkSheet } from '@e965/xlsx'
import type { SheetCell, SheetOut } from '../../shared/reports/sheets.ts'

/** A workbook (.xlsx) by SheetJS, which also reads them. Every cell is typed: none is a formula, and none is made into a date or number. */
export async function workbookOf(sheets: readonly SheetOut[]): Promise<Uint8Array> {
  const { utils, write } = await import('@e965/xlsx')
  const book = utils.book_new()
  for (const { name, rows } of sheets) {
    const cells: WorkSheet = {}
    rows.forEach((row, r) => row.forEach((cell, c) => (cells[utils.encode_cell({ r, c })] = cellObject(cell))))
    const widest = Math.max(1, ...rows.map((row) => row.length))
    cells['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: Math.max(0, rows.length - 1), c: widest - 1 } })
    utils.book_append_sheet(book, cells, name)
  }
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer)
}

function cellObject(cell: SheetCell): CellObject {
  if (cell.kind === 'text') return { t: 's', v: cell.text }
  return cell.kind === 'number' ? { t: 'n', v: cell.value } : { t: 'n', v: cell.day, z: 'yyyy-mm-dd' }
}
