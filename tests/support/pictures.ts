import { Buffer } from 'node:buffer'
import type { MediaToAdd } from '../../src/renderer/workerLink/mediaViews.ts'

const pngHead = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** A PNG as far as its frame goes: one chunk of so many bytes of a pattern, which a scan can look for. */
export function aPng(bytes: number, pattern = 'bandstand'): Uint8Array<ArrayBuffer> {
  const body = Buffer.alloc(bytes, pattern)
  return new Uint8Array([...pngHead, ...chunk('IHDR', Buffer.alloc(13)), ...chunk('IDAT', body), ...chunk('IEND', Buffer.alloc(0))])
}

/** A chunk of a PNG; nobody here asks for its checksum. */
export function chunk(name: string, body: Uint8Array): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length)
  head.write(name, 4, 'latin1')
  return Buffer.concat([head, body, Buffer.alloc(4)])
}

/** What somebody fills in to add it. */
export function toAdd(bytes: Uint8Array<ArrayBuffer>, more: Partial<MediaToAdd> = {}): MediaToAdd {
  return { file: new Blob([bytes]), fileName: 'walk.png', title: 'The walk in May', takenOn: null, groupId: null, sessionId: null, ...more }
}

/** A file that says it has so many bytes and has only its beginning: what is too large is never read. */
export function saysItHas(bytes: number, head: Uint8Array<ArrayBuffer>): Blob {
  return Object.defineProperty(new Blob([head]), 'size', { value: bytes })
}
