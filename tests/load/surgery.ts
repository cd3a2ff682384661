import { spawn, type ChildProcess } from 'node:child_process'
import { rmSync } from 'node:fs'
import { chmod, mkdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { issueCode } from '../../src/server/codes.ts'
import { enrol } from '../../src/server/enrol.ts'
import { recoveryKeysFrom } from '../../src/server/escrow.ts'
import { secretsIn } from '../../src/server/secrets.ts'
import { accountForDatabase } from '../../src/server/sql/embedded/account.ts'
import { homeOf } from '../../src/server/sql/embedded/home.ts'
import { postmasterIn } from '../../src/server/sql/embedded/processes.ts'
import { findEmbedded } from '../../src/server/sql/embedded.ts'
import { openPostgres } from '../../src/server/sql/postgres.ts'
import type { Sql } from '../../src/server/sql/sql.ts'
import { must } from '../../src/shared/std/assert.ts'
import type { EnrolReply } from '../../src/shared/sync/protocol.ts'
import { endOf } from '../bench/rig/processes.ts'
import { serverWords } from '../support/serverWords.ts'

/** The server as it ships, in a process of its own, with its own PostgreSQL and its limits on. */
export interface LoadSurgery {
  address: string
  team: string
  lead: string
  /** A second way to its database, for what is made before and looked at after. Opened anew with each call. */
  database(): Promise<Sql>
  /** A laptop of this colleague, joined. */
  join(sql: Sql, colleague: string): Promise<EnrolReply>
  /** Ends the server with SIGKILL and starts it again on the same port. */
  killServer(): Promise<void>
  /** Ends its PostgreSQL with SIGKILL; the server starts it again by itself. */
  killPostgres(): Promise<void>
  /** The most memory that the server's process had, in megabytes; null where nobody knows. */
  memory(): Promise<number | null>
  /** Which process is the server, and which is its database's. */
  processes(): Promise<{ server: number; database: number }>
  close(): Promise<void>
}

/** Starts one in a folder that goes afterwards, lets something be done with it, and ends it. */
export async function withLoadSurgery(work: (surgery: LoadSurgery, folder: string) => Promise<void>): Promise<void> {
  const folder = resolve('node_modules/.cache/gather-load', `run-${process.pid}`)
  await mkdir(folder, { recursive: true })
  await chmod(folder, 0o755) // run as root, the database's own user must get in
  const ours = [folder]
  process.once('exit', () => {
    for (const one of ours) rmSync(one, { recursive: true, force: true, maxRetries: 3 })
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130)) // server and folder go at "exit"
  const data = join(folder, 'server')
  const surgery = await openLoadSurgery(data)
  ours.push(await homeOf(accountForDatabase(), data)) // run as root its database lies elsewhere: half a gigabyte
  try {
    await work(surgery, data)
  } finally {
    await surgery.close()
  }
}

/** Starts it in a folder. */
async function openLoadSurgery(folder: string): Promise<LoadSurgery> {
  const port = await freePort()
  let child = await start(folder, port)
  process.once('exit', () => {
    child.kill('SIGTERM')
  }) // it ends its database itself
  const secrets = await secretsIn(folder)
  const keys = recoveryKeysFrom(secrets.recoveryKey)
  const database = async () => openPostgres(must(await findEmbedded(folder, secrets.databasePassword), 'running database'))
  const { team, lead } = await teamIn(database)
  return {
    address: `http://127.0.0.1:${port}`,
    team,
    lead,
    database,
    async join(sql, colleague) {
      const { code } = await sql.transaction({ team }, (tx) => issueCode(tx, team, colleague, 600_000, Date.now()))
      return enrol(sql, keys, { code, deviceName: 'A laptop of the crowd' }, Date.now())
    },
    async killServer() {
      await endOf(child, 'SIGKILL')
      child = await start(folder, port)
    },
    async killPostgres() {
      process.kill(await postmaster(folder), 'SIGKILL')
    },
    processes: async () => ({ server: must(child.pid, 'server that runs'), database: await postmaster(folder) }),
    memory: () => mostMemoryOf(child),
    close: () => endOf(child, 'SIGTERM'),
  }
}

async function postmaster(folder: string): Promise<number> {
  const running = await postmasterIn(join(await homeOf(accountForDatabase(), folder), 'data'))
  return must(running, 'running database').pid
}

async function start(folder: string, port: number): Promise<ChildProcess> {
  const env = { ...process.env, GATHER_DATA: folder, GATHER_PORT: String(port), GATHER_LOG: process.env['GATHER_LOG'] ?? 'fatal', GATHER_SAMPLE: '0' }
  delete (env as NodeJS.ProcessEnv)['DATABASE_URL'] // ours as it ships: what another promises of a commit we do not know
  const child = spawn(process.execPath, [...serverWords], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise<void>((ready, broke) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('Gather server: ')) ready()
    })
    child.once('exit', (code) => broke(new Error(`the server ended (${code})`)))
  })
  return child
}

async function teamIn(database: () => Promise<Sql>): Promise<{ team: string; lead: string }> {
  const sql = await database()
  const [found] = await sql.transaction({ team: null }, (tx) => tx.query<{ team: string }>('select team from team_list'))
  const { team } = must(found, 'team')
  const [hand] = await sql.transaction({ team }, (tx) => tx.query<{ colleague: string }>(`select colleague from device where kind = 'server'`))
  await sql.close()
  return { team, lead: must(hand, 'writing hand').colleague }
}

async function mostMemoryOf(child: ChildProcess): Promise<number | null> {
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '')
  const kilobytes = /^VmHWM:\s+(\d+)/m.exec(status)?.[1]
  return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1000)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
