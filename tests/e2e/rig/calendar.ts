import type { Page } from '@playwright/test'
import type { Laptop } from './laptop.ts'
import type { Surgery } from './surgery.ts'

const dayMs = 86_400_000

/**
 * Some days later for everybody: the surgery starts again with its clock moved, and each laptop, which its people had shut, is opened
 * with its own moved as far. Nobody's clock is wrong to another's. The app is locked then, as after any start.
 */
export async function daysLater(days: number, surgery: Surgery, laptops: readonly Laptop[]): Promise<void> {
  await surgery.kill()
  await surgery.start(moveBy(days))
  for (const laptop of laptops) {
    await laptop.shut()
    await moveClocks(await laptop.reopen(), days)
  }
}

/** The day it is then, where the sessions are. */
export function dayLater(days: number): Date {
  return new Date(Date.now() + days * dayMs)
}

/** The window's clock and its worker's, also those of a page that is loaded anew. */
async function moveClocks(page: Page, days: number): Promise<void> {
  const move = moveBy(days)
  page.on('worker', (worker) => void worker.evaluate(move).catch(() => undefined)) // one that has ended meanwhile keeps no time
  await page.addInitScript(move)
  await page.evaluate(move)
  await Promise.all(page.workers().map((worker) => worker.evaluate(move)))
}

/** What moves the clock of whoever runs it, once: the time that passes, and how it is read, stay as they are. */
function moveBy(days: number): string {
  return `if (!globalThis.movedDays) {
    globalThis.movedDays = ${days}
    const Real = Date
    const now = () => Real.now() + ${days * dayMs}
    globalThis.Date = class Date extends Real {
      static now = now
      constructor(...given) { if (given.length > 0) super(...given); else super(now()) }
    }
  }`
}
