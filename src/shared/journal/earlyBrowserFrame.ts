import type { JournalFrame } from '../ipc/contract.ts'

/**
 * The frame that browsers wrote before they and the desktop had one: read, and never written any more. Numbers big-endian:
 *
 *     "GJ1\n" | u32 length | u32 FNV-1a of the bytes | u32 first | u32 last | bytes
 *
 * A flipped bit in a sequence is noticed when the seal is opened.
 */
const mark = 0x47_4a_31_0a
const headBytes = 20

/** The frame that begins here, or null if none does or it is not whole. */
export function readEarlyBrowserFrame(segment: Uint8Array, view: DataView, at: number): { frame: JournalFrame; end: number } | null {
  if (at + headBytes > segment.length || view.getUint32(at) !== mark) return null
  const end = at + headBytes + view.getUint32(at + 4)
  if (end > segment.length) return null
  const frame = new Uint8Array(segment.subarray(at + headBytes, end))
  if (fnv1a(frame) !== view.getUint32(at + 8)) return null
  return { frame: { firstSequence: view.getUint32(at + 12), lastSequence: view.getUint32(at + 16), frame }, end }
}

function fnv1a(bytes: Uint8Array): number {
  let sum = 0x811c9dc5
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193)
  return sum >>> 0
}
