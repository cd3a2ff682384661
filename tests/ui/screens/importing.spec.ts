import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { walk } from '../../world/ids.ts'
import { expect, test } from './fixtures.ts'

/** Lists that teams really have (cases/files.md), chosen in the window and read by the shipped reader. */
const file = (name: string) => fileURLToPath(new URL(`../../lists/${name}`, import.meta.url))
const place = `place=import/${walk}`
const read = 500 // longer than the hand rests

async function choose(page: Page, name: string, more: { button?: string } = {}): Promise<void> {
  await page.getByLabel(more.button ?? 'Choose a file').setInputFiles(file(name))
  await expect(page.getByText(name)).toBeVisible()
  await page.clock.runFor(read)
}
const table = (page: Page) => page.getByRole('table', { name: 'The list' })

test('[04] a workbook is chosen as it is, and shown as it was read', async ({ open }) => {
  const page = await open(place)
  await choose(page, '04-workbook.xlsx')
  await expect(table(page).getByRole('row', { name: /Hilda Marsh 07700 900 311/ })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Import 2 people' })).toBeVisible()
})

test('[28] the text of a file is not typed into: all 320 people are imported', async ({ open }) => {
  const page = await open(place)
  await choose(page, '28-long-list.csv')
  await expect(page.getByRole('textbox')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Import 320 people' })).toBeVisible()
  await expect(page.getByText('Showing the first 50 of 320.')).toBeVisible()
  await page.getByRole('button', { name: 'Remove this list' }).click()
  await expect(page.getByRole('textbox', { name: 'Or paste the list' })).toHaveValue('')
})

test('[06] the order of dates is asked once, and the doubtful wait for the answer', async ({ open }) => {
  const page = await open(place)
  await choose(page, '06-us-dates.csv')
  await expect(page.getByRole('button', { name: 'Import 2 people' })).toBeVisible()
  const asked = page.getByRole('group', { name: 'Is 3/4/1950 the 3 April or the 4 March?' })
  await expect(asked).toContainText('12/31/1950')
  await asked.getByRole('radio', { name: '4 March: the month comes first' }).check()
  await page.clock.runFor(read)
  await expect(page.getByRole('button', { name: 'Import 4 people' })).toBeVisible()
  await expect(table(page).getByRole('row', { name: /Trevor Bunce 4 March 1948/ })).toBeVisible()
})

test('[05b] a quotation mark that is never closed names its line, and there is nothing to press', async ({ open }) => {
  const page = await open(place)
  await page.getByLabel('Or paste the list').fill('Name,Phone\nAda Byron,07700 900 321\n"Bea Cole,07700 900 322\nCyril Dane,07700 900 323')
  await page.clock.runFor(read)
  await expect(page.getByRole('alert')).toContainText('A quotation mark on line 3 is never closed')
  await expect(page.getByRole('button', { name: /^Import/ })).toHaveCount(0)
})

test('[11] lost letters are said, with what to do', async ({ open }) => {
  const page = await open(place)
  await choose(page, '11-question-marks.csv')
  await expect(page.getByText('Choose the spreadsheet itself, or save it as “CSV UTF-8”')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Import \d/ })).toHaveCount(0)
})

test('columns that nobody reads are named, and whoever may be the same is added only when ticked', async ({ open }) => {
  const page = await open(place)
  await page.getByLabel('Or paste the list').fill('Name,Shoe size\nAda Byron,7\nAda Byron,')
  await page.clock.runFor(read)
  await expect(page.getByText('Not imported: this column')).toBeVisible()
  await expect(page.getByText('Shoe size. If one of them matters')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Import 1 person' })).toBeVisible()
  await page.getByRole('checkbox', { name: 'Add Ada Byron, line 3, as another person' }).check()
  await page.clock.runFor(read)
  await expect(page.getByRole('button', { name: 'Import 2 people' })).toBeVisible()
})

test('a file that is no list is told apart from one with nothing in it, and the list before it stays', async ({ open }) => {
  const page = await open(place)
  await choose(page, '04-workbook.xlsx')
  const put = (name: string, bytes: Buffer) => page.getByLabel('Choose another file').setInputFiles({ name, mimeType: '', buffer: bytes })
  await put('photo.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 1]))
  await expect(page.getByRole('alert')).toContainText('Gather cannot read this file.')
  await put('empty.csv', Buffer.from(' \r\n'))
  await expect(page.getByRole('alert')).toContainText('There is nothing in this file.')
  await expect(page.getByText('04-workbook.xlsx')).toBeVisible()
})

test('of a list of three, three are shown and nothing is said of the first so many', async ({ open }) => {
  const page = await open(place)
  await page.getByLabel('Or paste the list').fill('Name\nAda Byron\nBea Cole\nCyril Dane')
  await page.clock.runFor(read)
  await expect(table(page).getByRole('row')).toHaveCount(4)
  await expect(page.getByText(/first 3 of 3/)).toHaveCount(0)
})
