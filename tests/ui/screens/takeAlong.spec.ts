import { expect, settled, test } from './fixtures.ts'

test('F3 on Today leads to the registers to take along, F3 again takes the coming week (story 1)', async ({ open }) => {
  const page = await open('place=today&net=sent')
  await page.keyboard.press('F3')
  await expect(page.getByRole('heading', { level: 1, name: 'Get ready to go offline' })).toBeVisible()
  await settled(page)
  await page.keyboard.press('F3')
  await page.clock.runFor(200)
  await expect(page.getByText('4 chosen')).toBeVisible() // two did before; the cancelled one stays
  await expect(page.getByText('Ready to go offline', { exact: true })).toHaveCount(4)
})

test('a download under way ticks nothing and says what to do (story 1)', async ({ open }) => {
  const page = await open('place=takeAlong&net=loading')
  await expect(page.locator('#work').getByText(/^Fetching your team, \d+ of 3,100/)).toBeVisible()
  const list = page.getByRole('list', { name: 'Ready to go offline: Walk and Talk' })
  await expect(list.getByText('Not ready: Register')).toBeAttached()
  await expect(list.getByText('Still being fetched. Stay connected until it is ticked.')).toHaveCount(5)
  await expect(page.getByText('Ready to go offline', { exact: true })).toHaveCount(0)
})

test('a session more than two weeks away is refused with its sentence; another laptop is named (story 1)', async ({ open }) => {
  const page = await open('place=takeAlong&net=sent')
  const far = page.getByRole('button', { name: /Thu 12 November.*Walk and Talk/ })
  await expect(far).toContainText('Get it ready nearer to the day.')
  await far.click()
  await page.clock.runFor(100)
  await expect(far).toHaveAttribute('aria-pressed', 'false')
  await expect(page.getByText('Park laptop (Tom Ashby) has this register ready too')).toBeVisible()
  await expect(page.getByText(/That is fine/)).toBeVisible()
})

test('arrows and Enter choose; what was chosen can be taken off again (story 1)', async ({ open }) => {
  const page = await open('place=takeAlong&net=sent')
  const rows = page.getByRole('list', { name: 'Which sessions?' }).getByRole('button')
  await rows.first().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.clock.runFor(100)
  await expect(rows.nth(1)).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Enter')
  await page.clock.runFor(100)
  await expect(rows.nth(1)).toHaveAttribute('aria-pressed', 'false')
})
