import type { Page } from '@playwright/test'
import { personId, sessionId } from '../../world/ids.ts'
import { expect, settled, test } from './fixtures.ts'
import { expectWritten, written } from './written.ts'

const numbers = (page: Page) => page.getByRole('list', { name: 'The session in numbers' })

/** Number and Enter, as somebody does in a park. */
async function count(page: Page, number: string): Promise<void> {
  await settled(page)
  await page.keyboard.press('F9')
  await page.getByRole('heading', { level: 1, name: /^Head count/ }).waitFor()
  await page.keyboard.type(number)
  await page.keyboard.press('Enter')
  await page.clock.runFor(100)
}

test('a short count asks who or why before it is saved; one key says that nobody knows yet', async ({ open }) => {
  const page = await open(`place=register/${sessionId}`)
  await count(page, '16')
  const ask = page.getByRole('dialog', { name: 'One fewer than are signed in.' })
  await expect(ask.getByRole('button', { name: 'I don’t know yet' })).toBeVisible()
  await page.keyboard.press('Enter') // pressed twice by habit
  await page.clock.runFor(100)
  expect(await written(page, 'recordHeadCount')).toEqual([])
  await page.keyboard.press('0')
  await page.clock.runFor(100)
  await expectWritten(page, 'recordHeadCount', 'headCount', [{ counted: 16, because: null }])
  await expect(numbers(page)).toContainText('16 of 17')
})

test('a count that agrees, and one with the names of who is missing, is saved by Enter alone', async ({ open }) => {
  const page = await open(`place=headCount/${sessionId}`)
  await page.getByRole('button', { name: 'Tick all' }).click()
  await page.getByRole('checkbox', { name: 'Stan Whitmore' }).click()
  await page.getByRole('button', { name: 'Save this count' }).press('Enter')
  await page.clock.runFor(100)
  await count(page, '17')
  await expectWritten(page, 'recordHeadCount', 'headCount', [{ counted: 16, missingIds: [personId('Stan Whitmore')] }, { counted: 17 }])
})

test('the half-way gap and its reason stand on the closing page when everybody is back', async ({ open }) => {
  const page = await open(`place=register/${sessionId}`)
  await count(page, '17')
  await count(page, '16')
  await page.keyboard.press('1')
  await page.clock.runFor(100)
  await count(page, '17')
  await page.getByRole('button', { name: 'Close session' }).click()
  const gaps = page.getByRole('list', { name: 'Counts that did not agree' })
  await expect(gaps).toHaveText('Half-way: 16 of 17 counted. Why: Someone left early.')
  await expect(page.getByText('Nothing is missing.')).toHaveCount(0)
  await page.getByRole('button', { name: 'Close the register' }).click()
  await page.clock.runFor(100)
  await expect(page.getByText('The register is closed.').first()).toBeVisible()
  await expect(gaps).toBeVisible()
})

test('a reason that was chosen at the count is not asked for again at closing', async ({ open }) => {
  const page = await open(`place=register/${sessionId}`)
  await count(page, '16')
  await page.keyboard.press('1')
  await page.clock.runFor(100)
  await page.keyboard.press('Alt+s')
  await expect(page.getByLabel('Why do the counts not agree?')).toHaveValue('Someone left early')
  await page.keyboard.press('Control+Enter')
  await page.clock.runFor(100)
  await expectWritten(page, 'closeSession', 'session', [{ mismatchReason: 'Someone left early' }])
})

test('contacts of who is missing stand above the fold of a laptop', async ({ open }) => {
  const page = await open(`place=headCount/${sessionId}`)
  await page.keyboard.type('15')
  await expect(page.getByRole('button', { name: 'Emergency contacts' })).toBeInViewport({ ratio: 1 })
  await page.getByRole('button', { name: 'Tick all' }).click()
  for (const name of ['Stan Whitmore', 'Ruth Adeyemi']) await page.getByRole('checkbox', { name }).click()
  await expect(page.getByRole('button', { name: 'Contacts of who is missing' })).toBeInViewport({ ratio: 1 })
})
