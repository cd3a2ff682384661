import 'fake-indexeddb/auto'
import { Database } from '../../src/renderer/data/database.ts'
import { AppWorker } from '../../src/renderer/data/workerApi.ts'
import type { Identity, Opened } from '../../src/renderer/data/keys.ts'
import { Laptop } from '../../src/renderer/data/laptop.ts'
import { makeSealer } from '../../src/renderer/data/seal.ts'
import type { WorkerCalls, Phase, ToWindow } from '../../src/renderer/workerLink/contract.ts'
import type { QuestionAnswer, QuestionName, QuestionParams } from '../../src/renderer/workerLink/questions.ts'
import { keyOf, type Row } from '../../src/shared/changes/row.ts'
import type { AnswerOf, CommandName, InputOf } from '../../src/shared/commands/index.ts'
import type { Reason } from '../../src/shared/commands/reasons.ts'
import type { Role } from '../../src/shared/records/colleague.ts'
import type { RecordName } from '../../src/shared/records/index.ts'
import type { Result } from '../../src/shared/std/result.ts'
import { later, zeroStamp, type Stamp } from '../../src/shared/std/stamp.ts'
import { idFor, rowsOf, type Known } from './builders.ts'
import { TestKiosk } from './kiosk.ts'
import { MemoryHost } from './memoryHost.ts'
import { refuseCommits, roundOf } from './round.ts'
import { ScriptedSurgery } from './scriptedSurgery.ts'
import { TestPorts } from './testPorts.ts'

export { rowsOf, type Known } from './builders.ts'
export { MemoryHost } from './memoryHost.ts'
export { ScriptedSurgery } from './scriptedSurgery.ts'
export { TestPorts } from './testPorts.ts'

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

  watch<Name extends QuestionName>(view: Name, params: QuestionParams<Name>): { number: number; told: QuestionAnswer<Name>[] } {
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
