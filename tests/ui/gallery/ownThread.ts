import type { Laptop } from '../../../src/renderer/data/laptop.ts'
import { AppWorker } from '../../../src/renderer/data/workerApi.ts'
import { Database } from '../../../src/renderer/data/database.ts'
import { createKeys } from '../../../src/renderer/data/keys.ts'
import { storesOf } from '../../../src/renderer/data/openDatabase.ts'
import { createLink, type WorkerLike } from '../../../src/renderer/workerLink/client.ts'
import type { WorkerCalls, ToWindow, ToWorker } from '../../../src/renderer/workerLink/contract.ts'
import type { WorkerLink } from '../../../src/renderer/workerLink/link.ts'
import { toBase64 } from '../../../src/renderer/data/base64.ts'
import type { AboutHost } from '../../../src/shared/ipc/contract.ts'
import type { Role } from '../../../src/shared/records/colleague.ts'
import type { Change } from '../../../src/shared/changes/change.ts'
import { idFor, theirs } from '../../support/builders.ts'
import { MemoryHost } from '../../support/memoryHost.ts'
import { ScriptedSurgery } from '../../support/scriptedSurgery.ts'
import { roundOf } from '../../support/round.ts'
import { ourLaptop, priya } from '../../world/office.ts'
import { ScriptedClock } from './scriptedClock.ts'

export const passphrase = 'kettle marble orchid tuesday'
export const server = 'https://gather.nuneaton.example.nhs.uk'

/** What the window may ask for and change nothing of what is drawn in a world. Drafts are dropped again. */
const readings: ReadonlySet<keyof WorkerCalls> = new Set([
  'active',
  'ask',
  'drafts',
  'lookAtOffice',
  'makeWorkbook',
  'readList',
  'remember',
  'saveDraft',
  'search',
])

/**
 * The shipped worker behind the shipped link, in the page's own thread: there Playwright's clock is its clock too, which does not
 * reach into a real worker. Between the two lies a real message port, so that what crosses is copied, in turns of its own. Faked are
 * the clock, the network and the host's files; what the window is told, the worker has answered.
 */
export class OwnThread {
  readonly host = new MemoryHost()
  readonly surgery = new ScriptedSurgery()
  readonly clock = new ScriptedClock()
  readonly device = { id: idFor(ourLaptop), name: ourLaptop }
  readonly link: WorkerLink
  /** What the link keeps back on its way to the worker: a worker that is busy. */
  holdsBack: (message: ToWorker) => boolean = () => false
  /** Whether the window has asked for anything that may have changed this world, since somebody set it to false. */
  isUsed = false
  private readonly worker: AppWorker
  private readonly toWindow: MessagePort
  private heldBack: ToWorker[] = []
  /** What the window has asked and not been told yet: calls, and live questions that have no answer. */
  private readonly open = new Set<string>()
  private writing = 0

  constructor(about: AboutHost) {
    this.host.network = this.surgery.answer
    this.surgery.now = () => this.clock.now()
    const { port1, port2 } = new MessageChannel()
    this.toWindow = port2
    this.worker = new AppWorker(this.host, about, this.clock, (message) => this.tell(message))
    port2.onmessage = ({ data, ports }: MessageEvent<ToWorker | { kind: 'kioskPort' }>) => this.hear(data, ports)
    const window = port1 as unknown as WorkerLike
    this.link = createLink(window)
    port1.start()
  }

  /** What the worker would say by itself in a state that takes another window or a broken disk. */
  says(message: ToWindow): void {
    this.isUsed = true
    this.toWindow.postMessage(message)
  }

  /** Lets go what the link has kept back. */
  letThrough(): void {
    this.holdsBack = () => false
    for (const message of this.heldBack.splice(0)) this.pass(message)
  }

  /** Settled when everything that the window has said so far has been heard and answered. */
  async answered(): Promise<void> {
    do
      await new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = resolve
        port2.postMessage(null)
      })
    while (!this.isQuiet())
  }

  private pass(message: ToWorker): void {
    if (message.kind === 'call' && !readings.has(message.method)) this.isUsed = true
    if (message.kind === 'call' && message.method !== 'lookAtOffice') this.open.add(`call ${message.call}`) // that one waits for the network
    if (message.kind === 'watch') this.open.add(`watch ${message.watch}`)
    if (message.kind === 'unwatch') this.open.delete(`watch ${message.watch}`)
    this.worker.onMessage(message)
  }

  /** Whether the window has been told everything it has asked for, but for what waits for a slow disk. */
  isQuiet(): boolean {
    return this.open.size === 0 || this.writing > 0
  }

  /** From now on a write takes so many milliseconds of the page's clock. */
  slowsDisk(ms: number): void {
    this.host.disk = async () => {
      this.writing++
      await new Promise((written) => {
        setTimeout(written, ms)
      })
      this.writing--
    }
  }

  private tell(message: ToWindow): void {
    if (message.kind === 'views') for (const { watch } of message.told) this.open.delete(`watch ${watch}`)
    if (message.kind === 'answer' || message.kind === 'broke') this.open.delete(`call ${message.call}`)
    this.toWindow.postMessage(message)
  }

  private hear(data: ToWorker | { kind: 'kioskPort' }, ports: readonly MessagePort[]): void {
    if (data.kind === 'kioskPort') return this.worker.onKioskPort(ports[0]!)
    if (this.holdsBack(data)) this.heldBack.push(data)
    else this.pass(data)
  }

  /** This laptop has joined: its keys are there, and nothing yet in its store but the screen to come back to. */
  async joins(place: string, isSample = false, role: Role = 'lead'): Promise<void> {
    const identity = {
      device: this.device.id,
      deviceName: this.device.name,
      server,
      token: 'token',
      team: { id: idFor('team'), name: 'Nuneaton North PCN' },
      colleague: { id: priya, name: 'Priya Nair', role },
    }
    await Promise.all(storesOf(this.device.id).map((name) => Database.delete(name)))
    await createKeys(this.host, identity, passphrase, await aRecoveryKey(), isSample)
    const db = new Database(storesOf(this.device.id)[0])
    await db.open()
    await db.meta.put({ name: 'place', value: place })
    db.close()
  }

  start(): Promise<void> {
    return this.worker.start()
  }

  /** Opens it, and waits until it has met its surgery or missed it. */
  async opens(): Promise<void> {
    await this.meets(() => void this.link.worker.unlock(passphrase))
  }

  /** One exchange, whatever comes of it. */
  async meets(go: () => void = () => void this.link.worker.sendNow()): Promise<void> {
    await roundOf(this.clock, this.host, go)
  }

  /** The network is there again, and another laptop wrote this. */
  async hearsOf(record: string, row: string, fields: object): Promise<void> {
    this.surgery.trouble = null
    this.surgery.tells(theirs(record, row, fields))
    await this.link.worker.sendNow()
  }

  /** The screen that a lock or a crash would come back to. */
  async place(): Promise<unknown> {
    const { db } = this.worker as unknown as { db: Database | null }
    return (await db?.meta.get('place'))?.value
  }

  /** What "clear site data" does to a store that is open. */
  async siteDataIsCleared(): Promise<void> {
    this.isUsed = true
    await Database.delete(storesOf(this.device.id)[0]!)
  }

  /** Does a command, as a window would ask for it. */
  run: WorkerCalls['run'] = async (name, input) => {
    const done = await this.link.worker.run(name, input)
    if (!done.ok) throw new Error(`${name}: ${done.reason}`)
    return done
  }

  /** Everything written on this laptop, in order. What the surgery has taken in it knows from there. */
  written(): Change[] {
    const { laptop } = this.worker as unknown as { laptop: Laptop | null }
    const own = [...(laptop?.store.own.values() ?? [])].flat().map(({ change }) => change)
    const all = new Map([...this.surgery.received, ...own].map((change) => [change.id, change]))
    return [...all.values()].sort((a, b) => a.sequence - b.sequence)
  }
}

/** A public key of a team, as its server makes one. */
async function aRecoveryKey(): Promise<string> {
  const { publicKey } = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits'])
  return toBase64(new Uint8Array(await crypto.subtle.exportKey('spki', publicKey)))
}
