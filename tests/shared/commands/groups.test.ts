import { beforeEach, describe, expect, test } from 'vitest'
import { commands, type CommandName } from '../../../src/shared/commands/index.ts'
import { reasons } from '../../../src/shared/commands/reasons.ts'
import { membershipIdOf } from '../../../src/shared/std/ids.ts'
import { aGroup, aMembership, aPerson, aSlot, idFor } from '../../support/builders.ts'
import { Acting } from './acting.ts'

const jean = idFor('Jean Oakes')
const walk = idFor('Walk and Talk')
const membership = membershipIdOf(walk, jean)

let desk: Acting
beforeEach(() => {
  desk = new Acting().with('group', aGroup('Walk and Talk')).with('person', aPerson('Jean Oakes'))
})

describe('a group', () => {
  test('is started', () => {
    const { id: _, ...fields } = aGroup('Pain Café', { counts: false })
    expect(desk.does('createGroup', { fields })).toEqual({ ok: true, value: { groupId: idFor('new 1') } })
    expect(desk.sees('group', idFor('new 1'))).toEqual({ id: idFor('new 1'), ...fields })
  })

  test('is changed in what is given', () => {
    desk.does('editGroup', { groupId: walk, fields: { state: 'paused' } })
    expect(desk.sees('group', walk)).toEqual(aGroup('Walk and Talk', { state: 'paused' }))
  })

  test.each([
    { name: '' },
    { schedule: [aSlot({ start: '25:00' })] },
    { schedule: [aSlot({ rule: 'FREQ=SECONDLY' })] },
    { schedule: [aSlot({ slot: 0 })] },
    { state: 'asleep' },
  ])('is refused with %j', (fields) => {
    expect(desk.decide('editGroup', { groupId: walk, fields: fields as never })).toEqual({
      ok: false,
      reason: 'badInput',
    })
  })

  test('that is not there cannot be changed', () => {
    expect(desk.decide('editGroup', { groupId: idFor('none'), fields: { name: 'x' } })).toEqual({
      ok: false,
      reason: 'noSuchGroup',
    })
  })
})

describe('signing up', () => {
  test('a known person, once', () => {
    desk.does('addMember', { groupId: walk, personId: jean, since: '2026-10-22' })
    expect(desk.sees('membership', membership)).toEqual(
      aMembership('Walk and Talk', 'Jean Oakes', { since: '2026-10-22' }),
    )
    expect(desk.decide('addMember', { groupId: walk, personId: jean, since: '2026-10-22' })).toEqual({
      ok: false,
      reason: 'alreadyMember',
    })
  })

  test('two laptops that do it apart make one membership', () => {
    const other = new Acting().with('person', aPerson('Jean Oakes'))
    const [mine, theirs] = [desk, other].map((one) =>
      one.decide('addMember', { groupId: walk, personId: jean, since: '2026-10-22' }),
    )
    expect(mine).toEqual(theirs)
  })

  test('ends on a day, and begins again', () => {
    desk
      .with('membership', aMembership('Walk and Talk', 'Jean Oakes'))
      .does('endMembership', { groupId: walk, personId: jean, endedOn: '2026-10-22' })
    expect(desk.sees('membership', membership)?.endedOn).toBe('2026-10-22')
    desk.does('addMember', { groupId: walk, personId: jean, since: '2026-11-05' })
    expect(desk.sees('membership', membership)).toEqual(aMembership('Walk and Talk', 'Jean Oakes', { endedOn: null }))
  })

  test('is refused for nobody, and cannot end where it never began', () => {
    expect(desk.decide('addMember', { groupId: walk, personId: idFor('nobody'), since: '2026-10-22' })).toEqual({
      ok: false,
      reason: 'noSuchPerson',
    })
    expect(desk.decide('endMembership', { groupId: walk, personId: jean, endedOn: '2026-10-22' })).toEqual({
      ok: false,
      reason: 'nothingChanged',
    })
  })
})

describe('places, colleagues and the team', () => {
  test('are written down', () => {
    desk.does('createVenue', { fields: { name: 'Riversley Park', meetingPoint: 'Bandstand' } })
    desk.does('createColleague', { fields: { name: 'Nisha Kaur', role: 'facilitator' } })
    desk.does('editTeam', { fields: { name: 'Nuneaton North', dutyPhone: '01632 960000' } })
    expect([
      desk.sees('venue', idFor('new 1')),
      desk.sees('colleague', idFor('new 2')),
      desk.sees('team', idFor('team')),
    ]).toEqual([
      { id: idFor('new 1'), name: 'Riversley Park', meetingPoint: 'Bandstand' },
      { id: idFor('new 2'), name: 'Nisha Kaur', role: 'facilitator' },
      { id: idFor('team'), name: 'Nuneaton North', dutyPhone: '01632 960000' },
    ])
  })

  test('are changed, a place to nothing where somebody was wrong', () => {
    desk.does('createVenue', { fields: { name: 'Riversley Park', meetingPoint: 'Bandstand' } })
    const venueId = idFor('new 1')
    expect(desk.decide('editVenue', { venueId, fields: { name: 'Riversley Park', notes: null } })).toEqual({ ok: false, reason: 'nothingChanged' })
    expect(desk.decide('editVenue', { venueId: idFor('none'), fields: { name: 'x' } })).toEqual({ ok: false, reason: 'noSuchVenue' })
    expect(desk.decide('editVenue', { venueId, fields: { name: '' } })).toEqual({ ok: false, reason: 'badInput' })
    desk.does('editVenue', { venueId, fields: { name: 'Riversley Park', meetingPoint: null, notes: 'Toilets by the café' } })
    expect(desk.sees('venue', venueId)).toEqual({ id: venueId, name: 'Riversley Park', meetingPoint: null, notes: 'Toilets by the café' })
    desk.does('editGroup', { groupId: walk, fields: { venueId: null, leaderId: null } })
    expect(desk.sees('group', walk)).toMatchObject({ venueId: null, leaderId: null })
  })

  test('are refused without a name or with a role nobody has', () => {
    expect(desk.decide('createVenue', { fields: { name: '' } })).toEqual({ ok: false, reason: 'badInput' })
    expect(desk.decide('createColleague', { fields: { name: 'Nisha', role: 'admin' } as never })).toEqual({
      ok: false,
      reason: 'badInput',
    })
  })
})

describe('every command', () => {
  test.each(Object.keys(commands) as CommandName[])(
    '%s has a name that the wire lets through, and takes no nonsense',
    (name) => {
      expect(name.length).toBeLessThanOrEqual(60)
      for (const nonsense of [null, undefined, 'sign in', 7, []])
        expect(desk.decide(name, nonsense as never)).toEqual({ ok: false, reason: 'badInput' })
    },
  )

  test('fails only for reasons on the list, each once', () => {
    expect(new Set(reasons).size).toBe(reasons.length)
  })
})
