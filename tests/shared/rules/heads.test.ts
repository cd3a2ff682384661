import { describe, expect, test } from 'vitest'
import { attendanceOf } from '../../../src/shared/rules/attendance.ts'
import { expectedHeads, headsOf } from '../../../src/shared/rules/heads.ts'
import { disagrees } from '../../../src/shared/rules/headCounts.ts'
import type { Entity } from '../../../src/shared/records/index.ts'
import { aSignIn, at, idFor } from '../../support/builders.ts'

const jean = idFor('Jean Oakes')

function companion(kind: Entity<'companion'>['kind'], number: number, more: Partial<Entity<'companion'>> = {}): Entity<'companion'> {
  return { id: idFor(`${kind}${number}${JSON.stringify(more)}`), sessionId: idFor('s'), kind, number, at: at('10:31'), byId: idFor('Tom'), ...more }
}

describe('story 8: heads that should be there', () => {
  const here = attendanceOf([aSignIn('Jean Oakes', '10:31'), aSignIn('Ray Oakes', '10:32')])

  test('count guests, carers and children; babies apart; an assistance dog never', () => {
    const heads = headsOf(here, [companion('carer', 1), companion('child', 2), companion('baby', 2), companion('assistanceDog', 1)])
    expect(heads).toEqual({ people: 2, others: 3, babies: 2, assistanceDogs: 1 })
    expect([expectedHeads(heads, true), expectedHeads(heads, false)]).toEqual([5, 7])
  })

  test('who came along leaves with whom they came with', () => {
    const gone = attendanceOf([aSignIn('Jean Oakes', '10:31', { leftAt: at('11:00') }), aSignIn('Ray Oakes', '10:32')])
    expect(headsOf(gone, [companion('baby', 1, { withId: jean }), companion('guest', 1)])).toMatchObject({ people: 1, others: 1, babies: 0 })
  })

  test('taken back or gone are no heads', () => {
    const none = [companion('guest', 1, { voidedBecause: 'a mistake' }), companion('guest', 4, { leftAt: at('11:00') })]
    expect(headsOf(here, none).others).toBe(0)
  })

  test('story 9: who joins for the café only is no head of the walk', () => {
    const cafe = attendanceOf([aSignIn('Jean Oakes', '10:31'), aSignIn('Ray Oakes', '11:45', { part: 'cafe' })])
    expect([headsOf(cafe, [], 'walk').people, headsOf(cafe, [], 'all').people]).toEqual([1, 2])
  })

  test('a count disagrees when only the babies do', () => {
    expect(disagrees({ counted: 5, expected: 5, missingIds: [], babies: 1, babiesExpected: 2 })).toBe(true)
    expect(disagrees({ counted: 5, expected: 5, missingIds: [] })).toBe(false)
  })
})
