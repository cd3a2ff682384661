import { spawn } from 'node:child_process'
import { chmod, chown, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { dirname, join, resolve } from 'node:path'
import { isRoot, may, type Account } from './account.ts'
import type { Binaries } from './binaries.ts'

/** Where root keeps a database whose user may not enter the data folder. */
const rootsPlace = process.env['GATHER_ROOT_PLACE'] ?? '/var/lib/gather'

/** The name of the database user we made; it is no system user. */
export const databaseUser = 'gather'

/**
 * The folder for the database: inside the data folder; for root, if the database's user cannot get in there (root's home
 * is closed), one of its own, named after the data folder so that two never meet.
 */
export async function homeOf(account: Account | null, dataFolder: string): Promise<string> {
  const inside = join(resolve(dataFolder), 'postgres')
  if (!account || !isRoot()) return inside
  if (may(account, '-x', dirnameThatExists(inside))) return inside
  const name = createHash('sha256').update(resolve(dataFolder)).digest('hex').slice(0, 12)
  await mkdir(rootsPlace, { recursive: true, mode: 0o755 })
  return join(rootsPlace, name)
}

/** The nearest folder above that is there: what decides whether the user can enter. */
function dirnameThatExists(path: string): string {
  return existsSync(path) ? path : dirnameThatExists(dirname(path))
}

/** Makes the folder for the account alone. */
export async function makeHome(account: Account | null, home: string): Promise<void> {
  await mkdir(home, { recursive: true, mode: 0o700 })
  await chmod(home, 0o700)
  await giveTo(account, home)
}

async function giveTo(account: Account | null, path: string): Promise<void> {
  if (account) await chown(path, account.uid, account.gid)
}

/**
 * Makes the cluster: beside, then renamed, so that an initdb that was cut short is never taken for a database. The
 * password passes through a file that only the account can read and that is gone afterwards, whatever happens.
 */
export async function initialise(binaries: Binaries, account: Account | null, home: string, password: string): Promise<void> {
  const data = join(home, 'data')
  if (existsSync(join(data, 'PG_VERSION'))) return
  const beside = join(home, 'data.new')
  await rm(beside, { recursive: true, force: true })
  const scratch = await mkdtemp(join(home, 'init-'))
  try {
    await giveTo(account, scratch)
    const file = join(scratch, 'password')
    await writeFile(file, `${password}\n`, { mode: 0o600 })
    await giveTo(account, file)
    const where = ['-D', beside, `--pwfile=${file}`, `--username=${databaseUser}`]
    await runInitdb(binaries.initdb, account, scratch, [...where, ...options])
    await rename(beside, data)
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

/** Text is ordered byte by byte, the same on every machine: stamps and keys are compared in SQL and in JavaScript. */
const options = ['--auth=scram-sha-256', '--encoding=UTF8', '--no-locale', '--data-checksums']

async function runInitdb(initdb: string, account: Account | null, scratch: string, args: string[]): Promise<void> {
  const windows = process.platform === 'win32'
  // a umask of our own process would hold for everything else it writes meanwhile, so the shell sets it
  const [command, all] = windows ? [initdb, args] : ['/bin/sh', ['-c', 'umask 077; exec "$0" "$@"', initdb, ...args]]
  const who = account ? { uid: account.uid, gid: account.gid } : {}
  const how = { ...who, cwd: scratch, env: environment(scratch), windowsHide: true }
  const child = spawn(command, all, { ...how, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8')
  })
  const code = await new Promise<number | null>((done, fail) => {
    child.on('error', fail)
    child.on('close', done)
  })
  if (code !== 0) throw new Error(`initdb failed: ${said.trim().split('\n').slice(-3).join(' ')}`)
}

/** Nothing of our environment goes to the database but what it needs: no tokens, no DATABASE_URL. */
export function environment(scratch: string): NodeJS.ProcessEnv {
  const { PATH, SystemRoot } = process.env
  const own = { LC_ALL: 'C', TMPDIR: scratch, TEMP: scratch, TMP: scratch }
  return { ...own, ...(PATH ? { PATH } : {}), ...(SystemRoot ? { SystemRoot } : {}) }
}

/** Our own note of which process owns the database, beside PostgreSQL's. */
export interface Owner {
  pid: number
  birth: string
}

/** Who started the database in this folder last. */
export async function ownerOf(home: string): Promise<Owner | null> {
  const text = await readFile(join(home, 'owner.json'), 'utf8').catch(() => null)
  if (text === null) return null
  try {
    const { pid, birth } = JSON.parse(text) as Owner
    return typeof pid === 'number' && typeof birth === 'string' ? { pid, birth } : null
  } catch {
    return null
  }
}

/** Writes down that it is us. */
export async function own(home: string, owner: Owner): Promise<void> {
  await writeFile(join(home, 'owner.json'), JSON.stringify(owner), { mode: 0o600 })
}
