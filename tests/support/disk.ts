import { Database } from '../../src/renderer/data/database.ts'
import { createKeys, openKeys, type Opened } from '../../src/renderer/data/keys.ts'
import { Laptop } from '../../src/renderer/data/laptop.ts'
import type { QuestionAnswer, QuestionName, QuestionParams } from '../../src/renderer/workerLink/questions.ts'
import { statusInWords, type StatusInWords } from '../../src/renderer/words/statusInWords.ts'
import type { AnswerOf, CommandName, InputOf } from '../../src/shared/commands/index.ts'
import type { JournalFrame, SendRequest } from '../../src/shared/ipc/contract.ts'
import { enrolReplySchema } from '../../src/shared/sync/protocol.ts'
import { fail } from '../../src/shared/std/result.ts'
import { words } from '../ui/words.ts'
import { MemoryHost, TestPorts } from './laptop.ts'
import { roundOf } from './round.ts'
import type { Surgery } from './surgery.ts'
import { transportTo } from './transport.ts'

const passphrase = 'four plain words here'
let databases = 0

/** A laptop's disk at one moment: store, journal and key file. */
export interface Disk {
  tables: [string, unknown[]][]
  journal: JournalFrame[]
  /** What stands outside of the journal about its numbers. */
  numbers: Uint8Array
  keys: string
}

/** Puts these rows into a store of this name; what was in it goes. */
export async function writeStore(name: string, tables: Disk['tables']): Promise<void> {
  await Database.delete(name)
  const db = new Database(name)
  await db.open()
  for (const [table, rows] of tables) await db.table(table).bulkPut(structuredClone(rows))
  db.close()
}

/** Everything in a store. */
export async function readStore(db: Database): Promise<Disk['tables']> {
  return Promise.all(db.tables.map(async (table): Promise<[string, unknown[]]> => [table.name, await table.toArray()]))
}

/** What a test lets happen to a request: it never arrives, its answer is lost, or all is well. */
export type Mishap = (request: SendRequest, at: number) => 'requestLost' | 'replyLost' | null

/** A laptop on a real surgery whose disk can be copied, put back and started a second time. */
export class DiskLaptop {
  laptop!: Laptop
  host!: MemoryHost
  readonly ports = new TestPorts()
  /** Requests since the mishap was set are counted from 0. */
  mishap: Mishap = () => null
  /** What the status said each time it changed. */
  readonly said: StatusInWords[] = []
  private readonly surgery: () => Surgery
  private started = false
  private requests = 0
  private name = ''

  constructor(surgery: () => Surgery) {
    this.surgery = surgery
    Object.defineProperty(this.ports, 'time', { get: () => surgery().now() })
    this.power()
  }

  /** A computer that has nothing on its disk yet. */
  private power(): void {
    const host = new MemoryHost()
    const transport = transportTo(this.surgery)
    host.useToken = async (token) => transport.useToken(token)
    host.send = async (request) => {
      host.sent.push(request)
      const mishap = this.mishap(request, this.requests++)
      if (mishap === 'requestLost') return fail('offline')
      const answer = await transport.send(request)
      return mishap === 'replyLost' ? fail('noAnswer') : answer
    }
    this.host = host
  }

  /** A laptop that has joined and loaded. @param prepare changes what it runs in before it does */
  static async joined(surgery: () => Surgery, colleague?: string, prepare: (host: MemoryHost) => void = () => {}): Promise<DiskLaptop> {
    const one = new DiskLaptop(surgery)
    prepare(one.host)
    const body = { code: await surgery().codeFor(colleague ?? surgery().lead), deviceName: 'Laptop' }
    const { recoveryKey, ...identity } = enrolReplySchema.parse((await surgery().handle('/enrol', body)).body)
    const server = 'https://gather.example'
    const { escrow } = await createKeys(one.host, { ...identity, deviceName: 'Laptop', server }, passphrase, recoveryKey)
    await writeStore(one.fresh(), [['meta', [{ name: 'escrow', value: escrow }]]])
    await one.open()
    await one.meet()
    return one
  }

  /** Another laptop that starts on this disk. */
  static async on(surgery: () => Surgery, disk: Disk): Promise<DiskLaptop> {
    const twin = new DiskLaptop(surgery)
    await twin.start(disk)
    return twin
  }

  /** A backup of its disk. */
  async copy(): Promise<Disk> {
    return {
      tables: structuredClone(await readStore(this.laptop.store.db)),
      journal: [...this.host.journal],
      numbers: this.host.numbers.slice(),
      keys: this.host.keys ?? '',
    }
  }

  /** Its disk is as it was. */
  async putBack(disk: Disk): Promise<void> {
    await this.laptop.close()
    await this.start(disk)
  }

  /** Power off, power on. */
  async restart(): Promise<void> {
    await this.laptop.close()
    await this.open()
  }

  /** One exchange, whatever comes of it. */
  async exchange(): Promise<void> {
    const go = () => (this.started ? this.laptop.goNow() : this.laptop.start())
    await roundOf(this.ports, this.host, go)
    this.started = true
  }

  /** Exchanges until one goes well. */
  async meet(): Promise<void> {
    for (let tries = 0; tries < 5; tries++) {
      await this.exchange()
      if ((await this.view('status', null)).trouble === null) return
    }
    throw new Error(`it never came through: ${JSON.stringify(await this.view('status', null))}`)
  }

  /** From now on this happens to its requests. */
  suffers(mishap: Mishap): void {
    this.requests = 0
    this.mishap = mishap
  }

  async does<Name extends CommandName>(name: Name, input: InputOf<Name>): Promise<AnswerOf<Name>> {
    const done = await this.laptop.run(name, input)
    if (!done.ok) throw new Error(`${name}: ${done.reason}`)
    return done.value
  }

  view<Name extends QuestionName>(name: Name, params: QuestionParams<Name>): Promise<QuestionAnswer<Name>> {
    return this.laptop.answer(name, params)
  }

  get identity(): Opened['identity'] {
    return this.laptop.store.opened.identity
  }

  get status(): StatusInWords {
    return statusInWords(this.laptop.status.view(), words, new Date(this.ports.now()).toISOString())
  }

  private async start(disk: Disk): Promise<void> {
    await writeStore(this.fresh(), disk.tables)
    this.power()
    this.host.journal = [...disk.journal]
    this.host.numbers.set(disk.numbers)
    this.host.keys = disk.keys
    await this.open()
  }

  private async open(): Promise<void> {
    const db = new Database(this.name)
    await db.open()
    const opened = await openKeys(this.host, passphrase, this.ports.now())
    if (!opened.ok) throw new Error(opened.reason)
    await this.host.useToken(opened.value.identity.token)
    this.laptop = new Laptop(this.host, db, opened.value, 'test', this.ports)
    this.laptop.onChanged = () => this.said.push(this.status)
    this.started = false
    await this.laptop.open()
  }

  private fresh(): string {
    this.name = `disk-${databases++}`
    return this.name
  }
}
