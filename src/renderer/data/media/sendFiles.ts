import type { ServerRefusal } from '../../../shared/ipc/contract.ts'
import type { MediaState } from '../../../shared/sync/media.ts'
import type { LinkResult, LinkTrouble } from '../../../shared/sync/protocol.ts'
import type { StoredFile } from '../database.ts'
import { isWhole, type FileBox } from './fileBox.ts'

type Answer = LinkResult<MediaState, LinkTrouble | ServerRefusal>

/** What sending needs of the laptop. */
export interface SendPorts {
  box: FileBox
  /** The server has the row of this file, and it is not destroyed. */
  mayGo(media: string): boolean
  /** Nothing waits for the exchange and none is under way: the register goes first, always. @param last the exchange waits for the files */
  isClear(last: boolean): boolean
  /** The epoch of the server; null before the first load has ended. */
  epoch(): string | null
  state(media: string): Promise<Answer>
  send(media: string, number: number, sealed: Uint8Array): Promise<Answer>
  wait(ms: number): Promise<void>
  onProgress(): void
}

/** Between two pieces: half of the calls that a laptop may make in a minute stay for exchanges (server/limits.ts). Milliseconds. */
const pauseMs = 100

/** Refusals of one file that say nothing about the next. */
const ofThisFile = new Set<string>(['fileNotKnown', 'fileRemoved', 'pieceGarbled', 'teamFilesFull', 'refused'])

/**
 * Sends files a piece at a time, behind every exchange (SPEC SY45). It has no clock of its own: whoever has just exchanged well starts
 * it, and it ends as soon as something waits to be exchanged.
 */
export class FileSender {
  /** Pieces that the server has, and why a file stopped, by the file. */
  readonly sent = new Map<string, number>()
  readonly troubles = new Map<string, LinkTrouble | ServerRefusal>()
  /** The one on its way. */
  now: string | null = null
  private readonly ports: SendPorts
  private running: Promise<void> | null = null

  constructor(ports: SendPorts) {
    this.ports = ports
  }

  /**
   * Sends until all is sent, something waits to be exchanged, or nobody answers.
   * @param last the laptop is emptied next: the server is asked for every file, whatever it said before
   */
  goOn(last = false): Promise<void> {
    const before = this.running
    if (before && !last) return Promise.resolve()
    const begun = before ? before.catch(() => {}).then(() => this.sendAll(last)) : this.sendAll(last)
    const mine = begun.finally(() => {
      if (this.running === mine) this.running = null
    })
    this.running = mine
    return mine
  }

  private async sendAll(last: boolean): Promise<void> {
    try {
      for (const file of last ? this.all() : this.due()) if (!(await this.sendOne(file, last))) return
    } finally {
      this.now = null
      this.ports.onProgress()
    }
  }

  /** Whole files of which this server has not said that it has them. After a restore that is every one: whoever has it sends it again. */
  private due(): StoredFile[] {
    const { box, epoch, mayGo } = this.ports
    const here = epoch()
    return here === null ? [] : [...box.files.values()].filter((file) => isWhole(file) && file.sentIn !== here && mayGo(file.media))
  }

  /** Those that no server ever said it has go first. */
  private all(): StoredFile[] {
    const { box, mayGo } = this.ports
    const whole = [...box.files.values()].filter((file) => isWhole(file) && mayGo(file.media))
    return whole.sort((a, b) => Number(a.sentIn !== null) - Number(b.sentIn !== null))
  }

  /** @returns whether the next file may follow */
  private async sendOne(file: StoredFile, last: boolean): Promise<boolean> {
    const { ports } = this
    if (!ports.isClear(last)) return false
    this.now = file.media
    for (let answer = await ports.state(file.media); ;) {
      if (!answer.ok) return this.stopped(file, answer.reason)
      const { next, of } = answer.value
      this.sent.set(file.media, next)
      this.troubles.delete(file.media)
      if (next >= of) return this.ended(file)
      ports.onProgress()
      if (!ports.isClear(last) || !ports.mayGo(file.media)) return false
      if (next > 0) await ports.wait(pauseMs)
      answer = await ports.send(file.media, next, await ports.box.piece(file.media, next))
    }
  }

  private stopped(file: StoredFile, reason: LinkTrouble | ServerRefusal): boolean {
    this.troubles.set(file.media, reason)
    this.now = null
    return ofThisFile.has(reason)
  }

  private async ended(file: StoredFile): Promise<boolean> {
    const { box, epoch } = this.ports
    const now = box.files.get(file.media)
    if (now) await box.note({ ...now, sentIn: epoch() })
    return true
  }
}
