import { expect, test } from './fixtures.ts'
import { expectWritten } from './written.ts'

test('[story 36] a lead adds a partner’s facilitator with a group and a last day; what is missing is said', async ({ open }) => {
  const page = await open('place=team')
  await page.getByRole('button', { name: 'Add a colleague' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Sam Oduya')
  await page.getByRole('radio', { name: 'Facilitator of a partner' }).check()
  await page
    .getByRole('button', { name: /^(Save|Add)/ })
    .last()
    .click()
  await expect(page.getByText('Write who they work for.').first()).toBeVisible()
  await page.getByLabel('Who they work for').fill('Age Well Nuneaton')
  await page.getByLabel('Group they run').selectOption('Walk and Talk')
  await page.getByLabel('Last day').fill('2027-03-31')
  await expect(page.getByText('I lock the laptop when I leave it')).toBeVisible()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^(Save|Add)/ })
    .click()
  await page.clock.runFor(200)
  await expectWritten(page, 'createColleague', 'colleague', [{ role: 'facilitator', partnerOf: 'Age Well Nuneaton', partnerUntil: '2027-03-31' }])
  await expect(page.getByText('from Age Well Nuneaton, until 31 March 2027')).toBeVisible()
})
