import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { ownPort } from '../../support/ports.ts'
import { serverWords } from '../../support/serverWords.ts'

/** The team's server as it ships, a process of its own, on a database of its own. */
export interface Surgery {
  /** "http://127.0.0.1:…", the same after every start. */
  readonly address: string
  readonly port: number
  /** Its database, for what writes as the server does. */
  readonly database: string
  /** The code for the lead's first laptop. Good once. */
  readonly firstCode: string
  /** SIGKILL, as when somebody pulls the plug. */
  kill(): Promise<void>
  /** @param first what it runs before everything else: a script */
  start(first?: string): Promise<void>
  /** Asks its database. */
  ask<Row>(sql: string, values?: unknown[]): Promise<Row[]>
  close(): Promise<void>
}

/** Opens a surgery. @param sample whether it offers the invented team */
export async function openSurgery(sample: boolean): Promise<Surgery> {
  const folder = await mkdtemp(join(tmpdir(), 'gather-surgery-'))
  const database = await makeDatabase()
  const port = await ownPort()
  const env = {
    GATHER_DATA: folder,
    GATHER_PORT: String(port),
    GATHER_SAMPLE: sample ? '1' : '0',
    GATHER_LOG: 'warn',
    NODE_COMPILE_CACHE: join(tmpdir(), 'gather-server-compiled'), // it starts seventy times a run: in 0.3 s of a core, not 0.5
    DATABASE_URL: database.address,
  }
  let running = await startServer(env)
  const firstCode = running.firstCode ?? ''
  return {
    address: `http://127.0.0.1:${port}`,
    port,
    database: database.address,
    firstCode,
    kill: () => running.kill('SIGKILL'),
    async start(first) {
      running = await startServer(first ? { ...env, NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(first)}` } : env)
    },
    ask: database.ask,
    async close() {
      await running.kill('SIGTERM')
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

interface Running {
  firstCode: string | null
  kill(signal: NodeJS.Signals): Promise<void>
}

/** Starts the server and waits until it says where it listens. */
async function startServer(env: Record<string, string>): Promise<Running> {
  const child = spawn(process.execPath, [...serverWords], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const said: string[] = []
  await new Promise<void>((ready, broke) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      said.push(line)
      if (line.startsWith('Gather server:')) ready() // the last of its lines
    })
    child.once('exit', (code) => broke(new Error(`the server ended (${code}): ${said.join('\n')}`)))
  })
  const firstCode = said.map((line) => /first laptop: (\S+)/.exec(line)?.[1]).find(Boolean) ?? null
  return { firstCode, kill: (signal) => killed(child, ended, signal) }
}

async function killed(child: ChildProcess, ended: Promise<void>, signal: NodeJS.Signals): Promise<void> {
  child.kill(signal)
  await ended
}

async function makeDatabase() {
  const run = process.env['GATHER_TEST_DATABASE'] ?? ''
  const name = `e2e_${randomBytes(6).toString('hex')}`
  await once(run, `create database ${name}`)
  const address = run.replace(/[^/]+$/, name)
  return {
    address,
    ask: async <Row>(sql: string, values: unknown[] = []) => (await once(address, sql, values)).rows as Row[],
    drop: () => once(run, `drop database ${name} with (force)`),
  }
}

async function once(address: string, sql: string, values: unknown[] = []) {
  const client = new pg.Client(address)
  await client.connect()
  try {
    return await client.query(sql, values)
  } finally {
    await client.end()
  }
}
