import fc from 'fast-check'
import encodeQR from 'qr'
import { expect, test } from 'vitest'
import { decoded } from '../../src/renderer/kiosk/camera.ts'
import { tokenFrom } from '../../src/shared/rules/cards.ts'

/** A card as a camera sees it: squares of so many dots on paper. */
function picture(text: string, dots: number) {
  const squares = encodeQR(text, 'raw', { ecc: 'quartile', border: 4 })
  const size = squares.length * dots
  const data = new Uint8ClampedArray(size * size * 4).fill(255)
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++)
      if (squares[Math.floor(y / dots)]?.[Math.floor(x / dots)]) data.fill(20, (y * size + x) * 4, (y * size + x) * 4 + 3)
  }
  return { width: size, height: size, data }
}

test('story 40: what is printed is what a camera reads, and it is the smallest of codes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), fc.integer({ min: 3, max: 8 }), (bytes, dots) => {
      const token = tokenFrom(bytes)
      expect(decoded(picture(token, dots))).toBe(token)
      expect(encodeQR(token, 'raw', { ecc: 'quartile', border: 4 })).toHaveLength(21 + 8)
    }),
    { numRuns: 60 },
  )
})

test('a picture without a code is no code', () => {
  expect(decoded({ width: 64, height: 64, data: new Uint8ClampedArray(64 * 64 * 4).fill(255) })).toBe(null)
})
