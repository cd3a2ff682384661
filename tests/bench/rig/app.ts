import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** An Electron and the app built for it. */
export interface BuiltApp {
  electron: string
  /** The folder to start. */
  app: string
}

/**
 * Finds an Electron and builds the app for it: GATHER_ELECTRON with GATHER_ELECTRON_APP where they are set; the one that
 * npm's `electron` has fetched; else the older one of tests/electron. What was built for the older one is copied into the
 * bench's folder, so that nobody's next build changes it under a run.
 */
export function buildApp(folder: string, noBuild: boolean): BuiltApp {
  const { GATHER_ELECTRON: electron, GATHER_ELECTRON_APP: app } = process.env
  if (electron && app) return { electron, app }
  const fetched = fetchedElectron()
  if (fetched) {
    if (!noBuild) build({})
    return { electron: fetched, app: process.cwd() }
  }
  const old = execFileSync('bash', ['tests/electron/get-electron.sh'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim()
  if (!noBuild || !existsSync('out/electron22/package.json')) build({ GATHER_BUILD: 'electron22' })
  const copy = join(folder, 'app')
  rmSync(copy, { recursive: true, force: true })
  cpSync('out/electron22', copy, { recursive: true })
  return { electron: old, app: copy }
}

function build(env: Record<string, string>): void {
  execFileSync(process.execPath, ['node_modules/electron-vite/bin/electron-vite.js', 'build', '--logLevel', 'warn'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

/** The binary of npm's `electron`, where its download host could be reached. */
function fetchedElectron(): string | null {
  const told = 'node_modules/electron/path.txt'
  if (!existsSync(told)) return null
  const path = join(process.cwd(), 'node_modules/electron/dist', readFileSync(told, 'utf8').trim())
  return existsSync(path) ? path : null
}
