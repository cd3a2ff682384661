import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { addGroup, importMembers, today } from './steps/groups.ts'
import { members, spreadsheet } from './steps/names.ts'
import { here, openRegister, search, signIn, ticked, tile } from './steps/register.ts'
import { codeFor, goTo, join, status } from './steps/team.ts'

test('the first walk: two laptops, no network, and the same register on both in the end', async ({ surgery, openLaptop }) => {
  test.setTimeout(300_000)
  const first = await openLaptop('Blue laptop')
  await join(first, surgery.firstCode, 'Blue laptop')
  const code = await codeFor(first.page, 'Tom Ashby', 'Link worker')

  await addGroup(first.page, { name: 'Walk and Talk', place: 'Riversley Park', day: today(), counts: true })
  await importMembers(first.page, spreadsheet(members))
  await expect(first.page.getByRole('list', { name: 'What would happen' })).toContainText('120new')
  await expect(first.page.getByRole('table', { name: 'Not imported' })).toContainText('122') // the line, as a spreadsheet counts
  await first.page.getByRole('button', { name: 'Import 120 people' }).click()
  await expect(first.page.getByText('120 new people, 120 joined the group.')).toBeVisible()
  await addGroup(first.page, { name: 'Pain Café', place: 'Café on the Square', day: 'Friday', counts: false })
  await status(first.page, 'Everything is at the surgery')

  const second = await openLaptop('Green laptop')
  await join(second, code, 'Green laptop')
  await goTo(second.page, 'People')
  await expect(second.page.getByText('120 people on this laptop')).toBeVisible()

  await first.network(false)
  await second.network(false)
  for (const laptop of [first, second]) await openRegister(laptop.page, 'Walk and Talk')
  await test.step('forty people, two letters and Enter where two are enough', async () => {
    for (const one of members.slice(0, 40)) await signIn(first.page, `${one.given.slice(0, 3)} ${one.family.slice(0, 2)}`, one.name)
    await tile(first.page, 'here', 40)
  })
  await test.step('two undone, one by key', async () => {
    await first.page.getByRole('button', { name: `Undo: ${members[5]!.name} signed in` }).click()
    await expect(here(first.page).getByText(members[5]!.name)).toBeHidden()
    await first.page.keyboard.press('Control+z')
    await expect(here(first.page).getByText(members[5]!.name)).toBeVisible()
    for (const at of [5, 9]) {
      await first.page.getByRole('button', { name: `Undo: ${members[at]!.name} signed in` }).click()
      await expect(first.page.getByRole('button', { name: `Undo: ${members[at]!.name} signed in` })).toBeHidden()
    }
    await tile(first.page, 'here', 38)
  })
  await test.step('one newcomer, without leaving', async () => {
    await search(first.page).focus()
    await first.page.keyboard.type('bogna')
    await first.page.keyboard.press('Control+n')
    await expect(first.page.getByLabel('First name')).toHaveValue('Bogna')
    await first.page.getByLabel('Family name').fill('Ząbek')
    await first.page.keyboard.press('Enter')
    await expect(here(first.page).getByText('Bogna Ząbek')).toBeVisible()
    const later = first.page.getByRole('button', { name: 'Later' })
    if (await later.isVisible()) await later.click()
    await tile(first.page, 'here', 39)
  })
  await test.step('both sign in the same person, and one takes it back', async () => {
    const same = members[50]!
    await signIn(first.page, `${same.given.slice(0, 3)} ${same.family.slice(0, 2)}`, same.name)
    await signIn(second.page, `${same.given.slice(0, 3)} ${same.family.slice(0, 2)}`, same.name)
    await second.page.getByRole('button', { name: `Undo: ${same.name} signed in` }).click()
    await signIn(second.page, 'Noo Dr', 'Noor Draycott')
  })
  await test.step('heads out and back, one fewer, and who it is', async () => {
    await countHeads(first.page, '40')
    await tile(first.page, 'counted out', '40 of 40')
    await countHeads(first.page, '40')
    await tile(first.page, 'counted half-way', '40 of 40')
    await first.page.keyboard.press('F9')
    await first.page.getByRole('button', { name: 'Tick all', exact: true }).click()
    await first.page.getByRole('checkbox', { name: members[3]!.name }).click()
    await expect(first.page.getByText('One fewer than are signed in.')).toBeVisible()
    await expect(first.page.getByText(`Not ticked: ${members[3]!.name}.`)).toBeVisible()
    await first.page.getByRole('button', { name: 'Save this count' }).click()
    await tile(first.page, 'counted back', '39 of 40')
  })
  await test.step('a register that does not agree closes with a reason', async () => {
    await first.page.getByRole('button', { name: 'Close session' }).click()
    await first.page.getByRole('button', { name: 'Close the register' }).click()
    await expect(first.page.getByText('Say why the counts do not agree.').first()).toBeVisible()
    await first.page.getByLabel('Why do the counts not agree?').fill('Dilys went home from the bandstand')
    await first.page.getByRole('button', { name: 'Close the register' }).click()
    await expect(first.page.getByText('The register is closed.').first()).toBeVisible()
  })

  await first.network(true)
  await second.network(true)
  for (const laptop of [first, second, first, second]) {
    await goTo(laptop.page, 'At the surgery')
    await laptop.page.getByRole('button', { name: 'Send now' }).click()
    await status(laptop.page, 'Everything is at the surgery', 40_000)
  }
  for (const laptop of [first, second]) await openRegister(laptop.page, 'Walk and Talk')
  await tile(first.page, 'here', 41)
  await tile(second.page, 'here', 41)
  expect((await ticked(second.page)).sort()).toEqual((await ticked(first.page)).sort())
  const same = await surgery.ask<{ count: string }>(
    `select count(*) from record_row where record = 'signIn' and body #>> '{fields,personId}' in
       (select id::text from record_row where record = 'person' and body #>> '{fields,givenName}' = $1 and body #>> '{fields,familyName}' = $2)`,
    [members[50]!.given, members[50]!.family],
  )
  expect(Number(same[0]!.count), 'both facts are kept').toBe(2)
  await test.step('the same laptop on Friday, at the Pain Café', async () => {
    await first.network(false)
    await goTo(first.page, 'Today')
    await first.page
      .getByRole('button', { name: /Pain Café/ })
      .first()
      .click()
    await expect(search(first.page)).toBeFocused()
    await expect(first.page.getByRole('button', { name: 'Head count' })).toBeHidden()
    await signIn(first.page, 'Vik Bi', 'Vikram Bielski')
    await tile(first.page, 'here', 1)
  })
})

async function countHeads(page: Page, number: string): Promise<void> {
  await page.keyboard.press('F9')
  await page.getByRole('textbox', { name: 'People counted' }).fill(number)
  await expect(page.getByText('Everybody is there.')).toBeVisible()
  await page.getByRole('button', { name: 'Save this count' }).click()
}
