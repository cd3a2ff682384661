import { sessionId } from '../../world/ids.ts'
import { expect, test } from './fixtures.ts'
import { expectWritten } from './written.ts'

test('cancelled with a kind of reason; the list to call has phones, ticks and how many are left (story 14)', async ({ open }) => {
  const page = await open(`place=calling/${sessionId}`)
  await page.getByRole('button', { name: 'Cancel this session' }).click()
  await expect(page.getByText('Choose why you are cancelling it.')).toBeVisible()
  await page.getByRole('radio', { name: 'Something else' }).check()
  await page.getByRole('button', { name: 'Cancel this session' }).click()
  await expect(page.getByText('Write a few words, so that others understand it.')).toBeVisible()
  await page.getByRole('radio', { name: 'Weather' }).check()
  await page.getByRole('button', { name: 'Cancel this session' }).click()
  await page.clock.runFor(100)
  await expectWritten(page, 'cancelSession', 'session', [{ cancelledBecause: 'Weather', cancelledFor: 'weather' }])
  await expect(page.getByText('Cancelled, and 18 had come')).toBeVisible()
  await expect(page.getByText('21 still to call')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Call Margaret Ellison, 01632 960 150' })).toHaveAttribute('href', 'tel:01632960150')
  await expect(page.getByText('no phone written down').first()).toBeVisible()

  const told = page.getByRole('button', { name: 'Margaret Ellison: told' })
  const before = await told.boundingBox()
  await told.click()
  await page.clock.runFor(100)
  await expect(page.getByText('20 still to call · 1 told')).toBeVisible()
  await expect(told).toBeFocused()
  expect((await told.boundingBox())?.x).toBe(before?.x)
  await told.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('button', { name: 'Harjit Gill: no answer' })).toBeFocused()
  for (let tries = 0; tries < 2; tries++) {
    await page.keyboard.press('Enter')
    await page.clock.runFor(100)
  }
  await expect(page.getByText('no answer 10:32, 2 tries')).toBeVisible()
  await told.click()
  await page.clock.runFor(100)
  await expect(page.getByText('21 still to call')).toBeVisible()
})

test('moving needs something different, and says what it was planned as (story 14)', async ({ open }) => {
  const page = await open(`place=calling/${sessionId}`)
  await page.getByRole('button', { name: 'Save time and place' }).click()
  await expect(page.getByText('Nothing is different yet.', { exact: false })).toBeVisible()
  await page.getByLabel('Place', { exact: true }).selectOption({ label: 'Bedworth Civic Hall, Bedworth' })
  await page.getByRole('button', { name: 'Save time and place' }).click()
  await page.clock.runFor(100)
  await expect(page.getByText('It was planned for Riversley Park, 10:30 to 12:00.', { exact: false })).toBeVisible()
})

test('the ring list prints without buttons, with boxes to tick (story 14)', async ({ open }) => {
  const page = await open(`place=calling/${sessionId}`)
  await page.getByRole('radio', { name: 'Weather' }).check()
  await page.getByRole('button', { name: 'Cancel this session' }).click()
  await page.clock.runFor(100)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('button', { name: 'Margaret Ellison: told' })).toBeHidden()
  await expect(page.getByText('told ☐ message ☐ no answer ☐').first()).toBeVisible()
})
