import type { Page } from '@playwright/test'
import { personId, sessionId } from '../../world/ids.ts'
import { expect, test } from './fixtures.ts'

/** A facilitator who types with cold hands: two keys a second. */
const keysPerSecond = 2
/** To ask a question and hear the answer. Seconds. */
const perQuestion = 4

/** Presses keys and counts them. */
class Hands {
  keys = 0
  questions = 0
  private readonly page: Page
  constructor(page: Page) {
    this.page = page
  }
  async type(text: string): Promise<void> {
    this.questions++
    await this.press(...text)
  }
  async press(...keys: string[]): Promise<void> {
    this.keys += keys.length
    for (const key of keys) await this.page.keyboard.press(key)
    await this.page.clock.runFor(20)
  }
  tab = (times = 1) => this.press(...Array.from({ length: times }, () => 'Tab'))
  get seconds() {
    return this.keys / keysPerSecond + this.questions * perQuestion
  }
}

test('story 5: the whole core form by keyboard alone, with the health questions, in under three minutes', async ({ open }) => {
  const page = await open(`place=newcomer/${sessionId}/${personId('Kasia Wrona')}`)
  const hands = new Hands(page)
  await expect(page.getByLabel('Family name')).toBeFocused()
  await hands.type('Wrona')
  await hands.tab()
  await hands.type('12/5/58')
  await hands.tab(3)
  await hands.type('07700900123')
  await hands.tab(2)
  await hands.type('cv11')
  await hands.tab(2)
  await hands.type('Larkfield')
  await hands.tab()
  await hands.type('Ola')
  await hands.tab()
  await hands.type('sister')
  await hands.tab()
  await hands.type('07700900124')
  await hands.tab(2)
  await expect(page.getByRole('button', { name: 'Ask the health questions' })).toBeFocused()
  await hands.press('Enter')
  await expect(page.getByRole('radio', { name: 'Yes' }).first()).toBeFocused()
  await hands.type('nnnnnnn') // quicker than a frame: each answers its own question
  await expect(page.getByRole('radio', { name: 'Taking part' })).toBeFocused()
  await hands.press(' ')
  await hands.tab(3)
  await expect(page.getByRole('button', { name: 'Save the answers' })).toBeFocused()
  await hands.press('Enter')
  await page.clock.runFor(500)
  await expect(page.getByRole('list', { name: 'Still missing' })).toHaveCount(0)
  await expect(page.getByText('Nothing is missing.')).toBeVisible()
  await page.getByLabel('What they need to take part').focus()
  await hands.type('large print')
  await hands.tab()
  await hands.type('a friend')
  await hands.tab()
  await hands.press(' ')
  await hands.tab()
  await hands.press(' ')
  hands.questions += 2
  await expect(page.getByRole('radio', { name: 'Agrees' })).toBeChecked()
  console.log(`core form: ${hands.keys} keys, ${hands.questions} questions, ${Math.round(hands.seconds)} s`)
  expect(hands.seconds).toBeLessThan(180)
})

test('story 5: what cannot be kept stays in its field with the reason, and everything else is saved', async ({ open }) => {
  const page = await open(`place=newcomer/${sessionId}/${personId('Kasia Wrona')}`)
  await page.getByLabel('Phone', { exact: true }).fill('12')
  await page.getByLabel('Postcode').fill('cv11')
  await page.getByLabel('GP practice').focus()
  await page.clock.runFor(1000)
  await expect(page.getByLabel('Phone', { exact: true })).toHaveValue('12')
  await expect(page.getByText('This does not look like a phone number. It needs at least 6 digits.').first()).toBeVisible()
  await expect(page.getByLabel('Postcode')).toHaveValue('CV11')
})

test('story 5: "they have no phone" and an age are answers; a missing piece leads to its field', async ({ open }) => {
  const page = await open(`place=newcomer/${sessionId}/${personId('Kasia Wrona')}`)
  const missing = page.getByRole('list', { name: 'Still missing' })
  await missing.getByRole('button', { name: 'birth date or age' }).click()
  await expect(page.getByLabel('Date of birth')).toBeFocused()
  await page.getByLabel('Age, roughly').selectOption('60 to 69')
  await page.getByLabel('They have no phone').check()
  await page.clock.runFor(1000)
  await expect(missing).not.toContainText('birth')
  await expect(missing).not.toContainText('phone')
})

test('story 5: under 18 says the rule, asks for a guardian and blocks nothing', async ({ open }) => {
  const page = await open(`place=newcomer/${sessionId}/${personId('Kasia Wrona')}`)
  await page.getByLabel('Age, roughly').selectOption('under 18')
  await page.clock.runFor(1000)
  await expect(page.getByText(/Somebody under 18 comes with a parent or guardian/)).toBeVisible()
  await page.getByRole('group', { name: 'Has the guardian agreed?' }).getByRole('radio', { name: 'Not yet' }).check()
  await page.getByLabel('Parent or guardian').fill('Bea Wrona')
  await page.getByLabel('Their phone').first().focus()
  await page.clock.runFor(1000)
  await expect(page.getByRole('radio', { name: 'Not yet' })).toBeChecked()
  await page.getByRole('button', { name: 'Back to register' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Walk and Talk' })).toBeVisible()
})

test('story 5: somebody like them is offered while one types, and signed in by one press', async ({ open }) => {
  const page = await open(`place=register/${sessionId}`)
  await page.keyboard.type('margret ellison')
  await page.keyboard.press('Control+n')
  await page.clock.runFor(300)
  await page.getByRole('button', { name: 'Sign in this one: Margaret E.' }).click()
  await page.clock.runFor(300)
  await expect(page.getByRole('list', { name: 'Here', exact: true }).getByText('Margaret Ellison')).toBeVisible()
  await expect(page.getByText(/^Not finished/)).toHaveCount(0)
})

test('story 5: a form that was left is offered again, goes on where it was, and can be thrown away', async ({ open }) => {
  const page = await open(`place=register/${sessionId}`)
  await page.keyboard.type('nish')
  await page.keyboard.press('Control+n')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.getByText('Not finished: someone new, “Nish”')).toBeVisible()
  await page.getByRole('button', { name: 'Go on: someone new, “Nish”' }).click()
  await expect(page.getByLabel('First name')).toHaveValue('Nish')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Throw away: someone new, “Nish”' }).click()
  await expect(page.getByText(/^Not finished/)).toHaveCount(0)
})
