import { sessionId } from '../../world/ids.ts'
import { expect, test } from './fixtures.ts'

test('story 7: "anything changed?" is one press for no, on the register and on its own screen; yes opens the questions', async ({ open }) => {
  const page = await open(`place=register/${sessionId}`)
  await page.keyboard.press('Alt+h')
  await page.getByRole('button', { name: 'Yes, something has changed for Ivy Pemberton' }).click()
  await expect(page.getByRole('heading', { name: /^Last time/ })).toBeVisible()
  await expect(page.getByRole('button', { name: 'No, nothing has changed' })).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+h')
  await page.getByRole('button', { name: 'No, nothing has changed for Ivy Pemberton' }).click()
  await page.clock.runFor(300)
  await expect(page.getByRole('listitem').filter({ hasText: 'Ivy Pemberton' }).filter({ hasText: 'asked today' })).toBeVisible()
})
