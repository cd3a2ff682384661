import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, chownSync, cpSync, existsSync, readdirSync } from 'node:fs'
import { chmod, chown, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { binariesFromNpm } from '../../src/server/sql/embedded/binaries.ts'
import { isAlive, until } from '../../src/server/sql/embedded/processes.ts'
import { accountForDatabase } from '../../src/server/sql/embedded/account.ts'
import { startEmbedded, type Embedded } from '../../src/server/sql/embedded.ts'
import { openPostgres } from '../../src/server/sql/postgres.ts'

const password = `of-these-tests-${randomBytes(12).toString('hex')}` // no other run’s, whose files lie beside ours
const isRoot = process.getuid?.() === 0
const script = fileURLToPath(new URL('../support/embeddedChild.ts', import.meta.url))

let made: string
beforeAll(async () => {
  made = await mkdtemp(join(tmpdir(), 'gather-embedded-'))
  await chmod(made, 0o755)
  await (await startEmbedded({ folder: made, password })).stop()
})
afterAll(() => rm(made, { recursive: true, force: true }))

let folder: string
let children: ChildProcess[] = []
let running: Embedded[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gather-embedded-'))
  await chmod(folder, 0o755)
})
afterEach(async () => {
  for (const embedded of running) await embedded.stop()
  for (const child of children)
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM')
      await once(child, 'exit')
    }
  children = []
  running = []
  await rm(folder, { recursive: true, force: true })
})

const start = async (more: Partial<Parameters<typeof startEmbedded>[0]> = {}) => {
  const embedded = await startEmbedded({ folder, password, ...more })
  running.push(embedded)
  return embedded
}
/** Here lies a database already, made once for all these tests: making one takes fifteen times as long as starting it. */
function usedBefore(): void {
  const home = join(folder, 'postgres')
  cpSync(join(made, 'postgres'), home, { recursive: true, verbatimSymlinks: true })
  chmodSync(join(home, 'data'), 0o700) // or PostgreSQL refuses it
  const account = accountForDatabase()
  if (account)
    for (const path of ['.', ...readdirSync(home, { recursive: true, encoding: 'utf8' })]) chownSync(join(home, path), account.uid, account.gid)
}
interface Told {
  port: number
  pid: number
  said: string[]
  error?: string
}
/** The same in a process of its own. */
async function startChild(env: NodeJS.ProcessEnv = {}, who: { uid?: number; gid?: number } = {}): Promise<{ child: ChildProcess; told: Told }> {
  const child = spawn(process.execPath, [script, folder, password], { env: { ...process.env, ...env }, ...who, stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  const [line] = (await once(child.stdout!, 'data')) as [Buffer]
  return { child, told: JSON.parse(line.toString()) as Told }
}
async function ask(where: { port: number }, statement: string, more: object = {}): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ host: '127.0.0.1', port: where.port, user: 'gather', password, database: 'gather', ...more })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}
const data = () => join(folder, 'postgres', 'data')

describe('the database that the server runs itself', () => {
  it('listens on loopback only, asks for its password, flushes, checks its pages, and is for its owner only', async () => {
    const embedded = await start()
    const [shown] = await ask(
      embedded,
      `select current_setting('listen_addresses') as at, current_setting('unix_socket_directories') as sockets,
      current_setting('fsync') as fsync, current_setting('synchronous_commit') as commits, current_setting('data_checksums') as sums, current_setting('password_encryption') as hash`,
    )
    expect(shown).toEqual({ at: '127.0.0.1', sockets: '', fsync: 'on', commits: 'on', sums: 'on', hash: 'scram-sha-256' })
    await expect(ask(embedded, 'select 1', { password: 'wrong' })).rejects.toMatchObject({ code: '28P01' })
    const rules = (await readFile(join(data(), 'pg_hba.conf'), 'utf8')).split('\n').filter((line) => /^(local|host)/.test(line))
    for (const rule of rules) expect(rule).toMatch(/scram-sha-256$/)
    for (const path of [join(folder, 'postgres'), data()]) expect((await stat(path)).mode & 0o077).toBe(0)
  })

  it('leaves its password in no file', async () => {
    await start()
    const found = spawnSync('grep', ['-rl', password, folder], { encoding: 'utf8' }).stdout.split('\n')
    expect(found.filter(Boolean)).toEqual([])
  })

  it('writes no data into its log', async () => {
    usedBefore()
    const embedded = await start()
    await ask(embedded, `create table t (name text primary key)`)
    await ask(embedded, `insert into t values ('Canaria Birdsong')`)
    await expect(ask(embedded, `insert into t values ('Canaria Birdsong')`)).rejects.toThrow()
    await expect(ask(embedded, `select 'Canaria Birdsong'::int`)).rejects.toThrow()
    expect(await readFile(join(folder, 'postgres', 'postgres.log'), 'utf8')).not.toContain('Canaria Birdsong')
  })

  it('ends cleanly and comes back with everything', async () => {
    usedBefore()
    const embedded = await start()
    await ask(embedded, 'create table kept (n int)')
    await embedded.stop()
    expect(isAlive(embedded.pid())).toBe(false)
    expect(existsSync(join(data(), 'postmaster.pid'))).toBe(false)
    expect(await ask(await start(), 'select count(*)::int as n from kept')).toEqual([{ n: 0 }])
  })

  it('a server that was killed leaves an orphan: the next start ends it and takes over', async () => {
    usedBefore()
    const { child, told } = await startChild()
    await ask(told, 'create table kept as select 7 as n')
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(isAlive(told.pid)).toBe(true)
    const next = await start()
    expect(isAlive(told.pid)).toBe(false)
    expect(await ask(next, 'select n from kept')).toEqual([{ n: 7 }])
  })

  it('a second server is refused while the first lives, and the first goes on', async () => {
    usedBefore()
    const first = await startChild()
    const second = await startChild()
    expect(second.told.error).toMatch(/another Gather server/)
    expect(await ask(first.told, 'select 1 as n')).toEqual([{ n: 1 }])
  })

  it('a main process that was killed is started again, and requests go on', async () => {
    usedBefore()
    const embedded = await start()
    const sql = openPostgres(embedded)
    const owner = { team: null, as: 'owner' } as const
    await sql.transaction(owner, (tx) => tx.query('create table kept as select 7 as n'))
    const before = embedded.pid()
    process.kill(before, 'SIGKILL')
    const again = () =>
      sql
        .transaction(owner, (tx) => tx.query('select n from kept'))
        .then(
          (rows) => rows.length === 1,
          () => false,
        )
    expect(await until(async () => embedded.pid() !== before && (await again()), 30_000)).toBe(true)
    expect(isAlive(before)).toBe(false)
    await sql.close()
  })

  it('an initdb that was cut short is begun again', async () => {
    const embedded = await start()
    await embedded.stop()
    await rm(data(), { recursive: true })
    await mkdir(join(folder, 'postgres', 'data.new', 'base'), { recursive: true })
    await writeFile(join(folder, 'postgres', 'data.new', 'PG_VERSION'), '18\n')
    expect(await ask(await start(), 'select 1 as n')).toEqual([{ n: 1 }])
    expect(await readdir(join(folder, 'postgres'))).not.toContain('data.new')
  })

  it('a pid file that a power cut left is no obstacle, not even when the number is another process’s now', async () => {
    usedBefore()
    const embedded = await start()
    const file = join(data(), 'postmaster.pid')
    const text = await readFile(file, 'utf8')
    await embedded.stop()
    await writeFile(file, text.replace(/^\d+/, String(process.pid)))
    const account = accountForDatabase()
    if (account) await chown(file, account.uid, account.gid)
    expect(await ask(await start(), 'select 1 as n')).toEqual([{ n: 1 }])
  })

  it('says what to do when its secrets were lost', async () => {
    usedBefore()
    const embedded = await start()
    await embedded.stop()
    await expect(startEmbedded({ folder, password: 'another-password-entirely' })).rejects.toThrow('secrets.json')
    expect(await ask(await start(), 'select 1 as n')).toEqual([{ n: 1 }])
  })
})

describe.runIf(isRoot)('started as root', () => {
  it('runs the database as a user of its own and says so in one line', async () => {
    const said: string[] = []
    const embedded = await start({ say: (line) => said.push(line) })
    const account = accountForDatabase()!
    expect((await stat(`/proc/${embedded.pid()}`)).uid).toBe(account.uid)
    expect(said).toEqual([expect.stringContaining(`runs as user ${account.name} and lies in ${join(folder, 'postgres')}`)])
  })

  it('keeps it outside a data folder that its user cannot enter, the same one every time', async () => {
    const place = await mkdtemp(join(tmpdir(), 'gather-place-'))
    await chmod(place, 0o755)
    await chmod(folder, 0o700)
    const first = await startChild({ GATHER_ROOT_PLACE: place })
    expect(first.told.said[0]).toContain(place)
    await ask(first.told, 'create table kept (n int)')
    first.child.kill('SIGTERM')
    await once(first.child, 'exit')
    expect(isAlive(first.told.pid)).toBe(false)
    const second = await startChild({ GATHER_ROOT_PLACE: place })
    expect(await ask(second.told, 'select count(*)::int as n from kept')).toEqual([{ n: 0 }])
    second.child.kill('SIGTERM')
    await once(second.child, 'exit')
    await rm(place, { recursive: true })
  })

  it('copies programs that its user cannot reach, as below root’s home', async () => {
    const binaries = await binariesFromNpm()
    const closed = join(folder, 'closed')
    await cp(dirname(dirname(binaries.postgres)), join(closed, 'native'), { recursive: true, verbatimSymlinks: true })
    await chmod(closed, 0o700)
    const bin = join(closed, 'native', 'bin')
    const embedded = await start({ binaries: { postgres: join(bin, 'postgres'), initdb: join(bin, 'initdb') } })
    expect(await ask(embedded, 'select 1 as n')).toEqual([{ n: 1 }])
    expect((await readdir(join(folder, 'postgres'))).some((name) => name.startsWith('native-'))).toBe(true)
  })

  it('works when the whole server runs as an ordinary user', async () => {
    const { uid, gid } = accountForDatabase()!
    await chown(folder, uid, gid)
    const { told } = await startChild({ HOME: folder, TMPDIR: folder }, { uid, gid })
    expect(told.error).toBeUndefined()
    expect(told.said).toEqual([])
    expect(await ask(told, 'select 1 as n')).toEqual([{ n: 1 }])
  })
})
