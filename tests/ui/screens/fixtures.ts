import { expect, test as base, type BrowserContext, type Page } from '@playwright/test'
import { quickChromium } from '../../support/chromium.ts'
import { settled } from '../gallery/settled.ts'
import type { GalleryScreen } from '../gallery/screens.ts'
import { bring, KeptPage, problemsOf } from './pages.ts'

export { expect, settled }

const chromium = quickChromium()

interface Fixtures {
  /** Opens a screen of the gallery. The clock stands at the pictures' time and runs. */
  open(query: string, size?: { width: number; height: number }, at?: string): Promise<Page>
  show(screen: GalleryScreen, theme?: string, size?: { width: number; height: number }): Promise<Page>
  /** Shows a screen in the page of the one before, where that is of the same world and nothing was written there. */
  look(screen: GalleryScreen): Promise<Page>
}

/** Browsers that have read the app before, by the language of their machine: a page of theirs opens in a sixth of the time. */
interface Known {
  known(locale: string | undefined): Promise<BrowserContext>
  kept: KeptPage
}

/** Fails on anything the page logs as an error: with it, on everything the window's policy forbids. */
export const test = base.extend<Fixtures, Known>({
  known: [
    async ({ browser }, use) => {
      const contexts = new Map<string | undefined, BrowserContext>()
      await use(async (locale) => {
        const context = contexts.get(locale) ?? (await browser.newContext(locale ? { locale } : {}))
        contexts.set(locale, context)
        return context
      })
      for (const context of contexts.values()) await context.close()
    },
    { scope: 'worker' },
  ],
  kept: [
    async ({ browser }, use) => {
      const context = await browser.newContext() // all pages of a context share one clock: it has its own
      await use(new KeptPage(context))
      await context.close()
    },
    { scope: 'worker' },
  ],
  page: async ({ known, locale }, use) => {
    const page = await (await known(locale)).newPage()
    await use(page)
    await page.evaluate(() => localStorage.clear()).catch(() => undefined) // what a screen kept there is taken away; some tests leave for no page at all
    await page.close()
  },
  launchOptions: async ({}, use) => use({ args: ['--no-sandbox', '--font-render-hinting=none'], ...(chromium ? { executablePath: chromium } : {}) }),
  open: async ({ page }, use) => {
    const problems = problemsOf(page)
    await use((query, size, at) => bring(page, query, size, at))
    expect(problems()).toEqual([])
  },
  show: async ({ open }, use) => {
    await use(async (screen, theme = 'light', size) => {
      const page = await open(`theme=${theme}&${screen.query}`, size, screen.page)
      for (const step of screen.steps ?? []) {
        await step(page)
        await settled(page, 400)
      }
      return page
    })
  },
  look: async ({ kept }, use) => {
    await use((screen) => kept.look(screen))
    expect(kept.problems()).toEqual([])
  },
})
