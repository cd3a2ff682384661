import { z } from 'zod'
import { keyOf } from '../../../shared/changes/row.ts'
import type { AnswerOf, InputOf } from '../../../shared/commands/index.ts'
import type { Reason } from '../../../shared/commands/reasons.ts'
import type { Host, SendRequest } from '../../../shared/ipc/contract.ts'
import type { Entity } from '../../../shared/records/index.ts'
import { piecesOf } from '../../../shared/rules/mediaPieces.ts'
import type { MediaTrouble } from '../../../shared/rules/mediaFiles.ts'
import { fail, ok, type Result } from '../../../shared/std/result.ts'
import { mediaPieceSchema, mediaStateSchema } from '../../../shared/sync/media.ts'
import type { Added, FileState, LookTrouble, MediaToAdd } from '../../workerLink/mediaViews.ts'
import { after } from '../after.ts'
import { fromBase64, toBase64 } from '../base64.ts'
import { ask } from '../link.ts'
import type { Store } from '../store.ts'
import { hasUnsent } from '../wipe.ts'
import { addFile } from './addFile.ts'
import { FileBox, isWhole } from './fileBox.ts'
import { lookAtFile } from './lookFile.ts'
import { FileSender } from './sendFiles.ts'

/** What files need of the laptop. */
export interface FilesPorts {
  add(input: InputOf<'addMedia'>): Promise<Result<AnswerOf<'addMedia'>, Reason>>
  /** An exchange is under way. */
  exchanges(): boolean
  closed(): boolean
  /** Told when a count or a state has changed. */
  onChanged(): void
}

/** A piece over a slow line, 64 kbit a second. Milliseconds. */
const pieceMs = 90_000

/** So long a laptop that is to be emptied sends its files. On a line of the surgery that is most of a film. Milliseconds. */
const lastMs = 120_000

/** The files of pictures and films on this laptop: what is here, what is on its way, and what must go. */
export class MediaFiles {
  /** A file that is being sealed. Bytes. */
  adding: { done: number; of: number } | null = null
  private readonly box: FileBox
  private readonly store: Store
  private readonly host: Host
  private readonly ports: FilesPorts
  private readonly sender: FileSender
  private over: Promise<unknown> | null = null
  /** On their way here. */
  private readonly fetching = new Set<string>()

  constructor(store: Store, host: Host, ports: FilesPorts) {
    this.store = store
    this.host = host
    this.ports = ports
    this.box = new FileBox(store.db)
    this.sender = new FileSender({
      box: this.box,
      mayGo: (media) => this.mayGo(media),
      isClear: (last) => !ports.closed() && (last || !ports.exchanges()) && !hasUnsent(store),
      epoch: () => this.epoch(),
      state: (media) => this.ask({ path: '/media', query: { media } }, mediaStateSchema),
      send: (media, number, sealed) => this.ask({ path: '/media/piece', body: { media, number, sealed: toBase64(sealed) } }, mediaStateSchema),
      wait: after,
      onProgress: () => ports.onChanged(),
    })
  }

  /** Reads what is here, and clears away what a cut left half added. Every row must have been read before. */
  async open(): Promise<void> {
    await this.box.open()
    for (const file of [...this.box.files.values()]) {
      if (file.state !== 'adding') continue
      if (this.row(file.media)) await this.box.note({ ...file, state: 'here' })
      else await this.box.drop(file.media)
    }
    await this.tidy()
    this.ports.onChanged()
  }

  /** Adds a file, one at a time. */
  async add(asked: MediaToAdd): Promise<Result<Added, MediaTrouble | Reason>> {
    if (this.adding) return fail('notSaved')
    this.adding = { done: 0, of: asked.file.size }
    try {
      return await addFile(
        {
          box: this.box,
          drop: (media) => this.store.exclusive(() => this.box.drop(media)),
          newId: () => this.store.ports.newId(),
          freeSpace: () => this.freeSpace(),
          same: (digest) => this.same(digest),
          write: (input) => this.ports.add(input),
          onProgress: (done, of) => this.progress(done, of),
          ended: () => this.ports.closed(),
        },
        asked,
      )
    } finally {
      this.adding = null
      this.ports.onChanged()
    }
  }

  private progress(done: number, of: number): void {
    this.adding = { done, of }
    this.ports.onChanged()
  }

  /** The file, unsealed in memory; fetched first where it is not here. */
  async look(id: string): Promise<Result<Blob, LookTrouble>> {
    const media = this.row(id)
    if (!media || media.removedAt) return fail('fileRemoved')
    this.fetching.add(id)
    try {
      return await lookAtFile(
        {
          box: this.box,
          freeSpace: () => this.freeSpace(),
          fetch: (one, number) => this.fetch(one, number),
          epoch: () => this.epoch(),
          wait: after,
          onProgress: () => this.ports.onChanged(),
          ended: () => this.ports.closed(),
        },
        media,
      )
    } finally {
      this.fetching.delete(id)
      this.ports.onChanged()
    }
  }

  /** After an exchange that ended well: what is to be sent goes on where it stopped. */
  goOn(): void {
    void this.sender.goOn().catch(() => {}) // the lock has closed the store under it: it goes on after the next one
  }

  /**
   * Before this laptop is emptied: sends what the server lacks until all is there, something is written, nobody answers, or time is over,
   * counted from when it first heard of it. @param over when time is over; two minutes where nothing is said
   */
  async sendLast(over?: Promise<unknown>): Promise<void> {
    if (this.box.files.size === 0) return
    this.over ??= over ?? after(lastMs)
    await Promise.race([this.sender.goOn(true).catch(() => {}), this.over])
  }

  /** Destroys what is here of files whose row says so, or that this laptop may not have any more. */
  async tidy(): Promise<void> {
    for (const { media, state } of [...this.box.files.values()]) {
      const row = this.row(media)
      const isGone = !row && state !== 'adding' && this.epoch() !== null
      if (row?.removedAt || isGone) await this.box.drop(media)
    }
  }

  /** How many files are here whole and not all at the server, as far as anybody knows. */
  toSend(): number {
    const epoch = this.epoch()
    if (epoch === null) return 0
    return [...this.box.files.values()].filter((file) => isWhole(file) && file.sentIn !== epoch && !this.row(file.media)?.removedAt).length
  }

  /** Where a file is. */
  stateOf(media: Entity<'media'>): FileState {
    const { id, pieceBytes } = media
    const of = piecesOf(media.bytes, pieceBytes)
    const file = this.box.files.get(id)
    const [have, safe] = [file?.have ?? 0, file !== undefined && file.sentIn !== null && file.sentIn === this.epoch()]
    const sent = safe || !isWhole(file) ? of : (this.sender.sent.get(id) ?? 0)
    const trouble = this.sender.troubles.get(id) ?? null
    const way = safe ? 'safe' : this.sender.now === id && !trouble ? 'sending' : 'toSend'
    const state = isWhole(file) ? way : this.fetching.has(id) ? 'fetching' : 'there'
    return { have, of, sent, state, trouble, pieceBytes }
  }

  /** The history of the server this laptop has loaded; null before it has, and between a reset and the load that follows it. */
  private epoch(): string | null {
    return this.store.state.bookmark?.epoch ?? null
  }

  private row(id: string): Entity<'media'> | undefined {
    return this.store.memory.get('media', id)
  }

  private mayGo(id: string): boolean {
    const key = keyOf('media', id)
    return Boolean(this.store.memory.row(key)?.base) && !this.store.own.has(key) && !this.row(id)?.removedAt
  }

  private same(digest: string): { mediaId: string; title: string } | null {
    const found = this.store.memory.list('media').find((one) => one.digest === digest && !one.removedAt)
    return found ? { mediaId: found.id, title: found.title } : null
  }

  private freeSpace(): Promise<number | null> {
    return this.host.freeSpace().catch(() => null)
  }

  private async fetch(media: string, number: number): Promise<Result<Uint8Array, LookTrouble>> {
    const got = await this.ask({ path: '/media/piece', query: { media, number: String(number) } }, mediaPieceSchema)
    return got.ok ? ok(fromBase64(got.value.sealed)) : fail(got.reason)
  }

  private ask<Schema extends z.ZodType>(request: Pick<SendRequest, 'path' | 'query' | 'body'>, schema: Schema) {
    const { server } = this.store.opened.identity
    return ask(this.host, { server, ...request, timeoutMs: pieceMs }, schema)
  }
}
