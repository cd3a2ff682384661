import { uuid } from '../double/ids.ts'
import { expect, test } from './fixtures.ts'

test('a referral is typed, kept while one is elsewhere, saved, listed and undone', async ({ open }) => {
  const page = await open(`place=person/${uuid(1, 4)}`)
  await page.getByRole('button', { name: 'Referrals' }).click()
  await page.getByLabel('Who referred them?').fill('Dr Shah')
  await page.getByLabel('What for?').fill('Lonely since May')
  await page.clock.runFor(300)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Referrals' }).click()
  await expect(page.getByLabel('Who referred them?')).toHaveValue('Dr Shah')
  await page.getByRole('button', { name: 'Save the referral' }).click()
  await page.clock.runFor(300)
  await expect(page.getByRole('list', { name: 'Referrals' })).toContainText('Dr Shah')
  await expect(page.getByLabel('Who referred them?')).toHaveValue('')
  await page.locator('h1').click()
  await page.keyboard.press('Control+z')
  await page.clock.runFor(300)
  await expect(page.getByText('No referral is written down yet.')).toBeVisible()
})
