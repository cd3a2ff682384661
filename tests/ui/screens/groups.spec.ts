import type { Page } from '@playwright/test'
import type { OwnThread } from '../gallery/ownThread.ts'
import { walk } from '../../world/ids.ts'
import { idFor } from '../../support/builders.ts'
import { expect, settled, test } from './fixtures.ts'
import { expectWritten, written } from './written.ts'

test('a place says how to find it, and is corrected where it is read', async ({ open }) => {
  const page = await open('place=groups')
  const places = page.getByRole('list', { name: 'Places' })
  await expect(places.getByRole('listitem').filter({ hasText: 'Riversley Park' })).toContainText('bandstand · Nuneaton CV11 5TU · SP 361 918')
  await page.getByRole('button', { name: 'Change the place Riversley Park' }).click()
  const form = page.getByRole('dialog', { name: 'Change Riversley Park' })
  await expect(form.getByLabel('Grid reference')).toHaveValue('SP 361 918')
  await form.getByLabel('Meeting point').fill('')
  await form.getByLabel('Town').fill('Bulkington ')
  await form.getByRole('button', { name: 'Save the place' }).click()
  await page.clock.runFor(100)
  await expect(form).toBeHidden()
  await expectWritten(page, 'editVenue', 'venue', [{ meetingPoint: null, town: 'Bulkington' }])
  expect((await written(page, 'editVenue')).map((one) => one.row)).toEqual([idFor('Riversley Park')])
  await expect(places.getByRole('listitem').filter({ hasText: 'Bulkington CV11 5TU · SP 361 918' })).toBeVisible()
})

test('a place without a name is asked for one, and nothing that was typed is lost', async ({ open }) => {
  const page = await open('place=groups')
  await page.getByRole('button', { name: 'Add a place' }).click()
  const form = page.getByRole('dialog', { name: 'A new place' })
  await form.getByLabel('Town').fill('Bedworth')
  await form.getByRole('button', { name: 'Save the place' }).click()
  await expect(form.getByText('Give the place a name.').first()).toBeVisible()
  await expect(form.getByLabel('Town')).toHaveValue('Bedworth')
  expect(await written(page, 'createVenue')).toEqual([])
})

test('a group gets its place changed or taken away, and its leader', async ({ open }) => {
  const page = await open(`place=group/${walk}`)
  await page.getByRole('button', { name: 'Change the group' }).click()
  const form = page.getByRole('dialog').first()
  await form.getByLabel('Led by').selectOption({ index: 0 })
  await form.getByLabel('Place', { exact: true }).selectOption({ index: 0 })
  await expect(form.getByRole('button', { name: 'Change this place' })).toBeHidden()
  await form.getByRole('button', { name: 'Save the group' }).click()
  await page.clock.runFor(100)
  await expectWritten(page, 'editGroup', 'group', [{ venueId: null, leaderId: null }])
})

test('an import is undone from the group’s page, days later', async ({ open }) => {
  const page = await open(`place=group/${walk}`)
  await expect(page.getByText('3 people from a list, Tue 20 Oct')).toBeVisible()
  await page.getByRole('button', { name: 'Undo this import: Tue 20 Oct' }).click()
  const dialog = page.getByRole('dialog', { name: 'Undo this import?' })
  await expect(dialog).toContainText('Ivy Pemberton')
  await dialog.getByRole('button', { name: 'Undo it' }).click()
  await page.clock.runFor(100)
  await expect(dialog).toBeHidden()
  expect((await written(page, 'undoImport')).length).toBeGreaterThan(0)
})

/** Opens the form of a new group by keyboard. */
async function newGroup(page: Page): Promise<void> {
  await page.keyboard.press('Control+n')
  await page.getByRole('dialog', { name: 'A new group' }).waitFor()
  await page.keyboard.type('Nordic walking')
}

test('a new group has no day until somebody chooses one: a name alone makes no sessions', async ({ open }) => {
  const page = await open('place=groups')
  await newGroup(page)
  await expect(page.getByLabel('Day', { exact: true })).toHaveValue('')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^Choose the day the group meets/ }).press('Enter')
  await expect(page.getByLabel('Day', { exact: true })).toBeFocused()
  expect(await written(page, 'createGroup')).toEqual([])
})

test('a new group is read through before it is saved: day, place, leaders and the first six sessions, by keyboard', async ({ open }) => {
  const page = await open('place=groups')
  await newGroup(page)
  await page.getByLabel('Day', { exact: true }).selectOption('Tuesday')
  await page.getByRole('button', { name: 'Continue' }).press('Enter')
  const check = page.getByRole('dialog', { name: 'Check your answers' })
  for (const said of [
    'Nordic walking',
    'A walk',
    'Tuesdays, 10:30 to 12:00',
    'Not decided yet',
    'Nobody yet',
    'Tuesday 27 October, 10:30',
    'Tuesday 1 December, 10:30',
  ]) {
    await expect(check.getByText(said, { exact: true }).first()).toBeVisible()
  }
  await page.keyboard.press('Enter') // pressed twice by habit
  expect(await written(page, 'createGroup')).toEqual([])
  await check.getByRole('button', { name: 'Change: Led by' }).press('Enter')
  await page.clock.runFor(200)
  await expect(page.getByLabel('Led by')).toBeFocused()
  await page.getByRole('button', { name: 'Continue' }).press('Enter')
  await expect(check).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await page.clock.runFor(100)
  await expectWritten(page, 'createGroup', 'group', [{ name: 'Nordic walking', schedule: [{ rule: 'FREQ=WEEKLY;BYDAY=TU' }] }])
})

test('a new group that was left is kept on disk, and offered again', async ({ open }) => {
  const page = await open('place=groups')
  await newGroup(page)
  await page.keyboard.press('Escape')
  await page.clock.runFor(200)
  await settled(page)
  const kept = await page.evaluate(() => (window as never as { scripted: OwnThread }).scripted.link.worker.drafts([]))
  expect(kept).toMatchObject([{ key: 'newGroup/new', text: expect.stringContaining('Nordic walking') }])
  await page.getByRole('button', { name: 'Go on: a new group, “Nordic walking”' }).click()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Nordic walking')
})
