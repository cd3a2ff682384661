import type { OwnThread } from '../gallery/ownThread.ts'
import { aBundle } from '../../support/fhir.ts'
import { sessionId } from '../../world/ids.ts'
import { screens } from '../gallery/screens.ts'
import { expect, settled, test } from './fixtures.ts'
import { isOneOfMany, worldOf } from './pages.ts'

/** Each place once, as the gallery shows it first. */
const places = new Map(
  screens
    .filter((screen) => isOneOfMany(screen) && !screen.steps && screen.name !== 'ask-protocol') // that one opens with a question that one has to answer
    .sort((a, b) => worldOf(b).localeCompare(worldOf(a)))
    .map((screen) => [/place=([^/&]+)/.exec(screen.query)?.[1], screen]),
)

for (const [place, screen] of places)
  test(`no two actions have one key: ${place}`, async ({ look }) => {
    const page = await look(screen)
    await page.keyboard.press('F1')
    const keys = await page.getByRole('dialog').locator('dl kbd').allInnerTexts()
    expect(new Set(keys).size, keys.join(', ')).toBe(keys.length)
    expect(keys).toContain('F1')
    await page.keyboard.press('Escape')
  })

test('every key stands on its button', async ({ open }) => {
  const page = await open(`place=register/${sessionId}`)
  for (const [name, key] of [
    ['Emergency contacts', 'F8'],
    ['Head count', 'F9'],
    ['Add someone new', 'Ctrl N'],
  ] as const) {
    await expect(page.getByRole('button', { name }).locator('kbd')).toHaveText(key)
  }
})

test('keys do nothing below a dialog, and Esc closes the dialog alone', async ({ open }) => {
  const page = await open(`place=register/${sessionId}`)
  await page.keyboard.press('F1')
  await page.keyboard.press('F9')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1, name: 'Walk and Talk' })).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Who is here?' })).toBeFocused()
})

test('Enter opens the next register from today; F9, F8 and Esc go there and back', async ({ open }) => {
  const page = await open('place=today')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Walk and Talk' })).toBeVisible()
  await settled(page)
  await page.keyboard.press('F9')
  await expect(page.getByRole('heading', { level: 1, name: 'Head count, out' })).toBeVisible()
  await page.keyboard.press('F8')
  await expect(page.getByRole('heading', { level: 1, name: 'Emergency contacts' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { level: 1, name: 'Head count, out' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { level: 1, name: 'Walk and Talk' })).toBeVisible()
})

test('Ctrl+K goes to anybody by keyboard alone', async ({ open }) => {
  const page = await open('place=today')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('ivy')
  await expect(page.getByRole('menuitem', { name: /Ivy Pemberton/ })).toBeVisible()
  await page.clock.runFor(1000)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Ivy Pemberton' })).toBeVisible()
})

test('a head count by number and Enter; who is missing is named once names are ticked', async ({ open }) => {
  const page = await open(`place=headCount/${sessionId}`)
  await page.keyboard.type('15')
  await expect(page.getByText('Two fewer than are signed in.')).toBeVisible()
  await page.getByRole('button', { name: 'Tick all' }).click()
  await page.getByRole('checkbox', { name: 'Stan Whitmore' }).click()
  await expect(page.getByText('One fewer than are signed in.')).toBeVisible()
  await expect(page.getByText('Not ticked: Stan Whitmore.')).toBeVisible()
  await page.getByRole('button', { name: 'Save this count' }).click()
  await page.clock.runFor(100)
  await expect(page.getByRole('heading', { level: 1, name: 'Walk and Talk' })).toBeVisible()
  await expect(page.getByRole('list', { name: 'The session in numbers' })).toContainText('16 of 17')
})

test('the place is kept on disk at each change, with ids alone', async ({ open }) => {
  const page = await open('place=today')
  await page.keyboard.press('Enter')
  const placeOnDisk = () => page.evaluate(() => (window as never as { scripted: OwnThread }).scripted.place())
  await expect.poll(placeOnDisk).toBe(`register/${sessionId}`)
})

test('after a lock one comes back to the same register', async ({ open }) => {
  const page = await open(`place=register/${sessionId}`)
  await page.getByRole('button', { name: 'Lock', exact: true }).click()
  await expect(page.getByLabel('Passphrase')).toBeFocused()
  await page.clock.pauseAt(new Date('2026-10-22T09:33:00Z')) // the wait must not pass while one looks at it
  await page.keyboard.type('wrong')
  await page.keyboard.press('Enter')
  await page.clock.runFor(100)
  await expect(page.getByText('That is not the passphrase.')).toBeVisible()
  await expect(page.getByText('Try again in 1 second.')).toBeVisible()
  await page.clock.runFor(1500)
  await page.getByLabel('Passphrase').fill('kettle marble orchid tuesday')
  await page.keyboard.press('Enter')
  await page.clock.resume()
  await expect(page.getByRole('heading', { level: 1, name: 'Walk and Talk' })).toBeVisible()
})

test('after a lock the page has the focus that the passphrase had', async ({ open }) => {
  const page = await open('place=today')
  await page.keyboard.press('Control+l')
  await expect(page.getByLabel('Passphrase')).toBeFocused()
  await page.keyboard.type('kettle marble orchid tuesday')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation', { name: 'Places' })).toBeVisible()
  await expect(page.getByRole('main')).toBeFocused()
})

test('a form that was answered by Enter is gone: what stands in its place has the focus, and Tab goes on from there', async ({ open }) => {
  const page = await open('place=importReferrals')
  await page.getByLabel('Or paste the list or Bundle').fill(JSON.stringify(aBundle()))
  await page.clock.runFor(500)
  await page.getByRole('button', { name: 'Import 1 referral' }).press('Enter')
  await page.clock.runFor(500)
  await expect(page.locator(':focus')).toContainText('1 referral was imported')
  for (let nth = 0; nth < 2; nth++) await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Undo this import' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.clock.runFor(500)
  await expect(page.locator('main:focus, main :focus')).toHaveCount(1)
})
