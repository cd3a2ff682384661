import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { ElectronApplication, Page } from '@playwright/test'
import { build } from 'vite'
import type {} from '../peer/page.ts'
import { openCountedLine, type CountedLine } from './line.ts'
import { launch } from './laptop.ts'
import { endOf } from './processes.ts'

/** PouchDB in a page of the same Electron, and express-pouchdb behind a line that counts. */
export interface Peer {
  page: Page
  line: CountedLine
  /** Address of one of its databases, over the line. */
  database(name: string): string
  /** Puts documents into a database of the server, past the line. */
  seed(name: string, documents: readonly object[]): Promise<void>
  close(): Promise<void>
}

const here = 'tests/bench'

/** Installs it if it is not there, starts its server, opens its page. */
export async function openPeer(electron: string, display: string, folder: string): Promise<Peer> {
  install()
  const pages = join(folder, 'peer-page')
  await bundlePage(pages)
  const child = spawn(process.execPath, [`${here}/peer/server.ts`, folder, pages], { stdio: ['ignore', 'pipe', 'inherit'] })
  const address = await new Promise<string>((ready, broke) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /^peer: (http\S+)/.exec(line)?.[1]
      if (found) ready(found)
    })
    child.once('exit', (code) => broke(new Error(`the peer's server ended (${code})`)))
  })
  const line = await openCountedLine(Number(new URL(address).port))
  const app = await openWindow(electron, display, join(folder, 'peer-laptop'), `${line.address}/bench/index.html`)
  const page = await app.firstWindow()
  await page.waitForFunction(() => window.peer !== undefined)
  return {
    page,
    line,
    database: (name) => `${line.address}/db/${name}`,
    seed: (name, documents) => seed(`${address}/db/${name}`, documents),
    async close() {
      await app.close()
      await line.down()
      await endOf(child, 'SIGTERM')
    },
  }
}

function openWindow(electron: string, display: string, folder: string, address: string): Promise<ElectronApplication> {
  process.env['BENCH_PEER_PAGE'] = address
  return launch(electron, [`${here}/peer/window`], display, folder)
}

/** As the lock file says, and again when that has changed. */
function install(): void {
  const lock = readFileSync(`${here}/package-lock.json`, 'utf8')
  const done = `${here}/node_modules/.installed-lock.json`
  if (existsSync(done) && readFileSync(done, 'utf8') === lock) return
  process.stderr.write('installing what the bench compares with (tests/bench/package.json) …\n')
  execFileSync('npm', ['ci', '--prefix', here, '--ignore-scripts', '--no-audit', '--no-fund', '--silent'], { stdio: ['ignore', 'ignore', 'inherit'] })
  writeFileSync(done, lock)
}

async function bundlePage(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  await build({
    configFile: false,
    root: `${here}/peer`,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: true,
      minify: true,
      target: 'chrome108',
      lib: { entry: 'page.ts', formats: ['iife'], name: 'bench', fileName: () => 'page.js' },
    },
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
  })
  writeFileSync(join(folder, 'index.html'), '<!doctype html><meta charset="utf-8"><title>Peer</title><script src="page.js"></script>')
}

async function seed(address: string, documents: readonly object[]): Promise<void> {
  await ask(address, 'PUT')
  for (let from = 0; from < documents.length; from += 1000) {
    await ask(`${address}/_bulk_docs`, 'POST', { docs: documents.slice(from, from + 1000) })
  }
}

async function ask(address: string, method: string, body?: object): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(address, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) })
  if (!answer.ok) throw new Error(`the peer's server answered ${answer.status}`)
}
