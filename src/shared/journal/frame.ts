import type { JournalFrame } from '../ipc/contract.ts'
import { crc32 } from './checksum.ts'
import { readEarlyBrowserFrame } from './earlyBrowserFrame.ts'

/**
 * One frame of the journal as it lies on disk, in the desktop's files and in a browser's, numbers little-endian:
 *
 *     "GJ01" | u32 length | u32 crc32 | u32 first | u32 last | bytes
 *
 * The checksum covers all but itself, so that a flipped bit in a length or a sequence is noticed too.
 */
const magic = 0x31304a47 // "GJ01"
const headBytes = 20
const checksumAt = 8

/** The bytes of a frame as they stand in a segment. */
export function encodeFrame({ firstSequence, lastSequence, frame }: JournalFrame): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(headBytes + frame.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, magic, true)
  view.setUint32(4, frame.length, true)
  view.setUint32(12, firstSequence, true)
  view.setUint32(16, lastSequence, true)
  bytes.set(frame, headBytes)
  view.setUint32(checksumAt, checksum(bytes), true)
  return bytes
}

/**
 * Every whole frame of a segment, in order. What is torn or damaged is passed over and the search goes on behind it: one bad
 * sector costs the frames on it, not those after.
 */
export function decodeFrames(segment: Uint8Array): JournalFrame[] {
  const view = new DataView(segment.buffer, segment.byteOffset, segment.length)
  const frames: JournalFrame[] = []
  let at = segment.indexOf(firstByte)
  while (at >= 0) {
    const found = readFrame(segment, view, at) ?? readEarlyBrowserFrame(segment, view, at)
    if (found) frames.push(found.frame)
    at = segment.indexOf(firstByte, found?.end ?? at + 1)
  }
  return frames
}

/** "G", with which every frame begins. */
const firstByte = 0x47

/** The frame that begins here, or null if none does or it is not whole. */
function readFrame(segment: Uint8Array, view: DataView, at: number): { frame: JournalFrame; end: number } | null {
  if (at + headBytes > segment.length || view.getUint32(at, true) !== magic) return null
  const end = at + headBytes + view.getUint32(at + 4, true)
  if (end > segment.length || view.getUint32(at + checksumAt, true) !== checksum(segment.subarray(at, end))) return null
  const frame = new Uint8Array(segment.subarray(at + headBytes, end)) // a copy: the segment's memory can go
  return { frame: { firstSequence: view.getUint32(at + 12, true), lastSequence: view.getUint32(at + 16, true), frame }, end }
}

function checksum(bytes: Uint8Array): number {
  return crc32(bytes.subarray(checksumAt + 4), crc32(bytes.subarray(0, checksumAt)))
}
