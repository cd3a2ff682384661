import { Dexie, type Table } from 'dexie'
import { after } from './after.ts'
import { writeStrictly, type TableWrite } from './strictWrite.ts'

/** A row as it lies on disk: only random ids are readable. */
export interface StoredRow {
  /** "signIn/…id…", shortened (storedKey.ts). */
  key: string
  /** By which rows are found: "signIn.sessionId:…id…", shortened (storedLink.ts). */
  links: string[]
  /** Which first load last confirmed it; older ones go when a load is complete. */
  generation: number
  box: Uint8Array
}

/** Where a change of this laptop stands (house 10). `durable` is worked out from the revision. */
export type ChangeState = 'pending' | 'accepted' | 'held'

/** One change of this laptop, kept until the server calls it durable and 30 days have passed (SPEC SY13). */
export interface LoggedChange {
  sequence: number
  id: string
  state: ChangeState
  rowKey: string
  act: string
  revision: number | null
  effective: string | null
  code: string | null
  /** A lead has closed it for good: when, who and why, sealed. Such a change shows nowhere and waits for nobody. */
  closed?: Uint8Array | null
  /** Milliseconds since 1970 when the server answered. */
  settledAt: number | null
  box: Uint8Array
}

/** A change from a newer app, as it came (SPEC SY18). */
export interface ParkedChange {
  id: string
  box: Uint8Array
}

/** What is typed in a form and not yet written down. */
export interface StoredDraft {
  /** Which form, about which rows: "someoneNew/…id…". Only random ids. */
  key: string
  box: Uint8Array
}

/** What is here of a file, whose sealed pieces lie beside. Counts and random ids. */
export interface StoredFile {
  /** Id of its row. */
  media: string
  /** Pieces it has, and how many are here: from the first one without a gap. */
  of: number
  have: number
  /** `adding`: its row is not written yet; left over by a cut, it goes at the next start. */
  state: 'adding' | 'here'
  /** The epoch of the server that has all of it: one that was restored is asked again. */
  sentIn: string | null
}

/** A piece of a file, sealed with the file's own key. */
export interface StoredPiece {
  /** "…id of the row…/000012" */
  key: string
  sealed: Uint8Array
}

export interface MetaEntry {
  name: string
  value: unknown
}

/** A line that is still open after so long is sound: what failed was the write alone. Milliseconds. */
const closingMs = 1000
/** A laptop's store opens in a tenth of it. Milliseconds. */
const openingMs = 10_000

/** The store. Layout versions only add; rows can always be made again from the server and the journal. */
export class Database extends Dexie {
  declare rows: Table<StoredRow, string>
  declare changes: Table<LoggedChange, number>
  declare parked: Table<ParkedChange, string>
  declare meta: Table<MetaEntry, string>
  declare drafts: Table<StoredDraft, string>
  declare files: Table<StoredFile, string>
  declare pieces: Table<StoredPiece, string>
  /** It was in use and is found empty: somebody has cleared it under this app. Nothing is written here any more. */
  cleared = false
  /** Told when the line to it ended without having been closed here. */
  onCut: () => void = () => {}
  private marked = false

  /**
   * @param name one database a profile
   * Strict: Chromium's default answers before the disk has it and lost every acknowledged row of a power cut (sync-security 6.4).
   */
  constructor(name = 'gather') {
    // Dexie opens a store that was closed under it again by itself: once, and then never, or it waits for ever. `openAgain` does it here.
    super(name, { chromeTransactionDurability: 'strict', autoOpen: false })
    this.version(1).stores({ rows: '&key, *links', changes: '&sequence, &id', parked: '&id', meta: '&name' })
    this.version(2).stores({ drafts: '&key' })
    this.version(3).stores({ files: '&media', pieces: '&key' })
    this.on('ready', (opened) => this.look(opened), true) // at each opening, also those that Dexie does by itself
    this.on('versionchange', () => queueMicrotask(() => this.onCut())) // somebody deletes it
  }

  /** Writes all of it or nothing, and answers when it is on disk. Throws what the browser says when it wrote nothing. */
  write(writes: readonly TableWrite[]): Promise<void> {
    return writeStrictly(this.backendDB() as IDBDatabase | null, writes)
  }

  /** Writes down that this store is in use, so that an empty one in its place is known for what it is. A full disk may refuse: then it is not. */
  async mark(): Promise<void> {
    const known = await this.meta.get('here')
    this.marked =
      known !== undefined ||
      (await this.meta.put({ name: 'here', value: true }).then(
        () => true,
        () => false,
      ))
  }

  /** "Clear site data" closes the line and takes the store away; opened again it is new and empty, and would take in ticks that nobody finds again. */
  private async look(opened: Dexie): Promise<void> {
    if (this.marked && !(await opened.table('meta').get('here'))) {
      this.cleared = true
      throw new Error('the store was cleared')
    }
    const line = this.backendDB() as IDBDatabase | null
    line?.addEventListener('close', () => this.onCut(), { once: true })
  }

  /**
   * A new line to the same store. Chromium closes the one on which a write failed, for a full disk too, a moment later. It is not
   * closed here and never opened before that: in three of six full disks, opening in that moment waited for ever.
   * Throws as long as it cannot be opened.
   */
  async openAgain(): Promise<void> {
    const line = this.backendDB() as IDBDatabase | null
    if (line)
      await Promise.race([
        new Promise((closed) => {
          line.addEventListener('close', closed, { once: true })
        }),
        after(closingMs),
      ])
    if (!this.isOpen()) await this.openInTime()
  }

  /** Gives up after a while, so that the next try begins anew and does not wait for this one. */
  private async openInTime(): Promise<void> {
    let settled = false
    const opening = this.open().finally(() => {
      settled = true
    })
    const late = after(openingMs).then(() => {
      if (settled) return
      this.close()
      throw new Error('the store does not open')
    })
    await Promise.race([opening, late])
  }
}
