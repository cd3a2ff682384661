import { spawn } from 'node:child_process'
import { root } from './built.ts'
import type { Children } from './children.ts'
import type { Electron } from './electron.ts'
import type { LocalServer } from './server.ts'

/** What it takes to open the app. */
export interface Opening {
  server: LocalServer
  electron: Electron | null
  children: Children
  say: (line: string) => void
}

/** An app that ends sooner than this has not been used: it did not start. Milliseconds. */
const tooSoonMs = 4000

/** Opens the desktop app, or else a browser; settles when the window was closed. With a browser: at Ctrl+C. */
export async function openApp({ server, electron, children, say }: Opening): Promise<void> {
  const why = cannotShow(electron)
  if (!why && electron) {
    const began = Date.now()
    const code = await runDesktop(electron, server, children)
    if (children.stopping() || (code === 0 && Date.now() - began > tooSoonMs)) return
    if (code === 0) return wasOpen(server, say)
    if (Date.now() - began > tooSoonMs) throw new Error(`The app ended with code ${code}. Everything saved is still there: start it again.`)
  }
  const how = browse(server.address) ? `Gather opens in your browser instead: ${server.address}` : `open ${server.address} in a browser instead`
  await stayFor(`${why ?? 'Electron does not start on this machine'}: ${how} (Ctrl+C ends it)`, say)
}

/** One app per laptop: a second start brings the first window to the front, which goes on with the server it had. */
async function wasOpen(server: LocalServer, say: (line: string) => void): Promise<void> {
  say('Gather was open already: its window came to the front')
  if (server.own) await stayFor('Ctrl+C ends the server', say)
}

/** Why the desktop app cannot run here, or null. */
export function cannotShow(electron: Electron | null): string | null {
  if (!hasDisplay()) return 'There is no display'
  return electron ? null : "Electron's program could not be fetched"
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])
}

async function runDesktop(electron: Electron, server: LocalServer, children: Children): Promise<number> {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0
  const args = [root, ...(isRoot ? ['--no-sandbox'] : [])] // Chromium has no sandbox for root
  const env = { GATHER_LOCAL_SERVER: server.address, GATHER_SAMPLE: '1', GATHER_LEASH: '1' }
  return children.start(electron.path, args, { env, stdio: ['pipe', 'ignore', 'ignore'] }).ended
}

/** Asks the system to show an address. @returns whether there is anything to show it on */
function browse(address: string): boolean {
  if (!hasDisplay()) return false
  const program = process.platform === 'darwin' ? 'open' : process.platform === 'win32' ? 'explorer.exe' : 'xdg-open'
  spawn(program, [address], { stdio: 'ignore', detached: true })
    .once('error', () => undefined)
    .unref()
  return true
}

function stayFor(line: string, say: (line: string) => void): Promise<never> {
  say(line)
  return new Promise(() => {
    setInterval(() => undefined, 2 ** 30) // until Ctrl+C
  })
}
