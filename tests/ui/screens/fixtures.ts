import { expect, test as base, type Page } from '@playwright/test'
import { quickChromium } from '../../support/chromium.ts'
import { settled } from '../gallery/settled.ts'
import type { GalleryScreen } from '../gallery/screens.ts'
import { KeptPage, problemsOf, takeSteps } from './pages.ts'

export { expect, settled }

const chromium = quickChromium()

interface Fixtures {
  /** Opens a screen of the gallery. The clock stands at the pictures' time and runs. */
  open(query: string, size?: { width: number; height: number }, at?: string): Promise<Page>
  show(screen: GalleryScreen, theme?: string, size?: { width: number; height: number }): Promise<Page>
  /** Shows a screen in the page of the one before, where that is of the same world and nothing was written there. */
  look(screen: GalleryScreen): Promise<Page>
}

/** The page that the tests of a worker share, one for each language of their machine. */
interface Kept {
  keptIn(locale: string | undefined): Promise<KeptPage>
}

/** Fails on anything the page logs as an error: with it, on everything the window's policy forbids. */
export const test = base.extend<Fixtures & { kept: KeptPage }, Kept>({
  keptIn: [
    async ({ browser }, use) => {
      const pages = new Map<string | undefined, KeptPage>()
      await use(async (locale) => {
        const kept = pages.get(locale) ?? new KeptPage(await (await browser.newContext(locale ? { locale } : {})).newPage())
        pages.set(locale, kept)
        return kept
      })
      for (const { page } of pages.values()) await page.context().close()
    },
    { scope: 'worker' },
  ],
  kept: async ({ keptIn, locale }, use) => {
    const kept = await keptIn(locale)
    const problems = problemsOf(kept.page)
    await use(kept)
    await kept.clear()
    expect(problems()).toEqual([])
  },
  page: async ({ kept }, use) => use(kept.page),
  launchOptions: async ({}, use) => use({ args: ['--no-sandbox', '--font-render-hinting=none'], ...(chromium ? { executablePath: chromium } : {}) }),
  // what is asked of the page before it opens is another fixture's of the same name: forced colours
  open: async ({ kept, page: _asItIs }, use) => use((query, size, at) => kept.bring(query, size, at)),
  show: async ({ open }, use) =>
    use(async (screen, theme = 'light', size) => takeSteps(await open(`theme=${theme}&${screen.query}`, size, screen.page), screen)),
  look: async ({ kept }, use) => use((screen) => kept.look(screen)),
})
