import type { Page } from '@playwright/test'
import { expect, test, type Laptop } from './fixtures.ts'
import { choose, press, write } from './steps/byKeyboard.ts'
import { today } from './steps/groups.ts'
import { members, spreadsheet } from './steps/names.ts'
import { here, search, signIn, tile } from './steps/register.ts'
import { tabTo } from './steps/tabs.ts'
import { passphrase, status } from './steps/team.ts'

const place = (page: Page, name: string) => page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name })

test('line 2 of the first walk by keyboard alone: join, import, sign in, undo, newcomer, counts, close, send', async ({ surgery, openLaptop }) => {
  test.setTimeout(240_000)
  const laptop = await openLaptop('Blue laptop')
  const { page } = laptop
  await page.mouse.move(0, 0)
  await joinByKeyboard(laptop, surgery.firstCode)
  await addGroupByKeyboard(page)
  await importByKeyboard(page)
  await laptop.network(false)
  await press(place(page, 'Today'))
  await press(page.getByRole('button', { name: /(Open register|Carry on)(, Enter)?: Walk and Talk/ }))
  await expect(search(page)).toBeFocused()
  for (const one of members.slice(0, 12)) await signIn(page, `${one.given.slice(0, 3)} ${one.family.slice(0, 2)}`, one.name)
  await page.keyboard.press('Control+z')
  await expect(here(page).getByText(members[11]!.name)).toBeHidden()
  await press(page.getByRole('button', { name: `Undo: ${members[4]!.name} signed in` }))
  await expect(here(page).getByText(members[4]!.name)).toBeHidden()
  await tile(page, 'here', 10)
  await newcomerByKeyboard(page)
  for (const moment of ['counted out', 'counted half-way']) await countByKeyboard(page, '11', moment)
  await page.keyboard.press('F9')
  await page.keyboard.type('10')
  await press(page.getByRole('button', { name: 'Save this count' }))
  await page.getByRole('dialog', { name: 'One fewer than are signed in.' }).waitFor()
  await page.keyboard.press('0')
  await tile(page, 'counted back', '10 of 11')
  await closeByKeyboard(page)
  await laptop.network(true)
  await press(place(page, 'At the surgery'))
  await page.keyboard.press('Control+Enter')
  await status(page, 'Everything is at the surgery', 40_000)
})

async function joinByKeyboard(laptop: Laptop, code: string): Promise<void> {
  const { page } = laptop
  await write(page.getByLabel('Address of the team’s server'), laptop.server)
  await write(page.getByLabel('Code for this laptop'), code)
  await write(page.getByLabel('Name of this laptop'), 'Blue laptop')
  await write(page.getByLabel('New passphrase'), passphrase)
  await write(page.getByLabel('The same again'), passphrase)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation', { name: 'Places' })).toBeVisible({ timeout: 30_000 })
}

async function addGroupByKeyboard(page: Page): Promise<void> {
  await press(place(page, 'Groups'))
  await page.getByRole('button', { name: 'Add a group' }).first().waitFor() // nothing is added while the team is fetched
  await page.keyboard.press('Control+n')
  const form = page.getByRole('dialog', { name: 'A new group' })
  await write(form.getByLabel('Name'), 'Walk and Talk')
  if ((await form.getByLabel('Day').count()) === 0) await press(form.getByRole('button', { name: 'Add a time' }))
  await choose(form.getByLabel('Day'), today())
  await write(form.getByLabel('From'), '00:00')
  await write(form.getByLabel('Until'), '23:59')
  await press(form.getByRole('button', { name: 'Add a place' }))
  const venue = page.getByRole('dialog', { name: 'A new place' })
  await write(venue.getByLabel('Name'), 'Riversley Park')
  await page.keyboard.press('Enter')
  await expect(venue).toBeHidden()
  await press(form.getByRole('button', { name: 'Continue' }))
  await expect(page.getByRole('dialog', { name: 'Check your answers' })).toContainText('Riversley Park')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Walk and Talk' })).toBeVisible()
}

async function importByKeyboard(page: Page): Promise<void> {
  await press(page.getByRole('button', { name: 'Import members' }).first())
  const dialog = page.waitForEvent('filechooser')
  await press(page.locator('input[type=file]'), 'Space')
  await (await dialog).setFiles({ name: 'members.csv', mimeType: 'text/csv', buffer: Buffer.from(spreadsheet(members)) })
  await press(page.getByRole('button', { name: 'Import 120 people' }))
  await expect(page.getByText('120 new people, 120 joined the group.')).toBeVisible()
}

async function newcomerByKeyboard(page: Page): Promise<void> {
  await tabTo(search(page))
  await page.keyboard.type('bogna')
  await page.keyboard.press('Control+n')
  await expect(page.getByLabel('First name')).toHaveValue('Bogna')
  await write(page.getByLabel('Family name'), 'Ząbek')
  await page.keyboard.press('Enter')
  await expect(here(page).getByText('Bogna Ząbek')).toBeVisible()
  if (await page.getByRole('dialog').isVisible()) await page.keyboard.press('Escape')
  await tile(page, 'here', 11)
}

async function countByKeyboard(page: Page, number: string, moment: string): Promise<void> {
  await page.keyboard.press('F9')
  await expect(page.getByRole('textbox', { name: 'People counted' })).toBeFocused()
  await page.keyboard.type(number)
  await page.keyboard.press('Enter')
  await tile(page, moment, `${number} of ${number}`)
}

async function closeByKeyboard(page: Page): Promise<void> {
  await page.keyboard.press('Alt+s')
  await write(page.getByLabel('Why do the counts not agree?'), 'Dilys went home')
  await press(page.getByRole('button', { name: 'Close the register' }))
  await expect(page.getByText('The register is closed.').first()).toBeVisible()
}
