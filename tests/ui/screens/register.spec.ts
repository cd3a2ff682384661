import type { Locator, Page } from '@playwright/test'
import { personId, sessionId } from '../../world/ids.ts'
import { busiestTasks } from './busiestTasks.ts'
import type { OwnThread } from '../gallery/ownThread.ts'
import { expect, settled, test } from './fixtures.ts'
import { written } from './written.ts'

const register = `place=register/${sessionId}`
const search = (page: Page) => page.getByRole('combobox', { name: 'Who is here?' })
/** Whom this laptop has signed in, in order. */
const signedIn = async (page: Page) =>
  (await written(page, 'signInPerson')).filter((one) => one.record === 'signIn').map((one) => one.fields['personId'])
const here = (page: Page) => page.getByRole('list', { name: 'Here', exact: true })
test('the first drawing has its letters: nothing jumps when they arrive late', async ({ page, open }) => {
  let late = 0
  await page.route(/woff2/, async (route) => {
    late++
    await new Promise((resolve) => {
      setTimeout(resolve, 400)
    })
    await route.continue()
  })
  await open(register)
  const undo = page.getByRole('button', { name: 'Undo: Ivy Pemberton signed in' })
  const before = await undo.boundingBox()
  await page.evaluate(() => document.fonts.ready)
  expect(await page.evaluate(() => [...document.fonts].some((face) => face.status === 'loaded'))).toBe(true)
  expect(late, 'letters that came late, and not from what the browser had kept').toBeGreaterThan(0)
  expect(await undo.boundingBox()).toEqual(before)
})

test('the search has the focus at once, and after each act', async ({ open }) => {
  const page = await open(register)
  await expect(search(page)).toBeFocused()
  await page.keyboard.type('mar')
  await page.keyboard.press('Enter')
  await page.clock.runFor(100)
  await expect(search(page)).toBeFocused()
  await expect(search(page)).toHaveValue('')
  await page.getByRole('button', { name: 'Sign in Pat Lomas' }).click()
  await expect(search(page)).toBeFocused()
})

test('a letter typed anywhere goes to the search', async ({ open }) => {
  const page = await open(register)
  await page.getByRole('button', { name: /^Head count/ }).focus()
  await page.keyboard.type('iv')
  await expect(search(page)).toHaveValue('iv')
})

test('Enter acts on the text as typed at that moment, before any list, and clears the box at once', async ({ open }) => {
  const page = await open(register)
  await page.evaluate(() => {
    // No list at all comes: the search of a slow laptop.
    const { scripted } = window as never as { scripted: OwnThread }
    scripted.holdsBack = (message) => message.kind === 'call' && message.method === 'search'
  })
  await page.keyboard.type('mar')
  await page.keyboard.press('Enter')
  await expect(search(page)).toHaveValue('')
  await page.keyboard.type('pat')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await signedIn(page)).slice(-2)).toEqual([personId('Margaret Ellison'), personId('Pat Lomas')])
})

test('the tick is drawn only when the worker has answered; until then there is a ring', async ({ open }) => {
  const page = await open(`${register}&wait=3000`)
  await page.keyboard.type('marg')
  await page.keyboard.press('Enter')
  const first = here(page).getByRole('listitem').first()
  await expect(first).toContainText('Signing in “marg”')
  await expect(first.locator('.tick--pending')).toBeVisible()
  await expect(first.locator('.tick--here')).toHaveCount(0)
  await page.clock.runFor(3100)
  await expect(first).toContainText('Margaret Ellison')
  await expect(first.locator('.tick--here')).toBeVisible()
})

test('arrows choose, Enter signs in the chosen person', async ({ open }) => {
  const page = await open(register)
  await page.keyboard.type('ma')
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  const chosen = page.getByRole('option', { selected: true })
  await expect(chosen).toContainText('Dot Marlow')
  expect(await search(page).getAttribute('aria-activedescendant')).toBe(await chosen.getAttribute('id'))
  await page.keyboard.press('Enter')
  await page.clock.runFor(100)
  await expect(here(page).getByRole('listitem').first()).toContainText('Dot Marlow')
  expect((await signedIn(page)).at(-1)).toBe(personId('Dot Marlow'))
})

test('choosing somebody who is here says so and never undoes', async ({ open }) => {
  const page = await open(register)
  await page.keyboard.type('mavis')
  await page.getByRole('option', { name: /Mavis Oakes/ }).click()
  await expect(page.getByText('Mavis Oakes was here already.').first()).toBeVisible()
  await settled(page)
  expect((await signedIn(page)).filter((one) => one === personId('Mavis Oakes'))).toHaveLength(1)
})

test('with twice the text nobody who is here lies under what follows, whether one types or not', async ({ open }) => {
  const page = await open(register, { width: 683, height: 384 }) // what 1366 x 768 is at 200 %
  const know = await page.getByRole('heading', { level: 2, name: 'Good to know' }).elementHandle()
  /** Both in one look: the page scrolls to what is typed. */
  const over = () =>
    here(page)
      .getByRole('listitem')
      .last()
      .evaluate((row, head) => row.getBoundingClientRect().bottom - (head as Element).getBoundingClientRect().top, know)
  for (const typed of ['', 'ma']) {
    await search(page).fill(typed)
    await page.clock.runFor(100)
    await expect(here(page).getByRole('listitem').nth(3)).toBeAttached()
    expect(await over()).toBeLessThanOrEqual(0)
  }
})

test('Esc clears the search, and with nothing open it never leaves the queue: it leads back to the search', async ({ open }) => {
  const page = await open(register)
  await page.keyboard.type('ma')
  await page.keyboard.press('Escape')
  await expect(search(page)).toHaveValue('')
  await page.getByRole('button', { name: /^Head count/ }).focus()
  await page.keyboard.press('Escape')
  await expect(search(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { level: 1, name: 'Walk and Talk' })).toBeVisible()
  await expect(search(page)).toBeFocused()
})

test('once typing pauses, a screen reader hears how many were found or that nobody was, once, and the hint is true', async ({ open }) => {
  const page = await open(register)
  const heard = page.getByRole('status')
  await page.keyboard.type('m')
  await page.clock.runFor(300)
  await page.keyboard.type('a')
  await page.clock.runFor(300)
  await expect(heard.filter({ hasText: 'found' })).toHaveCount(0) // still typing
  await page.clock.runFor(600)
  await expect(heard.filter({ hasText: /^\d+ found$/ })).toHaveText(`${await page.getByRole('option').count()} found`)
  await expect(page.getByText('Enter signs in the first.')).toBeVisible()
  await search(page).fill('zzq')
  await page.clock.runFor(900)
  await expect(heard.filter({ hasText: 'Nobody on this laptop is called “zzq”.' })).toHaveCount(1)
  await expect(page.getByText('Nobody found. Ctrl N adds someone new. Esc clears.')).toBeVisible()
  await expect(page.getByText('Enter signs in the first.')).toHaveCount(0)
})

test('the menu of a row by keyboard: Enter opens it at its first entry, arrow keys go on, Esc leads back to its button', async ({ open }) => {
  const page = await open(register)
  for (const button of ['More about Ivy Pemberton', 'Not here: Margaret Ellison']) {
    await page.getByRole('button', { name: button }).focus()
    await page.keyboard.press('Enter')
    await page.clock.runFor(50)
    await expect(page.getByRole('menuitem').first()).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('menuitem').nth(1)).toBeFocused()
    await page.keyboard.press('Escape')
    await page.clock.runFor(50)
    await expect(page.getByRole('button', { name: button })).toBeFocused()
  }
})

test('a newcomer’s name of 300 letters: the form says what was left off, and no line runs over its card', async ({ open }) => {
  const page = await open(register)
  await search(page).fill('x'.repeat(300))
  await page.clock.runFor(100)
  const runsOver = () =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.register__find *, .modal *')]
        .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0 && one.tagName !== 'INPUT' && !one.closest('.out-of-sight'))
        .map((one) => one.className),
    )
  expect(await runsOver()).toEqual([])
  await page.keyboard.press('Control+n')
  const first = page.getByLabel('First name')
  await expect(first).toHaveValue(`X${'x'.repeat(99)}`)
  await expect(first).toHaveAccessibleDescription('A name can have 100 letters here. What is longer was left off.')
  await page.keyboard.press('Enter')
  await page.clock.runFor(300)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(await runsOver()).toEqual([])
})

test('Undo on a row by keyboard: the focus goes to the search, not to the page', async ({ open }) => {
  const page = await open(register)
  await page.getByRole('button', { name: 'Undo: Ivy Pemberton signed in' }).focus()
  await page.keyboard.press('Enter')
  await page.clock.runFor(300)
  await expect(page.getByRole('button', { name: 'Undo: Ivy Pemberton signed in' })).toHaveCount(0)
  await expect(search(page)).toBeFocused()
})

const lowWindows = [
  ['683 x 384, twice the text', 683, 384],
  ['911 x 512, Windows at 150 %', 911, 512],
  ['455 x 256, three times the text', 455, 256],
] as const
for (const [name, width, height] of lowWindows) {
  for (const crowd of ['', '&size=crowded&net=trouble']) {
    test(`what is typed and its first hit are in view: ${name}${crowd ? ', crowded' : ''}`, async ({ open }) => {
      const page = await open(register + crowd, { width, height })
      await expect(search(page)).toBeInViewport({ ratio: 1 })
      for (const letters of ['ma', 'pat']) {
        await page.keyboard.type(letters)
        await page.clock.runFor(100)
        await expect(search(page)).toBeInViewport({ ratio: 1 })
        await expect(page.getByRole('option').first()).toBeInViewport({ ratio: 0.9 })
        await page.keyboard.press('Enter')
        await page.clock.runFor(100)
        await expect(search(page)).toBeInViewport({ ratio: 1 })
        await expect(search(page)).toBeFocused()
      }
    })
  }

  test(`the menu of a register shows all its entries: ${name}`, async ({ open }) => {
    const page = await open(register, { width, height })
    await page.getByRole('button', { name: 'More', exact: true }).click()
    const entries = page.getByRole('menuitem')
    await expect(entries.first()).toBeVisible()
    const seen = height < 300 ? 4 : await entries.count()
    for (let at = 0; at < seen; at++) await expect(entries.nth(at)).toBeInViewport({ ratio: 1 })
  })
}

test('a crowded register: at least three who are here, and whoever asked at the kiosk once each, under a heading, with whole buttons', async ({
  open,
}) => {
  const page = await open(`${register}&size=crowded&net=trouble`)
  const inside = async (box: Locator, all: Locator, at: number) => {
    const [outer, inner] = [await box.boundingBox(), await all.nth(at).boundingBox()]
    return inner!.y + inner!.height - outer!.y - outer!.height
  }
  const list = here(page)
  for (let at = 0; at < 3; at++) expect(await inside(list, list.getByRole('listitem'), at)).toBeLessThanOrEqual(1)
  const asked = page.getByRole('region', { name: 'Asked for you at the kiosk' })
  await expect(asked.getByRole('heading', { level: 2, name: 'Asked for you at the kiosk' })).toBeVisible()
  for (const name of ['Derek Holloway', 'Ivy Pemberton']) expect((await asked.innerText()).split(name)).toHaveLength(2)
  const panel = page.locator('.register__asks')
  for (const at of [0, 1]) expect(await inside(panel, asked.getByRole('button', { name: /^Spoken to/ }), at)).toBeLessThanOrEqual(0)
})

test('keys that outrun the disk meet an empty box: Enter twice signs in once, the next name is not joined to the last', async ({ open }) => {
  const page = await open(`${register}&wait=60`)
  await page.keyboard.type('marg')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter') // a scanner sends two
  await page.keyboard.type('har')
  await expect(search(page)).toHaveValue('har')
  await page.clock.runFor(200)
  await expect(here(page).getByRole('listitem').first()).toContainText('Margaret Ellison')
  await expect(search(page)).toHaveValue('har')
  expect((await signedIn(page)).filter((one) => one === personId('Margaret Ellison'))).toHaveLength(1)
})

test('Ctrl+Z undoes the last act by name', async ({ open }) => {
  const page = await open(register)
  await page.keyboard.type('marg')
  await page.keyboard.press('Enter')
  await page.clock.runFor(100)
  await expect(page.getByText('Margaret Ellison is here, 10:32.').first()).toBeVisible()
  await page.keyboard.press('Control+z')
  await page.clock.runFor(100)
  await expect(page.getByText('Undid: Margaret Ellison signed in').first()).toBeVisible()
  await expect(page.getByText('Margaret Ellison is here, 10:32.').first()).toBeHidden()
})

test('no name moves under the hand: who was pressed keeps the place, ticked, until the hand has gone', async ({ open }) => {
  const page = await open(register)
  const second = page.getByRole('button', { name: 'Sign in Pat Lomas' })
  const before = await second.boundingBox()
  await page.getByRole('button', { name: 'Sign in Margaret Ellison' }).click()
  await page.clock.runFor(100)
  await expect(here(page).getByRole('listitem').first()).toContainText('Margaret Ellison')
  expect(await second.boundingBox()).toEqual(before)
  await expect(page.getByRole('button', { name: 'Margaret Ellison, here since 10:32' })).toBeVisible()
  await page.mouse.move(5, 500)
  await page.clock.runFor(4000)
  await expect(page.getByRole('button', { name: /Margaret Ellison, here since/ })).toHaveCount(0)
})

test('another laptop’s sign-ins wait while a hand is at the list of who is here', async ({ open }) => {
  const page = await open(register)
  const undo = page.getByRole('button', { name: 'Undo: Ivy Pemberton signed in' })
  await undo.hover()
  const before = await undo.boundingBox()
  await page.evaluate(
    ([session, person, tom]) => {
      const { scripted } = window as never as { scripted: OwnThread }
      const signIn = { sessionId: session, personId: person, arrivedAt: '2026-10-22T09:31:30.000Z', how: 'facilitator', byId: tom }
      return scripted.hearsOf('signIn', crypto.randomUUID(), signIn)
    },
    [sessionId, personId('Trevor Hines'), personId('Tom Ashby')] as const,
  )
  await expect(page.getByText('1 more from another laptop')).toBeVisible()
  expect(await undo.boundingBox()).toEqual(before)
  await page.mouse.move(5, 500)
  await page.clock.runFor(4000)
  await expect(here(page).getByRole('listitem').first()).toContainText('Trevor Hines')
})

test('nobody of that name: the text comes back and someone new can be added by Enter alone', async ({ open }) => {
  const page = await open(register)
  await page.keyboard.type('zelda fitz')
  await page.keyboard.press('Enter')
  await page.clock.runFor(100)
  await expect(search(page)).toHaveValue('zelda fitz')
  await expect(page.getByText('Nobody on this laptop is called “zelda fitz”.').first()).toBeVisible()
  await page.keyboard.press('Control+n')
  const dialog = page.getByRole('dialog', { name: 'Someone new' })
  await expect(dialog.getByLabel('First name')).toHaveValue('Zelda')
  await expect(dialog.getByLabel('Family name')).toHaveValue('Fitz')
  await page.keyboard.press('Enter')
  await page.clock.runFor(200)
  await expect(here(page).getByRole('listitem').first()).toContainText('Zelda Fitz')
  await expect(page.getByText('Zelda Fitz is here. Ask for the rest when there is time.').first()).toBeVisible()
  await expect(search(page)).toBeFocused()
})

test('a form that is closed is kept as it was typed', async ({ open }) => {
  const page = await open(register)
  await page.keyboard.press('Control+n')
  await page.getByLabel('First name').fill('Jo')
  await page.getByRole('textbox', { name: 'Phone' }).fill('07700 900 5')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Control+n')
  await expect(page.getByRole('textbox', { name: 'Phone' })).toHaveValue('07700 900 5')
})

test('a full disk draws no tick and offers to try again', async ({ open }) => {
  const page = await open(`${register}&net=diskFull`)
  const rows = await here(page).getByRole('listitem').count()
  await page.keyboard.type('marg')
  await page.keyboard.press('Enter')
  await page.clock.runFor(100)
  await expect(page.getByText('The disk is full: this is not saved yet.').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Try again', exact: true })).toBeVisible()
  expect(await here(page).getByRole('listitem').count()).toBe(rows)
})

test('the list of names is one stop of Tab; arrows move in it', async ({ open }) => {
  const page = await open(register)
  const names = page.getByRole('list', { name: 'Not yet here' }).getByRole('listitem') // in two columns
  const signIn = (nth: number) => names.nth(nth).getByRole('button', { name: /^Sign in/ })
  await page.keyboard.press('Tab')
  await expect(signIn(0)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(signIn(2)).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(names.nth(2).getByRole('button', { name: /^Not here/ })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(signIn(3)).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Add someone new' })).toBeFocused()
})

test('eight who are here are seen on a laptop; what to know gives way, in a line that one press opens', async ({ open }) => {
  const page = await open(register)
  const rows = here(page).getByRole('listitem')
  await expect(rows.nth(7)).toBeInViewport({ ratio: 0.95 }) // its list ends in the middle of a pixel
  const list = (await here(page).boundingBox())!
  const eighth = (await rows.nth(7).boundingBox())!
  expect(eighth.y + eighth.height).toBeLessThanOrEqual(list.y + list.height + 2)
  await expect(page.getByRole('button', { name: 'Something happened' })).toBeInViewport({ ratio: 1 })
  const all = page.getByRole('button', { name: /^Show all/ })
  await expect(all).toHaveAccessibleDescription(/GTN spray, left coat pocket, Inhaler/)
  await all.click()
  await expect(page.getByRole('list', { name: 'Good to know' })).toContainText('Derek Holloway and Abdul Karim')
})

test('health questions are one counter with its list: chips on rows are for what is not as with everybody', async ({ open }) => {
  const page = await open(register)
  await expect(here(page).getByText('Health questions')).toHaveCount(0)
  await expect(here(page).getByText('Inhaler').first()).toBeVisible()
  await page.keyboard.press('Alt+h')
  const list = page.getByRole('list', { name: 'Health questions' })
  await expect(list).toContainText('Ivy Pemberton')
  await page.getByRole('button', { name: 'No, nothing has changed for Ivy Pemberton' }).click()
  await page.clock.runFor(100)
  await expect(list.getByRole('listitem').filter({ hasText: 'Ivy Pemberton' })).toContainText('asked today')
  await page.clock.runFor(100) // the button that was pressed is gone: the dialog takes the focus with its next frame
  await page.keyboard.press('Escape')
  await expect(search(page)).toBeFocused()
})

test('a register is closed by keyboard: a key leads to closing, and another closes', async ({ open }) => {
  const page = await open(register)
  await expect(page.getByRole('button', { name: 'Close session' }).locator('kbd')).toHaveText('Alt S')
  await page.keyboard.press('Alt+s')
  await page.getByLabel('Lost or found').or(page.getByLabel('Anything lost or found?')).fill('A glove')
  await page.keyboard.press('Control+Enter')
  await page.clock.runFor(100)
  await expect(page.getByText('The register is closed.').first()).toBeVisible()
  expect((await written(page, 'closeSession')).filter((one) => one.fields['closedAt'])).toHaveLength(1)
})

test('four hundred names: a letter, the list and a sign-in each stay under 50 ms of drawing', async ({ open }) => {
  const page = await open(`${register}&size=crowded`)
  const tasks = await busiestTasks(page, async () => {
    for (const [letters, name] of [
      ['marg', 'Margaret Ellison'],
      ['brend', 'Brenda Stokes'],
      ['harj', 'Harjit Gill'],
    ] as const) {
      for (const letter of letters) await page.keyboard.press(letter)
      await page.keyboard.press('Enter')
      await page.clock.runFor(200)
      await expect(here(page).getByRole('listitem').first()).toContainText(name)
    }
  })
  expect(tasks.length).toBeGreaterThan(100)
  console.log(`four hundred names: the longest tasks were ${tasks.slice(0, 5).map(Math.round).join(', ')} ms`)
  expect(tasks[0]).toBeLessThan(50)
})
