import type { Page } from '@playwright/test'
import { personId, sessionId } from '../../world/ids.ts'
import { expect, test } from './fixtures.ts'
import { expectWritten } from './written.ts'

/** A facilitator who types with cold hands: two keys a second. */
const keysPerSecond = 2
/** To ask a question and hear the answer. Seconds. */
const perQuestion = 4

/** Presses keys and counts them. */
class Hands {
  keys = 0
  questions = 0
  private readonly page: Page
  constructor(page: Page) { this.page = page }
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
  get seconds() { return this.keys / keysPerSecond + this.questions * perQuestion }
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

test('story 4: who was put away is brought back and signed in by one press', async ({ open }) => {
  const page = await open(`place=register/${sessionId}`)
  await page.getByRole('button', { name: 'Sign in Sid Orton' }).click()
  await page.clock.runFor(200)
  await page.getByRole('button', { name: 'Bring back and sign in' }).click()
  await page.clock.runFor(300)
  await expect(page.getByRole('list', { name: 'Here', exact: true }).getByText('Sid Orton')).toBeVisible()
})

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

test('a reason for taking somebody off the list ends where its record ends: longer ones were refused without a word', async ({ open }) => {
  const page = await open(`place=person/${personId('Ivy Pemberton')}`)
  await page.getByRole('button', { name: 'Change details' }).click()
  await page.getByRole('button', { name: 'Added by mistake?' }).click()
  expect(await page.getByRole('dialog').getByRole('textbox').getAttribute('maxlength')).toBe('200')
})

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
