import { writeFile } from 'node:fs/promises'
import type { BrowserWindow, WebContents } from 'electron'
import type { PrintOutcome } from '../shared/ipc/contract.ts'
import { askWhereTo } from './saveFile.ts'

/** Prints a page through the system's dialog. Margins and breaks are the page's own (ui/styles/sheet.css). */
export function printPage(contents: WebContents): Promise<PrintOutcome> {
  return new Promise((resolve) => {
    contents.print({ printBackground: true, pageSize: 'A4' }, (printed, why) => {
      resolve(printed ? 'done' : /cancel/i.test(why) ? 'cancelled' : 'failed')
    })
  })
}

/** Asks where to, then writes the page there as it would be printed. Only its owner may read the file: it holds names. */
export async function savePdf(window: BrowserWindow, suggestedName: string): Promise<PrintOutcome> {
  const path = await askWhereTo(window, suggestedName)
  if (path === null) return 'cancelled'
  try {
    const pdf = await window.webContents.printToPDF({ pageSize: 'A4', printBackground: true, preferCSSPageSize: true })
    await writeFile(path, pdf, { mode: 0o600 })
    return 'done'
  } catch {
    return 'failed' // the disk is full, or the folder is not ours to write in
  }
}
