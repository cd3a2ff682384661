import { crc32 } from 'node:zlib'
import type { JournalFrame } from '../../shared/ipc/contract.ts'

/**
 * One frame on disk, numbers little-endian:
 *
 *     "GJ01" | u32 length | u32 crc32 | u32 first | u32 last | bytes
 *
 * The checksum covers all but itself, so that a flipped bit in a length or a sequence is noticed too.
 */
const magic = Buffer.from('GJ01', 'latin1')
const headBytes = 20
const checksumAt = 8

/** The bytes of a frame as they stand in a segment. */
export function encodeFrame({ firstSequence, lastSequence, frame }: JournalFrame): Buffer {
  const bytes = Buffer.alloc(headBytes + frame.length)
  magic.copy(bytes)
  bytes.writeUInt32LE(frame.length, 4)
  bytes.writeUInt32LE(firstSequence, 12)
  bytes.writeUInt32LE(lastSequence, 16)
  bytes.set(frame, headBytes)
  bytes.writeUInt32LE(checksum(bytes, 0, bytes.length), checksumAt)
  return bytes
}

/**
 * Every whole frame of a segment, in order. What is torn or damaged is passed over and the search goes on behind it: one bad
 * sector costs the frames on it, not those after.
 */
export function decodeFrames(segment: Buffer): JournalFrame[] {
  const frames: JournalFrame[] = []
  let at = segment.indexOf(magic)
  while (at >= 0) {
    const end = endOfFrame(segment, at)
    if (end !== null) frames.push(frameAt(segment, at, end))
    at = segment.indexOf(magic, end ?? at + 1)
  }
  return frames
}

function frameAt(segment: Buffer, at: number, end: number): JournalFrame {
  return {
    firstSequence: segment.readUInt32LE(at + 12),
    lastSequence: segment.readUInt32LE(at + 16),
    frame: new Uint8Array(segment.subarray(at + headBytes, end)), // a copy: the segment's memory can go
  }
}

/** Where the frame that begins here ends, or null if it is not whole. */
function endOfFrame(segment: Buffer, at: number): number | null {
  if (at + headBytes > segment.length) return null
  const end = at + headBytes + segment.readUInt32LE(at + 4)
  if (end > segment.length) return null
  return segment.readUInt32LE(at + checksumAt) === checksum(segment, at, end) ? end : null
}

function checksum(bytes: Buffer, at: number, end: number): number {
  const before = crc32(bytes.subarray(at, at + checksumAt))
  return crc32(bytes.subarray(at + checksumAt + 4, end), before)
}
