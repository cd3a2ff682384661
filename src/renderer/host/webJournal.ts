import type { JournalFrame, JournalTrouble } from '../../shared/ipc/contract.ts'
import { fail, ok, type Result } from '../../shared/std/result.ts'

/** Head of a frame: 4 bytes mark, 4 length, 4 checksum, 4 first and 4 last sequence; then the sealed bytes. */
const headBytes = 20
const mark = 0x47_4a_31_0a // "GJ1\n"
/** A segment is closed at this size and dropped whole later. */
const segmentBytes = 1_000_000
const namePattern = /^journal-(\d{6})$/

/**
 * The journal in an origin-private file: appended and flushed before a tick is drawn, whole segments dropped behind what
 * is durable. One worker holds it open, which also keeps a second window out.
 */
export class WebJournal {
  private current: FileSystemSyncAccessHandle | null = null
  private segment = 0
  private readonly frames: (JournalFrame & { segment: number })[]
  private readonly folder: FileSystemDirectoryHandle

  private constructor(folder: FileSystemDirectoryHandle, frames: (JournalFrame & { segment: number })[], segment: number) {
    this.folder = folder
    this.frames = frames
    this.segment = segment
  }

  /** Reads what is there; writing begins in a new segment, so that nothing is written after a torn frame. */
  static async open(): Promise<WebJournal> {
    const folder = await navigator.storage.getDirectory()
    const names: string[] = []
    for await (const name of folder.keys()) if (namePattern.test(name)) names.push(name)
    const frames = []
    for (const name of names.sort()) {
      const bytes = new Uint8Array(await (await (await folder.getFileHandle(name)).getFile()).arrayBuffer())
      const segment = Number(namePattern.exec(name)?.[1])
      frames.push(...wholeFrames(bytes).map((frame) => ({ ...frame, segment })))
    }
    const last = names.length === 0 ? 0 : Number(namePattern.exec(names.sort().at(-1) ?? '')?.[1])
    const journal = new WebJournal(folder, frames, last)
    await journal.nextSegment()
    return journal
  }

  async append(frame: Uint8Array, firstSequence: number, lastSequence: number): Promise<Result<null, JournalTrouble>> {
    try {
      if (!this.current || this.current.getSize() > segmentBytes) await this.nextSegment()
      this.write(withHead(frame, firstSequence, lastSequence))
      this.frames.push({ frame, firstSequence, lastSequence, segment: this.segment })
      return ok(null)
    } catch (error) {
      return fail(error instanceof DOMException && error.name === 'QuotaExceededError' ? 'diskFull' : 'failed')
    }
  }

  read(): JournalFrame[] {
    return this.frames.map(({ segment: _, ...frame }) => frame)
  }

  async dropTo(sequence: number): Promise<void> {
    const segments = [...new Set(this.frames.map((one) => one.segment))].filter((one) => one !== this.segment)
    for (const segment of segments) {
      if (this.frames.some((one) => one.segment === segment && one.lastSequence > sequence)) continue
      await this.folder.removeEntry(nameOf(segment))
      this.frames.splice(0, this.frames.length, ...this.frames.filter((one) => one.segment !== segment))
    }
  }

  private write(bytes: Uint8Array<ArrayBuffer>): void {
    const handle = this.current!
    const at = handle.getSize()
    try {
      if (handle.write(bytes, { at }) !== bytes.length) throw new DOMException('short write', 'QuotaExceededError')
      handle.flush()
    } catch (error) {
      handle.truncate(at) // a refused frame must not come back at the next start, after its act was done a second time
      throw error
    }
  }

  private async nextSegment(): Promise<void> {
    this.current?.close()
    this.current = null // a full disk may not give the next one: then the next append asks again
    this.segment += 1
    const file = await this.folder.getFileHandle(nameOf(this.segment), { create: true })
    this.current = await file.createSyncAccessHandle()
  }
}

function nameOf(segment: number): string {
  return `journal-${String(segment).padStart(6, '0')}`
}

function withHead(frame: Uint8Array, first: number, last: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(headBytes + frame.length)
  const view = new DataView(bytes.buffer)
  const head = [mark, frame.length, checksum(frame), first, last]
  head.forEach((value, at) => view.setUint32(at * 4, value))
  bytes.set(frame, headBytes)
  return bytes
}

/** The frames up to the first that is torn or damaged. */
function wholeFrames(bytes: Uint8Array): JournalFrame[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const frames: JournalFrame[] = []
  let at = 0
  while (at + headBytes <= bytes.length && view.getUint32(at) === mark) {
    const frame = bytes.slice(at + headBytes, at + headBytes + view.getUint32(at + 4))
    if (frame.length !== view.getUint32(at + 4) || checksum(frame) !== view.getUint32(at + 8)) break
    frames.push({ frame, firstSequence: view.getUint32(at + 12), lastSequence: view.getUint32(at + 16) })
    at += headBytes + frame.length
  }
  return frames
}

/** FNV-1a, 32 bits: tells a torn write from a whole one; the seal tells everything else. */
function checksum(bytes: Uint8Array): number {
  let sum = 0x811c9dc5
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193)
  return sum >>> 0
}
