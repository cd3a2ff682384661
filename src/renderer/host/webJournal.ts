import type { JournalFrame, JournalTrouble } from '../../shared/ipc/contract.ts'
import { decodeFrames, encodeFrame } from '../../shared/journal/frame.ts'
import { replaced } from '../../shared/journal/replaced.ts'
import { fail, ok, type Result } from '../../shared/std/result.ts'

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
    const names = await namesIn(folder)
    const frames = []
    for (const name of names.sort()) {
      const bytes = new Uint8Array(await (await (await folder.getFileHandle(name)).getFile()).arrayBuffer())
      if (bytes.length === 0) await folder.removeEntry(name).catch(() => undefined) // of a run that wrote nothing
      const segment = Number(namePattern.exec(name)?.[1])
      frames.push(...decodeFrames(bytes).map((frame) => ({ ...frame, segment })))
    }
    const last = names.length === 0 ? 0 : Number(namePattern.exec(names.sort().at(-1) ?? '')?.[1])
    const journal = new WebJournal(folder, frames, last)
    await journal.nextSegment()
    return journal
  }

  async append(frame: Uint8Array, firstSequence: number, lastSequence: number): Promise<Result<null, JournalTrouble>> {
    try {
      if (!this.current || this.current.getSize() > segmentBytes) await this.nextSegment()
      this.write(encodeFrame({ frame, firstSequence, lastSequence }))
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

  /** Puts frames in the place of those of the same sequences: a segment with some of them is written anew before the old one goes. */
  async replace(frames: readonly JournalFrame[]): Promise<void> {
    for (const segment of new Set(this.frames.map((one) => one.segment))) {
      const [before, after] = replaced(
        this.frames.filter((one) => one.segment === segment),
        frames,
      )
      if (before === after) continue
      await this.nextSegment()
      for (const one of after) this.write(encodeFrame(one))
      const others = this.frames.filter((one) => one.segment !== segment)
      this.frames.splice(0, this.frames.length, ...others, ...after.map((one) => ({ ...one, segment: this.segment })))
      await this.folder.removeEntry(nameOf(segment))
    }
  }

  /** Takes all of it away. What is appended afterwards begins a new one. */
  async destroy(): Promise<void> {
    this.current?.close()
    this.current = null
    for (const name of await namesIn(this.folder)) await this.folder.removeEntry(name)
    this.frames.length = 0
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

async function namesIn(folder: FileSystemDirectoryHandle): Promise<string[]> {
  const names: string[] = []
  for await (const name of folder.keys()) if (namePattern.test(name)) names.push(name)
  return names
}

function nameOf(segment: number): string {
  return `journal-${String(segment).padStart(6, '0')}`
}
