import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { later, makeStamp, readStamp, stampPattern, tick, zeroStamp, type Stamp } from '../../../src/shared/std/stamp.ts'
import { laptops } from '../../support/arbitraries.ts'
import { idFor } from '../../support/builders.ts'

const toms = idFor('Tom’s laptop')
const parts = fc.record({
  ms: fc.integer({ min: 0, max: 36 ** 9 - 1 }),
  counter: fc.integer({ min: 0, max: 36 ** 4 - 1 }),
  device: fc.constantFrom(...laptops),
})

describe('stamps', () => {
  test('are read as they were made', () => {
    fc.assert(
      fc.property(parts, (made) => {
        const stamp = makeStamp(made)
        expect(stamp).toMatch(stampPattern)
        expect(readStamp(stamp)).toEqual(made)
      }),
    )
  })

  test('sort as text by time, then counter, then device', () => {
    const inOrder = (a: typeof parts extends fc.Arbitrary<infer P> ? P : never, b: typeof a) =>
      a.ms - b.ms || a.counter - b.counter || (a.device < b.device ? -1 : a.device > b.device ? 1 : 0)
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        const [one, other] = [makeStamp(a), makeStamp(b)]
        expect(Math.sign(inOrder(a, b))).toBe(one < other ? -1 : one > other ? 1 : 0)
      }),
    )
  })

  test('of a clock before 1970 (a flat battery) count as 1970', () => {
    expect(makeStamp({ ms: -1, counter: 0, device: toms })).toBe(`000000000.0000.${toms}`)
  })

  test('before all others is the zero stamp', () => {
    fc.assert(
      fc.property(parts, (made) => {
        expect(later(makeStamp(made), zeroStamp)).toBe(makeStamp(made))
      }),
    )
  })

  test('refuses to read what is no stamp', () => {
    expect(() => readStamp('yesterday')).toThrow('not a stamp')
  })
})

describe('the next stamp', () => {
  test('is the time on the clock when that has moved on', () => {
    const last = makeStamp({ ms: 1000, counter: 7, device: idFor('Nisha’s laptop') })
    expect(tick(last, 1001, toms)).toBe(makeStamp({ ms: 1001, counter: 0, device: toms }))
  })

  test('counts on within a millisecond, and when the clock was set back', () => {
    const last = makeStamp({ ms: 1000, counter: 7, device: toms })
    const next = makeStamp({ ms: 1000, counter: 8, device: toms })
    expect([tick(last, 1000, toms), tick(last, 12, toms), tick(last, -5, toms)]).toEqual([next, next, next])
  })

  test('takes the next millisecond when the counter is full', () => {
    const last = makeStamp({ ms: 1000, counter: 36 ** 4 - 1, device: toms })
    expect(tick(last, 1000, toms)).toBe(makeStamp({ ms: 1001, counter: 0, device: toms }))
  })

  test('never goes back nor stands still, whatever the clock says', () => {
    const clock = fc.oneof(fc.integer({ min: -5, max: 40 }), fc.double({ min: -5, max: 40, noNaN: true }), fc.integer({ min: -1e12, max: 4e12 }))
    fc.assert(
      fc.property(fc.array(fc.tuple(clock, fc.constantFrom(...laptops))), (steps) => {
        let last: Stamp = zeroStamp
        for (const [now, device] of steps) {
          const next = tick(last, now, device)
          expect(next > last).toBe(true)
          last = next
        }
      }),
    )
  })

  test('stays ahead of every stamp it has seen of others', () => {
    fc.assert(
      fc.property(parts, parts, fc.integer({ min: 0, max: 4e12 }), (mine, seen, now) => {
        const [last, theirs] = [makeStamp({ ...mine, ms: mine.ms % 4e12 }), makeStamp({ ...seen, ms: seen.ms % 4e12 })]
        expect(tick(later(last, theirs), now, toms) > theirs).toBe(true)
      }),
    )
  })
})
