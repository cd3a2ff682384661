import type { Page } from '@playwright/test'
import type { ChosenFile, Way } from './way.ts'

/** By pointer; what is typed arrives at once. */
export const byPointer: Way = {
  press: (button) => button.click(),
  write: (field, text) => field.fill(text),
  choose: async (list, option) => void (await list.selectOption(option)),
  check: (box) => box.check(),
  file: (page, file) => chooseFile(page, file, () => page.getByText('Choose a file').click()),
}

/** Chooses a file in the system's window, which opens by what is done. */
export async function chooseFile(page: Page, { name, mimeType, text }: ChosenFile, open: () => Promise<void>): Promise<void> {
  const dialog = page.waitForEvent('filechooser')
  await open()
  await (await dialog).setFiles({ name, mimeType, buffer: Buffer.from(text) })
}
