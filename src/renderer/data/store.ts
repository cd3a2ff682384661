import { foldAll } from '../../shared/changes/fold.ts'
import type { Change } from '../../shared/changes/change.ts'
import { keyNow, underNameNow } from '../../shared/changes/formerNames.ts'
import { keyOf, type Row, type RowKey } from '../../shared/changes/row.ts'
import { isOfPerson } from '../../shared/rules/asJoined.ts'
import { erasedRow, isOfErased } from '../../shared/rules/erased.ts'
import { definitionOf, recordNames, recordNow, records, type Entity, type LinkOf, type RecordName } from '../../shared/records/index.ts'
import type { Role } from '../../shared/records/colleague.ts'
import { afterOwn } from './afterOwn.ts'
import { Database, type LoggedChange, type StoredRow } from './database.ts'
import { moveFormerRows } from './formerRows.ts'
import { pack, unpack, type PackedRow } from './packedRow.ts'
import type { Opened } from './keys.ts'
import { GivingWay } from './givingWay.ts'
import { Columns, type PickedRow } from './columns.ts'
import { RowsOnDisk } from './rowsOnDisk.ts'
import { keyFrom, storedKey } from './storedKey.ts'
import { linkOf, linksOf, Memory, type HeldRow } from './memory.ts'
import { freshState, type SyncState } from './syncState.ts'
import { storedLink } from './storedLink.ts'
import { Writing } from './writing.ts'

/** Rows sealed or unsealed together. */
const atOnce = 500

/** Rows read in one go: all 50,000 people at once kept every other question to the disk waiting for two seconds. */
const readAtOnce = 1000

/** A change of this laptop that the row shows on top of what the server said. */
export interface OwnChange {
  entry: LoggedChange
  change: Change
}

/** What one write puts down, all of it or nothing. */
export interface Batch {
  rows?: Iterable<HeldRow>
  /** It is a page of a load: more come. */
  isPage?: true
  gone?: RowKey[]
  entries?: LoggedChange[]
  forget?: number[]
  parked?: { id: string; value: unknown }[]
  unparked?: string[]
  state?: Partial<SyncState>
}

/** A batch as it will lie on disk, and its rows for the screen. */
export interface SealedBatch {
  batch: Batch
  rows: HeldRow[]
  sealed: StoredRow[]
  parked: { id: string; box: Uint8Array }[]
}

/** What a write touched, for the live views and the search. */
export interface Touched {
  records: ReadonlySet<string>
  keys: readonly RowKey[]
  /** By a page of a load: more come. */
  isPage?: true
}

/** Time and chance, as the data layer is told them. */
export interface StorePorts {
  now(): number
  newId(): string
}

/** The laptop's store, opened. The only place that reads and writes IndexedDB. */
export class Store {
  readonly memory = new Memory()
  readonly own = new Map<RowKey, OwnChange[]>()
  readonly log = new Map<number, LoggedChange>()
  state: SyncState = freshState
  /** Changes that are in the journal and that the store refused so far. */
  unfiled: Change[] = []
  /** The acts among them: what was asked, in JSON, and what it was to be answered. */
  readonly unfiledActs = new Map<string, unknown>()
  /** Held changes to offer once more: a person at the surgery may have let them in since. */
  readonly reoffer = new Set<number>()
  /** Every row of every resident record is in memory. */
  isWhole = false
  /** It was found empty: this laptop has just joined, or its store was lost. */
  isNew = false
  /** How many changes wait for a newer app. */
  parkedCount = 0
  /** Asks the host for the space that it sets aside for a full disk. Answers whether there is more room now. */
  makeRoom: () => Promise<boolean> = async () => false
  /** Told when somebody's words have gone from this laptop: what others keep of them goes too. */
  onErased: () => Promise<void> = async () => {}
  /** Told after each write that is on disk. */
  onTouched: (touched: Touched) => void = () => {}
  readonly db: Database
  readonly opened: Opened
  readonly ports: StorePorts
  /** This run of this copy of the store: no other has it. */
  readonly instance: string
  readonly writing = new Writing()
  private knownErased: { asOf: string; people: ReadonlySet<string> } = { asOf: '', people: new Set() }
  private tail: Promise<unknown> = Promise.resolve()
  private retired = false
  private readonly loads = new Map<string, Promise<void>>()
  private readonly disk: RowsOnDisk
  /** What can wait asks here for its turn. */
  readonly givingWay = new GivingWay()
  private readonly columns = new Columns({
    read: (links) => this.disk.linked(links),
    open: (row) => this.fieldsIn(row),
    turn: () => this.givingWay.turn(),
  })

  constructor(db: Database, opened: Opened, ports: StorePorts) {
    this.db = db
    this.disk = new RowsOnDisk(db, () => !this.state.hasShortKeys)
    this.opened = opened
    this.ports = ports
    this.instance = ports.newId()
  }

  /**
   * One write at a time: read, decide, number, seal, journal, commit. A queue in this worker is enough, because the
   * app-wide Web Lock lets only one worker of a browser open the store.
   */
  exclusive<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = this.tail.then(async () => {
      if (!this.db.isOpen() && !this.db.cleared) await this.openAgain().catch(() => {}) // the work finds that it is closed, and says so
      return work()
    })
    this.tail = turn.catch(() => {})
    return turn
  }

  /** After the turns under way it is nobody's any more, and is not opened again. */
  async retire(): Promise<void> {
    await this.exclusive(async () => {
      this.retired = true
    })
  }

  /** A new line to the disk, with the room that the host can make. */
  private async openAgain(): Promise<void> {
    if (this.retired) return
    await this.makeRoom().catch(() => false)
    await this.db.openAgain()
  }

  /** Reads this laptop's log and the resident records into memory, but for those that come later. */
  async open(): Promise<void> {
    const [entry] = await Promise.all([this.db.meta.get('sync'), this.db.mark()])
    this.isNew = entry === undefined
    this.state = { ...freshState, hasShortKeys: this.isNew, ...(entry?.value as Partial<SyncState> | undefined) }
    await moveFormerRows(this)
    await this.openLog()
    this.parkedCount = await this.db.parked.count()
    await Promise.all(recordNames.filter((name) => records[name].resident === true).map((name) => this.openResident(name)))
    if (this.memory.joins.any || this.memory.joins.named.size > 0) await this.keep('person', [...this.memory.joins.named]) // who goes on is known from the start
  }

  /** Reads those that come later. Until then they are read by id or link, as the others are. */
  async openRest(): Promise<void> {
    for (const name of recordNames) if (records[name].resident === 'later') await this.openResident(name) // one lot at a time: the door asks between two
    this.isWhole = true
  }

  /** Makes sure that these rows are in memory. */
  async keep(record: RecordName, ids: readonly string[]): Promise<void> {
    const absent = ids.map((id) => keyOf(record, id)).filter((key) => !this.memory.row(key))
    for (const row of (await this.rowsOf(absent)).values()) if (!this.memory.row(row.key)) this.memory.put(row)
  }

  /** The row behind a key, from memory or disk. */
  async row(key: RowKey): Promise<HeldRow | undefined> {
    return (await this.rowsOf([key])).get(key)
  }

  /** Rows by key, in one read. */
  async rowsOf(keys: readonly RowKey[]): Promise<Map<RowKey, HeldRow>> {
    const found = new Map<RowKey, HeldRow>()
    const absent = keys.filter((key) => {
      const row = this.memory.row(key)
      if (row) found.set(key, row)
      return !row && !this.isResident(key)
    })
    if (absent.length === 0 || this.db.cleared) return found
    const stored = await this.disk.read(absent)
    for (const row of await Promise.all(stored.map((one) => this.unseal(one)))) found.set(row.key, row)
    return found
  }

  /** Makes sure that all rows of a record with one of these links are in memory. */
  async load<Name extends RecordName>(name: Name, field: LinkOf<Name>, ids: readonly string[]): Promise<void> {
    if (this.hasAll(name) || this.db.cleared) return
    const { joins } = this.memory
    const named = joins.any && isOfPerson(name, field) ? ids.flatMap((id) => joins.idsOf(id)) : ids
    const links = [...new Set(named)].map((id) => linkOf(name, field, id))
    const absent = links.filter((link) => !this.loads.has(link))
    if (absent.length > 0) {
      const reading = this.readLinks(absent)
      for (const link of absent) this.loads.set(link, reading)
      reading.catch(() => absent.forEach((link) => this.loads.delete(link))) // a disk that failed once is asked again
    }
    await Promise.all(links.map((link) => this.loads.get(link)))
  }

  /** Some fields of the rows that name these ids, without keeping the rows: for reports over years. Null: memory has them all. */
  async pickLinked<Name extends RecordName>(
    record: Name,
    by: LinkOf<Name>,
    ids: readonly string[],
    fields: readonly string[],
  ): Promise<PickedRow[] | null> {
    if (this.hasAll(record) || this.db.cleared) return null
    const { joins } = this.memory
    const isJoined = joins.any && isOfPerson(record, by)
    const rows = await this.columns.rows({ record, by, fields }, isJoined ? [...new Set(ids.flatMap((id) => joins.idsOf(id)))] : ids)
    return joins.any ? rows.map((one) => joins.resolved(record, one)) : rows
  }

  /** From the first line on, writes keep these rows in memory, so nothing is missed between reading and showing. */
  private async readLinks(links: string[]): Promise<void> {
    for (const link of links) this.memory.complete.add(link)
    await this.unsealEach(await this.disk.linked(links), (row) => {
      if (!this.memory.row(row.key)) this.memory.put(row)
    })
  }

  /** Loads and lists in one. */
  async linked<Name extends RecordName>(name: Name, field: LinkOf<Name>, id: string): Promise<Entity<Name>[]> {
    await this.load(name, field, [id])
    return this.memory.linked(name, field, id)
  }

  /** What the screens show of a row: the server's side with this laptop's own changes on top (house 5.4). */
  compose(key: RowKey, said: Row | null, generation: number): HeldRow {
    const [record = ''] = key.split('/')
    const base = said && isErased(this.erased, said) ? erasedRow(said) : said
    const own = this.own.get(key) ?? []
    const shown = own.filter(({ entry }) => entry.state !== 'held' || (!entry.closed && definitionOf(record)?.shownWhileHeld))
    const view = shown.length === 0 ? base : (foldAll(base ?? undefined, afterOwn(base, shown)) ?? null)
    return { key, record, base, view, held: own.find(({ entry }) => isOnHold(entry))?.entry.code ?? null, generation }
  }

  /**
   * Who was erased, as the surgery has it (SPEC SY42): no row of theirs is composed with its words any more. A stub that the load after a
   * reset has not brought says nothing: the server may have been put back to before it, and lost it (the simulation, seed 9106).
   */
  get erased(): ReadonlySet<string> {
    const asOf = `${this.memory.erasures} ${this.state.generation}`
    if (this.knownErased.asOf === asOf) return this.knownErased.people
    const stubs = [...this.memory.rowsOf('erasure')].filter((row) => row.generation === this.state.generation)
    const people = new Set(stubs.flatMap(({ base }) => (typeof base?.fields['personId'] === 'string' ? [base.fields['personId']] : [])))
    this.knownErased = { asOf, people }
    return people
  }

  /** Puts down a batch: sealed before, committed strictly, then shown. Nothing is shown when the commit fails. */
  async commit(batch: Batch): Promise<void> {
    return this.commitSealed(await this.sealBatch(batch))
  }

  /** Seals a batch and writes nothing yet: an act does this while its journal frame is on the way to the disk. */
  async sealBatch(batch: Batch): Promise<SealedBatch> {
    const rows = [...(batch.rows ?? [])]
    const [sealed, parked] = await Promise.all([
      this.sealEach(rows),
      Promise.all((batch.parked ?? []).map(async ({ id, value }) => ({ id, box: await this.opened.rows.seal(`parked/${id}`, value) }))),
    ])
    return { batch, rows, sealed, parked }
  }

  /** Commits what was sealed. In a store that was cleared memory alone goes on: what is sent from it must be seen to be sent. */
  async commitSealed({ batch, rows, sealed, parked }: SealedBatch): Promise<void> {
    const state = batch.state ? { ...this.state, ...batch.state } : null
    const { db } = this
    const write = () => this.writeSealed({ batch, rows, sealed, parked }, state)
    // A disk that was full may have room now, and Chromium closes a line on which a write failed: one more try, on a new one.
    if (!db.cleared) await write().catch(() => this.openAgain().then(write))
    if (state) this.state = state
    if (!db.cleared && (parked.length > 0 || batch.unparked?.length)) this.parkedCount = await db.parked.count()
    this.show(rows, batch)
  }

  private writeSealed({ batch, sealed, parked }: SealedBatch, state: SyncState | null): Promise<void> {
    return this.db.write([
      this.disk.write(sealed, batch.gone ?? []),
      { table: 'changes', put: batch.entries ?? [], gone: batch.forget ?? [] },
      { table: 'parked', put: parked, gone: batch.unparked ?? [] },
      { table: 'meta', put: state ? [{ name: 'sync', value: state }] : [] },
    ])
  }

  /** The role of who uses this laptop, as the surgery last told it; until then the one it joined with. */
  role(): Role {
    const { id, role } = this.opened.identity.colleague
    return this.memory.get('colleague', id)?.role ?? role
  }

  /** Reads the sealed change of a log entry, under the name that its record has now. */
  async changeOf(entry: LoggedChange): Promise<Change> {
    return underNameNow(await this.writtenAs(entry))
  }

  /** The same as it was written, which is how it is sent: the server knows it by its hash. */
  writtenAs(entry: LoggedChange): Promise<Change> {
    return this.opened.rows.open<Change>(`change/${entry.sequence}`, entry.box)
  }

  private show(rows: HeldRow[], batch: Batch): void {
    // A row that memory has is replaced, also when it has lost the links by which it was asked for.
    for (const row of rows) if (this.memory.wants(row) || this.memory.row(row.key)) this.memory.put(row)
    for (const key of batch.gone ?? []) this.memory.remove(key)
    for (const entry of batch.entries ?? []) this.log.set(entry.sequence, entry)
    for (const sequence of batch.forget ?? []) this.log.delete(sequence)
    this.columns.touched(rows, batch.gone ?? [])
    const keys = [...rows.map((row) => row.key), ...(batch.gone ?? [])]
    const records = new Set(keys.map((key) => key.slice(0, key.indexOf('/'))))
    this.onTouched({ records, keys, ...(batch.isPage && { isPage: batch.isPage }) })
  }

  /** Reads this laptop's log from disk: at opening, and when a write failed after memory had moved on. */
  async openLog(): Promise<void> {
    const entries = (await this.db.changes.toArray()).map((entry) => ({ ...entry, rowKey: keyNow(entry.rowKey) }))
    const live = entries.filter((entry) => entry.state !== 'accepted')
    const changes = await Promise.all(live.map((entry) => this.changeOf(entry)))
    this.own.clear() // all at once from here: in between, the status would say that nothing waits
    this.log.clear()
    for (const entry of entries) this.log.set(entry.sequence, entry)
    live.forEach((entry, at) => this.addOwn({ entry, change: changes[at]! }))
    this.offerHeldAgain()
  }

  /** Asks about the held changes with the next exchange. */
  offerHeldAgain(): void {
    for (const entry of this.log.values()) if (isOnHold(entry)) this.reoffer.add(entry.sequence)
  }

  /** Remembers a change of this laptop that the server has not taken in. */
  addOwn(own: OwnChange): void {
    const same = this.own.get(own.entry.rowKey)
    if (same) same.push(own)
    else this.own.set(own.entry.rowKey, [own])
  }

  /** Forgets those of them that it has. */
  dropOwn(key: RowKey, sequences: ReadonlySet<number>): void {
    const left = (this.own.get(key) ?? []).filter(({ entry }) => !sequences.has(entry.sequence))
    if (left.length > 0) this.own.set(key, left)
    else this.own.delete(key)
  }

  private openResident(name: RecordName): Promise<void> {
    return this.eachStored(name, (row) => {
      if (!this.memory.row(row.key)) this.memory.put(row)
    }) // what was written meanwhile is newer
  }

  /** Reads every row of a record from disk, a thousand at a time. */
  async eachStored(name: RecordName, take: (row: HeldRow) => void): Promise<void> {
    for (let after = `${name}/`; ;) {
      const stored = await this.db.rows.where(':id').between(after, `${name}0`, false).limit(readAtOnce).toArray() // "0" follows "/"
      await this.unsealEach(stored, take)
      if (stored.length < readAtOnce) return
      after = stored.at(-1)!.key
    }
  }

  /** Reads the rows with one of these links from disk, whether memory has them or not. */
  async eachLinked(links: readonly string[], take: (row: HeldRow) => void): Promise<void> {
    await this.unsealEach(await this.disk.linked(links), take)
  }

  /** Unseals many, some at a time: ten thousand promises at once cost the collector more than the seals cost. */
  private async unsealEach(stored: readonly StoredRow[], take: (row: HeldRow) => void): Promise<void> {
    for (let from = 0; from < stored.length; from += atOnce) {
      if (!this.db.isOpen()) throw new Error('locked meanwhile')
      const rows = await Promise.all(stored.slice(from, from + atOnce).map((one) => this.unseal(one)))
      for (const row of rows) take(row)
    }
  }

  /** Seals many, some at a time, for the same reason. */
  private async sealEach(rows: readonly HeldRow[]): Promise<StoredRow[]> {
    const sealed: StoredRow[] = []
    for (let from = 0; from < rows.length; from += atOnce) {
      sealed.push(...(await Promise.all(rows.slice(from, from + atOnce).map((row) => this.seal(row)))))
    }
    return sealed
  }

  private isResident(key: RowKey): boolean {
    return this.hasAll(key.slice(0, key.indexOf('/')))
  }

  /** Whether what memory does not have of a record is not on this laptop. */
  private hasAll(record: string): boolean {
    const resident = definitionOf(record)?.resident
    return resident === true || (resident === 'later' && this.isWhole)
  }

  private async seal(row: HeldRow): Promise<StoredRow> {
    const { base, view, held } = row
    const inside = { base: base && pack(base), ...(view === base ? {} : { view: view && pack(view) }), ...(held ? { held } : {}) }
    const box = await this.opened.rows.seal(`row/${row.key}`, inside)
    this.writing.step()
    return { key: storedKey(row.key), links: linksOf(row).map(storedLink), generation: row.generation, box }
  }

  /** The fields of a row as it is shown, read without making the row. */
  private async fieldsIn({ key: stored, box }: StoredRow): Promise<{ id: string; fields: Row['fields'] } | null> {
    const key = keyFrom(stored)
    const { base, view = base } = await this.opened.rows.open<{ base: Sealed; view?: Sealed }>(`row/${key}`, box)
    const slash = key.indexOf('/')
    const needed = definitionOf(key.slice(0, slash))?.required ?? []
    return view && needed.every((field) => view.fields[field] !== undefined) ? { id: key.slice(slash + 1), fields: view.fields } : null
  }

  private async unseal({ key: stored, box, generation }: StoredRow): Promise<HeldRow> {
    const key = keyFrom(stored)
    const inside = await this.opened.rows.open<{ base: Sealed; view?: Sealed; held?: string }>(`row/${key}`, box)
    const slash = key.indexOf('/')
    const [record, id] = [key.slice(0, slash), key.slice(slash + 1)]
    const base = inside.base && unpack(record, id, inside.base)
    const view = inside.view === undefined ? base : inside.view && unpack(record, id, inside.view)
    return { key, record, base, view, held: inside.held ?? null, generation }
  }
}

function isErased(people: ReadonlySet<string>, { record, id, fields }: Row): boolean {
  return people.size > 0 && isOfErased(record, id, fields, people)
}

/** A row in its box. */
type Sealed = PackedRow | Row | null

/** Whether the server keeps it aside and nobody has decided about it yet. */
export function isOnHold(entry: LoggedChange): boolean {
  return entry.state === 'held' && !entry.closed
}

/** The key of a change's row. */
export function rowKeyOf(change: { record: string; row: string }): RowKey {
  return keyOf(recordNow(change.record), change.row)
}
