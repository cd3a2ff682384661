import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { personId } from '../../world/ids.ts'
import { cameLongAgo } from '../../world/retention.ts'
import { expect, test } from './fixtures.ts'
import { expectWritten, written } from './written.ts'

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()
const dialog = (page: Page) => page.getByRole('dialog')

test('[story 35] a lead reviews who is due: holds, ends the hold, and erases only with a reason and a tick', async ({ open }) => {
  const page = await open('place=team&size=review')
  await press(page, 'Records to review')
  const due = page.getByRole('list', { name: 'People whose record is due' })
  await expect(due).toContainText('Must be kept until 15 March 2026: 8 years from 15 March 2018')
  await due.getByRole('button', { name: `Review: ${cameLongAgo}` }).click()
  await press(page, 'Put on hold')
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await expect(dialog(page)).toContainText('Write why the record is kept.')
  await dialog(page).getByLabel('Why?').fill('A complaint')
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('It cannot be erased now.', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: `End this: ${cameLongAgo}` }).click()
  await dialog(page).getByLabel('Why does it end?').fill('Settled')
  await dialog(page).getByRole('button', { name: 'End this' }).click()
  await press(page, 'Erase the record')
  const erase = dialog(page).getByRole('button', { name: 'Erase the record' })
  await dialog(page).getByRole('radio', { name: 'It has been kept for as long as it must be' }).check()
  await erase.click()
  await expect(dialog(page)).toContainText('Tick that you know it cannot be undone.')
  await dialog(page).getByRole('checkbox').check()
  expect(await written(page, 'erasePerson')).toEqual([])
  await page.keyboard.press('Escape')
  await press(page, 'Erase the record')
  await expect(dialog(page).getByRole('radio', { name: 'It has been kept for as long as it must be' })).toBeChecked()
  await expect(dialog(page).getByRole('checkbox')).not.toBeChecked() // never remembered: each time one must say so
  await dialog(page).getByRole('checkbox').check()
  await erase.click()
  await expectWritten(page, 'erasePerson', 'erasure', [{ personId: personId(cameLongAgo), why: 'timeOver', keptUntil: '2026-03-15' }])
  await expect(page.getByRole('list', { name: 'Erased', exact: true })).toContainText('not at the surgery yet')
})

test('[story 35] corrections are shown, and a person’s own copy is saved and written down', async ({ open }) => {
  const page = await open(`place=person/${personId(cameLongAgo)}&size=review&net=sent`)
  await press(page, 'Record and rights')
  await press(page, 'Show corrections')
  await expect(page.getByRole('list', { name: 'Corrections' })).toContainText('From “01632 960 301” to “01632 960 302”')
  await press(page, 'Make their copy')
  await expect(page.getByRole('article')).toContainText('Likes to walk in front')
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Save as a file for other programs (JSON)')])
  const copy = JSON.parse(readFileSync(await download.path(), 'utf8')) as Record<string, unknown>
  expect(copy).toMatchObject({ Person: [{ 'First name': 'Olwen', Phone: '01632 960 300' }], Note: [{ Text: 'Likes to walk in front' }] })
  expect(download.suggestedFilename()).toBe('own-copy-2026-10-22.json')
  await expectWritten(page, 'logOwnCopy', 'exportLog', [{ report: 'ownCopy', personId: personId(cameLongAgo), format: 'json' }])
})
