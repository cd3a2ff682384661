import { describe, expect, test } from 'vitest'
import { disagrees, nextMoment, openMismatch, standingCounts } from '../../../src/shared/rules/headCounts.ts'
import { aHeadCount, idFor } from '../../support/builders.ts'

const out = aHeadCount('out', 12, 12, '10:40')
const halfway = aHeadCount('halfway', 11, 12, '11:10')
const back = aHeadCount('back', 12, 12, '11:50')

describe('head counts', () => {
  test('stand in the order of a walk, the latest of each moment', () => {
    const again = aHeadCount('halfway', 12, 12, '11:12')
    expect(standingCounts([back, again, out, halfway])).toEqual([out, again, back])
  })

  test('that were taken back let the one before hold again', () => {
    const mistaken = aHeadCount('out', 99, 12, '10:41', { voidedBecause: 'a mistake' })
    expect(standingCounts([mistaken, out])).toEqual([out])
    expect(standingCounts([mistaken])).toEqual([])
  })

  test('of two laptops at the same moment are the same everywhere', () => {
    const other = { ...aHeadCount('out', 13, 12, '10:40'), id: idFor('Nisha’s count') }
    expect(standingCounts([out, other])).toEqual(standingCounts([other, out]))
  })

  test('come next: out, half-way, back, none', () => {
    expect([[], [out], [out, halfway], [back, out]].map((made) => nextMoment(made, ['out', 'halfway', 'back']))).toEqual([
      'out',
      'halfway',
      'back',
      null,
    ])
  })

  test('disagree with too few, with too many, and when the right number hides somebody missing', () => {
    expect(
      [out, halfway, aHeadCount('out', 13, 12, '10:40'), aHeadCount('out', 12, 12, '10:40', { missingIds: [idFor('Jean')] })].map(disagrees),
    ).toEqual([false, true, true, true])
  })

  test('ask for a reason only while the last one disagrees', () => {
    expect([openMismatch([]), openMismatch([out, halfway]), openMismatch([out, halfway, back])]).toEqual([null, halfway, null])
  })
})
