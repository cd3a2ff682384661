import type { ConsoleMessage, Page } from '@playwright/test'
import type { GalleryScreen } from '../gallery/screen.ts'
import { passesBetweenAnswers, settled } from '../gallery/settled.ts'

/** A quiet morning in the design pictures. */
const time = new Date('2026-10-22T09:32:00Z')
const laptop = { width: 1366, height: 768 }
const ofTheGallery = /favicon|status of 404/

/** Opens a screen of the gallery in a page. The clock stands at the pictures' time and runs. */
export async function bring(page: Page, query: string, size = laptop, at = ''): Promise<Page> {
  await page.setViewportSize(size)
  await page.clock.install({ time })
  passesBetweenAnswers(page)
  await page.goto(`${process.env['GALLERY']}${at}?${query}`)
  await page.locator('h1').first().waitFor()
  await settled(page)
  return page
}

/** Does what somebody does first on a screen, each step when the one before is drawn. */
export async function takeSteps(page: Page, { steps = [] }: GalleryScreen): Promise<Page> {
  for (const step of steps) {
    await step(page)
    await settled(page, 400)
  }
  return page
}

/** Notes from now on what a page logs as an error or throws. Answers it once, and listens no more. */
export function problemsOf(page: Page): () => string[] {
  const problems: string[] = []
  const threw = (error: Error) => problems.push(String(error))
  const logged = (message: ConsoleMessage) => message.type() === 'error' && problems.push(message.text())
  page.on('pageerror', threw).on('console', logged)
  return () => {
    page.off('pageerror', threw).off('console', logged)
    return problems.filter((one) => !ofTheGallery.test(one))
  }
}

/**
 * The page of a worker, open from test to test: compiling the app in a new one costs two fifths of what showing a screen takes, so each
 * test begins by a navigation. Making a world and reading it costs half of the rest: where `look` is asked for one of the same world,
 * and nothing was written there since, the app is drawn anew where it lies.
 */
export class KeptPage {
  readonly page: Page
  /** What lies open and may be looked at again. */
  private world: string | null = null

  constructor(page: Page) {
    this.page = page
  }

  async bring(...[query, size, at]: [query: string, size?: { width: number; height: number }, at?: string]): Promise<Page> {
    this.world = null
    return bring(this.page, query, size, at)
  }

  async look(screen: GalleryScreen): Promise<Page> {
    await this.at(screen.query)
    return takeSteps(this.page, screen)
  }

  private async at(query: string): Promise<void> {
    const { place, world } = partsOf(query)
    if (world !== this.world || !(await goesTo(this.page, place))) await bring(this.page, `theme=light&${query}`)
    this.world = world
  }

  /** Takes away what a test has left on the page itself; what it left in it goes with the next navigation. */
  async clear(): Promise<void> {
    await this.page.unrouteAll()
    await this.page.emulateMedia({ media: null, colorScheme: null, forcedColors: null })
    await this.page.evaluate(() => localStorage.clear()).catch(() => undefined) // some tests leave for no page at all
  }
}

/** Whether a screen is one of many of a world: the app's own, where a team is open. */
export function isOneOfMany({ query, page }: GalleryScreen): boolean {
  return page === undefined && query.startsWith('place=')
}

/** The world of a screen: all that it asks for but the place. */
export function worldOf({ query }: { query: string }): string {
  return partsOf(query).world
}

function partsOf(query: string): { place: string; world: string } {
  const asked = new URLSearchParams(query)
  const place = asked.get('place') ?? ''
  asked.delete('place')
  return { place, world: asked.toString() }
}

/** Goes to a place of the world that lies open. Answers whether it could. */
async function goesTo(page: Page, place: string): Promise<boolean> {
  await page.setViewportSize(laptop)
  const went = await page.evaluate((there) => {
    localStorage.clear()
    document.documentElement.dataset['theme'] = 'light'
    return (window as never as { startsAt(place: string): Promise<boolean> }).startsAt(there)
  }, place)
  if (!went) return false
  await page.locator('h1').first().waitFor() // a key that comes before meets nothing
  await settled(page)
  return true
}
