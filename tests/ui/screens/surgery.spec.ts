import { sessionId } from '../../world/ids.ts'
import { expect, test } from './fixtures.ts'
import { screenTitles } from '../../../src/shared/ipc/titles.ts'

test('what waits is counted once on the page, and what stands in the list adds up to it', async ({ open }) => {
  const page = await open('place=surgery')
  await expect(page.getByRole('status').filter({ hasText: '14 changes are safe on this laptop and waiting.' })).toBeVisible()
  const waiting = page.getByRole('region', { name: 'Waiting' })
  await expect(waiting).toContainText('oldest first')
  await expect(waiting.getByRole('heading').locator('..')).not.toContainText(/\d/)
  const rows = await waiting.getByRole('listitem').allInnerTexts()
  const counted = rows.map((row) => Number(/(\d+) changes$/.exec(row)?.[1] ?? /^and (\d+) more$/.exec(row)?.[1] ?? 1))
  expect(counted.reduce((sum, one) => sum + one, 0)).toBe(14)
})

test('“Send now” while it fails says when it was tried and what the trouble is, each time', async ({ open }) => {
  const page = await open('place=surgery&net=trouble')
  await page.clock.runFor(3 * 60_000)
  await page.getByRole('button', { name: /^Send now/ }).click()
  await page.clock.runFor(300)
  const tried = 'Tried at 10:35: the server did not answer'
  await expect(page.getByRole('status').filter({ hasText: `${tried}. Last at the surgery today 10:12.` })).toBeVisible()
  await expect(page.getByText(tried, { exact: true }).first()).toBeVisible()
  await page.clock.runFor(9_000)
  await expect(page.getByText(tried, { exact: true })).toHaveCount(0)
  await page.getByRole('button', { name: /^Send now/ }).click()
  await page.clock.runFor(300)
  await expect(page.getByText(tried, { exact: true }).first()).toBeVisible()
})

test('the window is called after the screen, and after nobody', async ({ open }) => {
  const page = await open(`place=register/${sessionId}`)
  await expect(page).toHaveTitle('Register · Gather')
  await page.keyboard.press('F9')
  await expect(page).toHaveTitle('Head count · Gather')
  await page.getByRole('button', { name: 'People' }).click()
  await expect(page).toHaveTitle('People · Gather')
  await page
    .getByRole('link', { name: 'Margaret Ellison' })
    .or(page.getByRole('button', { name: 'Margaret Ellison' }))
    .first()
    .click()
  await expect(page).toHaveTitle('A person · Gather')
  await page.keyboard.press('Control+l')
  await expect(page).toHaveTitle('Locked · Gather')
})

test('each screen has a title of its own', () => {
  const titles = Object.values(screenTitles)
  expect(new Set(titles).size).toBe(titles.length)
})
