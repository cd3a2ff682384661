import { utils, write, type WorkBook } from '@e965/xlsx'
import { expect, it } from 'vitest'
import { readListFile } from '../../../src/renderer/data/listFile.ts'

/** Workbooks as Excel and LibreOffice write them, made by the library that reads them and looked at as lists. */
function workbook(rows: unknown[][], change: (book: WorkBook) => void = () => {}, type: 'xlsx' | 'ods' | 'biff8' = 'xlsx'): Uint8Array {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'Members')
  change(book)
  return new Uint8Array(write(book, { bookType: type, type: 'array' }) as ArrayBuffer)
}

async function textOf(bytes: Uint8Array, sheet = 0): Promise<string | undefined> {
  const read = await readListFile(bytes)
  return read.ok ? read.value[sheet]?.csv.replaceAll('\r\n', '\n') : read.reason
}

const day = (days: number) => ({ t: 'n', v: days, z: 'dd/mm/yyyy' })

it.each(['xlsx', 'ods', 'biff8'] as const)('%s: dates are days, whatever the machine writes; numbers have all their digits', async (type) => {
  const bytes = workbook(
    [
      ['Name', 'Born', 'Mobile'],
      ['Hilda Marsh', day(18628), 7700900311],
      ['Trevor Bunce', '03/04/1948', '07700 900312'],
    ],
    undefined,
    type,
  )
  expect(await textOf(bytes)).toBe('Name,Born,Mobile\nHilda Marsh,1950-12-31,7700900311\nTrevor Bunce,03/04/1948,07700 900312')
})

it('a workbook of an older Mac counts its days from 1904', async () => {
  const bytes = workbook(
    [
      ['Name', 'Born'],
      ['Hilda Marsh', day(18628 - 1462)],
    ],
    (book) => {
      book.Workbook = { WBProps: { date1904: true } }
    },
  )
  expect(await textOf(bytes)).toBe('Name,Born\nHilda Marsh,1950-12-31')
})

it('noughts that a format puts before a number stay', async () => {
  expect(
    await textOf(
      workbook([
        ['Name', 'Mobile'],
        ['Hilda', { t: 'n', v: 7700900311, z: '00000000000' }],
      ]),
    ),
  ).toBe('Name,Mobile\nHilda,07700900311')
})

it('several sheets are offered by name; hidden and empty ones are not', async () => {
  const bytes = workbook([['Name'], ['Hilda']], (book) => {
    utils.book_append_sheet(book, utils.aoa_to_sheet([['Name'], ['Trevor']]), 'Leavers')
    utils.book_append_sheet(book, utils.aoa_to_sheet([[]]), 'Empty')
    utils.book_append_sheet(book, utils.aoa_to_sheet([['Name'], ['Nobody']]), 'Lists')
    book.Workbook = { Sheets: book.SheetNames.map((name) => ({ name, Hidden: name === 'Lists' ? 1 : 0 })) }
  })
  const read = await readListFile(bytes)
  expect(read.ok && read.value.map((one) => one.name)).toEqual(['Members', 'Leavers'])
})

it('lines are numbered from the top of the sheet, blank ones too, and a cell keeps its line breaks', async () => {
  expect(await textOf(workbook([[], ['Name', 'Notes'], [], ['Hilda', 'one\ntwo']]))).toBe(',\nName,Notes\n,\nHilda,"one\ntwo"')
})

it('a sheet with nothing in it is told apart from a file that nobody can read', async () => {
  expect(await textOf(workbook([[]]))).toBe('fileEmpty')
})
