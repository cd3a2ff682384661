import { expect, test } from 'vitest'
import { crc32 as zlibs } from 'node:zlib'
import { crc32 } from '../../../src/shared/journal/checksum.ts'
import { decodeFrames, encodeFrame } from '../../../src/shared/journal/frame.ts'

/** A frame as browsers wrote it before they had the desktop's, byte for byte. */
function early(number: number, frame: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(20 + frame.length)
  const sum = frame.reduce((before, byte) => Math.imul(before ^ byte, 0x01000193), 0x811c9dc5) >>> 0
  ;[0x474a310a, frame.length, sum, number, number].forEach((value, at) => new DataView(bytes.buffer).setUint32(at * 4, value))
  bytes.set(frame, 20)
  return bytes
}
const sealed = (fill: number) => new Uint8Array(40).fill(fill)
const numbers = (bytes: Uint8Array) => decodeFrames(bytes).map((one) => one.lastSequence)
const segment = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts))

test('the sum is zlib’s, also of two parts', () => {
  const bytes = new TextEncoder().encode('Walk and Talk')
  expect([crc32(bytes), crc32(bytes.subarray(4), crc32(bytes.subarray(0, 4)))]).toEqual([zlibs(bytes), zlibs(bytes)])
})

test('[S17] a browser’s journal from before still opens, also where newer frames follow', () => {
  const bytes = segment(early(1, sealed(1)), early(2, sealed(2)), encodeFrame({ firstSequence: 3, lastSequence: 4, frame: sealed(3) }))
  expect(decodeFrames(bytes)).toEqual([
    { firstSequence: 1, lastSequence: 1, frame: sealed(1) },
    { firstSequence: 2, lastSequence: 2, frame: sealed(2) },
    { firstSequence: 3, lastSequence: 4, frame: sealed(3) },
  ])
})

test('[S17] a damaged frame in the middle of a browser’s journal costs itself alone', () => {
  const whole = segment(early(1, sealed(1)), early(2, sealed(2)), early(3, sealed(3)))
  for (let at = 60; at < 72; at++) {
    const hurt = whole.slice()
    hurt[at]! ^= 4
    expect(numbers(hurt)).toEqual([1, 3])
  }
})
