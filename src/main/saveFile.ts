import { writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { app, dialog, type BrowserWindow } from 'electron'

/** Asks where to, then writes. @returns false if the person changed their mind */
export async function saveFile(window: BrowserWindow, suggestedName: string, text: string): Promise<boolean> {
  const defaultPath = join(app.getPath('documents'), basename(suggestedName))
  const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath, properties: ['dontAddToRecent'] })
  if (canceled || !filePath) return false
  await writeFile(filePath, text, { mode: 0o600 })
  return true
}
