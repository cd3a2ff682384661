import { sessionId } from '../../world/ids.ts'
import { expect, test } from './fixtures.ts'

test.use({ locale: 'en-US' })

test('a machine whose language is American shows and takes times in 24 hours', async ({ open }) => {
  const page = await open(`place=register/${sessionId}`)
  await page.getByRole('button', { name: 'More about Derek Holloway' }).click()
  await page.getByRole('menuitem', { name: 'Came at another time' }).click()
  const time = page.getByRole('dialog').getByLabel('Time')
  await expect(time).toHaveAttribute('type', 'text')
  await expect(time).toHaveValue('10:31')
  await time.fill('25:00')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Write the time in 24 hours, like 9:30 or 14:05.')).toBeVisible()
  await time.fill('1405')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.locator('#work').getByText('Derek Holloway came at 14:05.')).toBeVisible()
})

test('no field of the app is the browser’s own for times', async ({ open }) => {
  const page = await open('place=today')
  await page.getByRole('button', { name: 'Unplanned session' }).click()
  await expect(page.getByRole('dialog').getByLabel('From')).toHaveValue('10:32')
  await expect(page.locator('input[type=time]')).toHaveCount(0)
})
