import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { randomFrom } from '../sim/random.ts'
import { VolatileDisk } from './drive/volatileDisk.ts'

const size = 64 * 1024
const filled = (byte: number, bytes = 4096) => Buffer.alloc(bytes, byte)

describe('a drive whose power goes', () => {
  test('has everything that was flushed, whatever came after it elsewhere', () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(512, 4096), (seed, sectorBytes) => {
        const disk = new VolatileDisk(size)
        disk.write(0, filled(1))
        disk.flush()
        disk.write(8192, filled(2))
        disk.cut(randomFrom(seed), sectorBytes)
        expect(disk.read(0, 4096).equals(filled(1))).toBe(true)
      }),
      { seed: 8, numRuns: 50 },
    )
  })

  test('reads back what was written before it is flushed', () => {
    const disk = new VolatileDisk(size)
    disk.write(512, filled(3, 512))
    expect(disk.read(512, 512).equals(filled(3, 512))).toBe(true)
  })

  test('now keeps, now drops, now tears and now reorders what was not flushed', () => {
    const seen = new Set<string>()
    for (let seed = 0; seed < 400; seed++) {
      const disk = new VolatileDisk(size)
      disk.write(0, filled(1))
      disk.write(0, filled(2)) // the same place again: an old one may win
      const damage = disk.cut(randomFrom(seed), 512)
      const sectors = Array.from({ length: 8 }, (_, at) => disk.read(at * 512, 512))
      if (damage.dropped > 0) seen.add('dropped')
      if (damage.torn > 0 && sectors.some((one) => one[0] !== one[511])) seen.add('torn')
      if (damage.kept === 16) seen.add(sectors.some((one) => one[0] === 1) ? 'reordered' : 'in order')
      if (sectors.every((one) => one[0] === 0)) seen.add('nothing')
    }
    expect([...seen].sort()).toEqual(['dropped', 'nothing', 'reordered', 'torn'])
  })

  test('goes the same way again for the same seed', () => {
    const cut = () => {
      const disk = new VolatileDisk(size)
      for (let at = 0; at < size; at += 4096) disk.write(at, filled(at / 4096))
      disk.cut(randomFrom(7), 512)
      return Buffer.from(disk.read(0, size))
    }
    expect(cut().equals(cut())).toBe(true)
  })
})
