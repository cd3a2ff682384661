import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { withoutPlace } from '../../src/renderer/data/media/withoutPlace.ts'
import { chunk } from '../support/pictures.ts'

const secret = 'N 52.5231 W 1.4683'
const segment = (mark: number, body: Buffer) => {
  const head = Buffer.from([0xff, mark, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}
/** EXIF that says which way up, in either order of bytes, and where. */
function exif(turn: number, small: boolean): Buffer {
  const tiff = Buffer.alloc(8 + 2 + 12 + 4)
  const put = (value: number, at: number) => (small ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at))
  tiff.write(small ? 'II' : 'MM', 0, 'latin1')
  put(42, 2)
  if (small) tiff.writeUInt32LE(8, 4)
  else tiff.writeUInt32BE(8, 4)
  put(1, 8)
  put(0x0112, 10)
  put(3, 12)
  put(turn, 18)
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from(secret)]))
}
const scan = Buffer.concat([segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56])])
const end = Buffer.from([0xff, 0xd9])
const tables = segment(0xdb, Buffer.alloc(65, 3))
const bytesOf = async (blob: Blob) => Buffer.from(await blob.arrayBuffer())
const blobOf = (...parts: Buffer[]) => new Blob(parts.map((one) => new Uint8Array(one)))

describe('a picture is kept without where it was taken', () => {
  it.each([true, false])(
    'JPEG: comments, EXIF, and the film a phone hangs behind it go; the picture and which way up it is stay (%s)',
    async (small) => {
      const progressive = [scan, segment(0xc4, Buffer.from([0, 9, 9])), scan]
      const phone = blobOf(
        Buffer.from([0xff, 0xd8]),
        segment(0xe0, Buffer.from('JFIF\0')),
        exif(6, small),
        segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${secret}`)),
        segment(0xfe, Buffer.from(secret)),
        tables,
        ...progressive,
        end,
        Buffer.from(`....ftypmp42${secret}`),
      )
      const clean = await bytesOf(await withoutPlace('jpeg', phone))
      expect(clean.includes(secret)).toBe(false)
      const [soi, jfif, turn, rest] = [clean.subarray(0, 2), clean.subarray(2, 11), clean.subarray(11, 47), clean.subarray(47)]
      expect([soi.toString('hex'), jfif.toString('latin1').slice(4)]).toEqual(['ffd8', 'JFIF\0'])
      expect(turn.readUInt16BE(2) + 2).toBe(turn.length)
      expect([turn.toString('latin1', 4, 8), turn.readUInt16BE(20), turn.readUInt16BE(28)]).toEqual(['Exif', 0x0112, 6])
      expect(rest.equals(Buffer.concat([tables, ...progressive, end]))).toBe(true)
    },
  )

  it('PNG: chunks of text, time and EXIF go, and what hangs behind', async () => {
    const head = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
    const picture = [chunk('IHDR', Buffer.alloc(13)), chunk('IDAT', Buffer.alloc(100, 7)), chunk('IEND', Buffer.alloc(0))] as const
    const [first, ...others] = picture
    const camera = blobOf(head, first, chunk('eXIf', Buffer.from(secret)), chunk('iTXt', Buffer.from(secret)), ...others, Buffer.from(secret))
    expect((await bytesOf(await withoutPlace('png', camera))).equals(Buffer.concat([head, ...picture]))).toBe(true)
  })

  it('WebP: EXIF and XMP go, the head says so and how long it is now', async () => {
    const piece = (name: string, body: Buffer) => {
      const head = Buffer.alloc(8)
      head.write(name, 'latin1')
      head.writeUInt32LE(body.length, 4)
      return Buffer.concat([head, body, Buffer.alloc(body.length % 2)])
    }
    const vp8x = (flags: number) => piece('VP8X', Buffer.from([flags, 0, 0, 0, 9, 0, 0, 9, 0, 0]))
    const file = (...pieces: Buffer[]) => {
      const all = Buffer.concat([Buffer.from('WEBP'), ...pieces])
      const head = Buffer.from('RIFF\0\0\0\0', 'latin1')
      head.writeUInt32LE(all.length, 4)
      return Buffer.concat([head, all])
    }
    const picture = piece('VP8 ', Buffer.alloc(33, 5))
    const phone = blobOf(file(vp8x(0x0c | 0x10), picture, piece('EXIF', Buffer.from(secret)), piece('XMP ', Buffer.from(secret))))
    expect((await bytesOf(await withoutPlace('webp', phone))).equals(file(vp8x(0x10), picture))).toBe(true)
  })

  it('one that is cut short is not taken for a picture', async () => {
    const cut = blobOf(Buffer.from([0xff, 0xd8]), exif(1, true).subarray(0, 20))
    await expect(withoutPlace('jpeg', cut)).rejects.toThrow('too early')
  })
})
