import type { Page } from '@playwright/test'
import { screens } from '../gallery/screens.ts'
import { violations } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { isOneOfMany, worldOf } from './pages.ts'

/**
 * Dark and sun are other values of the same tokens: in a usual run half of the screens are looked at in light, the others in dark and
 * in sun by turn; `GATHER_ALL_THEMES=1 npm test` looks at every screen in each.
 */
function themesOf(number: number, name: string): string[] {
  if (process.env['GATHER_ALL_THEMES']) return ['light', 'dark', 'sun']
  if (name.endsWith('-crowded') || number % 2 === 1) return ['light']
  return [number % 4 === 0 ? 'dark' : 'sun']
}

const isRight = 'axe finds nothing, targets are 44 px, and nothing runs out at twice the text'
const numbered = [...screens.entries()]
const ofWorlds = Map.groupBy(
  numbered.filter(([, screen]) => isOneOfMany(screen)).sort(([, a], [, b]) => Number(Boolean(a.steps)) - Number(Boolean(b.steps))),
  ([, screen]) => worldOf(screen),
)

// Those of a world in one browser, first those on which nothing is done: only what is written makes a page useless for the next.
for (const [world, all] of ofWorlds)
  for (let from = 0; from < all.length; from += 40)
    test.describe(`in the world ${world || 'of most'}, from ${from}`, () => {
      test.describe.configure({ mode: 'default' })
      for (const [number, screen] of all.slice(from, from + 40))
        test(`${screen.name}: ${isRight}`, async ({ look }) => judge(await look(screen), number, screen.name))
    })
for (const [number, screen] of numbered.filter(([, one]) => !isOneOfMany(one)))
  test(`${screen.name}: ${isRight}`, async ({ show }) => judge(await show(screen), number, screen.name))

async function judge(page: Page, number: number, name: string): Promise<void> {
  for (const [nth, theme] of themesOf(number, name).entries()) expect(await violations(page, theme, nth === 0), theme).toEqual([])
  expect(await smallTargets(page), 'small targets').toEqual([])
  expect(await remembered(page), 'fields that a browser remembers').toEqual([])
  for (const width of [683, 320]) {
    // a menu finds its new place after the window has got its new width
    await expect.poll(() => runningOut(page, width), { message: `wider than ${width} px`, timeout: 3000 }).toEqual([])
  }
}

/** What one presses and is smaller than 44 px. A link in a sentence is as high as the sentence (WCAG 2.5.8). */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const all = 'button, select, textarea, input:not([type=radio], [type=checkbox], [type=file]), [role=option], [role=menuitem], summary'
    return [...document.querySelectorAll<HTMLElement>(all)].flatMap((one) => {
      const { width, height } = one.getBoundingClientRect()
      const seen = one.checkVisibility() && width > 0 && !one.closest('.link--inline, .out-of-sight, .skip, [aria-label=Dismiss]')
      return seen && (height < 43.5 || width < 43.5) ? [`${one.textContent?.slice(0, 30)} ${Math.round(width)}x${Math.round(height)}`] : []
    })
  })
}

/** What a browser would offer again, and write into its own files with the state of the page. A passphrase it never does. */
function remembered(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const fields = document.querySelectorAll<HTMLInputElement>(
      'input:not([type=radio], [type=checkbox], [type=file], [type=password]), textarea, select',
    )
    return [...fields].filter((one) => one.autocomplete !== 'off').map((one) => one.outerHTML.slice(0, 120))
  })
}

/** What makes the page scroll sideways on a narrow window: twice the text on a laptop, four times (WCAG 1.4.10). */
async function runningOut(page: Page, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 640 })
  return page.evaluate(() => {
    if (document.documentElement.scrollWidth <= window.innerWidth) return []
    const out = (one: HTMLElement) => one.getBoundingClientRect().right > window.innerWidth + 1 && !one.closest('.table-scroll')
    return [...document.querySelectorAll<HTMLElement>('body *')]
      .filter(out)
      .slice(0, 5)
      .map((one) => `${one.tagName}.${one.className}`)
  })
}
