import { expect, test as base, type TestInfo } from '@playwright/test'
import { openLaptop, type Laptop } from './rig/laptop.ts'
import type { Rig } from './rig/rig.ts'
import { openSurgery, type Surgery } from './rig/surgery.ts'
import { byKeyboard } from './steps/byKeyboard.ts'
import { byPointer } from './steps/byPointer.ts'
import type { Way } from './steps/way.ts'
import { clearOfMidnight } from '../support/midnight.ts'

export { expect }
export type { Laptop, Surgery }

/** What a test gets. */
export interface Fixtures {
  /** The server as it ships, with its own database. Started before the test, stopped behind it. */
  surgery: Surgery
  /** Opens a laptop with a line of its own to the surgery; closed behind the test. @param more words for the desktop app's command line */
  openLaptop(name?: string, more?: string[]): Promise<Laptop>
  /** One laptop, opened. */
  laptop: Laptop
  /** How somebody works at it: by keyboard alone in the desktop app, by pointer in the browser. */
  by: Way
}

/** Every group of these tests meets today: none begins so late that it would end tomorrow. Milliseconds. */
const longestTest = 6 * 60_000

/**
 * `test` with a real server on a real PostgreSQL and real laptops in the host of the project:
 *
 *     test('a sign-in outlives a power cut', async ({ laptop }) => {
 *       await laptop.page.getByRole('button', { name: 'Try it with sample data' }).click()
 *       await laptop.network(false)
 *       await laptop.kill()
 *       await laptop.reopen()
 *     })
 */
export const test = base.extend<Fixtures & Rig & { today: void }>({
  today: [
    async ({}, use) => {
      await clearOfMidnight(longestTest)
      await use()
    },
    { auto: true, timeout: longestTest + 60_000 },
  ],

  host: ['browser', { option: true }],
  wholeBrowser: [Boolean(process.env['GATHER_EVERY_HOST']), { option: true }],
  dearKey: [Boolean(process.env['GATHER_EVERY_HOST']), { option: true }],

  surgery: async ({}, use) => {
    const surgery = await openSurgery(true)
    await use(surgery)
    await surgery.close()
  },

  openLaptop: async ({ host, wholeBrowser, dearKey, surgery }, use, info) => {
    const laptops: Laptop[] = []
    await use(async (name = `Laptop ${laptops.length + 1}`, more = []) => {
      const laptop = await openLaptop(host, name, surgery.port, { more, wholeBrowser, dearKey })
      laptops.push(laptop)
      return laptop
    })
    if (info.status !== info.expectedStatus) for (const laptop of laptops) await picture(laptop, info)
    for (const laptop of laptops) await laptop.remove()
    for (const laptop of laptops) expect.soft(laptop.problems, `errors in the page of ${laptop.name}`).toEqual([])
  },

  laptop: async ({ openLaptop: open }, use) => use(await open()),

  by: async ({ host }, use) => use(host === 'browser' ? byPointer : byKeyboard),
})

/** What a laptop showed when its test failed: a picture beside the test's results, and in words what had the focus and what stood there. */
async function picture(laptop: Laptop, info: TestInfo): Promise<void> {
  await laptop.page.screenshot({ timeout: 5000, path: info.outputPath(`${laptop.name}.png`) }).catch(() => undefined)
  const shown = await laptop.page.evaluate(whatIsShown).catch((error: unknown) => String(error))
  process.stdout.write(`${info.title}: ${laptop.name} shows ${shown}\n`)
}

function whatIsShown(): string {
  const { activeElement: focus, body } = document
  const dialogs = [...document.querySelectorAll<HTMLElement>('dialog[open], [role=dialog]')].map((one) => one.innerText.slice(0, 600))
  return `focus on ${focus?.outerHTML.slice(0, 200)}; ${dialogs.join(' | ')}; ${body.innerText.slice(0, 1500)}`.replace(/\s+/g, ' ')
}
