import type { Locator, Page } from '@playwright/test'
import { languages } from '../../../src/renderer/kiosk/words/index.ts'
import { expect, test } from './fixtures.ts'
import { drawn } from './pixels.ts'

const kiosk = 'kiosk.html'
const field = (page: Page) => page.getByRole('textbox', { name: 'Your first name' })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const welcome = (page: Page) => page.getByRole('heading', { level: 1, name: 'You are in, Derek. Good to see you.' })

async function signIn(page: Page, letters = 'de'): Promise<void> {
  await page.keyboard.type(letters)
  await page.clock.runFor(600)
  await page.keyboard.press('Enter')
  await page.clock.runFor(100)
}

/** What a screen reader would say without being asked: regions that speak, with words in them. */
function spoken(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('[role=status], [role=alert], [aria-live]')].map((one) => one.textContent ?? '').filter(Boolean),
  )
}

const windows = [
  ['1366 x 768', 1366, 768],
  ['911 x 512, Windows at 150 %', 911, 512],
  ['683 x 384, twice the text', 683, 384],
  ['342 x 192, four times', 342, 192],
] as const
for (const [name, width, height] of windows) {
  for (const size of ['Ordinary text', 'Larger text', 'Largest text']) {
    test(`the name found is in view, and after Enter “You are in” is what is read out and in view: ${name}, ${size.toLowerCase()}`, async ({
      open,
    }) => {
      const page = await open('', { width, height }, kiosk)
      await button(page, size).click()
      await field(page).focus()
      await page.keyboard.type('de')
      await page.clock.runFor(600)
      await expect(page.getByText('Derek H.')).toBeInViewport({ ratio: 1 })
      await expect(field(page)).toBeFocused()
      await page.keyboard.press('Enter')
      await page.clock.runFor(100)
      await expect(welcome(page)).toBeFocused()
      await expect(welcome(page)).toBeInViewport({ ratio: 1 })
      expect((await spoken(page)).filter((one) => one.includes('Derek'))).toEqual([]) // the focus says it; twice would be once too often
    })
  }
}

test('a face and a wish can be changed until one is done', async ({ open }) => {
  const page = await open('', undefined, kiosk)
  await signIn(page)
  const [good, hard, help] = ['Good', 'Hard', 'I need some help today'].map((name) => page.getByRole('button', { name }))
  await hard!.click()
  await page.getByRole('button', { name: 'Good', exact: true }).click()
  await expect(hard!).toHaveAttribute('aria-pressed', 'false')
  await expect(page.getByRole('button', { name: 'Good', exact: true, pressed: true })).toBeVisible()
  await page.getByRole('button', { name: 'Good', exact: true }).click()
  await expect(good!.and(page.locator('[aria-pressed=true]'))).toHaveCount(0)
  await help!.click()
  await expect(page.getByText('Priya will come and talk to you.')).toBeVisible()
  await help!.click()
  await expect(help!).toHaveAttribute('aria-pressed', 'false')
  await expect(page.getByText('Priya will come and talk to you.')).toHaveCount(0)
})

test('language and size stay through “No, start again”, and go with the person', async ({ open }) => {
  const page = await open('', undefined, kiosk)
  await button(page, 'Polski').click()
  await button(page, 'Największe litery').click()
  await page.getByRole('textbox').fill('de')
  await page.clock.runFor(600)
  await button(page, 'Nie, od początku').click()
  await expect(page.getByRole('heading', { name: 'Dzień dobry. Jak masz na imię?' })).toBeVisible()
  await expect(page.getByRole('textbox')).toHaveValue('')
  await expect(button(page, 'Największe litery')).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('textbox').focus()
  await signIn(page)
  await button(page, 'Gotowe').click()
  await expect(page.getByRole('heading', { name: 'Hello. What is your first name?' })).toBeVisible()
  await expect(button(page, 'Ordinary text')).toHaveAttribute('aria-pressed', 'true')
})

test('the warning stands for twenty seconds, counts for the eye, and is spoken twice', async ({ open }) => {
  const page = await open('', undefined, kiosk)
  await page.evaluate(() => {
    const heard: string[] = []
    Object.assign(window, { heard })
    const region = document.querySelector('[role=status]')!
    new MutationObserver(() => region.textContent && heard.push(region.textContent)).observe(region, {
      childList: true,
      characterData: true,
      subtree: true,
    })
  })
  const warning = page.locator('.kiosk__still')
  await page.keyboard.type('de')
  await page.clock.runFor(9_000)
  await expect(warning).toBeEmpty()
  await page.clock.runFor(1_600)
  await expect(warning).toContainText('20 seconds')
  await page.clock.runFor(17_000)
  await expect(warning).toContainText('3 seconds')
  await expect(field(page)).toHaveValue('de')
  const heard = await page.evaluate(() => (window as never as { heard: string[] }).heard)
  expect(heard).toEqual([20, 10].map((seconds) => `Are you still there? This starts again in ${seconds} seconds.`))
  await page.clock.runFor(3_000)
  await expect(field(page)).toHaveValue('')
})

test('“Ask for help” with nothing typed is said aloud', async ({ open }) => {
  const page = await open('', undefined, kiosk)
  await button(page, 'Ask for help from Priya').click()
  await expect(page.getByRole('alert')).toHaveText('Please type your first name, then press this again.')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('b')
  await expect(page.getByRole('alert')).toBeEmpty()
})

test('in somebody’s own colours every button has an outline, and what is pressed is told apart', async ({ open, page: bare }) => {
  await bare.emulateMedia({ forcedColors: 'active' })
  const page = await open('', undefined, kiosk)
  const look = async (one: Locator) => ({
    name: (await one.getAttribute('aria-label')) ?? (await one.innerText()),
    pressed: (await one.getAttribute('aria-pressed')) === 'true',
    ...(await drawn(page, one)),
  })
  const told = async () => {
    const all = []
    for (const one of await page.getByRole('button').all()) all.push(await look(one))
    expect(all.filter((one) => !one.pressed && one.edge === one.ground).map((one) => one.name)).toEqual([])
    const grounds = new Set(all.filter((one) => !one.pressed).map((one) => one.ground))
    const pressed = all.filter((one) => one.pressed)
    expect(pressed.filter((one) => grounds.has(one.ground) || one.ink < 0.005).map((one) => one.name)).toEqual([])
    return pressed.map((one) => one.name)
  }
  expect(await told()).toEqual(['Ordinary text', 'English'])
  await signIn(page)
  await page.getByRole('button', { name: 'Good', exact: true }).click()
  expect(await told()).toEqual(['Ordinary text', 'Good'])
})

for (const { language, name, words } of languages) {
  test(`every letter of the kiosk in ${language} comes from the letters it brings along: none is an empty box`, async ({ open, page: bare }) => {
    const page = await open('', undefined, kiosk)
    await button(page, name).click()
    await page.evaluate((all) => {
      const box = document.createElement('div')
      box.id = 'all-words'
      for (const word of all) box.append(Object.assign(document.createElement('p'), { textContent: word }))
      document.querySelector('main')!.append(box)
    }, Object.values(words))
    await page.evaluate(() => document.fonts.ready)
    const line = await bare.context().newCDPSession(bare)
    await line.send('DOM.enable')
    await line.send('CSS.enable')
    const { root } = await line.send('DOM.getDocument', { depth: -1 })
    for (const selector of ['#all-words', '.name__foot']) {
      const { nodeId } = await line.send('DOM.querySelector', { nodeId: root.nodeId, selector })
      const { fonts } = await line.send('CSS.getPlatformFontsForNode', { nodeId })
      expect(fonts.length).toBeGreaterThan(0)
      expect(
        fonts.filter((one) => !one.isCustomFont).map((one) => `${one.familyName}: ${one.glyphCount}`),
        selector,
      ).toEqual([])
    }
    await line.detach()
  })
}
