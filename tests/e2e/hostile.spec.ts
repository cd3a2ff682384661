import type { Frame, Page } from '@playwright/test'
import { expect, test, type Laptop } from './fixtures.ts'
import { eavesdrop } from './rig/eavesdrop.ts'
import { seeded } from './rig/seeded.ts'
import { cafeLaptop, drawn, families, nameField, startKiosk } from './steps/kiosk.ts'

/** Every shortcut that a shell, a browser or a system knows, as far as a keyboard reaches a page. */
const keys = [
  ...Array.from({ length: 12 }, (_, at) => `F${at + 1}`),
  ...'PSOLTNURHJKFACVXZDEGWB'.split('').map((letter) => `Control+${letter}`),
  ...['I', 'J', 'C', 'N', 'T', 'R', 'Delete', 'P', 'S'].map((key) => `Control+Shift+${key}`),
  'Control+F5',
  'Control+Tab',
  'Control+0',
  'Control+Equal',
  'Control+Minus',
  'Alt+ArrowLeft',
  'Alt+ArrowRight',
  'Alt+Home',
  'Alt+D',
  'Alt+F',
  'Alt+N',
  'Alt+Enter',
  'Meta+L',
  'Meta+R',
  'Escape',
  'ContextMenu',
  'PrintScreen',
  'Backspace',
  'Insert',
  'PageDown',
  'PageUp',
  'End',
  'Home',
  'Tab',
  'Shift+Tab',
  'Enter',
]
const letters = 'abcdefghijklmnopqrstuvwxyz'

/** What a text says of people: a family name at all, or two drawn names at once. @returns what is wrong, or nothing */
function secondPerson(text: string): string | null {
  const family = families.find((name) => text.includes(name))
  if (family) return `a family name: ${family}`
  const named = new Set(drawn.filter((name) => text.includes(name)))
  return named.size > 1 ? `two names: ${[...named].join(', ')}` : null
}

/** Everything there is to see and hear now, in every page. */
async function everything(laptop: Laptop, kiosk: Frame): Promise<string[]> {
  const of = (frame: Frame | Page) =>
    frame.evaluate(() => [
      document.documentElement.outerHTML,
      document.title,
      ...[...document.querySelectorAll('input')].map((field) => field.value),
      JSON.stringify(Object.entries(localStorage)),
      JSON.stringify(Object.entries(sessionStorage)),
      ...(window.heard ?? []).splice(0),
    ])
  return [...(await of(kiosk)), ...(await of(laptop.page))]
}

/** Whom it brought up at all: a test that meets nobody proves nothing. */
const met = new Set<string>()

async function look(laptop: Laptop, kiosk: Frame, after: string): Promise<void> {
  for (const text of await everything(laptop, kiosk)) {
    expect(secondPerson(text), `after ${after}`).toBeNull()
    for (const name of drawn) if (text.includes(name)) met.add(name)
  }
}

test.use({ wholeBrowser: true })
test.setTimeout(240_000)

test('story 16: no key, gesture, link or letter brings up a second person', async ({ surgery, laptop, host }) => {
  await eavesdrop(laptop.page)
  await cafeLaptop(laptop, surgery)
  const kiosk = await startKiosk(laptop)
  const page = kiosk.page()
  await laptop.page.evaluate(() => (window.heard = [])) // what was told before the kiosk began
  await page.evaluate(() => navigator.clipboard?.writeText('Margaret Ellison, Ivy Pemberton')).catch(() => undefined)

  await test.step('one and two letters, all over the alphabet', async () => {
    const random = seeded(16)
    const pick = () => letters.charAt(Math.floor(random() * letters.length))
    const twos = ['de', 'ni', 'ma', 'iv', 'st', 'gu', 'we', ...Array.from({ length: 24 }, () => pick() + pick())]
    for (const text of [...letters, ...twos]) {
      await nameField(kiosk).fill(text)
      await kiosk.waitForTimeout(text.length === 1 ? 60 : 560)
      await look(laptop, kiosk, text)
    }
    await nameField(kiosk).fill('')
    expect(met.size).toBeGreaterThanOrEqual(4)
  })
  await test.step('keys', async () => {
    for (const key of keys) {
      await nameField(kiosk)
        .focus()
        .catch(() => undefined)
      await page.keyboard.press(key).catch(() => undefined)
      await look(laptop, kiosk, key)
    }
    await kiosk.getByRole('button', { name: 'English' }).waitFor()
    if (await kiosk.getByRole('button', { name: 'Start again' }).isVisible()) await kiosk.getByRole('button', { name: 'Start again' }).click()
  })
  await test.step('mouse: menus, dragging, dropping, the wheel', async () => {
    await nameField(kiosk).fill('wendy')
    await kiosk.waitForTimeout(700)
    for (const button of ['right', 'middle'] as const) await page.mouse.click(300, 300, { button })
    await page.mouse.move(300, 320)
    await page.mouse.down()
    await page.mouse.move(900, 260, { steps: 4 })
    await page.mouse.up()
    await page.keyboard.down('Control')
    await page.mouse.wheel(0, -600)
    await page.keyboard.up('Control')
    const dropped = await nameField(kiosk).evaluate((field: HTMLInputElement) => {
      const data = new DataTransfer()
      data.setData('text/plain', 'Ivy Pemberton')
      const drop = new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })
      const menu = new MouseEvent('contextmenu', { bubbles: true, cancelable: true })
      return [field.dispatchEvent(drop), field.dispatchEvent(menu)]
    })
    expect(dropped).toEqual([false, false]) // refused both
    await look(laptop, kiosk, 'the mouse')
  })
  await test.step('printing shows an empty page', async () => {
    await page.emulateMedia({ media: 'print' })
    expect(await kiosk.locator('body').isVisible()).toBe(false)
    await page.emulateMedia({ media: null })
  })
  await test.step('every button there is', async () => {
    for (let at = 0; at < 14; at++) {
      const button = kiosk.getByRole('button').nth(at)
      if (!(await button.isVisible().catch(() => false))) break
      await button.click().catch(() => undefined)
      await look(laptop, kiosk, `button ${at}`)
      await kiosk
        .getByRole('button', { name: /Back|I am done|Start again|Wstecz|Gotowe|Od początku|واپس|ਪਿੱਛੇ/ })
        .first()
        .click({ timeout: 500 })
        .catch(() => undefined)
    }
  })
  await test.step('script of the page itself: nothing to call, nowhere to go', async () => {
    const found = await kiosk.evaluate(async () => {
      const reached: string[] = ['gather', 'require', 'process'].filter((name) => name in window)
      await indexedDB.databases().then(
        (all) => reached.push(...all.map(() => 'a database')),
        () => undefined,
      )
      window.open('./index.html')
      return reached
    })
    expect(found.filter((one) => one !== 'a database')).toEqual([]) // the store is sealed, whoever opens it
    await kiosk.evaluate(() => (location.href = './index.html')).catch(() => undefined)
    await laptop.page.waitForTimeout(800)
    if (host !== 'browser') expect(kiosk.url()).toContain('kiosk.html')
    expect(secondPerson(await laptop.page.locator('body').innerText())).toBeNull()
  })
  if (host !== 'browser') {
    await test.step('developer tools do not open', async () => {
      const opened = await laptop.app?.evaluate(async ({ BrowserWindow }) => {
        const kioskWindow = BrowserWindow.getAllWindows().find((one) => one.isKiosk())
        kioskWindow?.webContents.openDevTools()
        await new Promise((later) => setTimeout(later, 500))
        return kioskWindow?.webContents.isDevToolsOpened()
      })
      expect(opened).toBe(false)
    })
  }
  laptop.problems.length = 0 // what the policy refused was logged: that was the point
})

test('the watch of the test above would find a list, in the page and in a message', async ({ surgery, laptop }) => {
  await eavesdrop(laptop.page)
  await cafeLaptop(laptop, surgery)
  const kiosk = await startKiosk(laptop)
  await laptop.page.evaluate(() => (window.heard = []))
  await look(laptop, kiosk, 'nothing')
  await kiosk.evaluate((names) => document.body.append(names.join(', ')), drawn)
  await expect(look(laptop, kiosk, 'a planted list')).rejects.toThrow('two names')
  await kiosk.evaluate(() => document.body.lastChild?.remove())
  await kiosk.evaluate(async (names) => {
    const { port1, port2 } = new MessageChannel()
    const told = new Promise<void>((resolve) => (port1.onmessage = () => resolve()))
    port2.postMessage({ call: 1, ok: true, value: { found: 'more', names } })
    await told
  }, drawn)
  await expect(look(laptop, kiosk, 'a planted message')).rejects.toThrow('two names')
})
