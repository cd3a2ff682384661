import type { CommandName, InputOf } from '../../src/shared/commands/index.ts'
import type { Reason } from '../../src/shared/commands/reasons.ts'
import type { Role } from '../../src/shared/records/colleague.ts'
import { exchangeAll, type Link, type RoundDone, type RoundTrouble, type SyncStore } from '../../src/shared/sync/exchangeOnce.ts'
import { fail, ok, type Result } from '../../src/shared/std/result.ts'
import { Database } from '../../src/renderer/data/database.ts'
import type { Identity, Opened } from '../../src/renderer/data/keys.ts'
import { localStore } from '../../src/renderer/data/localStore.ts'
import { replayJournal, unpark } from '../../src/renderer/data/replay.ts'
import { run } from '../../src/renderer/data/run.ts'
import { makeSealer } from '../../src/renderer/data/seal.ts'
import { StatusKeeper } from '../../src/renderer/data/statusKeeper.ts'
import { Store } from '../../src/renderer/data/store.ts'
import type { JournalFrame } from '../../src/shared/ipc/contract.ts'
import { replaced } from '../../src/shared/journal/replaced.ts'
import { markedJournal } from '../../src/shared/journal/markedJournal.ts'
import { markBytes } from '../../src/shared/journal/numberMark.ts'
import type { ExchangeReply, ExchangeRequest, LinkTrouble } from '../../src/shared/sync/protocol.ts'
import { markOn } from '../support/markOn.ts'
import { faults } from './faults.ts'
import { LeaseSeen } from './leaseSeen.ts'
import type { SimServer } from './simServer.ts'
import { as, type AppVersion } from './versions.ts'

const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])

export interface Joined {
  device: string
  token: string
  colleague: string
  role: Role
}

/** A laptop's disk as it was at one moment: store, journal and key file, and what had been acknowledged till then. */
export interface DiskCopy {
  tables: Map<string, unknown[]>
  journal: JournalFrame[]
  keyFile: Identity
  numbers: Uint8Array
  acknowledged: ReadonlySet<string>
  clockAhead: number
  version: AppVersion
}

/** The power goes at this moment. */
export class PowerCut extends Error {
  override name = 'PowerCut'
}

/** One laptop: the shipped store, journal replay and exchange on an IndexedDB in memory and a journal that survives it. */
export class SimLaptop {
  version: AppVersion = 'this'
  /** How far its clock is ahead, in milliseconds. */
  clockAhead = 0
  /** Ids of changes whose act was answered with "done": none may ever be lost. */
  readonly acknowledged = new Set<string>()
  store!: Store
  status!: StatusKeeper
  /** Whether the power goes when it has written down who it becomes, and before its store agrees. */
  cutWhenBecoming = false
  /** What must be so of its lease; nothing of a disk that was put back. */
  readonly lease = new LeaseSeen()
  /** Whether the power goes when a reset is called for, and before it is written down. */
  cutBeforeReset = false
  /** Acknowledged on a disk that is no more: only the server has it, if anybody. */
  readonly onlyThere = new Set<string>()
  /** Why the last act was refused; null: it was not. */
  refusedFor: Reason | null = null
  private readonly whose: Pick<Joined, 'colleague' | 'role'>
  private keyFile: Identity
  private token = ''
  private readonly home: string
  private journal: JournalFrame[] = []
  private readonly numbers = new Uint8Array(markBytes)
  private marked = this.openMarked()
  private databases = 0
  private diskFull = false
  private exchangeStore!: SyncStore
  private readonly opened: Opened
  private readonly server: SimServer
  private readonly now: () => number
  private readonly newId: () => string

  constructor(server: SimServer, joined: Joined, now: () => number, newId: () => string) {
    this.newId = newId
    this.server = server
    this.now = now
    const { device, token, colleague, role } = joined
    this.whose = { colleague, role }
    this.home = newId()
    const identity = {
      device,
      token,
      deviceName: 'Laptop',
      server: 'https://gather.example',
      team: { id: server.team, name: 'Team' },
      colleague: { id: colleague, name: 'Somebody', role },
    }
    this.keyFile = identity
    this.opened = { identity, who: makeSealer(key, 'identity'), rows: makeSealer(key, 'rows'), journal: makeSealer(key, 'journal') }
  }

  private openMarked(): ReturnType<typeof markedJournal> {
    return markedJournal(
      (frame, first, last) => this.append(frame, first, last),
      async () => markOn(this.numbers),
    )
  }

  /** Who it is now. */
  get joined(): Joined {
    return { ...this.whose, device: this.opened.identity.device, token: this.token }
  }

  /** Its journal, as it lies there. */
  get journalFrames(): readonly JournalFrame[] {
    return this.journal
  }

  clock(): number {
    return this.now() + this.clockAhead
  }

  /** Starts the app: opens the store and brings back what only the journal has. */
  open(): Promise<void> {
    this.opened.identity = this.keyFile
    this.token = this.keyFile.token
    return as(this.version, async () => {
      const db = new Database(this.databaseName())
      await db.open()
      this.store = new Store(db, this.opened, { now: () => this.clock(), newId: this.newId })
      await this.store.open()
      await this.store.openRest()
      await replayJournal(this.store, { journalRead: async () => this.journal, journalNumbers: this.marked.journalNumbers })
      await unpark(this.store)
      this.status = new StatusKeeper(this.store, () => {})
      await this.status.open()
      const store = localStore(
        this.store,
        {
          journalRead: async () => this.journal,
          journalReplace: async (frames) => {
            this.journal = replaced(this.journal, frames)[1]
          },
          journalDropTo: async (sequence) => {
            this.journal = this.journal.filter((frame) => frame.lastSequence > sequence)
          },
        },
        {
          keep: async (identity) => this.keep(identity),
          useToken: async (token) => {
            this.token = token
          },
        },
      )
      this.exchangeStore = { ...store, reset: (haveN) => this.resetUnlessCut(() => store.reset(haveN)) }
    })
  }

  private async resetUnlessCut(reset: () => Promise<void>): Promise<void> {
    if (!this.cutBeforeReset) return reset()
    faults.cutBeforeReset++
    throw new PowerCut()
  }

  async restart(): Promise<void> {
    this.store.db.close()
    await this.open()
  }

  /** What a backup of its disk would hold. */
  async copy(): Promise<DiskCopy> {
    const { tables } = this.store.db
    const rows = await Promise.all(tables.map(async (table) => [table.name, structuredClone(await table.toArray())] as const))
    const { keyFile, clockAhead, version } = this
    return {
      tables: new Map(rows),
      journal: [...this.journal],
      keyFile,
      numbers: this.numbers.slice(),
      acknowledged: new Set([...this.acknowledged].filter((id) => !this.onlyThere.has(id))),
      clockAhead,
      version,
    }
  }

  /** Goes on for one whose laptop was emptied: what that one was answered is at the server alone. */
  takeOver(acknowledged: ReadonlySet<string>): void {
    for (const id of acknowledged) {
      this.acknowledged.add(id)
      this.onlyThere.add(id)
    }
  }

  /**
   * Its disk is put back to that moment; what was acknowledged since and is at the server must stay there.
   * @param whole the file with the highest number too, which lies beside the keys
   */
  async putBack(copy: DiskCopy, atServer: ReadonlySet<string>, whole = false): Promise<void> {
    this.store.db.close()
    await Database.delete(this.databaseName())
    for (const id of [...this.acknowledged].filter((one) => !copy.acknowledged.has(one))) {
      if (atServer.has(id)) this.onlyThere.add(id)
      else this.acknowledged.delete(id)
    }
    if (whole) {
      this.numbers.set(copy.numbers)
      this.marked = this.openMarked()
    }
    await this.openAs(copy)
  }

  /** Starts on the disk of another. */
  async openAs(copy: DiskCopy): Promise<void> {
    for (const id of copy.acknowledged) this.acknowledged.add(id)
    this.lease.forget()
    this.databases++
    const db = new Database(this.databaseName())
    await db.open()
    for (const [name, rows] of copy.tables) await db.table(name).bulkPut(structuredClone(rows))
    db.close()
    Object.assign(this, { journal: [...copy.journal], keyFile: copy.keyFile, version: copy.version })
    await this.open()
  }

  /** After a restore: what only the server had is gone with it, and nobody can bring it back. */
  forgetLost(atServer: ReadonlySet<string>): void {
    for (const id of [...this.onlyThere].filter((one) => !atServer.has(one))) {
      this.onlyThere.delete(id)
      this.acknowledged.delete(id)
    }
  }

  private keep(identity: Identity): void {
    this.keyFile = identity
    faults.becameOwn++
    if (!this.cutWhenBecoming) return
    this.cutWhenBecoming = false
    faults.cutWhileBecoming++
    throw new PowerCut()
  }

  /** Chromium throws the whole store away (a full disk, a broken file); the journal stays. */
  async loseStore(): Promise<void> {
    this.store.db.close()
    await Database.delete(this.databaseName())
    this.lease.forget()
    this.databases++
    await this.open()
  }

  async close(): Promise<void> {
    this.store.db.close()
    await Database.delete(this.databaseName())
  }

  /** Does an act; remembers what was acknowledged. */
  async act<Name extends CommandName>(name: Name, input: InputOf<Name>, disk: 'good' | 'full' | 'storeFails' = 'good'): Promise<boolean> {
    return as(this.version, async () => {
      this.diskFull = disk === 'full'
      const before = this.store.state.nextSequence
      const restore = disk === 'storeFails' ? this.failNextCommit() : () => {}
      const host = { journalAppend: this.marked.journalAppend, freeSpace: async () => null }
      const done = await run(this.store, host, name, input)
      restore()
      if (done.ok) this.remember(before)
      this.refusedFor = done.ok ? null : done.reason
      return done.ok
    })
  }

  /** One exchange with whatever the network does to it. */
  exchange(link: Link): Promise<Result<RoundDone, RoundTrouble>> {
    return as(this.version, async () => {
      const outcome = await exchangeAll(
        this.exchangeStore,
        { ...link, exchange: (request) => this.hearing(link, request) },
        { appVersion: this.version, now: () => this.clock() },
        {
          sending: (sent, of) => this.status.onSending(sent, of),
          loading: (loaded, of) => this.status.onLoading(loaded, of),
        },
      )
      await this.status.onRound(outcome)
      return outcome
    })
  }

  private async hearing(link: Link, request: ExchangeRequest): Promise<Result<ExchangeReply, LinkTrouble>> {
    const reply = await link.exchange(request)
    if (!reply.ok) return reply
    await this.status.onHeard(reply.value)
    this.lease.heard(reply.value, this.now(), this.clockAhead)
    return reply
  }

  /** SY28: throws where its lease says something else than the time that has passed. */
  checkLease(): void {
    this.lease.check(this.status.view().lease, this.now(), this.clockAhead)
  }

  /** The way to the server, as long as nothing goes wrong. */
  link(): Link {
    const guarded = async <Value>(work: () => Promise<Value>): Promise<Result<Value, LinkTrouble>> => {
      try {
        const answer = await work()
        return ok(JSON.parse(JSON.stringify(answer)) as Value)
      } catch (error) {
        if (error instanceof Error && error.name === 'Refusal') return fail('signedOut')
        throw error
      }
    }
    return {
      exchange: (request) => guarded(() => this.server.exchange(this.joined.token, request)),
      snapshot: ({ after }) => guarded(() => this.server.snapshot(this.joined.token, after)),
      split: (request) => guarded(() => this.server.split(this.joined.token, request)),
    }
  }

  /** How many of its changes the server has not said it has. */
  unsettled(): number {
    return [...this.store.log.values()].filter((entry) => entry.state === 'pending').length
  }

  private remember(before: number): void {
    for (let sequence = before; sequence < this.store.state.nextSequence; sequence++) {
      const entry = this.store.log.get(sequence)
      if (entry) this.acknowledged.add(entry.id)
    }
  }

  private async append(frame: Uint8Array, firstSequence: number, lastSequence: number): Promise<Result<null, 'diskFull'>> {
    if (this.diskFull) {
      faults.diskFull++
      return fail('diskFull')
    }
    this.journal.push({ frame, firstSequence, lastSequence })
    return ok(null)
  }

  /** The store refuses the next commit after the journal has taken the act: the gap that the replay closes. */
  private failNextCommit(): () => void {
    const db = this.store.db as { write?: Database['write']; openAgain?: () => Promise<void> }
    db.openAgain = async () => {} // the line stays open, and no schedule waits to see whether it does
    db.write = () => {
      faults.storeRefused++
      return Promise.reject(new Error('QuotaExceededError'))
    }
    return () => {
      delete db.write
      delete db.openAgain
    }
  }

  private databaseName(): string {
    return `sim-${this.home}-${this.databases}`
  }
}
