import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { putProbe } from '../page/probe.ts'
import type { BuiltApp } from './app.ts'

/** The real app in a real Electron, with a folder of its own on a real disk. */
export interface Laptop {
  readonly page: Page
  readonly electron: ElectronApplication
  /** Calls its worker as its window does. */
  call(method: string, ...input: unknown[]): Promise<unknown>
  /** Ends it and starts it again on the same folder. */
  restart(): Promise<void>
  close(): Promise<void>
  /** Ends it and takes its folder away. */
  remove(): Promise<void>
}

/** The passphrase of every laptop here. */
export const passphrase = 'bandstand kettle thursday walk'

const size = { width: 1366, height: 768 }

/** Starts the app on this folder. */
export async function openLaptop(built: BuiltApp, display: string, folder: string): Promise<Laptop> {
  let running = await start(built, display, folder)
  return {
    get page() {
      return running.page
    },
    get electron() {
      return running.electron
    },
    call: (method, ...input) => running.page.evaluate(([name, given]) => window.probe.call(name, ...given), [method, input] as const),
    async restart() {
      await running.electron.close()
      running = await start(built, display, folder)
    },
    close: () => running.electron.close(),
    async remove() {
      await running.electron.close().catch(() => undefined)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function start(built: BuiltApp, display: string, folder: string): Promise<{ electron: ElectronApplication; page: Page }> {
  const electron = await launch(built.electron, [built.app], display, folder)
  const page = await electron.firstWindow()
  await electron.evaluate(({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height), size)
  await page.addInitScript(putProbe)
  await page.reload() // the first page was there before the probe
  await page.waitForFunction(() => window.probe?.phases.some((one) => one.phase === 'new' || one.phase === 'locked'))
  return { electron, page }
}

/** Starts an Electron with a folder of its own. @param what the app's folder and its arguments */
export function launch(electron: string, what: string[], display: string, folder: string): Promise<ElectronApplication> {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const env = { ...(process.env as Record<string, string>), DISPLAY: display, GATHER_USER_DATA: folder }
  return _electron.launch({ executablePath: electron, args: [...what, ...root, `--user-data-dir=${folder}`], env, timeout: 60_000 })
}

/** Versions of the Electron that runs. */
export async function versionsOf(electron: ElectronApplication): Promise<string> {
  const { electron: own, chrome, v8 } = await electron.evaluate(() => process.versions)
  return `Electron ${own} (Chromium ${chrome}, V8 ${v8})`
}

/** A fresh folder's place for a laptop. */
export function laptopFolder(folder: string, name: string): string {
  return join(folder, 'laptops', name)
}
