import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { knows } from './steps/known.ts'
import { members } from './steps/names.ts'
import { here, openRegister, search, signIn, tile, ticked } from './steps/register.ts'
import { codeFor, goTo, join, send, status } from './steps/team.ts'

/** Peers 3, scenarios 1, 5 and 6, as a team meets them: two laptops in the park, and the surgery calls the session off meanwhile. */
test('two laptops, a head count on one, the same walk-up on both, and a cancellation at the surgery meanwhile', async ({ surgery, openLaptop }) => {
  test.setTimeout(240_000)
  await knows(surgery, { name: 'Walk and Talk', place: 'Riversley Park', counts: true, members })
  const first = await openLaptop('Blue laptop')
  await join(first, surgery.firstCode, 'Blue laptop')
  const toms = await codeFor(first.page, 'Tom Ashby', 'Link worker')
  const workers = await codeFor(first.page, 'Sunita WorkerCalls', 'Link worker')
  await status(first.page, 'Everything is at the surgery')
  const second = await openLaptop('Green laptop')
  await join(second, toms, 'Green laptop')
  const worker = await openLaptop('WorkerCalls at the surgery')
  await join(worker, workers, 'WorkerCalls at the surgery')
  for (const laptop of [second, worker]) {
    await goTo(laptop.page, 'People')
    await expect(laptop.page.getByText('120 people on this laptop')).toBeVisible()
  }

  await first.network(false)
  await second.network(false)
  for (const laptop of [first, second]) await openRegister(laptop.page, 'Walk and Talk')
  const [shared, blues, greens] = [members[0]!, members[1]!, members[2]!]
  await signIn(first.page, letters(shared), shared.name)
  await signIn(first.page, letters(blues), blues.name)
  await signIn(second.page, letters(shared), shared.name)
  await signIn(second.page, letters(greens), greens.name)
  await addSomeone(first.page, 'Grazyna Zielinska')
  await addSomeone(second.page, 'Grażyna Zieliński')
  await first.page.keyboard.press('F9')
  await first.page.getByRole('textbox', { name: 'People counted' }).fill('3')
  await first.page.getByRole('button', { name: 'Save this count' }).click()
  await tile(first.page, 'counted out', '3 of 3')

  await test.step('the surgery, which knows nothing of it, calls the session off', async () => {
    await callOff(worker.page, 'Ice on the paths')
    await send(worker)
  })
  await first.network(true)
  await second.network(true)
  for (const laptop of [first, second, first, worker]) await send(laptop)

  for (const laptop of [first, second, worker]) {
    await test.step(`what ${laptop.name} shows`, async () => {
      await openToday(laptop.page)
      await tile(laptop.page, 'here', 5)
      await tile(laptop.page, 'counted out', '3 of 3')
      await expect(laptop.page.getByText('Cancelled: Ice on the paths. 5 people came anyway and stay on the register.')).toBeVisible()
      await expect(laptop.page.getByText('Two people? Grazyna Zielinska and Grażyna Zieliński look alike, and one of them is new.')).toBeVisible()
    })
  }
  expect((await ticked(second.page)).sort()).toEqual((await ticked(first.page)).sort())
  await test.step('a person settles both, and everybody sees it', async () => {
    await first.page.getByRole('button', { name: 'The same person' }).click()
    await tile(first.page, 'here', 4)
    await first.page.getByRole('button', { name: 'It took place' }).click()
    await expect(first.page.getByText('Cancelled: Ice on the paths.')).toBeHidden()
    await send(first)
    await send(second)
    await openToday(second.page)
    await tile(second.page, 'here', 4)
    await expect(second.page.getByText('Cancelled: Ice')).toBeHidden()
    await expect(second.page.getByText('Two people?')).toBeHidden()
    await expect(here(second.page).getByText(shared.name)).toBeVisible()
  })
})

function letters({ given, family }: { given: string; family: string }): string {
  return `${given.slice(0, 3)} ${family.slice(0, 2)}`
}

async function addSomeone(page: Page, name: string): Promise<void> {
  await search(page).focus()
  await page.keyboard.type(name)
  await page.keyboard.press('Control+n')
  await expect(page.getByLabel('First name')).not.toHaveValue('')
  await page.getByRole('button', { name: 'Save and sign in' }).click()
  await expect(here(page).getByText(name)).toBeVisible()
  const later = page.getByRole('button', { name: 'Later' })
  if (await later.isVisible()) await later.click()
}

async function callOff(page: Page, why: string): Promise<void> {
  await goTo(page, 'Groups')
  await page
    .getByRole('button', { name: /Walk and Talk/ })
    .first()
    .click()
  await page
    .getByRole('button', { name: /^Cancel/ })
    .first()
    .click()
  await page.getByRole('radio', { name: 'Weather' }).check()
  await page.getByRole('textbox', { name: 'More words, if needed' }).fill(why)
  await page.getByRole('button', { name: 'Cancel this session' }).click()
  await expect(page.getByText(why).first()).toBeVisible()
}

/** A cancelled session is opened from Today like any other. */
async function openToday(page: Page): Promise<void> {
  await goTo(page, 'Today')
  await page
    .getByRole('button', { name: /(register|Carry on).*: Walk and Talk/ })
    .first()
    .click()
  await expect(search(page)).toBeVisible()
}
