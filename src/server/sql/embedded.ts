import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { chown } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { accountForDatabase, ourName, type Account } from './embedded/account.ts'
import { binariesFromNpm, runnableBinaries, type Binaries } from './embedded/binaries.ts'
import { databaseUser, environment, homeOf, initialise, makeHome, own, ownerOf } from './embedded/home.ts'
import { birthOf, isAlive, isPostgres, postmasterIn, until } from './embedded/processes.ts'
import { sqlState } from './sql.ts'

/** How to start a PostgreSQL of our own. */
export interface EmbeddedOptions {
  /** The server's data folder. */
  folder: string
  password: string
  /** Said to who started us: one line. */
  say?: (line: string) => void
  /** More settings, "fsync=off", for tests. */
  settings?: readonly string[]
  /** The programs; npm's unless given. */
  binaries?: Binaries
}

/** A PostgreSQL that we run. */
export interface Embedded {
  host: string
  port: number
  user: string
  password: string
  database: string
  /** Its main process now; another one after it was killed and started again. */
  pid(): number
  /** Ends it cleanly. */
  stop(): Promise<void>
}

/** Another server that still runs uses this database. */
export class DatabaseInUse extends Error {
  override name = 'DatabaseInUse'
}

const databaseName = 'gather'
const host = '127.0.0.1'
/** A clean end writes everything out: seconds at most, but a slow disk gets its time. Milliseconds. */
const stopMs = 30_000
/** After a power cut the log is replayed first. Milliseconds. */
const startMs = 120_000
/** Restarted more often than this in a row, something is wrong that another start does not mend. */
const mostRestarts = 5

/**
 * Starts the PostgreSQL that npm brought, in a folder of its own: loopback, random password, owner only. An orphan of a
 * server that was killed is ended first. Throws `DatabaseInUse` while another server uses it.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const account = accountForDatabase()
  const home = await homeOf(account, options.folder)
  await makeHome(account, home)
  await endOrphan(home)
  const binaries = await runnableBinaries(account, home, options.binaries ?? (await binariesFromNpm()))
  await initialise(binaries, account, home, options.password)
  await own(home, { pid: process.pid, birth: birthOf(process.pid) })
  if (account) options.say?.(`Started as ${ourName()}: the database runs as user ${account.name} and lies in ${home}`)
  return supervise({ binaries, account, home, options })
}

/** How to reach a database that another process of ours runs in this folder; null when none does. */
export async function findEmbedded(folder: string, password: string): Promise<Omit<Embedded, 'pid' | 'stop'> | null> {
  const home = await homeOf(accountForDatabase(), folder)
  const running = await postmasterIn(join(home, 'data'))
  if (!running?.ready || !isPostgres(running.pid)) return null
  return { host, port: running.port, user: databaseUser, password, database: databaseName }
}

/** A database whose server was killed runs on by itself; it is ended, because nobody watches over it. */
async function endOrphan(home: string): Promise<void> {
  const running = await postmasterIn(join(home, 'data'))
  if (!running || !isPostgres(running.pid)) return
  const owner = await ownerOf(home)
  if (owner && owner.pid !== process.pid && isAlive(owner.pid) && birthOf(owner.pid) === owner.birth) {
    throw new DatabaseInUse(`another Gather server (process ${owner.pid}) uses the database in ${home}`)
  }
  await endPostmaster(running.pid)
}

/** SIGINT is PostgreSQL's "fast" end: running statements are broken off, everything committed is kept. */
async function endPostmaster(pid: number): Promise<void> {
  process.kill(pid, process.platform === 'win32' ? 'SIGTERM' : 'SIGINT')
  if (await until(() => !isAlive(pid), stopMs)) return
  process.kill(pid, 'SIGQUIT') // as after a power cut: safe, and the next start replays its log
  await until(() => !isAlive(pid), stopMs)
}

interface Setup {
  binaries: Binaries
  account: Account | null
  home: string
  options: EmbeddedOptions
}

async function supervise(setup: Setup): Promise<Embedded> {
  let port = 0
  // a port that was free a moment ago may be somebody's connection by now: each try takes another
  let child = await startWithPatience(setup, async () => (port = await freePort()))
  let stopping = false
  const watch = () =>
    child.once('exit', () => {
      if (!stopping) void restart()
    })
  const restart = async () => {
    for (let tries = 1; tries <= mostRestarts && !stopping; tries++) {
      const started = await startWithPatience(setup, async () => port).catch(() => null)
      if (!started) continue
      child = started
      setup.options.say?.('The database had ended unexpectedly and was started again')
      return watch()
    }
    if (!stopping) setup.options.say?.('The database could not be started again: see postgres.log beside it')
  }
  watch()
  const lastWill = () => {
    if (child.exitCode === null) child.kill('SIGINT')
  }
  process.once('exit', lastWill)
  const address = { host, port, user: databaseUser, password: setup.options.password, database: databaseName }
  const stop = async () => {
    stopping = true
    process.removeListener('exit', lastWill)
    if (child.exitCode === null && child.signalCode === null && child.pid) await endPostmaster(child.pid)
  }
  await makeDatabase(address).catch(async (error: unknown) => {
    await stop()
    throw error
  })
  return { ...address, pid: () => child.pid ?? 0, stop }
}

/**
 * Processes of a main process that was killed may still hold its memory for a moment: then the start is tried again.
 */
async function startWithPatience(setup: Setup, portOf: () => Promise<number>): Promise<ChildProcess> {
  for (let tries = 1; ; tries++) {
    try {
      return await startOnce(setup, await portOf())
    } catch (error) {
      if (tries >= 10) throw error
      await new Promise((resolve) => setTimeout(resolve, 100 * tries))
    }
  }
}

async function startOnce({ binaries, account, home, options }: Setup, port: number): Promise<ChildProcess> {
  const data = join(home, 'data')
  const path = join(home, 'postgres.log')
  const log = openSync(path, 'a', 0o600)
  if (account) await chown(path, account.uid, account.gid)
  const who = account ? { uid: account.uid, gid: account.gid } : {}
  const settings = [...fixed(port), ...(options.settings ?? [])].flatMap((one) => ['-c', one])
  const child = spawn(binaries.postgres, ['-D', data, ...settings], {
    ...who,
    cwd: home,
    env: environment(home),
    windowsHide: true,
    detached: process.platform !== 'win32', // Ctrl+C is for us: we end it after the last request
    stdio: ['ignore', log, log], // a file and not a pipe: it outlives us if we are killed
  })
  closeSync(log)
  const ended = new Promise<never>((_, fail) => {
    child.once('error', fail)
    child.once('exit', (code) => {
      fail(new Error(`PostgreSQL did not start (code ${code}): see ${path}`))
    })
  })
  ended.catch(() => {}) // after it is ready, its end is watched elsewhere
  const isReady = async () => {
    const now = await postmasterIn(data)
    return now?.pid === child.pid && now?.ready === true
  }
  if (await Promise.race([until(isReady, startMs), ended])) return child
  throw new Error(`PostgreSQL is not ready after ${startMs / 1000} s: see ${path}`)
}

/**
 * Loopback only: Windows has nothing else, and a socket's path may be no longer than 107 bytes. Its log holds no
 * data.
 */
function fixed(port: number): string[] {
  return [
    `port=${port}`,
    `listen_addresses=${host}`,
    'unix_socket_directories=',
    'password_encryption=scram-sha-256',
    'max_connections=60',
    'shared_buffers=128MB',
    'wal_compression=on',
    'logging_collector=off',
    'log_min_messages=log', // errors quote what was asked, so they are told to us alone
    'log_min_error_statement=panic',
    'log_error_verbosity=terse',
    'log_parameter_max_length_on_error=0',
  ]
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, host, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function makeDatabase(address: Omit<Embedded, 'pid' | 'stop'>): Promise<void> {
  const client = new pg.Client({ ...address, database: 'postgres' })
  client.on('error', () => {})
  await client.connect().catch((error: unknown) => {
    if (sqlState(error) !== '28P01') throw error
    throw new Error('the database does not take the password in secrets.json: put back the one it was made with')
  })
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [address.database])
    if (!rowCount) await client.query(`create database ${address.database}`)
  } finally {
    await client.end()
  }
}
