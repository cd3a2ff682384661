import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { attendanceOf } from '../../../src/shared/rules/attendance.ts'
import { isOverdue } from '../../../src/shared/rules/alarms.ts'
import { likenessOf, traitsOf } from '../../../src/shared/rules/duplicates.ts'
import { expectedHeads, headsOf } from '../../../src/shared/rules/heads.ts'
import { disagrees } from '../../../src/shared/rules/headCounts.ts'
import { standingMarks, waitingList } from '../../../src/shared/rules/marks.ts'
import { maybeSame, pairOf } from '../../../src/shared/rules/maybeSame.ts'
import { ratioOf } from '../../../src/shared/rules/ratio.ts'
import { partsOf, templateOf, templates } from '../../../src/shared/rules/templates.ts'
import type { Entity } from '../../../src/shared/records/index.ts'
import { aGroup, aSession, aSignIn, at, idFor, which } from '../../support/builders.ts'

const walk = which('Walk and Talk')
const jean = idFor('Jean Oakes')

function companion(kind: Entity<'companion'>['kind'], number: number, more: Partial<Entity<'companion'>> = {}): Entity<'companion'> {
  return { id: idFor(`${kind}${number}${JSON.stringify(more)}`), sessionId: idFor('s'), kind, number, at: at('10:31'), byId: idFor('Tom'), ...more }
}

function mark(state: Entity<'mark'>['state'], time: string, more: Partial<Entity<'mark'>> = {}): Entity<'mark'> {
  return { id: idFor(`${state}${time}`), sessionId: idFor('s'), personId: jean, state, at: at(time), byId: idFor('Tom'), ...more }
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

describe('templates (domain 10.2)', () => {
  test('a Pain Café is not asked for a head count on a path, and a Buggy Talk counts babies', () => {
    expect(partsOf({ template: 'cafe', counts: false }).moments).toEqual([])
    expect([templates.buggy.babies, templates.walk.babies]).toEqual([true, false])
  })

  test('a group from before templates is a walk if it counts, else a café', () => {
    expect([templateOf(aGroup('a', { counts: true })), templateOf(aGroup('b', { counts: false }))]).toEqual(['walk', 'cafe'])
  })

  test('a group may ask for fewer to a leader than its template', () => {
    expect([partsOf({ template: 'walk', counts: true, peoplePerLeader: 8 }).peoplePerLeader, partsOf({ template: 'walk', counts: true }).peoplePerLeader]).toEqual([8, 20])
  })
})

describe('story 37: the ratio', () => {
  test.each([
    [20, 1, 20, 0], [21, 1, 20, 1], [41, 1, 20, 2], [5, 0, 20, 1], [0, 0, 20, 1], [500, 1, null, 0],
  ])('%i people, %i leaders, one to %s: %i more wanted', (people, leaders, per, short) => {
    expect(ratioOf(people, leaders, per).short).toBe(short)
  })
})

describe('the alarm', () => {
  const began = { startedAt: at('10:31') }
  const occurrence = (more: Partial<Entity<'session'>>) =>
    ({ sessionId: idFor('s'), groupId: walk.groupId, date: '2026-10-22', slot: 1, start: '10:30', end: '12:00', venueId: null, leaderId: null, session: aSession(walk, more) })

  test('rings an hour after the end of a session that began and nobody closed or counted back', () => {
    expect([isOverdue(occurrence(began), at('12:59')), isOverdue(occurrence(began), at('13:00'))]).toEqual([false, true])
  })

  test.each([
    ['closed', { ...began, closedAt: at('12:05') }], ['counted back', { ...began, allBackAt: at('11:55') }], ['never begun', {}],
  ])('is quiet when it was %s', (_how, more) => {
    expect(isOverdue(occurrence(more), at('13:30'))).toBe(false)
  })

  test('is paperwork, not an alarm, a day later', () => {
    expect(isOverdue(occurrence(began), '2026-10-23T13:00:00Z')).toBe(false)
  })
})

describe('peers 3.6: the same walk-up on two laptops', () => {
  const present = (name: string, isNew: boolean, more: object = {}) => {
    const [givenName = '', familyName = ''] = name.split(' ')
    return { personId: idFor(name), isNew, traits: traitsOf({ givenName, familyName, ...more }) }
  }

  test('is asked about when a name sounds alike and one of them is new', () => {
    const found = maybeSame([present('Grazyna Zielinska', true), present('Grażyna Zieliński', true)], new Set())
    expect(found).toMatchObject([{ firstId: idFor('Grazyna Zielinska'), otherId: idFor('Grażyna Zieliński') }])
  })

  test('finds the pairs, in the order of arrival, that comparing each with each would find', () => {
    const names = ['Ann', 'Anne', 'Anna', 'Grażyna', 'Nisha', ''].flatMap((given) => ['Hall', 'Hull', 'Zieliński', 'Zielinska', 'X', ''].map((family) => `${given} ${family}`))
    const people = fc.uniqueArray(fc.record({ name: fc.constantFrom(...names), isNew: fc.boolean(), bornOn: fc.constantFrom(null, '1950-01-01') }), { selector: (one) => one.name, maxLength: 14 })
    fc.assert(fc.property(people, fc.nat(40), (some, called) => {
      const all = some.map(({ name, isNew, bornOn }) => present(name, isNew, { bornOn }))
      const pairs = all.flatMap((other, at) => all.slice(0, at).map((first) => ({ first, other, pair: pairOf(first.personId, other.personId) })))
      const known = new Set(pairs.slice(called, called + 2).map((one) => one.pair))
      const expected = pairs.filter(({ first, other, pair }) => (first.isNew || other.isNew) && !known.has(pair)
        && likenessOf(first.traits, other.traits).some((why) => why === 'name' || why === 'sound'))
      expect(maybeSame(all, known).map((one) => one.pair)).toEqual(expected.map((one) => one.pair))
    }))
  })

  test('is not asked of two regulars, of a couple with one phone, or again after somebody has said two people', () => {
    const phone = { phone: '01632 960123' }
    expect(maybeSame([present('Ann Hall', false), present('Anne Hall', false)], new Set())).toEqual([])
    expect(maybeSame([present('Ann Hall', true, phone), present('Bob Dale', true, phone)], new Set())).toEqual([])
    const pair = pairOf(idFor('Ann Hall'), idFor('Anne Hall'))
    expect(maybeSame([present('Ann Hall', true), present('Anne Hall', true)], new Set([pair]))).toEqual([])
  })
})
