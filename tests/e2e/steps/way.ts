import type { Locator, Page } from '@playwright/test'

/** A file that is chosen. */
export interface ChosenFile {
  name: string
  mimeType: string
  text: string
}

/** How somebody works at a laptop: by pointer (`byPointer`), or by keyboard alone (`byKeyboard`). */
export interface Way {
  /** Presses a button. */
  press(button: Locator): Promise<void>
  /** Writes into a field, in place of what stands there. A date as 2026-03-31, a time as 10:00. */
  write(field: Locator, text: string): Promise<void>
  /** Chooses an option of a list by its words, or the first that is one. */
  choose(list: Locator, option: string): Promise<void>
  /** Ticks a box, or chooses one of a few. */
  check(box: Locator): Promise<void>
  /** Chooses a file where the page asks for one. */
  file(page: Page, file: ChosenFile): Promise<void>
}
