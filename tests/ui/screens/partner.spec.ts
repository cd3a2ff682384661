import { expect, test } from './fixtures.ts'
import { screens } from '../gallery/screens.ts'
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

test('[story 36] whoever is of a partner sees what they agree to before anything else, and then their register', async ({ show }) => {
  const page = await show(screens.find((one) => one.name === 'partner-agreement')!)
  await expect(page.getByRole('heading', { level: 1, name: 'Before you start' })).toBeVisible()
  await expect(page.getByText('I do not copy it, photograph it or pass it on')).toBeVisible()
  await expect(page.getByRole('button', { name: /Open register|Carry on/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'I agree' }).click()
  await page.clock.runFor(200)
  await expectWritten(page, 'agreeAsPartner', 'partnerAgreement', [{}])
  await expect(page.getByRole('button', { name: /Open register|Carry on/ }).first()).toBeVisible()
})
