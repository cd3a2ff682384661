import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './built.ts'

/** Electron's program. */
export interface Electron {
  path: string
}

const home = join(root, 'node_modules/electron')
/** Tells when the download was last tried in vain: a park has no network, and nobody wants to wait for that at each start. */
const triedFile = join(root, 'node_modules/.cache/gather/electron-tried')
const againMs = 24 * 3600_000
/** Somebody who answers at all answers in this time. Milliseconds. */
const reachMs = 4000
/** 110 MB over a slow line. Milliseconds. */
const downloadMs = 15 * 60_000

/** Electron's program of the version in package.json; downloaded once if its host can be reached. null where there is none. */
export async function findElectron(say: (line: string) => void): Promise<Electron | null> {
  return installed() ?? ((await mayDownload()) ? download(say) : null)
}

function installed(): Electron | null {
  const other = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  const program = existsSync(join(home, 'path.txt')) ? readFileSync(join(home, 'path.txt'), 'utf8').trim() : usualProgram()
  const path = join(other ?? join(home, 'dist'), program)
  return existsSync(path) ? { path } : null
}

function usualProgram(): string {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return process.platform === 'win32' ? 'electron.exe' : 'electron'
}

async function mayDownload(): Promise<boolean> {
  if (existsSync(triedFile) && Date.now() - statSync(triedFile).mtimeMs < againMs) return false
  const host = process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'] ?? 'https://github.com/electron/electron/releases/'
  const reached = await fetch(host, { method: 'HEAD', signal: AbortSignal.timeout(reachMs) }).then(
    (answer) => answer.ok,
    () => false,
  )
  if (!reached) remember()
  return reached
}

function download(say: (line: string) => void): Electron | null {
  say('Fetching Electron, once (110 MB)')
  const done = spawnSync(process.execPath, [join(home, 'install.js')], { stdio: 'ignore', timeout: downloadMs })
  if (done.status !== 0) remember()
  else rmSync(triedFile, { force: true })
  return installed()
}

function remember(): void {
  mkdirSync(dirname(triedFile), { recursive: true })
  writeFileSync(triedFile, '')
}
