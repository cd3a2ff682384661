import { uuid } from '../double/ids.ts'
import { expect, test } from './fixtures.ts'

test('pronouns are typed in the form of a person and read on their page', async ({ open }) => {
  const page = await open(`place=person/${uuid(1, 4)}`)
  await page.keyboard.press('F2')
  const field = page.getByLabel('Pronouns', { exact: true })
  await expect(field).toHaveAttribute('maxlength', '40')
  await field.fill('they/them')
  await page.keyboard.press('Tab')
  await page.clock.runFor(600)
  await page.keyboard.press('F2')
  await page.clock.runFor(600)
  await expect(page.locator('.facts__one', { hasText: 'Pronouns' })).toContainText('they/them')
})
