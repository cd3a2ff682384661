import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { standingMarks, waitingList } from '../../../src/shared/rules/marks.ts'
import type { Entity } from '../../../src/shared/records/index.ts'
import { at, idFor } from '../../support/builders.ts'

const jean = idFor('Jean Oakes')

function mark(state: Entity<'registerMark'>['state'], time: string, more: Partial<Entity<'registerMark'>> = {}): Entity<'registerMark'> {
  return { id: idFor(`${state}${time}`), sessionId: idFor('s'), personId: jean, state, at: at(time), byId: idFor('Tom'), ...more }
}

describe('story 4: marks', () => {
  test('the latest that was not taken back holds, whatever the order they arrive in', () => {
    const all = [mark('apologies', '10:00'), mark('absent', '10:40'), mark('waiting', '10:50', { voidedBecause: 'changed' })]
    fc.assert(fc.property(fc.shuffledSubarray(all, { minLength: 3 }), (shuffled) => standingMarks(shuffled).get(jean)?.state === 'absent'))
  })

  test('the waiting list goes by who has waited longest', () => {
    const ray = mark('waiting', '10:05', { personId: idFor('Ray Oakes'), id: idFor('r') })
    expect(waitingList([mark('waiting', '10:20'), ray]).map((one) => one.personId)).toEqual([idFor('Ray Oakes'), jean])
  })
})
