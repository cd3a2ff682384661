import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attendanceOf, came, isHere, overlap, whoCame, type Attendance } from '../../../src/shared/rules/attendance.ts'
import type { Entity } from '../../../src/shared/records/index.ts'
import { aSignIn, at, idFor } from '../../support/builders.ts'

const voided = (time: string) => ({ voidedBecause: 'a mistake', voidedBy: idFor('Tom'), voidedAt: at(time) })
const one = (signIns: Entity<'signIn'>[]): Attendance => attendanceOf(signIns)[0]!

describe('attendance', () => {
  test('of one sign-in', () => {
    const signIn = aSignIn('Jean', '10:31')
    expect(attendanceOf([signIn])).toEqual([
      {
        personId: idFor('Jean'),
        state: 'here',
        arrivedAt: at('10:31'),
        leftAt: null,
        standing: [signIn],
        undone: null,
      },
    ])
  })

  test('of nobody is empty', () => {
    expect(attendanceOf([])).toEqual([])
  })

  test('[SY6] counts a person once whom two laptops signed in, by the earlier arrival', () => {
    const [toms, nishas] = [aSignIn('Jean', '10:33'), aSignIn('Jean', '10:31', { byId: idFor('Nisha') })]
    expect(attendanceOf([toms, nishas])).toEqual([
      {
        personId: idFor('Jean'),
        state: 'here',
        arrivedAt: at('10:31'),
        leftAt: null,
        standing: [nishas, toms],
        undone: null,
      },
    ])
  })

  test('undoing a mis-click on one laptop never takes away what another saw', () => {
    const undone = aSignIn('Jean', '10:31', voided('10:32'))
    const nishas = aSignIn('Jean', '10:33')
    expect(one([undone, nishas])).toMatchObject({ state: 'here', arrivedAt: at('10:33'), standing: [nishas], undone })
  })

  test('of somebody taken back is not recorded, with the fact kept', () => {
    const undone = aSignIn('Jean', '10:31', voided('10:32'))
    expect(one([undone])).toEqual({
      personId: idFor('Jean'),
      state: 'undone',
      arrivedAt: at('10:31'),
      leftAt: null,
      standing: [],
      undone,
    })
  })

  test('of two taken back tells of the one taken back last, not of the one that arrived last', () => {
    const [early, late] = [aSignIn('Jean', '10:31', voided('10:50')), aSignIn('Jean', '10:33', voided('10:34'))]
    expect(one([early, late]).undone).toEqual(early)
  })

  test('has ended when every sign-in that stands says so, at the latest time', () => {
    const [toms, nishas] = [aSignIn('Jean', '10:31', { leftAt: at('11:00') }), aSignIn('Jean', '10:33', { leftAt: at('11:10') })]
    expect(one([toms, nishas])).toMatchObject({ state: 'left', leftAt: at('11:10') })
    expect(one([toms, { ...nishas, leftAt: null }])).toMatchObject({ state: 'here', leftAt: null })
  })

  test('a leaving that was taken back with its sign-in does not count', () => {
    expect(one([aSignIn('Jean', '10:31', { leftAt: at('11:00'), ...voided('11:01') }), aSignIn('Jean', '10:33')])).toMatchObject({ state: 'here' })
  })

  test('says who is here now and who came at all', () => {
    const states = [aSignIn('Jean', '10:31'), aSignIn('Ray', '10:31', { leftAt: at('11:00') }), aSignIn('Nisha', '10:31', voided('10:32'))]
    const found = attendanceOf(states)
    expect(found.map((person) => [isHere(person), came(person)])).toEqual([
      [true, true],
      [false, true],
      [false, false],
    ])
    expect([isHere(undefined), came(undefined)]).toEqual([false, false])
  })

  test('is the same in whatever order the sign-ins are read', () => {
    const signIns = fc
      .array(
        fc.record({
          person: fc.constantFrom('Jean', 'Ray'),
          minute: fc.integer({ min: 10, max: 13 }),
          number: fc.nat(20),
          left: fc.boolean(),
          undone: fc.option(fc.integer({ min: 40, max: 43 })),
        }),
        { maxLength: 8 },
      )
      .map((all) =>
        [...new Map(all.map((raw) => [raw.number, raw])).values()].map((raw): Entity<'signIn'> => ({
          ...aSignIn(raw.person, `10:${raw.minute}`),
          id: idFor(String(raw.number)),
          ...(raw.left ? { leftAt: at('11:00') } : {}),
          ...(raw.undone === null ? {} : voided(`10:${raw.undone}`)),
        })),
      )
    const byPerson = (found: Attendance[]) => [...found].sort((a, b) => (a.personId < b.personId ? -1 : 1))
    fc.assert(
      fc.property(
        signIns.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(byPerson(attendanceOf(shuffled))).toEqual(byPerson(attendanceOf(all)))
        },
      ),
    )
  })
})

describe('signed in twice', () => {
  test('is when two sign-ins stand at the same time', () => {
    expect(overlap([aSignIn('Jean', '10:31'), aSignIn('Jean', '10:33')])).toBe(true)
    expect(overlap([aSignIn('Jean', '10:31', { leftAt: at('11:00') }), aSignIn('Jean', '10:33', { leftAt: at('11:00') })])).toBe(true)
  })

  test('is not when somebody left and came again', () => {
    expect(overlap([aSignIn('Jean', '10:31', { leftAt: at('10:50') }), aSignIn('Jean', '11:20')])).toBe(false)
    expect(overlap([aSignIn('Jean', '10:31')])).toBe(false)
  })
})

test('who came is who the register says came, whatever was signed in, taken back and in what order', () => {
  const act = fc.record({ who: fc.constantFrom('Jean', 'Sam', 'Ann'), minute: fc.integer({ min: 10, max: 59 }), isVoided: fc.boolean() })
  fc.assert(
    fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
      const signIns = acts.map(({ who, minute, isVoided }) => aSignIn(who, `10:${minute}`, isVoided ? voided('11:00') : {}))
      const there = attendanceOf(signIns).filter(came)
      expect([...whoCame(signIns)].sort()).toEqual(there.map((one) => one.personId).sort())
    }),
  )
})
