import { fileURLToPath } from 'node:url'
import { _electron, chromium, type ElectronApplication, type Page, type Route } from '@playwright/test'
import { ownChromium, quickChromium } from '../../support/chromium.ts'
import type { HostName } from './rig.ts'

/** An app that runs, in one of its hosts. */
export interface Running {
  page: Page
  /** Only on the desktop. */
  app: ElectronApplication | null
  /** Settled once all of it is gone, however it went. */
  gone: Promise<void>
  close(): Promise<void>
}

/** How it is started. */
export interface How {
  /** Words for the desktop app's command line. */
  more?: string[]
  /** Chromium with its windows (usual), or the same engine without them, which costs a fifth less. */
  wholeBrowser?: boolean
  /** The passphrase's key at the cost that ships. */
  dearKey?: boolean
}

/** Starts the app for a laptop. @param folder the laptop's own, where everything it keeps lies @param server its server's address */
export async function startHost(host: HostName, folder: string, server: string, how: How): Promise<Running> {
  return host === 'browser' ? startBrowser(folder, server, how) : startDesktop(host, folder, server, how)
}

const hold = fileURLToPath(new URL('./hold.cjs', import.meta.url))
const quickKeyFile = fileURLToPath(new URL('./quickKey.cjs', import.meta.url))
const size = { width: 1366, height: 768 }

async function startBrowser(folder: string, server: string, { wholeBrowser = true, dearKey = false }: How): Promise<Running> {
  const { executablePath, args } = await findChromium(wholeBrowser)
  const context = await chromium.launchPersistentContext(folder, { executablePath, args, viewport: size, acceptDownloads: true })
  const gone = new Promise<void>((resolve) => context.once('close', () => resolve()))
  if (!dearKey) await context.route(/\/assets\/worker-[^/]+\.js$/, quickKey)
  const page = context.pages()[0] ?? (await context.newPage())
  await page.goto(server)
  return { page, app: null, gone, close: () => context.close() }
}

/**
 * The worker as served, but for what a new key costs. A laptop's file says what its key has cost, so that the worker as it is opens it too:
 * the one that a service worker has kept.
 */
async function quickKey(route: Route): Promise<void> {
  try {
    const answer = await route.fetch()
    const body = (await answer.text()).replace(/memoryKiB:262144\b/, 'memoryKiB:2048')
    await route.fulfill({ response: answer, body })
  } catch {
    await route.continue().catch(() => undefined) // a browser that is closed as it starts, in any of these steps
  }
}

/** What starts the desktop app on this folder. */
export function desktopCommand(host: HostName, folder: string): { executablePath: string; args: string[] } {
  const executablePath = must(host === 'package' ? 'GATHER_PACKAGE' : 'GATHER_ELECTRON')
  const what = host === 'package' ? [] : [must('GATHER_ELECTRON_APP')]
  return { executablePath, args: [...what, ...rootArguments(), `--user-data-dir=${folder}`] }
}

async function startDesktop(host: HostName, folder: string, server: string, { more = [], dearKey = false }: How): Promise<Running> {
  const { executablePath, args } = desktopCommand(host, folder)
  const env = { ...(process.env as Record<string, string>), GATHER_LOCAL_SERVER: server, GATHER_SAMPLE: '1' }
  const app = await _electron.launch({
    executablePath,
    args: [...(dearKey ? [] : ['-r', quickKeyFile]), '-r', hold, ...args, ...more],
    env,
    timeout: 30_000,
  })
  const gone = new Promise<void>((resolve) => app.once('close', () => resolve()))
  const page = await app.firstWindow()
  await app.evaluate(({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height), size)
  return { page, app, gone, close: () => app.close() }
}

/** Chromium does not run as root with its own sandbox; each window stays sandboxed from Node (shell.spec.ts). */
function rootArguments(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

/** A current Chromium: the machine's own, or the one that npm can bring. GATHER_CHROMIUM names another, or "npm". */
async function findChromium(whole: boolean): Promise<{ executablePath: string; args: string[] }> {
  const own = process.env['GATHER_CHROMIUM'] ?? (whole ? ownChromium() : quickChromium()) ?? 'npm'
  if (own !== 'npm') return { executablePath: own, args: rootArguments() }
  const { default: packed } = await import('@sparticuz/chromium')
  return {
    executablePath: await packed.executablePath(),
    args: [...packed.args.filter((word) => !word.startsWith('--headless')), ...rootArguments()],
  }
}

function must(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: start the tests by npm run e2e`)
  return value
}
