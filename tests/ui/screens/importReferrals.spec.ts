import { aBundle } from '../../support/fhir.ts'
import { expect, test } from './fixtures.ts'
import { expectWritten } from './written.ts'

test('[story 39] a Bundle is pasted, looked at, imported and taken back', async ({ open }) => {
  const page = await open('place=people')
  await page.getByRole('button', { name: 'Import referrals' }).click()
  await page.getByLabel('Or paste the list or Bundle').fill(JSON.stringify(aBundle()))
  await page.clock.runFor(500)
  await expect(page.getByRole('table', { name: 'What was read' })).toContainText('Halina Brzezinska')
  await page.getByRole('button', { name: 'Import 1 referral' }).click()
  await page.clock.runFor(200)
  await expectWritten(page, 'importReferrals', 'referral', [{ agreed: 'yes', source: 'practice' }])
  await page.getByRole('button', { name: 'Undo this import' }).click()
  await page.clock.runFor(200)
  await expectWritten(page, 'undoReferralImport', 'referral', [{ voidedBecause: 'the import was undone' }])
})

test('[story 39] a file that was imported before is listed, and taken back later', async ({ open }) => {
  const page = await open('place=importReferrals')
  await page.getByLabel('Or paste the list or Bundle').fill(JSON.stringify(aBundle()))
  await page.clock.runFor(500)
  await page.getByRole('button', { name: 'Import 1 referral' }).click()
  await page.clock.runFor(200)
  await page.getByRole('button', { name: 'Import another file' }).click()
  const before = page.getByRole('list', { name: 'Imported before' }).getByRole('listitem').first()
  await expect(before).toContainText('1 referral')
  await before.getByRole('button', { name: 'Undo this import' }).click()
  await page.getByRole('button', { name: 'Undo one referral' }).click()
  await page.clock.runFor(200)
  await expectWritten(page, 'undoReferralImport', 'referral', [{ voidedBecause: 'the import was undone' }])
})

test('[story 39] a list says by line what is not imported and why, and a column can be chosen', async ({ open }) => {
  const page = await open('place=importReferrals')
  await page.getByLabel('Or paste the list or Bundle').fill('Name,DOB,OK?\nJean Oakley,04/03/1950,y\nStan Whitlock,01/01/1900,y')
  await page.clock.runFor(500)
  await expect(page.getByText('There is nothing to import.')).toBeVisible()
  await page.getByLabel('Agreed to be referred').selectOption('OK?')
  await page.clock.runFor(500)
  await expect(page.getByRole('table', { name: 'Not imported, and why' })).toContainText('The birth date cannot be right.')
  await expect(page.getByRole('button', { name: 'Import 1 referral' })).toBeVisible()
})
