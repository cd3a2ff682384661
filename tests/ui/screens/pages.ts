import type { BrowserContext, Page } from '@playwright/test'
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

/** Notes from now on what a page logs as an error or throws. Answers what there was since it was last asked. */
export function problemsOf(page: Page): () => string[] {
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(String(error)))
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
  return () => problems.splice(0).filter((one) => !ofTheGallery.test(one))
}

/**
 * A page that stays open from test to test. Making a world and reading it costs half of what looking at a screen takes: where the one
 * asked for is of the same world, and nothing was written there since, the app is drawn anew where it lies.
 */
export class KeptPage {
  problems: () => string[] = () => []
  private page: Page | null = null
  private world = ''
  private readonly context: BrowserContext

  constructor(context: BrowserContext) {
    this.context = context
  }

  async look({ query, steps = [] }: GalleryScreen): Promise<Page> {
    const page = await this.at(query)
    for (const step of steps) {
      await step(page)
      await settled(page, 400)
    }
    return page
  }

  private async at(query: string): Promise<Page> {
    const { place, world } = partsOf(query)
    if (this.page && world === this.world && (await goesTo(this.page, place))) return this.page
    await this.page?.close()
    this.page = await this.context.newPage()
    this.problems = problemsOf(this.page)
    this.world = world
    return bring(this.page, `theme=light&${query}`)
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
