import { sessionId } from '../../world/ids.ts'
import type { OwnThread } from '../gallery/ownThread.ts'
import { expect, test } from './fixtures.ts'

test('a laptop whose clock is wrong says so above everything, with both dates', async ({ open }) => {
  const page = await open('place=today&net=clock')
  const warning = page.getByRole('alert').filter({ hasText: 'This laptop’s clock is wrong' })
  await expect(warning).toContainText('It says 22 October 2026, 10:32. The last thing written on this laptop was on 27 November 2026, 15:40.')
  await expect(warning).toContainText('Correct the clock in the laptop’s settings')
})

test('a browser that has cleared what Gather kept says so on every screen, and what to do', async ({ open }) => {
  const page = await open(`place=register/${sessionId}`)
  await page.evaluate(() => (window as never as { scripted: OwnThread }).scripted.siteDataIsCleared())
  const warning = page.getByRole('alert').filter({ hasText: 'This browser has cleared what Gather kept' })
  await expect(warning).toContainText('14 changes are not at the surgery yet. They are in this window only.')
  await expect(warning.getByRole('button', { name: 'Send now' })).toBeVisible()
})

test('a screen opened for the first time after that shows what it shows', async ({ open }) => {
  const page = await open('place=today')
  await page.evaluate(() => (window as never as { scripted: OwnThread }).scripted.siteDataIsCleared())
  await page.getByRole('navigation').getByRole('button', { name: 'Groups' }).click()
  await page
    .getByRole('main')
    .getByRole('button', { name: /Walk and Talk/ })
    .click()
  await expect(page.getByRole('heading', { name: 'Walk and Talk', level: 1 })).toBeVisible()
  await expect(page.getByText('Ivy Pemberton').first()).toBeVisible()
})
