import { copyFile, readdir, readFile, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { joinOver, post, type Caller } from '../support/administrator/caller.ts'
import { freePort, Machine } from '../support/administrator/machine.ts'
import { readPage, type Block } from '../support/administrator/page.ts'
import { proxyOf } from '../support/administrator/proxy.ts'
import { seal } from '../support/escrow.ts'
import { throwAwayDatabase } from '../support/postgres.ts'

type Database = Awaited<ReturnType<typeof throwAwayDatabase>>

/** Each part of the page is followed as it stands; one after the other, as they were on one server. */
describe('[S8] the page for administrators', () => {
  let page: Map<string, Block[]>
  const databases: Database[] = []
  let machine: Machine
  let second: Machine
  let anita: Caller
  let atHome: Caller
  let ben: Caller
  let cara: Caller
  const secret = new Uint8Array(32).fill(7)
  const section = (name: string): Block[] => {
    const blocks = page.get(name)
    if (!blocks || blocks.length === 0) throw new Error(`the page has no part "${name}"`)
    return blocks
  }
  const emptyDatabase = async () => {
    const one = await throwAwayDatabase()
    databases.push(one)
    const { user, password, host, port, database } = one.address
    return `postgres://${user}:${password}@${host}:${port}/${database}`
  }
  const codeFor = async (who: string, at = machine) => (await at.run(`gather office code ${who}`)).match(/: (\S{9})/)![1]!
  const hire = async (name: string) => {
    const { results } = await anita.exchange(machine.url, [anita.write('colleague', { name, role: 'facilitator' })])
    expect(results).toMatchObject([{ state: 'accepted' }])
    return joinOver(machine.url, await codeFor(name), `${name}'s laptop`)
  }

  beforeAll(async () => {
    page = readPage(await readFile(new URL('../../resources/administrator.md', import.meta.url), 'utf8'))
    machine = await Machine.make(await emptyDatabase())
  })
  afterAll(async () => {
    await second?.end()
    await machine?.end()
    for (const one of databases) await one.close()
  })

  it('Set up once: the server runs, the lead joins, the key for backups is kept elsewhere', async () => {
    await machine.follow(section('Set up once'))
    anita = await joinOver(machine.url, machine.seen.get('firstCode')!, "Anita's laptop")
    expect(anita.joined).toMatchObject({ team: { name: 'Riverside' }, colleague: { name: 'Anita', role: 'lead' } })
    ben = await hire('Ben')
    cara = await hire('Cara')
    atHome = await joinOver(machine.url, await codeFor('Anita'), 'The one at home')
    const sealed = await seal(atHome.joined.recoveryKey, secret)
    expect((await post(machine.url, '/escrow', { sealed }, atHome.joined.token)).status).toBe(200)
    const key = await readFile(join(machine.folder, 'media/stick/gather-key.txt'), 'utf8')
    for (const name of await readdir(join(machine.folder, 'var/lib/gather'))) {
      expect(await readFile(join(machine.folder, 'var/lib/gather', name), 'utf8')).not.toContain(key.trim())
    }
  })

  it('Back up every day: by hand, by the timer, and opened with the stick', async () => {
    await machine.follow(section('Back up every day'))
    const there = await readdir(join(machine.folder, 'mnt/backups'))
    expect(there.filter((name) => name.endsWith('.age'))).toHaveLength(2)
    expect(there).toContain('laptops.ledger')
  })

  it('A lost laptop: it is taken off and told to empty itself', async () => {
    await machine.follow(section('A lost laptop'))
    expect(machine.seen.get('laptop')).toBe(anita.joined.device)
    expect((await anita.exchange(machine.url)).device).toBe('wipe')
  })

  it('Somebody leaves: their laptop receives nothing', async () => {
    await machine.follow(section('Somebody leaves'))
    expect((await cara.exchange(machine.url)).device).toBe('revoked')
    expect((await ben.exchange(machine.url)).device).toBe('ok')
  })

  it('Upgrade: backed up, stopped, started again', async () => {
    await machine.follow(section('Upgrade'))
    expect((await ben.exchange(machine.url)).device).toBe('ok')
  })

  it('[S2] Restore: says what it will do, does it, and who was taken off stays off', async () => {
    const [first, later] = [ben.write('person', { givenName: 'Rita' }), ben.write('person', { givenName: 'Sam' })]
    await ben.exchange(machine.url, [first, later])
    const blocks = section('Restore')
    const asked = blocks.findIndex((block) => block.kind === 'shown') + 1
    await machine.follow(blocks.slice(0, asked))
    expect(await count(databases[0]!, ben)).toBe(2) // it only said so
    await machine.follow(blocks.slice(asked))
    expect(await count(databases[0]!, ben)).toBe(0)
    expect((await anita.exchange(machine.url)).device).toBe('wipe')
    expect((await cara.exchange(machine.url)).device).toBe('revoked')
    expect(await ben.exchange(machine.url, [first, later])).toMatchObject({ device: 'ok', haveN: 2 })
    expect(await machine.run('gather office brought-back')).toMatch(/Ben's laptop: brought back 2 changes, wrote 0 since\n/)
  })

  it('[S2] A new machine: restored from a backup and its key alone, nobody is trusted until confirmed; the old list knows', async () => {
    await machine.run('systemctl stop gather')
    second = await Machine.make(await emptyDatabase(), machine)
    for (const block of section('Set up once')) if (block.kind === 'file') await second.write(block.path, block.text)
    await copyFile(join(machine.folder, 'var/lib/gather/laptops.ledger'), join(second.folder, 'media/old/laptops.ledger'))
    const blocks = section('A new machine')
    const confirmed = blocks.findIndex((block) => block.kind === 'shown' && block.text.includes('is confirmed')) + 1
    await second.follow(blocks.slice(0, confirmed))
    expect(second.seen.get('kept')).toBe(ben.joined.device)
    expect((await ben.exchange(second.url)).device).toBe('ok')
    for (const laptop of [anita, cara, atHome]) expect((await laptop.exchange(second.url)).device).toBe('revoked')
    await second.follow(blocks.slice(confirmed))
    expect((await anita.exchange(second.url)).device).toBe('wipe')
    expect((await cara.exchange(second.url)).device).toBe('revoked')
    for (const laptop of [ben, atHome]) expect((await laptop.exchange(second.url)).device).toBe('ok')
  })

  it('[S8] A forgotten passphrase: the new machine opens what was sealed to the old one', async () => {
    await second.follow(section('A forgotten passphrase'))
    const answer = await post(second.url, '/recover', { device: atHome.joined.device, code: second.seen.get('code')! })
    expect(answer).toMatchObject({ status: 200, body: { key: Buffer.from(secret).toString('base64') } })
  })

  it('The disk is full: old backups go, new ones stay, the server answers', async () => {
    const folder = join(second.folder, 'mnt/backups')
    const [old] = (await readdir(folder)).filter((name) => name.endsWith('.age')).toSorted()
    await utimes(join(folder, old!), new Date(0), new Date(0))
    await second.run('gather backup key') // this machine has none yet
    await second.follow(section('The disk is full'))
    const there = await readdir(folder)
    expect(there).not.toContain(old)
    expect(there.filter((name) => name.endsWith('.age')).length).toBeGreaterThan(1)
    expect((await stat(join(folder, 'laptops.ledger'))).size).toBeGreaterThan(0)
  })

  it('[S10] Behind a proxy: who guesses codes is told to wait, and nobody else is', async () => {
    const blocks = section('Behind a proxy')
    const config = blocks.find((block) => block.kind === 'file' && block.path.includes('nginx'))!
    const proxy = await proxyOf(config.text, second.url, second.folder, await freePort())
    if (proxy.kind === 'stand-in') console.log('no nginx here: a stand-in does what the example says')
    second.proxy = proxy.url
    await second.follow(blocks)
    const guess = (from: string, code = 'KX7M-2PQ9') => post(proxy.url, '/enrol', { code, deviceName: 'x' }, undefined, from)
    let last = 403
    for (let tries = 0; tries < 31; tries++) last = (await guess('127.0.0.2')).status
    expect(last).toBe(429)
    expect((await guess('127.0.0.3', await codeFor('Ben', second))).status).toBe(200)
    expect((await ben.exchange(proxy.url)).device).toBe('ok')
    await proxy.end()
  })
})

async function count({ sql }: Database, { joined }: Caller): Promise<number> {
  const [found] = await sql.transaction({ team: joined.team.id }, (tx) =>
    tx.query<{ n: number }>(`select count(*) as n from record_row where record = 'person'`),
  )
  return found!.n
}
