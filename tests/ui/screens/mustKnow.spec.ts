import { personId, sessionId } from '../../world/ids.ts'
import { expect, test } from './fixtures.ts'
import { expectWritten } from './written.ts'

test('story 6: what to know is hidden when nobody has touched the laptop for a minute, and comes back with a key', async ({ open }) => {
  const page = await open(`place=register/${sessionId}`)
  const know = page.getByRole('list', { name: 'Good to know' })
  await page.getByRole('button', { name: /^Show all/ }).click()
  await expect(know).toContainText('GTN spray, left coat pocket')
  await expect(know.getByRole('listitem').filter({ hasText: 'Inhaler' })).toContainText('Derek Holloway and Abdul Karim')
  await page.clock.runFor(61_000)
  await expect(know).toHaveCount(0)
  await page.keyboard.press('Shift')
  await expect(know).toBeVisible()
})

test('story 6: no number shows before it is written down that somebody looks', async ({ open }) => {
  const page = await open(`place=emergency/${sessionId}&wait=5000`)
  await page.clock.runFor(1000)
  await expect(page.getByText('07700 900 200')).toHaveCount(0)
  await page.clock.runFor(5000)
  await expect(page.getByText('07700 900 200')).toBeVisible()
})

test('story 6: a full disk does not stand between a person and an ambulance', async ({ open }) => {
  const page = await open(`place=emergency/${sessionId}&net=diskFull`)
  await page.clock.runFor(300)
  await expect(page.getByRole('alert')).toContainText('could not record that you looked')
  await expect(page.getByText('07700 900 200')).toBeVisible()
})

test('story 6: on a person’s page the numbers wait for a press', async ({ open }) => {
  const page = await open(`place=person/${personId('Ivy Pemberton')}`)
  await expect(page.getByText('07700 900 111')).toHaveCount(0)
  await page.getByRole('button', { name: 'Show the numbers' }).click()
  await page.clock.runFor(200)
  await expect(page.getByText('07700 900 111').first()).toBeVisible()
  await expectWritten(page, 'recordContactLook', 'contactLook', [{ what: 'emergencyContact', personIds: [personId('Ivy Pemberton')] }])
})
