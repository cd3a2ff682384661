import type { Locator, Page } from '@playwright/test'
import { sessionId } from '../../world/ids.ts'
import { expect, test } from './fixtures.ts'
import { drawn } from './pixels.ts'

/**
 * A walk by keyboard alone, from the search of a register to its closing: at each step what has the focus is inside the window, what
 * one must see is too and can be told from its ground, and what a screen reader would say is there. The kiosk has its own windows (kiosk.spec).
 */
const sizes = [
  ['100 %', 1366, 768],
  ['200 %', 683, 384],
  ['400 %', 342, 192],
] as const
const palettes = ['light', 'dark', 'sun', 'forced'] as const
/** In a usual run each size is walked in two palettes and each palette at least once; GATHER_ALL_THEMES=1 walks all of them. */
const usual: Record<string, readonly string[]> = { '100 %': ['light', 'forced'], '200 %': ['dark', 'forced'], '400 %': ['light', 'sun'] }

for (const [size, width, height] of sizes) {
  for (const palette of palettes.filter((one) => process.env['GATHER_ALL_THEMES'] || usual[size]?.includes(one))) {
    test(`register, newcomer, head count and closing by keyboard: ${size}, ${palette}`, async ({ page: bare, open }) => {
      if (palette === 'forced') await bare.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
      const page = await open(`place=register/${sessionId}&theme=${palette === 'forced' ? 'dark' : palette}`, { width, height })
      const search = page.getByRole('combobox', { name: 'Who is here?' })

      await test.step('two letters and Enter', async () => {
        await hasFocusInView(search)
        await type(page, 'ma')
        await isSeen(page, page.getByRole('option').first())
        await page.clock.runFor(900)
        await expect(page.getByRole('status').filter({ hasText: /^\d+ found$/ })).toHaveCount(1)
        await press(page, 'Enter')
        await expect(
          page
            .locator('#work')
            .getByText(/ is here, /)
            .first(),
        ).toBeAttached()
        await hasFocusInView(search)
      })

      await test.step('somebody new, whose form is kept', async () => {
        await type(page, 'Ada')
        await press(page, 'Control+n')
        await hasFocusInView(page.locator(':focus'))
        await expect(page.locator(':focus')).toHaveValue('Ada')
        await press(page, 'Tab')
        await hasFocusInView(page.locator(':focus'))
        await press(page, 'Escape')
        await hasFocusInView(search)
      })

      await test.step('a head count that agrees', async () => {
        await press(page, 'F9')
        await hasFocusInView(page.getByRole('textbox', { name: 'People counted' }))
        await type(page, '18') // seventeen in the pictures, and whoever was signed in above
        await press(page, 'Enter')
        await hasFocusInView(page.locator(':focus'))
      })

      await test.step('the closing page', async () => {
        await press(page, 'Alt+s')
        await isSeen(page, page.getByRole('heading', { level: 1, name: 'Close the session' }))
        await expect(page).toHaveTitle(/^Close the session/)
        for (let times = 0; times < 12; times++) {
          await press(page, 'Tab')
          await hasFocusInView(page.locator(':focus'))
        }
      })
    })
  }
}

async function type(page: Page, letters: string): Promise<void> {
  await page.keyboard.type(letters)
  await page.clock.runFor(100)
}

async function press(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key)
  await page.clock.runFor(100)
}

/** It has the focus, a name, and stands inside the window. */
async function hasFocusInView(one: Locator): Promise<void> {
  await expect(one).toBeFocused()
  await expect(one).toBeInViewport({ ratio: 0.5 })
  await expect(one).toHaveAccessibleName(/./)
}

/** It stands inside the window, and its letters can be told from their ground. */
async function isSeen(page: Page, one: Locator): Promise<void> {
  await expect(one).toBeInViewport({ ratio: 0.5 })
  expect((await drawn(page, one)).ink).toBeGreaterThan(0.005)
}
