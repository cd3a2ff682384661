import type { WorkerCalls, JoinTrouble, Phase, ToWindow, ToWorker } from '../workerLink/contract.ts'
import type { QuestionAnswer, QuestionName, QuestionParams } from '../workerLink/questions.ts'
import { enrolReplySchema, recoverReplySchema } from '../../shared/sync/protocol.ts'
import type { AboutHost, Host, HostEvent } from '../../shared/ipc/contract.ts'
import { dateOf } from '../../shared/std/dates.ts'
import { fail, ok, type Result } from '../../shared/std/result.ts'
import { z } from 'zod'
import { openDatabase, setAside } from './openDatabase.ts'
import type { Database } from './database.ts'
import { createKeys, enrolled, homeOf, openKeys, rewrapKeys, type Opened } from './keys.ts'
import { readListFile } from './listFile.ts'
import { workbookOf } from './workbook.ts'
import { Laptop, type LaptopPorts } from './laptop.ts'
import { Kiosk } from './kiosk/kiosk.ts'
import { ask, askMs } from './link.ts'
import { askToRejoin } from './rejoin.ts'
import { TryWait } from './tryWait.ts'
import { Watches } from './watches.ts'
import { emptyLaptop, finishEmptying, tellEmptied, type EmptiedNote } from './wipe.ts'

/** A passphrase shorter than this can be guessed from a copy of the disk (sync-security 6.7); four words are longer. */
const shortestPassphrase = 12
/**
 * Idle time until it locks itself: at the surgery, and with a register open at the door (sync-security 7.3). The kiosk shows nobody
 * while it waits, and a locked one would send a whole queue to the leader.
 */
const idleMs = { surgery: 5 * 60_000, door: 15 * 60_000, kiosk: 60 * 60_000 }
const idleCheckMs = 10_000

/** The worker's end of the line to the kiosk's window. */
export interface KioskPort {
  postMessage(message: unknown): void
  onmessage: ((event: MessageEvent) => void) | null
  close(): void
}

/** What the window may still ask while participants are at the laptop: nothing that answers anything. */
const atTheKiosk: readonly (keyof WorkerCalls)[] = ['lock', 'active', 'startKiosk', 'saveDraft', 'remember']

const sampleReplySchema = z.object({ code: z.string(), passphrase: z.string() })

/** What the window talks to: phases before any screen, then the open laptop. One a worker. */
export class AppWorker {
  private readonly host: Host
  private readonly about: AboutHost
  private readonly ports: LaptopPorts
  private readonly post: (message: ToWindow) => void
  private readonly watches: Watches
  private readonly tryWait: TryWait
  private laptop: Laptop | null = null
  private db: Database | null = null
  private lastActive = 0
  /** The day at the last look at the clock. */
  private day = ''
  private idleAfter = idleMs.surgery
  private opening: Promise<unknown> = Promise.resolve()
  private kiosk: { worker: Kiosk; port: KioskPort | null } | null = null
  /** Counts kiosks: what was asked before one is not answered during it. */
  private kiosks = 0

  constructor(host: Host, about: AboutHost, ports: LaptopPorts, post: (message: ToWindow) => void) {
    this.host = host
    this.about = about
    this.ports = ports
    this.post = post
    this.tryWait = new TryWait(host, ports)
    this.watches = new Watches((name, params) => this.forWindow?.answer(name, params) ?? Promise.resolve(undefined), post)
  }

  /** Says whether this laptop has joined, and waits for the passphrase if it has. */
  async start(): Promise<void> {
    await this.tellStanding()
    setInterval(() => void this.lockIfIdle(), idleCheckMs)
    setInterval(() => this.eachMinute(), 60_000)
  }

  /** Never joined, emptied, or locked. What a cut left of emptying is taken away first. */
  private async tellStanding(): Promise<void> {
    const emptied = await finishEmptying(this.host)
    if (emptied) this.tellTeamEmptied(emptied)
    else this.tell((await enrolled(this.host)) === null ? { phase: 'new' } : await this.lockedPhase())
  }

  onMessage(message: ToWorker): void {
    if (message.kind === 'call') void this.answerCall(message)
    else if (message.kind === 'watch') this.watches.add(message.watch, message.view, message.params as never)
    else if (message.kind === 'unwatch') this.watches.remove(message.watch)
  }

  onHostEvent(event: HostEvent): void {
    if (event.event === 'networkUp') this.laptop?.goNow()
    else void this.inTurn(() => this.lock())
  }

  /**
   * Opening and locking, one at a time: Enter pressed twice must not open two laptops on one store, guesses wait for each
   * other, and a lock that comes while the laptop opens locks it.
   */
  private inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = this.opening.then(work, work)
    this.opening = turn.catch(() => {})
    return turn
  }

  /** The open laptop as far as the window may ask it: not at all while a kiosk is open. */
  private get forWindow(): Laptop | null {
    return this.kiosk ? null : this.laptop
  }

  private async answerCall({ call, method, input }: Extract<ToWorker, { kind: 'call' }>): Promise<void> {
    const { kiosks } = this
    try {
      if (this.kiosk && !atTheKiosk.includes(method)) throw new KioskIsOpen()
      const answer = await (this.methods[method] as (...given: unknown[]) => unknown)(...input)
      if (kiosks !== this.kiosks && !atTheKiosk.includes(method)) throw new KioskIsOpen()
      this.post({ kind: 'answer', call, value: answer })
    } catch (error) {
      this.post({ kind: 'broke', call, error: error instanceof Error ? error.name : 'unknown' }) // messages may hold data
    }
  }

  private readonly methods: { [Name in keyof WorkerCalls]: (...input: Parameters<WorkerCalls[Name]>) => ReturnType<WorkerCalls[Name]> } = {
    join: (input) => this.inTurn(() => this.join(input)),
    trySample: (input) => this.inTurn(() => this.trySample(input)),
    unlock: (passphrase) => this.inTurn(() => this.unlock(passphrase)),
    lock: () => this.inTurn(() => this.lock()),
    recover: (input) => this.inTurn(() => this.recover(input)),
    remember: async (place) => {
      if (this.db?.cleared) return
      await this.db?.meta.put({ name: 'place', value: place })
      await this.db?.meta.put({ name: 'placeOn', value: this.today() })
    },
    active: async (atTheDoor) => {
      if (this.kiosk) return // the key that opened the kiosk
      this.somebodyIsAt(atTheDoor ? 'door' : 'surgery')
    },
    run: (name, input) => this.watches.during(async () => this.laptop?.run(name, input) ?? fail('locked')),
    signInBest: (input) => this.watches.during(async () => this.laptop?.signInBest(input) ?? fail('locked')),
    undoLast: () => this.watches.during(async () => this.laptop?.undoLast() ?? fail('locked')),
    search: async (input) => this.laptop?.searchIn(input) ?? [],
    ask: async (name, params) => this.laptop?.ask(name, params) ?? null,
    readList: ({ bytes }) => readListFile(bytes),
    makeWorkbook: (sheets) => workbookOf(sheets),
    addMediaFile: async (input) => this.laptop?.addMediaFile(input) ?? fail('locked'),
    lookAtMedia: async (input) => this.laptop?.lookAtMedia(input) ?? fail('locked'),
    sendNow: async () => this.laptop?.goNow(),
    copyRead: async () => this.laptop?.copyRead(),
    saveDraft: async (key, text) => this.laptop?.drafts.save(key, text),
    drafts: async (ofCases) => this.laptop?.drafts.list(ofCases) ?? [],
    startKiosk: (input) => this.inTurn(() => this.startKiosk(input)),
    rejoin: (input) => this.rejoin(input),
    makeCode: async (input) => this.laptop?.makeCode(input) ?? fail('signedOut'),
    lookAtOffice: async ({ more }) => this.laptop?.office.look(more),
    decideAtOffice: async (input) => this.laptop?.decideAtOffice(input) ?? fail('signedOut'),
  }

  private async join(input: Parameters<WorkerCalls['join']>[0], isSample = false): Promise<Result<null, JoinTrouble>> {
    const server = addressOf(input.server)
    if (!server) return fail('notAddress')
    if (input.passphrase.trim().length < shortestPassphrase) return fail('weakPassphrase')
    // Over its own keys nothing could be read again that was not sent. No screen leads here.
    if ((await enrolled(this.host)) !== null) throw new Error('impossible: this laptop has joined')
    const body = { code: input.code.trim(), deviceName: input.deviceName.trim() || 'Laptop' }
    const answer = await ask(this.host, { server, path: '/enrol', body, timeoutMs: askMs }, enrolReplySchema)
    if (!answer.ok) return answer
    await this.host.forgetEmptied()
    const { recoveryKey, ...identity } = answer.value
    const { opened, escrow } = await createKeys(
      this.host,
      { ...identity, deviceName: body.deviceName, server },
      input.passphrase,
      recoveryKey,
      isSample,
    )
    await this.openLaptop(opened, escrow)
    return ok(null)
  }

  private async trySample({ server, as }: Parameters<WorkerCalls['trySample']>[0]): ReturnType<WorkerCalls['trySample']> {
    const sample = await ask(this.host, { server, path: '/sample', body: as ? { as } : {}, timeoutMs: 60_000 }, sampleReplySchema)
    if (!sample.ok) return sample
    const { code, passphrase } = sample.value
    const joined = await this.join({ server, code, deviceName: 'Sample laptop', passphrase }, true)
    return joined.ok ? ok({ passphrase }) : joined
  }

  private async unlock(passphrase: string): ReturnType<WorkerCalls['unlock']> {
    if (this.laptop) return ok(null)
    if ((await this.tryWait.beforeTry()) > 0) return fail('wait')
    const opened = await openKeys(this.host, passphrase, this.ports.now())
    if (opened.ok) await this.openLaptop(opened.value)
    else this.tell(await this.lockedPhase())
    return opened.ok ? ok(null) : opened
  }

  private async recover(input: Parameters<WorkerCalls['recover']>[0]): ReturnType<WorkerCalls['recover']> {
    if (input.passphrase.trim().length < shortestPassphrase) return fail('weakPassphrase')
    const known = await enrolled(this.host)
    if (!known) return fail('notAddress')
    const body = { device: known.device, code: input.code.trim() }
    const answer = await ask(this.host, { server: known.server, path: '/recover', body, timeoutMs: askMs }, recoverReplySchema)
    if (!answer.ok) return answer
    await this.openLaptop(await rewrapKeys(this.host, answer.value.key, input.passphrase))
    return ok(null)
  }

  /** The server is asked out of turn: a lock must not wait for it. One that came meanwhile has the key dropped and another code used up. */
  private async rejoin(input: Parameters<WorkerCalls['rejoin']>[0]): ReturnType<WorkerCalls['rejoin']> {
    const { laptop } = this
    if (!laptop) return fail('signedOut')
    if ((await this.tryWait.beforeTry()) > 0) return fail('wait')
    const given = await askToRejoin(this.host, laptop.store, input)
    if (!given.ok) return given
    try {
      return await this.inTurn(async () => {
        if (this.laptop !== laptop) return fail('signedOut')
        await laptop.takeOn(given.value)
        return ok(null)
      })
    } finally {
      given.value.forget()
    }
  }

  /** Opens the store; one that cannot be opened is set aside and made again from journal and server (peers 3.14). */
  private async openLaptop(opened: Opened, escrow?: string): Promise<void> {
    performance.mark('gather-key-known') // from here on it is our work and not Argon2's: tests/bench measures it
    this.db ??= await openDatabase(homeOf(opened.identity))
    if (escrow) await this.db.meta.put({ name: 'escrow', value: escrow })
    await this.host.useToken(opened.identity.token)
    const place = await this.firstPlace(opened, escrow !== undefined).catch(() => null)
    const laptop = this.laptopOn(opened)
    this.show(
      await laptop.open(place).then(
        () => laptop,
        () => this.rebuild(opened),
      ),
      opened,
      place,
    )
  }

  private laptopOn(opened: Opened): Laptop {
    return new Laptop(this.host, this.db!, opened, this.about.appVersion, this.ports)
  }

  private show(laptop: Laptop, opened: Opened, place: string | null): void {
    laptop.onChanged = (which) => this.watches.askAgainSoon(which)
    laptop.isOpenAt = (view) => this.watches.has(view)
    laptop.onStatus = () => {
      this.watches.askAgain((name) => name === 'status') // that line waits for no list
      this.watches.askAgainSoon((name) => ['surgery', 'takeAlong', 'setUp'].includes(name))
    }
    laptop.onWipe = () => void this.inTurn(() => this.empty(laptop))
    this.laptop = laptop
    this.somebodyIsAt('surgery')
    this.tell({ phase: 'open', returnTo: place })
    this.watches.askAgain(() => true)
    laptop.start()
    laptop.whole.catch(() => this.inTurn(() => this.rebuildShown(laptop, opened, place)))
  }

  private async rebuild(opened: Opened): Promise<Laptop> {
    this.tell({ phase: 'rebuilding', saved: (await this.host.journalRead()).length })
    this.db = await setAside(this.db!, homeOf(opened.identity))
    const fresh = this.laptopOn(opened)
    await fresh.open()
    return fresh
  }

  /** The store turned out not to be readable behind a register that was open already. */
  private async rebuildShown(broken: Laptop, opened: Opened, place: string | null): Promise<void> {
    if (this.laptop !== broken) return // locked meanwhile: the next unlock finds it
    this.laptop = null
    this.watches.forgetAnswers()
    await broken.stop()
    this.show(await this.rebuild(opened), opened, place)
  }

  private async startKiosk({ sessionId }: { sessionId: string }): ReturnType<WorkerCalls['startKiosk']> {
    if (!this.forWindow) return fail('locked')
    const session = await this.forWindow.sessionForKiosk(sessionId)
    if (!session.ok) return session
    const worker = new Kiosk(this.forWindow, session.value, (passphrase) => this.inTurn(() => this.leaveKiosk(passphrase)))
    this.kiosk = { worker, port: null }
    this.kiosks++
    this.somebodyIsAt('kiosk')
    this.watches.forgetAnswers()
    this.tell({ phase: 'kiosk' })
    return ok(null)
  }

  /** The line to the kiosk's window: one for each kiosk, so that no other page can join in later. */
  onKioskPort(port: KioskPort): void {
    const { kiosk } = this
    if (!kiosk || kiosk.port) return port.close()
    kiosk.port = port
    port.onmessage = ({ data }) => {
      this.somebodyIsAt('kiosk')
      void kiosk.worker.hear(data).then((answer) => this.kiosk === kiosk && answer && port.postMessage(answer))
    }
  }

  /** Back to the open app, with the passphrase of this laptop and its slow-down. */
  private async leaveKiosk(passphrase: string): Promise<{ waitMs: number }> {
    const left = this.kiosk !== null && (await this.tryWait.beforeTry()) === 0 && (await openKeys(this.host, passphrase, this.ports.now())).ok
    if (!left) return { waitMs: await this.tryWait.beforeTry() }
    await this.endKiosk()
    this.somebodyIsAt('door')
    this.tell({ phase: 'open', returnTo: await this.place() })
    this.watches.askAgain(() => true)
    return { waitMs: 0 }
  }

  private async endKiosk(): Promise<void> {
    const { kiosk } = this
    if (!kiosk) return
    await kiosk.worker.end().catch(() => {}) // a full disk must not keep the laptop from locking
    this.kiosk = null
    kiosk.port?.postMessage({ ended: true })
    kiosk.port?.close()
  }

  /** Forgets the keys. A write under way is finished first; nothing unsent is lost. */
  private async lock(): Promise<void> {
    const laptop = this.laptop
    if (!laptop) return
    await this.endKiosk()
    this.laptop = null
    this.watches.forgetAnswers()
    const place = await this.place().catch(() => null)
    await laptop.close()
    await this.host.useToken(null) // after it: a laptop that becomes a device of its own has another token
    this.db = null
    this.tell({ ...(await this.lockedPhase()), returnTo: place })
  }

  /**
   * The lead wants this laptop emptied, and the server has answered everything. At once, also at the door: it is asked for a
   * laptop that is lost or whose colleague has left. What was written while the answers came goes first; till then everything
   * works. A laptop that locked meanwhile has no keys to send with: it hears of it again after the next unlock.
   */
  private async empty(laptop: Laptop): Promise<void> {
    if (this.laptop !== laptop) return
    await this.kiosk?.worker.writeAnswers()
    if (!(await laptop.stopIfAllSent())) return laptop.goNow()
    await this.endKiosk()
    this.laptop = null
    this.watches.forgetAnswers()
    await laptop.close()
    this.db = null
    const done = await emptyLaptop(this.host, laptop.store.opened.identity).catch(() => null)
    await this.host.useToken(null)
    if (done) this.tellTeamEmptied(done)
    else await this.tellStanding() // a disk that failed: emptied as far as it is gone, else locked, and it comes again
  }

  /** Says so on the screen, and to the server, which may take until there is a network. */
  private tellTeamEmptied(note: EmptiedNote): void {
    this.tell({ phase: 'new', emptied: true })
    const never = new Promise<void>(() => {})
    void tellEmptied(this.host, note, (ms) => this.ports.wait(ms, never))
  }

  /** The only place that says from when and how long nobody may be there: one without the other left a kiosk's hour to the surgery. */
  private somebodyIsAt(where: keyof typeof idleMs): void {
    this.lastActive = this.ports.now()
    this.idleAfter = idleMs[where]
  }

  private async lockIfIdle(): Promise<void> {
    this.lastActive = Math.min(this.lastActive, this.ports.now()) // a clock set back must not keep it open for years
    if (this.laptop?.isOnlyMemory()) return // locked, it would be gone
    if (this.laptop && this.ports.now() - this.lastActive > this.idleAfter) await this.inTurn(() => this.lock())
  }

  private async lockedPhase(): Promise<Extract<Phase, { phase: 'locked' }>> {
    const sample = (await enrolled(this.host))?.sample
    return { phase: 'locked', waitMs: await this.tryWait.beforeTry(), returnTo: null, ...(sample ? { sample } : {}) }
  }

  /**
   * Where the app opens: where one was, and for whoever works with cases on a new day at My day. A lead who has just joined begins at
   * Today, where the list of what to set up is.
   */
  private async firstPlace(opened: Opened, joined: boolean): Promise<string | null> {
    const { role } = opened.identity.colleague
    const place = await this.place()
    if (role === 'facilitator' || (joined && role === 'lead')) return place
    const on = (await this.db?.meta.get('placeOn'))?.value
    return place === null || (on !== undefined && on !== this.today()) ? 'myDay' : place
  }

  /** Planned becomes "no register" by itself, and a lease ends; on a new day what is due, overdue and waited for is another answer. */
  private eachMinute(): void {
    const isNew = this.day !== '' && this.day !== this.today()
    this.day = this.today()
    this.watches.askAgain((name) => isNew || ['today', 'alarms', 'status'].includes(name))
  }

  private today(): string {
    return dateOf(new Date(this.ports.now()).toISOString())
  }

  private async place(): Promise<string | null> {
    if (this.db?.cleared) return null
    return ((await this.db?.meta.get('place'))?.value as string | undefined) ?? null
  }

  private tell(phase: Phase): void {
    this.post({ kind: 'phase', phase })
  }
}

/** The window asked for something while participants are at the laptop. */
class KioskIsOpen extends Error {
  override name = 'KioskIsOpen'
}

/** A server's address as it is used, or null: https, or http on this very machine. */
export function addressOf(text: string): string | null {
  const written = text.trim().replace(/\/+$/, '')
  try {
    const url = new URL(/^[a-z]+:\/\//i.test(written) ? written : `https://${written}`)
    const here = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
    return url.protocol === 'https:' || (url.protocol === 'http:' && here) ? url.origin : null
  } catch {
    return null
  }
}

export type AnswerTo = <Name extends QuestionName>(name: Name, params: QuestionParams<Name>) => Promise<QuestionAnswer<Name> | undefined>
