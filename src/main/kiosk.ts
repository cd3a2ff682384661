import { BrowserWindow, MessageChannelMain, app, ipcMain, type Event, type Input, type WebContents } from 'electron'
import { closeKioskChannel, kioskPortMessage, kioskWorkerPortChannel, openKioskChannel } from '../shared/ipc/channels.ts'
import type { HostEvent } from '../shared/ipc/contract.ts'
import { appOrigin, isOurFrame, kioskPath } from './origin.ts'

interface KioskSettings {
  preload: string
  /** The dev server's address, or null for the built page. */
  dev: string | null
  /** Tells the worker. */
  tell(event: HostEvent): void
}

/**
 * The kiosk's own window (stories 16, 17). It and the worker are joined by a line of which main keeps neither end. It goes only
 * when the worker has said so; gone in any other way, the laptop locks: the open app is never what is found underneath.
 */
export function answerKiosk(settings: KioskSettings): void {
  let open: { kiosk: BrowserWindow; app: BrowserWindow } | null = null
  let quitting = false
  app.on('before-quit', () => (quitting = true))

  function end(lock: boolean): void {
    const ending = open
    if (!ending) return
    open = null
    if (lock) settings.tell({ event: 'lockNow' })
    if (!ending.app.isDestroyed() && !quitting) ending.app.show()
    if (!ending.kiosk.isDestroyed()) ending.kiosk.destroy()
  }

  ipcMain.on(openKioskChannel, (event) => {
    const appWindow = BrowserWindow.fromWebContents(event.sender)
    if (!appWindow || open || !isOurFrame(event.senderFrame, settings.dev)) return
    const kiosk = makeWindow(settings)
    open = { kiosk, app: appWindow }
    kiosk.on('close', (closing) => {
      if (open?.kiosk === kiosk && !quitting) closing.preventDefault() // Alt+F4 is no way out
    })
    const lost = () => {
      if (open?.kiosk === kiosk) end(true)
    }
    kiosk.on('closed', lost)
    kiosk.webContents.on('render-process-gone', lost)
    kiosk.webContents.once('did-fail-load', lost)
    whenLoadedAgain(appWindow.webContents, () => {
      if (open?.kiosk === kiosk) end(true)
    })
    kiosk.webContents.once('did-finish-load', () => join(appWindow.webContents, kiosk.webContents))
    kiosk.once('ready-to-show', () => {
      kiosk.show()
      appWindow.hide()
    })
    void kiosk.loadURL(settings.dev ? new URL(kioskPath, settings.dev).href : appOrigin + kioskPath).catch(lost)
  })
  ipcMain.on(closeKioskChannel, (event) => {
    if (open?.app.webContents === event.sender && isOurFrame(event.senderFrame, settings.dev)) end(false)
  })
}

/** Both ends of the line leave main at once. */
function join(worker: WebContents, kiosk: WebContents): void {
  const { port1, port2 } = new MessageChannelMain()
  worker.postMessage(kioskWorkerPortChannel, null, [port1])
  kiosk.postMessage(kioskPortMessage, null, [port2])
}

function makeWindow({ preload }: KioskSettings): BrowserWindow {
  const window = new BrowserWindow({
    kiosk: true,
    fullscreen: true,
    alwaysOnTop: true,
    frame: false,
    title: 'Gather',
    show: false,
    backgroundColor: '#ffffff',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
      navigateOnDragDrop: false,
      disableDialogs: true,
    },
  })
  window.removeMenu()
  window.on('page-title-updated', (event) => event.preventDefault())
  const { webContents } = window
  const refuse = (event: Event) => event.preventDefault()
  webContents.on('will-navigate', refuse)
  webContents.on('before-input-event', (event, input) => {
    if (!mayType(input)) event.preventDefault()
  })
  webContents.on('zoom-changed', () => webContents.setZoomLevel(0))
  return window
}

/** The app's page was loaded again or crashed: its worker, and the kiosk's other end, are gone. */
function whenLoadedAgain(contents: WebContents, tell: () => void): void {
  contents.once('render-process-gone', tell)
  contents.once('did-start-loading', tell)
}

const editing = ['Backspace', 'Delete', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'Tab', 'Enter', 'Escape', 'Shift', 'Dead']

/** Letters and the keys of writing; no shortcut of the shell, the menu or the system's that passes through here. */
function mayType(input: Input): boolean {
  const letter = [...input.key].length === 1
  const writes = letter && /[^\x20-\x7e]/.test(input.key) // AltGr and Option write ł and ż
  if (input.control || input.meta || input.alt) return (writes && !input.meta) || input.key.startsWith('Alt')
  return letter || editing.includes(input.key) || input.key.startsWith('Alt')
}
