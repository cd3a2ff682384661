import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { dataFolderOf } from '../../src/server/dataFolder.ts'
import { root } from './built.ts'
import type { Children } from './children.ts'

/** A server that answers. */
export interface LocalServer {
  /** "http://127.0.0.1:8787" */
  address: string
  /** Whether we started it, and so end it. */
  own: boolean
}

const leash = fileURLToPath(new URL('./leash.ts', import.meta.url))
const usualPort = 8787
/** The first start makes a database and the sample team: seconds. A slow disk gets its time. Milliseconds. */
const startMs = 120_000

/**
 * Starts the server, or takes the one that runs already. The port stays the same from start to start: a laptop that joined
 * remembers the address.
 */
export async function startServer(children: Children, say: (line: string) => void): Promise<LocalServer> {
  const folder = dataFolderOf(process.env)
  const port = Number(process.env['GATHER_PORT'] ?? lastPort(folder) ?? usualPort)
  const running = `http://127.0.0.1:${port}`
  if (await isGather(running)) {
    say(`A Gather server runs already: ${running}`)
    return { address: running, own: false }
  }
  const free = (await isFree(port)) ? port : 0
  const address = await start(children, say, free)
  keepPort(folder, address)
  return { address, own: true }
}

async function start(children: Children, say: (line: string) => void, port: number): Promise<string> {
  const env = { GATHER_SAMPLE: '1', GATHER_LOG: 'error', ...process.env, GATHER_PORT: String(port) }
  const args = ['--import', leash, join(root, 'src/server/index.ts')]
  const child = children.start(process.execPath, args, { env, stdio: ['pipe', 'pipe', 'inherit'], cwd: root })
  const address = new Promise<string>((resolve) => {
    createInterface({ input: child.process.stdout ?? process.stdin }).on('line', (line) => {
      say(line)
      const said = /^Gather server: (\S+)/.exec(line)?.[1]
      if (said) resolve(said)
    })
  })
  const ended = child.ended.then(() => Promise.reject(new Error('The server did not start; what it said stands above.')))
  const late = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error('The server did not start in two minutes.')), startMs).unref()
  })
  const found = await Promise.race([address, ended, late])
  await Promise.race([untilReady(found), ended, late])
  return found
}

async function untilReady(address: string): Promise<void> {
  while (!(await answers(`${address}/ready`))) await new Promise((later) => setTimeout(later, 100))
}

async function isGather(address: string): Promise<boolean> {
  const about = await fetch(`${address}/about`, { signal: AbortSignal.timeout(1500) })
    .then((answer) => answer.json())
    .catch(() => null)
  return typeof about === 'object' && about !== null && 'localServer' in about && 'appVersion' in about
}

async function answers(address: string): Promise<boolean> {
  return fetch(address, { signal: AbortSignal.timeout(1500) }).then(
    (answer) => answer.ok,
    () => false,
  )
}

async function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}

function lastPort(folder: string): string | null {
  try {
    return readFileSync(join(folder, 'launcher-port'), 'utf8')
  } catch {
    return null
  }
}

function keepPort(folder: string, address: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeFileSync(join(folder, 'launcher-port'), new URL(address).port)
}
