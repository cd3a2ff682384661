import type { Page } from '@playwright/test'

interface Scripted {
  scripted?: { isQuiet(): boolean }
}

/**
 * Waits until the worker has answered everything that the window has asked for, and the window has drawn it: a key pressed in between would
 * meet the screen of before. What drawing asks for in its turn is waited for too.
 */
async function isQuiet(page: Page): Promise<void> {
  do await page.waitForFunction(() => (window as unknown as Scripted).scripted?.isQuiet() ?? true)
  while (!(await page.evaluate(staysQuiet)))
}

/** Whether nothing new is asked for while the page does what it has to do: its timers stand still, messages to itself do not. */
async function staysQuiet(): Promise<boolean> {
  for (let turn = 0; turn < 4; turn++) {
    await new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = resolve
      port2.postMessage(null)
    })
  }
  return (window as unknown as Scripted).scripted?.isQuiet() ?? true
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
