import type { FileTypeName } from '../../../shared/rules/mediaFiles.ts'

/**
 * A picture without what its camera wrote beside it: where and when it was taken, on whose phone. Which way up it is stays. No point
 * of the picture is touched, and nothing is copied: the file is put together from parts of the one that was chosen.
 * A film keeps what it says; the screen tells so. Throws when the file cannot be read.
 */
export async function withoutPlace(type: FileTypeName, file: Blob): Promise<Blob> {
  if (type === 'jpeg') return jpegWithout(file)
  if (type === 'png') return pngWithout(file)
  return type === 'webp' ? webpWithout(file) : file
}

/** Marks of segments: EXIF and XMP (APP1), Photoshop's (APP13), comments; what stands behind the scan begins is the picture. */
const dropped = new Set([0xe1, 0xed, 0xfe])
const startOfScan = 0xda

async function jpegWithout(file: Blob): Promise<Blob> {
  const kept: Blob[] = [file.slice(0, 2)]
  for (let at = 2; ;) {
    const head = await bytesOf(file, at, 4)
    const mark = head.getUint8(1)
    if (head.getUint8(0) !== 0xff) throw new Error('no segment of a JPEG')
    if (mark === startOfScan) return new Blob([...kept, file.slice(at, await endOfPicture(file, at))], { type: file.type })
    const end = at + 2 + head.getUint16(2)
    if (mark === 0xe1) kept.push(...(await turnOf(file, at, end)))
    else if (!dropped.has(mark)) kept.push(file.slice(at, end))
    at = end
  }
}

/** Read at once while the end is looked for. Bytes. */
const lumpBytes = 1024 * 1024

/** Behind the picture phones hang the film of a moving photo, with a place of its own. @param from where a scan begins @returns where the picture ends */
async function endOfPicture(file: Blob, from: number): Promise<number> {
  for (let at = from; at < file.size;) {
    const lump = new Uint8Array(await file.slice(at, at + lumpBytes).arrayBuffer())
    const mark = lump.findIndex((byte, nth) => byte === 0xff && isMark(lump[nth + 1]))
    if (mark === -1) at += Math.max(1, lump.length - 1)
    else if (lump[mark + 1] === 0xd9) return at + mark + 2
    else at += mark + 2 + (await bytesOf(file, at + mark, 4)).getUint16(2)
  }
  return file.size
}

/** Within a scan FF 00 is a byte of the picture, D0 to D7 are where a reader may begin again; everything else has a length. */
function isMark(next: number | undefined): boolean {
  return next !== undefined && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)
}

/** Which way up: tag 0x0112 of the first directory, in an EXIF segment that says nothing else. */
async function turnOf(file: Blob, from: number, to: number): Promise<Blob[]> {
  const segment = await bytesOf(file, from, Math.min(to, from + 4096) - from)
  if (segment.byteLength < 18 || segment.getUint32(4) !== 0x45786966) return [] // "Exif"
  const small = segment.getUint16(10) === 0x4949 // "II": the small end first
  const first = 10 + segment.getUint32(14, small)
  const count = first + 2 <= segment.byteLength ? segment.getUint16(first, small) : 0
  for (let nth = 0, at = first + 2; nth < count && at + 12 <= segment.byteLength; nth++, at += 12) {
    if (segment.getUint16(at, small) === 0x0112) return [new Blob([turnSegment(segment.getUint16(at + 8, small))])]
  }
  return []
}

function turnSegment(turn: number): Uint8Array<ArrayBuffer> {
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0]
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8]
  const entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn & 255, 0, 0]
  const body = [...exif, ...tiff, 0, 1, ...entry, 0, 0, 0, 0]
  return new Uint8Array([0xff, 0xe1, 0, body.length + 2, ...body])
}

/** Chunks of text, time and EXIF. */
const pngDropped = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME'])

async function pngWithout(file: Blob): Promise<Blob> {
  const kept: Blob[] = [file.slice(0, 8)]
  for (let at = 8; at + 12 <= file.size;) {
    const head = await bytesOf(file, at, 8)
    const [end, name] = [at + 12 + head.getUint32(0), nameAt(head, 4)]
    if (!pngDropped.has(name)) kept.push(file.slice(at, end))
    if (name === 'IEND') break // what hangs on behind it is no part of the picture
    at = end
  }
  return new Blob(kept, { type: file.type })
}

const webpDropped = new Set(['EXIF', 'XMP '])
/** Flags of the chunk VP8X that announce these two. */
const webpFlags = 0x08 | 0x04

async function webpWithout(file: Blob): Promise<Blob> {
  const kept: Blob[] = []
  for (let at = 12; at + 8 <= file.size;) {
    const head = await bytesOf(file, at, 8)
    const [bytes, name] = [head.getUint32(4, true), nameAt(head, 0)]
    const end = at + 8 + bytes + (bytes % 2)
    if (name === 'VP8X') kept.push(new Blob([await withoutFlags(file, at, end)]))
    else if (!webpDropped.has(name)) kept.push(file.slice(at, end))
    at = end
  }
  const head = await bytesOf(file, 0, 12)
  head.setUint32(4, 4 + kept.reduce((sum, one) => sum + one.size, 0), true)
  return new Blob([head.buffer as ArrayBuffer, ...kept], { type: file.type })
}

async function withoutFlags(file: Blob, from: number, to: number): Promise<ArrayBuffer> {
  const chunk = await bytesOf(file, from, to - from)
  chunk.setUint8(8, chunk.getUint8(8) & ~webpFlags)
  return chunk.buffer as ArrayBuffer
}

async function bytesOf(file: Blob, from: number, count: number): Promise<DataView> {
  const view = new DataView(await file.slice(from, from + count).arrayBuffer())
  if (view.byteLength < count) throw new Error('the file ends too early')
  return view
}

function nameAt(view: DataView, at: number): string {
  return String.fromCharCode(...Array.from({ length: 4 }, (_, nth) => view.getUint8(at + nth)))
}
