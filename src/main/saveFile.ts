import { writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { app, dialog, type BrowserWindow } from 'electron'

/** Asks where to, then writes. @returns false if the person changed their mind */
export async function saveFile(window: BrowserWindow, suggestedName: string, content: string | Uint8Array): Promise<boolean> {
  const path = await askWhereTo(window, suggestedName)
  if (path === null) return false
  await writeFile(path, content, { mode: 0o600 })
  return true
}

/** The path a person chooses, or null if they changed their mind. Not remembered among the system's recent files. */
export async function askWhereTo(window: BrowserWindow, suggestedName: string): Promise<string | null> {
  const defaultPath = join(app.getPath('documents'), basename(suggestedName))
  const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath, properties: ['dontAddToRecent'] })
  return canceled || !filePath ? null : filePath
}
