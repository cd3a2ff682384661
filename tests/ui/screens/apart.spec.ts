import { sessionId } from '../../world/ids.ts'
import { expect, test } from './fixtures.ts'

const register = `place=register/${sessionId}`

test('two people of one name are told apart wherever they are drawn, on the screen and for a screen reader', async ({ open }) => {
  const page = await open(`${register}&size=crowded`)
  await expect(page.getByRole('list', { name: 'Not yet here' })).toContainText('Doreen Swift number 1 of 4 with this name')
  await expect(page.getByRole('button', { name: 'Sign in Doreen Swift, number 1 of 4 with this name' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo: Doreen Swift (practice: Manor Court Surgery) signed in' })).toBeVisible()
  await page.keyboard.type('doreen')
  await expect(page.getByRole('option', { name: /Doreen Swift born 3 April/ })).toBeVisible()
  await page.getByRole('option', { name: /Doreen Swift born 20 November/ }).click()
  await page.clock.runFor(200)
  await expect(page.locator('#work').getByText('Doreen Swift (born 20 November) is here, 10:32.')).toBeVisible()
})

test('who is missing at a head count is told apart from another of that name', async ({ open }) => {
  const page = await open(`place=headCount/${sessionId}&size=crowded`)
  await page.getByRole('button', { name: 'Tick all' }).click()
  await page.getByRole('checkbox', { name: 'Doreen Swift practice: Manor Court Surgery' }).click()
  await expect(page.getByText('Not ticked: Doreen Swift (practice: Manor Court Surgery).')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Doreen Swift (practice: Manor Court Surgery) left early' })).toBeVisible()
})
