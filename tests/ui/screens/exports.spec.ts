import { readFileSync } from 'node:fs'
import { read } from '@e965/xlsx'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { written } from './written.ts'

const why = 'For the board on Monday'
const save = async (page: Page, name: string) => {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()])
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

test('a report is saved as a workbook once it is said why; the line in the log is there, and its number in the file', async ({ open }) => {
  const page = await open('place=report/withoutContact')
  await page.getByRole('button', { name: 'Save as a workbook (Excel)' }).click()
  await expect(page.getByText('Write why you need the file.', { exact: false })).toBeVisible()
  expect(await written(page, 'logExport')).toEqual([])
  await page.getByLabel('Why do you need this as a file?').fill(why)
  const file = await save(page, 'Save as a workbook (Excel)')
  const [line] = await written(page, 'logExport')
  const rows = await page.getByRole('table').getByRole('row').count()
  expect(line?.fields).toMatchObject({ report: 'withoutContact', why, format: 'xlsx', rows: rows - 1 })
  const number = String(line?.row).slice(-8)
  expect(file.name).toBe(`withoutContact-2026-10-22-${number}.xlsx`)
  const book = read(file.bytes, { cellFormula: true })
  expect(book.SheetNames).toEqual(['Figures', 'About'])
  const about = Object.values(book.Sheets['About'] ?? {}).map((cell) => (cell as { v?: unknown }).v)
  expect(about).toEqual(expect.arrayContaining(['Nobody to call', 'Priya Nair', why, number, 'All groups']))
  await expect(page.getByLabel('Why do you need this as a file?')).toHaveValue('') // asked again for the next one
})

test('the CSV stays a plain table: headings first, the number in its name', async ({ open }) => {
  const page = await open('place=report/withoutContact')
  await page.getByLabel('Why do you need this as a file?').fill(why)
  const file = await save(page, 'Save as a spreadsheet (CSV)')
  expect(file.name).toMatch(/^withoutContact-2026-10-22-[0-9a-f]{8}\.csv$/)
  expect(file.bytes.toString('utf8')).toMatch(/^\ufeffName,Groups,Practice,Phone\r\n/)
  await page.getByRole('button', { name: 'Back' }).click()
})

test('a lead reads who saved what and why', async ({ open }) => {
  const page = await open('place=team')
  await page.getByRole('button', { name: 'Reports saved as files' }).click()
  const log = page.getByRole('list', { name: 'Reports saved as files' })
  await expect(log.getByRole('listitem')).toHaveCount(3)
  await expect(log).toContainText('Attendance of a group: Walk and Talk, 13 July 2026 to 12 October 2026')
  await expect(log.getByRole('listitem').nth(1)).toContainText('not saved')
})

test('who is no lead finds no way to the log', async ({ open }) => {
  const page = await open('place=team&role=linkWorker')
  await expect(page.getByRole('button', { name: 'Nobody to call' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Reports saved as files' })).toHaveCount(0)
})
