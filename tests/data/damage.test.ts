import 'fake-indexeddb/auto'
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openHost } from '../../src/main/host.ts'
import type { StatusView } from '../../src/renderer/workerLink/views.ts'
import { statusInWords } from '../../src/renderer/words/statusInWords.ts'
import { unseenNotices } from '../../src/server/notices.ts'
import { writeAsServer } from '../../src/server/ownWriting.ts'
import { ok } from '../../src/shared/std/result.ts'
import { at, idFor } from '../support/builders.ts'
import { MemoryHost, TestWorker, TestPorts } from '../support/laptop.ts'
import { openSurgery, type Surgery } from '../support/surgery.ts'
import { comesTrue } from '../support/workers.ts'
import { words } from '../ui/words.ts'

const passphrase = 'four plain words here'
const jean = idFor('Jean Oakes')
let time = Date.parse(at('10:31'))
let surgery: Surgery

beforeAll(async () => {
  surgery = await openSurgery({ kind: 'memory', now: () => time })
})
afterAll(() => surgery.close())
beforeEach(async () => {
  await surgery.empty()
  time = Date.parse(at('10:31'))
  await surgery.sql.transaction({ team: surgery.team }, (tx) =>
    writeAsServer(
      tx,
      surgery.team,
      surgery.lead,
      'office',
      [{ record: 'person', row: jean, fields: { givenName: 'Jean', familyName: 'Oakes' } } as never],
      time,
    ),
  )
})

function done(result: { ok: boolean }): void {
  if (!result.ok) throw new Error(JSON.stringify(result))
}

/** A laptop on a disk: the shipped journal, number file and worker, and the server's own doors. */
class Laptop {
  worker!: TestWorker
  host!: MemoryHost
  online = true
  keys: string | null = null
  /** The last exchange it tried, heard or not. */
  lastAsked: { body: unknown; token: string } | null = null
  readonly folder: string

  constructor(folder: string) {
    this.folder = folder
  }

  /** The app is started, or again. */
  async start(): Promise<this> {
    await this.worker?.call('lock')
    this.keys = this.host?.keys ?? this.keys
    const noKeyring = { available: async () => false, seal: async () => '', open: async () => null }
    const { journalAppend, journalRead, journalDropTo, journalNumbers } = openHost(this.folder, {
      keyring: noKeyring,
      fetch: async () => new Response(),
    })
    this.host = Object.assign(new MemoryHost(), { keys: this.keys, journalAppend, journalRead, journalDropTo, journalNumbers })
    this.host.network = (request, token) => this.ask(request, token)
    const ports = new TestPorts()
    Object.defineProperty(ports, 'time', { get: () => time })
    this.worker = new TestWorker(this.host, ports)
    await this.worker.start()
    if (this.keys) done(await this.worker.call('unlock', passphrase))
    return this
  }

  async join(): Promise<this> {
    const code = await surgery.codeFor(surgery.lead)
    done(await this.worker.call('join', { server: 'https://gather.example', code, deviceName: 'Laptop', passphrase }))
    await this.sent()
    return this
  }

  get device(): string {
    return (JSON.parse(this.host.keys ?? '{}') as { device: string }).device
  }

  /** Writes notes about Jean, one change each. */
  async notes(from: number, to: number): Promise<void> {
    for (let n = from; n <= to; n++) done(await this.worker.call('run', 'addNote', { aboutId: jean, text: `Note ${n}` }))
  }

  /** The store is gone, as when Chromium has thrown it away. */
  async loseStore(): Promise<void> {
    await this.worker.call('lock')
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(`gather-${this.device}`)
      request.onsuccess = resolve
      request.onerror = reject
    })
  }

  /** How many changes its last request brought. */
  lastAskedFor(): number {
    return (this.lastAsked?.body as { changes: unknown[] } | undefined)?.changes.length ?? 0
  }

  segments(): Promise<string[]> {
    return readdir(join(this.folder, 'journal')).then((names) =>
      names
        .filter((name) => name.endsWith('.journal'))
        .sort()
        .map((name) => join(this.folder, 'journal', name)),
    )
  }

  async status(fits: (status: StatusView) => boolean): Promise<StatusView> {
    const watch = this.worker.watch('status', null)
    await comesTrue(async (tries) => {
      const last = watch.told.at(-1)
      if (last && fits(last)) return true
      if (tries % 20 === 19) await this.worker.call('sendNow')
      return false
    })
    this.worker.unwatch(watch.number)
    return watch.told.at(-1)!
  }

  /** After an exchange that went well. */
  async sent(): Promise<StatusView> {
    await this.worker.call('sendNow')
    return this.status((status) => status.pending === 0 && !status.trouble && status.lastReached === new Date(time).toISOString())
  }

  async noteTexts(): Promise<string[]> {
    const watch = this.worker.watch('person', { personId: jean })
    await comesTrue(() => watch.told.length > 0)
    this.worker.unwatch(watch.number)
    return (watch.told.at(-1)?.notes ?? []).map((note) => note.text).sort()
  }

  private async ask(request: Parameters<MemoryHost['network']>[0], token: string | null): ReturnType<MemoryHost['network']> {
    if (request.path === '/exchange') this.lastAsked = { body: request.body, token: token ?? '' }
    if (!this.online) return { ok: false, reason: 'offline' }
    const answer = await surgery.handle(request.path, request.body, token ?? undefined, request.query)
    return answer.status === 200 ? ok(answer.body) : { ok: false, reason: 'serverTrouble' }
  }
}

let folders: string[] = []
let laptops: Laptop[] = []
async function aLaptop(): Promise<Laptop> {
  const folder = await mkdtemp(join(tmpdir(), 'gather-damage-'))
  folders.push(folder)
  const laptop = await new Laptop(folder).start()
  laptops.push(laptop)
  return laptop.join()
}
afterEach(async () => {
  for (const laptop of laptops) await laptop.worker.call('lock')
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
  folders = []
  laptops = []
})

const notices = () => surgery.sql.transaction({ team: surgery.team }, (tx) => unseenNotices(tx, surgery.team))
const numbersAt = (device: string) =>
  surgery.sql.transaction({ team: surgery.team }, async (tx) =>
    (
      await tx.query<{ sequence: number }>('select sequence from change_log where team = $1 and device = $2 order by sequence', [
        surgery.team,
        device,
      ])
    ).map((one) => one.sequence),
  )
const said = (status: StatusView) => {
  const { headline, details } = statusInWords(status, words, new Date(time).toISOString())
  return [headline, ...details].join(' | ')
}

/** Nine notes in two runs, none of them sent: three in the first segment, six in the last. */
async function nineUnsent(): Promise<Laptop> {
  const laptop = await aLaptop()
  laptop.online = false
  await laptop.notes(1, 3)
  await laptop.start()
  await laptop.notes(4, 9)
  await laptop.loseStore()
  return laptop
}

const damages: [string, (last: string) => Promise<void>, number[]][] = [
  [
    'a flipped bit',
    async (last) => {
      const bytes = await readFile(last)
      bytes[Math.floor(bytes.length / 2) + 40]! ^= 8
      await writeFile(last, bytes)
    },
    [1, 2, 3, 4, 5, 6, 8, 9],
  ],
  [
    'half of the last segment',
    async (last) => {
      const bytes = await readFile(last)
      await writeFile(last, bytes.subarray(0, bytes.length / 2))
    },
    [1, 2, 3, 4, 5, 6],
  ],
  ['the last segment gone', (last) => rm(last), [1, 2, 3]],
]

describe('[S17] [SY30] the store is lost and the journal is damaged', () => {
  test.each(damages)('%s: what can be read comes back, and what cannot is named here and at the lead’s', async (_what, damage, readable) => {
    const laptop = await nineUnsent()
    await damage((await laptop.segments()).at(-1)!)
    await laptop.start()
    const lost = [1, 2, 3, 4, 5, 6, 7, 8, 9].filter((n) => !readable.includes(n))
    const numbers = lost.length > 1 ? `${lost[0]} to ${lost.at(-1)}` : `${lost[0]}`
    const offline = await laptop.status((status) => status.trouble !== null)
    expect(offline.missing).toEqual({ count: lost.length, numbers: [{ first: lost[0], last: lost.at(-1) }], askedFor: false })
    expect(said(offline)).toContain(`${lost.length} thing`)
    expect(said(offline)).toContain(numbers)

    laptop.online = true
    time += 60_000
    const online = await laptop.sent()
    expect(online.missing).toEqual({ count: lost.length, numbers: [{ first: lost[0], last: lost.at(-1) }], askedFor: true })
    expect(said(online)).toMatch(/^Some things written here cannot be found/)
    expect(said(online)).toContain(numbers)
    expect(said(online)).not.toMatch(/everything/i)
    expect(await notices()).toMatchObject([
      { device: laptop.device, kind: 'numbersMissing', data: { count: lost.length, first: lost[0], last: lost.at(-1) } },
    ])

    await laptop.notes(10, 10)
    time += 60_000
    await laptop.sent()
    const used = await numbersAt(laptop.device)
    expect(used.slice(0, -1)).toEqual(readable)
    expect(used.at(-1)).toBeGreaterThan(9)
    await laptop.start()
    time += 60_000
    expect((await laptop.sent()).missing?.count).toBe(lost.length) // also after a restart, and it is told once
    expect(await notices()).toHaveLength(1)
  })

  test('of what was sent before nothing is missed, and everything comes back from the surgery', async () => {
    const laptop = await aLaptop()
    await laptop.notes(1, 3)
    await laptop.start()
    await laptop.notes(4, 9)
    time += 60_000
    await laptop.sent()
    await laptop.loseStore()
    await rm((await laptop.segments()).at(-1)!)
    await laptop.start()
    time += 60_000
    const status = await laptop.sent()
    expect([status.missing, said(status).startsWith('Everything is at the surgery'), await notices()]).toEqual([null, true, []])
    expect(await laptop.noteTexts()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `Note ${n}`))
  })

  test('numbers are never used twice, also when nothing of the journal is left', async () => {
    const laptop = await nineUnsent()
    await rm(join(laptop.folder, 'journal'), { recursive: true })
    await laptop.start()
    await laptop.notes(10, 11)
    laptop.online = true
    time += 60_000
    expect((await laptop.sent()).missing).toMatchObject({ count: 9 })
    expect((await numbersAt(laptop.device)).filter((one) => one <= 9)).toEqual([])
    await laptop.loseStore() // a second time: what was passed over then is nobody's loss now
    await laptop.start()
    time += 60_000
    expect((await laptop.sent()).missing).toMatchObject({ count: 9, askedFor: true })
    expect(await notices()).toMatchObject([{ data: { count: 9, first: 1, last: 9 } }])
  })

  test('what turns up after all ends the warning by itself, here and at the lead’s, and is on the register again', async () => {
    const laptop = await aLaptop()
    laptop.online = false
    await laptop.notes(1, 9)
    await comesTrue(async (tries) => {
      if (laptop.lastAskedFor() === 9) return true
      if (tries % 20 === 0) await laptop.worker.call('sendNow')
      return false
    })
    const onItsWay = laptop.lastAsked! // it sent all nine, and heard nothing
    await laptop.loseStore()
    await rm(join(laptop.folder, 'journal'), { recursive: true })
    laptop.online = true
    time += 60_000
    await laptop.start()
    expect((await laptop.sent()).missing).toMatchObject({ count: 9, askedFor: true })
    expect(await notices()).toHaveLength(1)
    expect((await surgery.handle('/exchange', onItsWay.body, onItsWay.token)).body.results).toHaveLength(9)
    time += 60_000
    await laptop.status((status) => status.missing === null) // it may become a device of its own first: what was on its way looked like a copy
    await laptop.sent()
    expect((await notices()).filter((one) => one.kind === 'numbersMissing')).toEqual([])
    expect(await laptop.noteTexts()).toHaveLength(9)
  })
})
