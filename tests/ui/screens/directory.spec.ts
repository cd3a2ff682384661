import { chooseFeed, feedFile } from '../gallery/feedFile.ts'
import { knitAndNatter } from '../../world/ids.ts'
import { expect, test } from './fixtures.ts'
import { expectWritten } from './written.ts'

test('what fits is found by need, day, town and cost; Enter opens the first (story 32)', async ({ open }) => {
  const page = await open('place=directory')
  const list = page.getByRole('list', { name: 'Groups and services' })
  await page.getByLabel('Town').selectOption('Bedworth')
  await page.getByLabel('Day', { exact: true }).selectOption('Monday')
  await expect(list.getByRole('listitem')).toHaveCount(1)
  await expect(list).toContainText('Knit and Natter')
  await page.getByRole('button', { name: 'Free', exact: true }).click()
  await expect(page.getByText('Nothing fits this')).toBeVisible()
  await page.getByRole('button', { name: 'Show all' }).click()
  await page.getByLabel('Find a group or service').fill('knit')
  await page.getByLabel('Find a group or service').press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Knit and Natter')
})

test('a check is a call and two keys (story 32)', async ({ open }) => {
  const page = await open('place=directory')
  await page.getByRole('button', { name: /^To check/ }).click()
  await expect(page.getByRole('link', { name: '024 7632 0120' })).toHaveAttribute('href', 'tel:02476320120')
  await page.getByRole('button', { name: 'Still right: Citizens Advice' }).click()
  await page.keyboard.press('Enter')
  await page.clock.runFor(200)
  await expectWritten(page, 'checkService', 'service', [{ checkedOn: '2026-10-22', checkedWith: 'The duty adviser' }])
  await expect(page.getByRole('list', { name: 'To check' })).not.toContainText('Citizens Advice')
})

test('a new entry without a name or with a bad price says so and keeps what is typed', async ({ open }) => {
  const page = await open('place=directory')
  await page.keyboard.press('Control+n')
  await page.getByLabel('Town', { exact: true }).last().fill('Bulkington')
  await page.getByLabel('It costs something').check()
  await page.getByLabel('Pounds for one visit').fill('two pounds')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Type what it is called.').first()).toBeVisible()
  await expect(page.getByText('Type pounds as a number', { exact: false }).first()).toBeVisible()
  await page.getByLabel('Name', { exact: true }).fill('Chess corner')
  await page.getByLabel('Pounds for one visit').fill('2.50')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.clock.runFor(200)
  await expectWritten(page, 'addService', 'service', [{ name: 'Chess corner', town: 'Bulkington', pence: 250, free: false, kind: 'outside' }])
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Chess corner')
})

test('[story 32] temporarily closed until a date, and open again', async ({ open }) => {
  const page = await open(`place=service/${knitAndNatter}`)
  await page.getByRole('button', { name: 'Closed for a while' }).click()
  await page.getByLabel('Until when').fill('2026-11-30')
  await page.getByLabel('Why').fill('Roof')
  await page.getByRole('button', { name: 'Close it for a while' }).click()
  await page.clock.runFor(200)
  await expect(page.getByText('Closed since 22 October 2026 until 30 November 2026. Roof')).toBeVisible()
  await page.getByRole('button', { name: 'It is open again' }).click()
  await page.clock.runFor(200)
  await expect(page.getByText('Closed since', { exact: false })).toHaveCount(0)
})

test('an import shows every difference first and does as shown (story 32)', async ({ open }) => {
  const page = await open('place=feed')
  await chooseFeed(feedFile)(page)
  await page.clock.runFor(500)
  await expect(page.getByText('One new, one changed, none the same, none gone')).toBeVisible()
  await expect(page.getByText('Number 3, Drop-in: its status is none of active', { exact: false })).toBeVisible()
  await expect(page.getByRole('checkbox', { name: /^Take what the list says/ })).toHaveCount(3)
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page.clock.runFor(500)
  await expect(page.getByText('1 added, 1 changed, 0 flagged as gone.')).toBeVisible()
})

test('a file that is no list is said so, and nothing is imported', async ({ open }) => {
  const page = await open('place=feed')
  await chooseFeed('{"contents": [')(page)
  await page.clock.runFor(500)
  await expect(page.getByText('This file is not JSON, or it is cut off.', { exact: false })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Import', exact: true })).toHaveCount(0)
})
