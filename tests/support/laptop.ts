import 'fake-indexeddb/auto'
import { createHash } from 'node:crypto'
import { v7 } from 'uuid'
import { Database } from '../../src/renderer/data/database.ts'
import { AppWorker } from '../../src/renderer/data/workerApi.ts'
import type { Identity, Opened } from '../../src/renderer/data/keys.ts'
import { Laptop, type LaptopPorts } from '../../src/renderer/data/laptop.ts'
import { makeSealer } from '../../src/renderer/data/seal.ts'
import type { WorkerCalls, Phase, ToWindow } from '../../src/renderer/workerLink/contract.ts'
import type { QuestionAnswer, QuestionName, QuestionParams } from '../../src/renderer/workerLink/questions.ts'
import type { AcceptedChange, Change } from '../../src/shared/changes/change.ts'
import { keyOf, type Row } from '../../src/shared/changes/row.ts'
import type { AnswerOf, CommandName, InputOf } from '../../src/shared/commands/index.ts'
import type { Reason } from '../../src/shared/commands/reasons.ts'
import type { Host, JournalFrame, JournalTrouble, SendRequest, ServerRefusal } from '../../src/shared/ipc/contract.ts'
import { markedJournal } from '../../src/shared/journal/markedJournal.ts'
import { markBytes } from '../../src/shared/journal/numberMark.ts'
import type { Role } from '../../src/shared/records/colleague.ts'
import type { Entity, RecordName } from '../../src/shared/records/index.ts'
import { fail, ok, type Result } from '../../src/shared/std/result.ts'
import { later, zeroStamp, type Stamp } from '../../src/shared/std/stamp.ts'
import {
  zeroChain, type ChangeResult, type ExchangeReply, type ExchangeRequest, type HeldCode, type LinkTrouble, type SnapshotPage,
} from '../../src/shared/sync/protocol.ts'
import { aRow, at, idFor, stampAt } from './builders.ts'
import { MemoryEmptying } from './emptying.ts'
import { TestKiosk } from './kiosk.ts'
import { refuseCommits, roundOf } from './round.ts'
import { markOn } from './markOn.ts'

/** What the laptop runs in, in memory: it outlives restarts, as a disk would. */
export class MemoryHost implements Host {
  keys: string | null = null
  share: Uint8Array | null = createHash('sha256').update('keyring').digest()
  journal: JournalFrame[] = []
  /** The file beside the keys that holds the highest number. */
  readonly numbers = new Uint8Array(markBytes)
  token: string | null = null
  freeBytes: number | null = 100e9
  /** Set: the next appends fail so. */
  journalTrouble: JournalTrouble | null = null
  /** What happened, in order, for tests that ask what came first. */
  readonly happened: string[] = []
  readonly sent: SendRequest[] = []
  /** The network: nobody there, unless the test says otherwise. */
  network: (request: SendRequest, token: string | null) => Promise<Result<unknown, LinkTrouble | ServerRefusal>> =
    async () => fail('offline')

  readKeys = async () => this.keys
  writeKeys = async (text: string) => {
    this.keys = text
  }
  keyringShare = async () => this.share
  journalRead = async () => [...this.journal]
  useToken = async (token: string | null) => {
    this.token = token
  }
  freeSpace = async () => this.freeBytes
  makeRoom = async () => this.happened.push('asked for room') > 0

  /** Emptying, which the test may cut; its steps are done here. */
  readonly emptying = new MemoryEmptying([() => { this.keys = this.share = null }, () => { this.journal = [] }])
  empty = this.emptying.empty
  emptied = this.emptying.emptied
  forgetEmptied = this.emptying.forgetEmptied

  /** Not slow, as tests open laptops by the hundred; another cost or salt still gives another key. */
  argon2id: Host['argon2id'] = async (passphrase, salt, memoryKiB, passes) =>
    new Uint8Array(
      createHash('sha256')
        .update(JSON.stringify([passphrase, [...salt], memoryKiB, passes]))
        .digest(),
    )

  private append: Host['journalAppend'] = async (frame, firstSequence, lastSequence) => {
    if (this.journalTrouble) return fail(this.journalTrouble)
    this.journal.push({ frame, firstSequence, lastSequence })
    this.happened.push(`journal ${firstSequence}-${lastSequence}`)
    return ok(null)
  }

  private readonly marked = markedJournal((...given) => this.append(...given), async () => markOn(this.numbers))
  journalAppend = this.marked.journalAppend
  journalNumbers = this.marked.journalNumbers

  journalDropTo = async (sequence: number) => {
    this.journal = this.journal.filter((frame) => frame.lastSequence > sequence)
  }

  send = async (request: SendRequest) => {
    this.sent.push(request)
    const answer = await this.network(structuredClone(request), this.token)
    return JSON.parse(JSON.stringify(answer)) as typeof answer
  }
}

/** What a surgery answers, as the test scripts it. It keeps no rows of its own and folds nothing: the real one is in surgery.ts. */
export class ScriptedSurgery {
  epoch = idFor('epoch')
  revision = 0
  durable = 0
  have = 0
  now: () => number = () => Date.parse(at('10:31'))
  /** The first load. */
  rows: Row[] = []
  /** Others' changes that are told with the next exchange. */
  news: AcceptedChange[] = []
  trouble: LinkTrouble | null = null
  judge: (change: Change) => HeldCode | null = () => null
  /** The stamp that counts, if the server moves the laptop's. */
  effective: (change: Change) => Stamp = (change) => change.stamp
  /** Said once, in place of what would have been. */
  once: Partial<ExchangeReply> = {}
  /** Something that happens while the exchange is under way. */
  meanwhile: () => Promise<void> = async () => {}
  readonly received: Change[] = []
  private readonly answers = new Map<string, ChangeResult>()

  answer = async ({ path, body }: SendRequest): Promise<Result<unknown, LinkTrouble>> => {
    if (this.trouble) return fail(this.trouble)
    await this.meanwhile()
    if (path === '/exchange') return ok(this.exchange(body as ExchangeRequest))
    return path === '/snapshot' ? ok(this.page()) : ok({})
  }

  /** Another laptop's change. */
  tells(...changes: Change[]): void {
    for (const change of changes) this.news.push({ ...change, revision: ++this.revision, effective: change.stamp })
  }

  private exchange(request: ExchangeRequest): ExchangeReply {
    const results = request.changes.map((change) => this.resultOf(change))
    const changes = request.bookmark ? this.news.splice(0) : []
    const reply: ExchangeReply = {
      epoch: this.epoch, now: this.now(), minClient: 1, haveN: this.have, results, changes, revision: this.revision, chain: zeroChain, durable: this.durable, more: false, device: 'ok',
      ...this.once,
    }
    this.once = {}
    return reply
  }

  private resultOf(change: Change): ChangeResult {
    const before = this.answers.get(change.id)
    if (before?.state === 'accepted') return before
    if (!before) this.received.push(change)
    this.have = Math.max(this.have, change.sequence)
    const code = this.judge(change)
    const result: ChangeResult = code
      ? { state: 'held', id: change.id, code }
      : { state: 'accepted', id: change.id, revision: ++this.revision, effective: this.effective(change) }
    this.answers.set(change.id, result)
    return result
  }

  private page(): SnapshotPage {
    return { epoch: this.epoch, rows: this.rows, total: this.rows.length, revision: this.revision, chain: zeroChain }
  }
}

/** Time and chance as the test tells them. The loop rests until it is told to go. */
export class TestPorts implements LaptopPorts {
  time = Date.parse(at('10:31'))
  readonly rests: number[] = []
  private rested: () => void = () => {}
  private setBy = 0

  now = () => this.time
  newId = () => v7()
  random = () => 1
  /** Goes with the time, but for what `setClock` did to it. */
  elapsed = () => this.time - this.setBy

  wait = (ms: number, cut: Promise<void>): Promise<void> => {
    this.rests.push(ms)
    this.rested()
    return cut
  }

  /** Resolves when the loop rests the next time. */
  nextRest(): Promise<void> {
    return new Promise((resolve) => {
      this.rested = resolve
    })
  }

  /** Somebody sets the clock ahead, or back: no time passes. */
  setClock(byMs: number): void {
    this.time += byMs
    this.setBy += byMs
  }

  /** Sets the clock to a time on a day. */
  set(time: string, date?: string): void {
    this.time = Date.parse(at(time, date))
  }
}

const sealingKey = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
let laptops = 0

/** Whose laptop it is. */
export interface Whose {
  name?: string
  role?: Role
  /** The same id opens the same laptop. */
  device?: string
}

/** Everything that opens a laptop, without a passphrase. */
export function openedFor({ name = 'Tom', role = 'lead', device = idFor(`laptop ${++laptops}`) }: Whose = {}): Opened {
  const identity: Identity = {
    device,
    deviceName: `${name}’s laptop`,
    server: 'https://gather.example',
    token: 'token',
    team: { id: idFor('team'), name: 'Nuneaton North' },
    colleague: { id: idFor(name), name, role },
  }
  return { identity, who: makeSealer(sealingKey, 'identity'), rows: makeSealer(sealingKey, 'rows'), journal: makeSealer(sealingKey, 'journal') }
}

/** A laptop as the worker has it open: the real store on an IndexedDB in memory, the real sealing, a scripted surgery. */
export class TestLaptop {
  laptop!: Laptop
  readonly host = new MemoryHost()
  readonly surgery = new ScriptedSurgery()
  readonly ports = new TestPorts()
  readonly opened: Opened
  /** How many changes the journal brought back at the last opening. */
  replayed = 0
  private databases = 0
  private started = false

  constructor(whose: Whose = {}) {
    this.opened = openedFor(whose)
    this.surgery.now = () => this.ports.time
    this.host.network = this.surgery.answer
  }

  get store() {
    return this.laptop.store
  }

  async open(): Promise<this> {
    const db = new Database(`${this.opened.identity.device}-${this.databases}`)
    await db.open()
    this.laptop = new Laptop(this.host, db, this.opened, 'test', this.ports)
    this.started = false
    this.replayed = await this.laptop.open()
    return this
  }

  async restart(): Promise<void> {
    await this.laptop.close()
    await this.open()
  }

  /** Chromium throws the store away; the journal stays. */
  async loseStore(): Promise<void> {
    await this.laptop.close()
    this.databases++
    await this.open()
  }

  /** One exchange by the laptop's own loop, to its end. */
  async exchange(): Promise<void> {
    const go = () => (this.started ? this.laptop.goNow() : this.laptop.start())
    await roundOf(this.ports, this.host, go)
    this.started = true
  }

  run<Name extends CommandName>(name: Name, input: InputOf<Name>): Promise<Result<AnswerOf<Name>, Reason>> {
    return this.laptop.run(name, input)
  }

  /** Runs and expects it to be done. */
  async does<Name extends CommandName>(name: Name, input: InputOf<Name>): Promise<AnswerOf<Name>> {
    const done = await this.run(name, input)
    if (!done.ok) throw new Error(`${name}: ${done.reason}`)
    return done.value
  }

  view<Name extends QuestionName>(name: Name, params: QuestionParams<Name>): Promise<QuestionAnswer<Name>> {
    return this.laptop.answer(name, params)
  }

  /** What one row is on this laptop. */
  async sees<Name extends RecordName>(record: Name, id: string): Promise<Row | null> {
    return (await this.store.row(keyOf(record, id)))?.view ?? null
  }

  /** The store refuses commits until the answer is called: a quota, a broken disk. Its line stays open, so nothing waits for its end. */
  storeRefuses(): () => void {
    return refuseCommits(this.store.db)
  }
}

/** Records by name, as builders make them. */
export type Known = { [Name in RecordName]?: Entity<Name>[] }

/** Rows of these records, written by the surgery at 9:00. */
export function rowsOf(known: Known, stamp: Stamp = stampAt('09:00', 'server')): Row[] {
  return Object.entries(known).flatMap(([record, entities]) => entities.map((entity) => aRow(record, entity, stamp)))
}

/** A laptop that has loaded these records from its surgery. */
export async function laptopWith(known: Known, whose: Whose = {}): Promise<TestLaptop> {
  const laptop = new TestLaptop(whose)
  laptop.surgery.rows = rowsOf(known)
  await laptop.open()
  await laptop.exchange()
  return laptop
}

/** The latest stamp this laptop has given or seen. */
export function clockOf(laptop: TestLaptop): Stamp {
  return later(laptop.store.state.clock, zeroStamp)
}

/** The worker as the window meets it: calls, watches and phases. */
export class TestWorker {
  readonly host: MemoryHost
  readonly ports: TestPorts
  readonly phases: Phase[] = []
  /** What each watch was told, by its number. */
  readonly told = new Map<number, unknown[]>()
  private readonly worker: AppWorker
  private readonly calls = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  private next = 1

  constructor(host = new MemoryHost(), ports = new TestPorts()) {
    this.host = host
    this.ports = ports
    const about = { host: 'web' as const, appVersion: 'test', localServer: null, sample: false }
    this.worker = new AppWorker(host, about, ports, (message) => this.hear(structuredClone(message)))
  }

  start(): Promise<void> {
    return this.worker.start()
  }

  get phase(): Phase | undefined {
    return this.phases.at(-1)
  }

  call<Name extends keyof WorkerCalls>(method: Name, ...input: Parameters<WorkerCalls[Name]>): ReturnType<WorkerCalls[Name]> {
    const call = this.next++
    const answer = new Promise((resolve, reject) => {
      this.calls.set(call, { resolve, reject })
    })
    this.worker.onMessage({ kind: 'call', call, method, input })
    return answer as ReturnType<WorkerCalls[Name]>
  }

  ask<Name extends QuestionName>(name: Name, params: QuestionParams<Name>): Promise<QuestionAnswer<Name> | null> {
    return this.call('ask', name, params as never) as Promise<QuestionAnswer<Name> | null>
  }

  watch<Name extends QuestionName>(
    view: Name,
    params: QuestionParams<Name>,
  ): { number: number; told: QuestionAnswer<Name>[] } {
    const number = this.next++
    const told: QuestionAnswer<Name>[] = []
    this.told.set(number, told)
    this.worker.onMessage({ kind: 'watch', watch: number, view, params })
    return { number, told }
  }

  unwatch(number: number): void {
    this.worker.onMessage({ kind: 'unwatch', watch: number })
  }

  /** The kiosk's window, joined to the worker. */
  kiosk(): TestKiosk {
    const kiosk = new TestKiosk()
    this.worker.onKioskPort(kiosk)
    return kiosk
  }

  hostSays(event: 'networkUp' | 'lockNow'): void {
    this.worker.onHostEvent({ event })
  }

  private hear(message: ToWindow): void {
    if (message.kind === 'phase') this.phases.push(message.phase)
    else if (message.kind === 'views') for (const { watch, value } of message.told) this.told.get(watch)?.push(value)
    else if (message.kind === 'answer') this.calls.get(message.call)?.resolve(message.value)
    else this.calls.get(message.call)?.reject(new Error(message.error))
  }
}
