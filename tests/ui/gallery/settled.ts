import type { Page } from '@playwright/test'

interface Scripted {
  scripted?: { isQuiet(): boolean }
}

/**
 * Waits until the worker has answered everything that the window has asked for, and the window has drawn it: a key pressed in between would
 * meet the screen of before. What drawing asks for in its turn is waited for too.
 */
async function isQuiet(page: Page): Promise<void> {
  while (!(await page.evaluate(staysQuiet))) await page.waitForFunction(() => (window as unknown as Scripted).scripted?.isQuiet() ?? true)
}

/** Whether nothing is asked for, and nothing new while the page does what it has to do: its timers stand still, messages to itself do not. */
async function staysQuiet(): Promise<boolean> {
  const { scripted } = window as unknown as Scripted
  for (let turn = 0; turn < 8 && scripted?.isQuiet() !== false; turn++) {
    await new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = resolve
      port2.postMessage(null)
    })
  }
  return scripted?.isQuiet() ?? true
}

/** Lets some time of the page's clock pass once the worker has answered, and waits for what it is asked in that time. Milliseconds. */
export async function settled(page: Page, ms: number | string = 50): Promise<void> {
  const { runFor } = Object.getPrototypeOf(page.clock) as Page['clock'] // all pages of a context share one clock
  await isQuiet(page)
  await runFor.call(page.clock, ms)
  await isQuiet(page)
}

/** From now on the page's clock is put forward only between answers: a worker on a busy core is not outrun by time that does not pass. */
export function passesBetweenAnswers(page: Page): void {
  page.clock.runFor = (ticks) => settled(page, ticks)
}
