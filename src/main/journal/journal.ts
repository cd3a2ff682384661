import { mkdir, readFile, readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { JournalFrame, JournalTrouble } from '../../shared/ipc/contract.ts'
import { fail, ok, type Result } from '../../shared/std/result.ts'
import { codeOf, flushFolder, writeDurably } from '../durableFile.ts'
import { inTurn } from '../inTurn.ts'
import { decodeFrames, encodeFrame } from '../../shared/journal/frame.ts'
import { replaced } from '../../shared/journal/replaced.ts'
import { openReserve } from './reserve.ts'
import { createSegment, type Segment } from './segment.ts'

/** Sealed changes on disk, outside of the browser's database: what brings back a sign-in that the store has lost. */
export interface Journal {
  append(frame: Uint8Array, firstSequence: number, lastSequence: number): Promise<Result<null, JournalTrouble>>
  read(): Promise<JournalFrame[]>
  dropTo(sequence: number): Promise<void>
  /** Puts frames in the place of those of the same sequences: a cut leaves each segment as it was, or as it is to be. */
  replace(frames: readonly JournalFrame[]): Promise<void>
  /** Gives the reserve up for others, if the disk is full. @returns whether there is more room now */
  makeRoom(): Promise<boolean>
  /** Everything asked before is done. */
  /** Takes all of it away, with its reserve. What is appended afterwards begins a new one. */
  destroy(): Promise<void>
  close(): Promise<void>
}

export interface JournalSizes {
  /** A segment is closed after this many bytes: small enough to be read at once, and a day's sign-ins fit in one. */
  segmentBytes: number
  /** Set aside for a full disk: some thousand sign-ins. */
  reserveBytes: number
}
const usual: JournalSizes = { segmentBytes: 1024 * 1024, reserveBytes: 16 * 1024 * 1024 }

/** Sequences are 32 bits on disk: a laptop that writes a change a second needs 136 years to run out. */
const mostSequence = 0xffff_ffff
const noSpace = ['ENOSPC', 'EDQUOT']

/**
 * The journal in a folder, which is made. Segments are numbered and only the newest of this run is written to: a torn end of
 * an earlier run is never appended to, so nothing good ever stands behind something broken.
 */
export function openJournal(folder: string, sizes: JournalSizes = usual): Journal {
  const turn = inTurn()
  const reserve = openReserve(join(folder, 'reserve'), sizes.reserveBytes)
  /** Number of each segment on disk and the last sequence of its whole frames. */
  let lasts: Map<number, number> | null = null
  let current: Segment | null = null

  /** Looks at the folder once, at the first use. */
  async function segments(): Promise<Map<number, number>> {
    if (lasts) return lasts
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const found = new Map<number, number>()
    for (const number of await numbersIn(folder)) found.set(number, lastOf(await framesOf(folder, number)))
    void reserve.keep()
    return (lasts = found)
  }

  async function segment(): Promise<Segment> {
    if (current) return current
    const known = await segments()
    const number = Math.max(0, ...known.keys()) + 1
    current = await createSegment(join(folder, nameOf(number)), number)
    known.set(number, 0)
    await flushFolder(folder)
    return current
  }

  async function close(): Promise<void> {
    const closing = current
    current = null
    await closing?.close().catch(() => undefined) // what was acknowledged is flushed already
  }

  async function write(frame: JournalFrame): Promise<void> {
    const into = await segment()
    try {
      await into.append(encodeFrame(frame))
      lasts?.set(into.number, frame.lastSequence)
      if (reserve.isGivenUp()) void reserve.keep() // beside the turn: sixteen megabytes are no sign-in's business
    } finally {
      if (!into.sound() || into.size() >= sizes.segmentBytes) await close()
    }
  }

  /** A full disk gets the reserve and one more try. */
  async function writeOrMakeRoom(frame: JournalFrame): Promise<void> {
    try {
      await write(frame)
    } catch (error) {
      if (!noSpace.includes(codeOf(error)) || !(await reserve.giveUp())) throw error
      await write(frame)
    }
  }

  async function dropTo(sequence: number): Promise<void> {
    const known = await segments()
    for (const [number, last] of known) {
      if (last > sequence) continue
      if (current?.number === number) await close()
      await rm(join(folder, nameOf(number)), { force: true })
      known.delete(number)
    }
    await flushFolder(folder)
    void reserve.keep()
  }

  async function replace(frames: readonly JournalFrame[]): Promise<void> {
    for (const number of (await segments()).keys()) {
      const [before, after] = replaced(await framesOf(folder, number), frames)
      if (before === after) continue
      if (current?.number === number) await close() // what comes next begins a segment of its own
      await writeDurably(join(folder, nameOf(number)), Buffer.concat(after.map(encodeFrame)))
    }
  }

  async function destroy(): Promise<void> {
    await close()
    await reserve.rest()
    lasts = null
    await rm(folder, { recursive: true, force: true })
    await flushFolder(dirname(folder))
  }

  async function read(): Promise<JournalFrame[]> {
    const frames: JournalFrame[] = []
    for (const number of (await segments()).keys()) frames.push(...(await framesOf(folder, number)))
    return frames
  }

  return {
    append: (frame, firstSequence, lastSequence) =>
      turn(async () => {
        if (lastSequence > mostSequence || firstSequence > lastSequence) return fail('failed')
        return writeOrMakeRoom({ frame, firstSequence, lastSequence }).then(
          () => ok(null),
          (error: unknown) => fail(noSpace.includes(codeOf(error)) ? 'diskFull' : 'failed'),
        )
      }),
    read: () => turn(read),
    dropTo: (sequence) => turn(() => dropTo(sequence)),
    replace: (frames) => turn(() => replace(frames)),
    makeRoom: () => reserve.giveUpIfShort(),
    close: () =>
      turn(async () => {
        await close()
        await reserve.rest()
      }),
    destroy: () => turn(destroy),
  }
}

function nameOf(number: number): string {
  return `${String(number).padStart(8, '0')}.journal`
}

async function numbersIn(folder: string): Promise<number[]> {
  const names = await readdir(folder)
  const numbers = names.map((name) => /^(\d{8})\.journal$/.exec(name)?.[1]).filter((digits) => digits !== undefined)
  return numbers.map(Number).sort((a, b) => a - b)
}

async function framesOf(folder: string, number: number): Promise<JournalFrame[]> {
  return decodeFrames(await readFile(join(folder, nameOf(number))))
}

function lastOf(frames: JournalFrame[]): number {
  return frames.reduce((last, frame) => Math.max(last, frame.lastSequence), 0)
}
