import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startServer } from '../../src/server/index.ts'
import { makeRecoveryKey } from '../../src/server/escrow.ts'
import { dataFolderOf } from '../../src/server/dataFolder.ts'
import { enrolReplySchema } from '../../src/shared/sync/protocol.ts'
import { teamsOf } from '../../src/server/codes.ts'
import { throwAwayDatabase } from '../support/postgres.ts'
import { until } from '../support/until.ts'
import { serverWords } from '../support/serverWords.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** It makes a database first. Milliseconds. */
const longestStartMs = 90_000
let folder: string
const children: ChildProcess[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gather-server-'))
  await chmod(folder, 0o755)
})
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    child.kill('SIGTERM') // of a test that failed
    await once(child, 'exit')
  }
  await rm(folder, { recursive: true, force: true })
})

const env = (more: NodeJS.ProcessEnv = {}) => ({
  ...process.env,
  GATHER_DATA: folder,
  GATHER_PORT: '0',
  GATHER_LOG: 'warn',
  DATABASE_URL: '',
  ...more,
})

/** `npm run server` in a process of its own. */
async function launch(more: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [...serverWords], { cwd: root, env: env(more), stdio: ['ignore', 'pipe', 'pipe'] })
  children.push(child)
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  let over = false
  child.once('close', () => {
    over = true
  }) // all it said has been read
  await until(() => over || /Gather server: http/.test(said), 'the server says where it is, or ends', longestStartMs)
  const url = said.match(/Gather server: (\S+)/)?.[1] ?? ''
  const stop = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    const [code] = await once(child, 'exit')
    return code as number | null
  }
  return { url, said: () => said, stop }
}
const run = (script: string, ...args: string[]) =>
  spawnSync(process.execPath, [`src/server/${script}/main.ts`, ...args], { cwd: root, env: env(), encoding: 'utf8' })

describe('npm run server', () => {
  it('starts from nothing, lets the lead join, is backed up and looked after while it runs, and ends cleanly', async () => {
    const server = await launch({ GATHER_TEAM: 'Riverside', GATHER_LEAD: 'Anita Shah', GATHER_FIRST_CODE_FILE: '1' })
    const code = server.said().match(/first laptop: (\S+)/)![1]!
    expect((await readFile(join(folder, 'first-code.txt'), 'utf8')).trim()).toBe(code)
    for (const name of ['first-code.txt', 'secrets.json']) expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600)
    const body = JSON.stringify({ code, deviceName: 'x' })
    const joined = enrolReplySchema.parse(
      await (await fetch(`${server.url}/enrol`, { method: 'POST', body, headers: { 'content-type': 'application/json' } })).json(),
    )
    expect(joined).toMatchObject({ team: { name: 'Riverside' }, colleague: { name: 'Anita Shah', role: 'lead' } })
    expect(run('backup')).toMatchObject({
      status: 1,
      stdout: '',
      stderr: 'There is no key to seal backups with yet. Make one, once: npm run backup -- key\n',
    })
    expect(run('backup', 'key').stdout).toMatch(/^AGE-SECRET-KEY-1[0-9A-Z]{58}$/m)
    expect(run('backup').stdout).toMatch(/written, sealed and read back/)
    expect(JSON.parse(run('office', 'laptops', '--json').stdout)).toMatchObject([{ id: joined.device, revoked: null, wipe: false }])
    expect(run('office', 'wipe', joined.device).stdout).toContain('is taken off the team')
    expect(JSON.parse(run('office', 'code', '--json').stdout).code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    expect(await server.stop('SIGTERM')).toBe(0)
    await expect(stat(join(folder, 'postgres', 'data', 'postmaster.pid'))).rejects.toThrow()
  })

  it('comes back after it was killed, with everything and without a new first code', async () => {
    const first = await launch()
    const body = JSON.stringify({ code: first.said().match(/first laptop: (\S+)/)![1]!, deviceName: 'x' })
    expect((await fetch(`${first.url}/enrol`, { method: 'POST', body, headers: { 'content-type': 'application/json' } })).status).toBe(200)
    await first.stop('SIGKILL')
    const second = await launch()
    expect(second.url).not.toBe('')
    expect(second.said()).not.toContain('first laptop')
    expect(await second.stop('SIGINT')).toBe(0)
  })

  it('works on a database that DATABASE_URL names', async () => {
    const { address, sql, close } = await throwAwayDatabase()
    const { user, password, host, port, database } = address
    const server = await launch({ DATABASE_URL: `postgres://${user}:${password}@${host}:${port}/${database}` })
    expect((await fetch(`${server.url}/ready`)).status).toBe(200)
    expect(await teamsOf(sql)).toHaveLength(1)
    expect(await server.stop('SIGTERM')).toBe(0)
    await close()
  })

  it('says in one line why it did not start', async () => {
    const server = await launch({ DATABASE_URL: 'postgres://nobody:x@127.0.0.1:1/none' })
    expect(server.said()).toMatch(/^Gather server did not start: .*\n$/)
  })
})

it('of several servers that start at once on an empty database, one makes the team', async () => {
  const { sql, close } = await throwAwayDatabase()
  const servers = await Promise.all(Array.from({ length: 5 }, () => startServer({ sql, recoveryKey: makeRecoveryKey(), port: -1 })))
  expect(await teamsOf(sql)).toHaveLength(1)
  expect(servers.every((server) => server.firstCode !== null)).toBe(true)
  await Promise.all(servers.map((server) => server.close()))
  await close()
})

it('keeps its things where each system keeps them', () => {
  expect(dataFolderOf({ GATHER_DATA: '/srv/x' })).toBe('/srv/x')
  expect(dataFolderOf({}, 'linux', '/home/a')).toBe('/home/a/.local/share/gather')
  expect(dataFolderOf({}, 'darwin', '/Users/a')).toBe('/Users/a/Library/Application Support/Gather')
  expect(dataFolderOf({ LOCALAPPDATA: 'C:/Users/a/AppData/Local' }, 'win32', 'C:/Users/a')).toMatch(/AppData.Local.Gather$/)
})
