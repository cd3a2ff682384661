import { sessionId } from '../../world/ids.ts'
import { expect, test } from './fixtures.ts'

test('story 10: a report without what it was or what happened is asked for, and loses nothing typed', async ({ open }) => {
  const page = await open(`place=incident/${sessionId}`)
  await page.getByRole('textbox', { name: 'Injury' }).fill('Graze')
  await page.getByRole('button', { name: 'Save the report' }).click()
  await expect(page.getByRole('alert')).toContainText('Choose what it was.')
  await page.getByRole('radio', { name: 'A fall' }).check()
  await page.getByRole('button', { name: 'Save the report' }).click()
  await expect(page.getByRole('alert')).toContainText('Write what happened')
  await expect(page.getByRole('textbox', { name: 'Injury' })).toHaveValue('Graze')
})

test('[story 31] a lead closes an incident with what came of it, and opens it again', async ({ open }) => {
  const page = await open('place=incidents&net=trouble')
  await page
    .getByRole('button', { name: /^Close it/ })
    .first()
    .click()
  await page.getByLabel('What came of it?').fill('The path was swept')
  await page.getByRole('dialog').getByRole('button', { name: 'Close it' }).click()
  await page.clock.runFor(200)
  await expect(page.getByText('Closed', { exact: true })).toBeVisible()
  await expect(page.getByText('The path was swept')).toBeVisible()
  await page.getByRole('button', { name: /^Open it again/ }).click()
  await page.clock.runFor(200)
  await expect(page.getByText('The path was swept')).toHaveCount(0)
})

test('story 11: a concern leaves the screen with the press that saves it', async ({ open }) => {
  const page = await open(`place=register/${sessionId}`)
  await page.keyboard.press('F6')
  await page.getByLabel('What did you see or hear?').fill('Her words')
  await page.getByLabel('Who have you told, and when?').fill('Priya, 10:40')
  await page.getByRole('button', { name: 'Pass it on' }).click()
  await page.clock.runFor(300)
  await expect(page.getByRole('heading', { level: 1, name: 'Walk and Talk' })).toBeVisible()
  await expect(page.getByText('Her words')).toHaveCount(0)
  await expect(page.getByText(/1 concern, .*: waiting to be sent/)).toBeVisible()
  await page.keyboard.press('F6')
  await expect(page.getByLabel('What did you see or hear?')).toHaveValue('')
})
