import { personId } from '../../world/ids.ts'
import { expect, test } from './fixtures.ts'
import { expectWritten } from './written.ts'

test('an NHS number that cannot be one stays in its field; the right one is kept with ethnic group, gender and language', async ({ open }) => {
  const page = await open(`place=person/${personId('Derek Holloway')}`)
  await page.getByRole('button', { name: 'Change: For the NHS' }).click()
  await page.getByLabel('NHS number').fill('943 476 5918')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('This is not an NHS number')).toBeVisible()
  await page.getByLabel('NHS number').fill('999 000 0018')
  await page.getByLabel('Ethnic group').selectOption({ label: 'Gypsy or Irish Traveller' })
  await page.getByLabel('Gender').selectOption('Prefers not to say')
  await page.getByLabel('Language they speak best').selectOption('Polish')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.clock.runFor(200)
  await expectWritten(page, 'editPerson', 'person', [{ nhsNumber: '9990000018', ethnicity: 'C1', gender: 'Z', language: 'pl' }])
  await expect(page.getByText('999 000 0018')).toBeVisible()
})
