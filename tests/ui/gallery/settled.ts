import type { Page } from '@playwright/test'

/** Waits until the worker has answered everything that the window has asked for. */
async function isQuiet(page: Page): Promise<void> {
  await page.waitForFunction(() => (window as unknown as { scripted?: { isQuiet(): boolean } }).scripted?.isQuiet() ?? true)
}

/** Lets some time of the page's clock pass once the worker has answered, and waits for what it is asked in that time. Milliseconds. */
export async function settled(page: Page, ms = 50): Promise<void> {
  await isQuiet(page)
  await page.clock.runFor(ms)
  await isQuiet(page)
}

/** From now on the page's clock is put forward only between answers: a worker on a busy core is not outrun by time that does not pass. */
export function passesBetweenAnswers(page: Page): void {
  const { runFor } = Object.getPrototypeOf(page.clock) as Page['clock'] // all pages of a context share one clock
  page.clock.runFor = async (ticks) => {
    await isQuiet(page)
    await runFor.call(page.clock, ticks)
    await isQuiet(page)
  }
}
