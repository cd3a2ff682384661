import { join } from 'node:path'
import { BrowserWindow } from 'electron'
import { aboutArgument } from '../shared/ipc/channels.ts'
import type { AboutHost } from '../shared/ipc/contract.ts'
import { isOurTitle } from '../shared/ipc/titles.ts'
import { appOrigin } from './origin.ts'

export interface WindowSettings {
  about: AboutHost
  preload: string
  /** The dev server's address, or null for the built page. */
  dev: string | null
  isPackaged: boolean
}

/** Opens the window. Shown when it has something to show, so that nobody sees a white sheet first. */
export async function openWindow(settings: WindowSettings): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 800,
    minHeight: 600,
    title: 'Gather',
    show: false,
    backgroundColor: '#f0f4f5',
    autoHideMenuBar: true,
    webPreferences: {
      preload: settings.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: !settings.isPackaged,
      additionalArguments: [aboutArgument + encodeURIComponent(JSON.stringify(settings.about))],
    },
  })
  window.on('page-title-updated', (event, title) => {
    if (!isOurTitle(title)) event.preventDefault()
  }) // it may hold a name, and task bars show it
  window.once('ready-to-show', () => window.show())
  comeBack(window)
  await window.loadURL(settings.dev ?? `${appOrigin}/`)
  return window
}

/** A crash of the page's process (out of memory, a driver) costs a moment, not the session: everything shown is on disk. */
function comeBack(window: BrowserWindow): void {
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit' && !window.isDestroyed()) window.webContents.reload()
  })
}

/** Where the built preload and page lie, seen from the built main. */
export function builtFiles(mainFolder: string): { preload: string; kioskPreload: string; renderer: string } {
  const preload = (name: string) => join(mainFolder, '../preload', name)
  return { preload: preload('index.cjs'), kioskPreload: preload('kiosk.cjs'), renderer: join(mainFolder, '../renderer') }
}
