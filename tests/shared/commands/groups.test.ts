import { beforeEach, describe, expect, test } from 'vitest'
import { commands, type CommandName } from '../../../src/shared/commands/index.ts'
import { reasons } from '../../../src/shared/commands/reasons.ts'
import { mayWrite } from '../../../src/shared/rules/policies.ts'
import { membershipIdOf } from '../../../src/shared/std/ids.ts'
import { aGroup, aMembership, aPerson, aSlot, idFor } from '../../support/builders.ts'
import { Acting } from './acting.ts'

const jean = idFor('Jean Oakes')
const walk = idFor('Walk and Talk')
const membership = membershipIdOf(walk, jean)

let worker: Acting
beforeEach(() => {
  worker = new Acting().with('group', aGroup('Walk and Talk')).with('person', aPerson('Jean Oakes'))
})

describe('a group', () => {
  test('is started', () => {
    const { id: _, ...fields } = aGroup('Pain Café', { counts: false })
    expect(worker.does('createGroup', { fields })).toEqual({ ok: true, value: { groupId: idFor('new 1') } })
    expect(worker.sees('group', idFor('new 1'))).toEqual({ id: idFor('new 1'), ...fields })
  })

  test('[story 38] is published by what a lead changes, and by nothing else; nobody else may', () => {
    const fields = { published: true, publicContact: 'the walk team', publicPhone: null, publicEmail: null, pence: 0 }
    worker.does('publishGroup', { groupId: walk, fields })
    expect(worker.sees('group', walk)).toEqual(aGroup('Walk and Talk', { published: true, publicContact: 'the walk team', pence: 0 }))
    expect(worker.decide('publishGroup', { groupId: walk, fields })).toEqual({ ok: false, reason: 'nothingChanged' })
    expect(worker.decide('publishGroup', { groupId: idFor('none'), fields })).toEqual({ ok: false, reason: 'noSuchGroup' })
    expect([commands.publishGroup.by, mayWrite('linkWorker', 'group', ['published']), mayWrite('linkWorker', 'group', ['about'])]).toEqual([
      ['lead'],
      false,
      true,
    ])
  })

  test('is changed in what is given', () => {
    worker.does('editGroup', { groupId: walk, fields: { state: 'paused' } })
    expect(worker.sees('group', walk)).toEqual(aGroup('Walk and Talk', { state: 'paused' }))
  })

  test.each([
    { name: '' },
    { schedule: [aSlot({ start: '25:00' })] },
    { schedule: [aSlot({ rule: 'FREQ=SECONDLY' })] },
    { schedule: [aSlot({ slot: 0 })] },
    { state: 'asleep' },
  ])('is refused with %j', (fields) => {
    expect(worker.decide('editGroup', { groupId: walk, fields: fields as never })).toEqual({
      ok: false,
      reason: 'badInput',
    })
  })

  test('that is not there cannot be changed', () => {
    expect(worker.decide('editGroup', { groupId: idFor('none'), fields: { name: 'x' } })).toEqual({
      ok: false,
      reason: 'noSuchGroup',
    })
  })
})

describe('signing up', () => {
  test('a known person, once', () => {
    worker.does('addMember', { groupId: walk, personId: jean, since: '2026-10-22' })
    expect(worker.sees('membership', membership)).toEqual(aMembership('Walk and Talk', 'Jean Oakes', { since: '2026-10-22' }))
    expect(worker.decide('addMember', { groupId: walk, personId: jean, since: '2026-10-22' })).toEqual({
      ok: false,
      reason: 'alreadyMember',
    })
  })

  test('two laptops that do it apart make one membership', () => {
    const other = new Acting().with('person', aPerson('Jean Oakes'))
    const [mine, theirs] = [worker, other].map((one) => one.decide('addMember', { groupId: walk, personId: jean, since: '2026-10-22' }))
    expect(mine).toEqual(theirs)
  })

  test('ends on a day, and begins again', () => {
    worker
      .with('membership', aMembership('Walk and Talk', 'Jean Oakes'))
      .does('endMembership', { groupId: walk, personId: jean, endedOn: '2026-10-22' })
    expect(worker.sees('membership', membership)?.endedOn).toBe('2026-10-22')
    worker.does('addMember', { groupId: walk, personId: jean, since: '2026-11-05' })
    expect(worker.sees('membership', membership)).toEqual(aMembership('Walk and Talk', 'Jean Oakes', { endedOn: null }))
  })

  test('is refused for nobody, and cannot end where it never began', () => {
    expect(worker.decide('addMember', { groupId: walk, personId: idFor('nobody'), since: '2026-10-22' })).toEqual({
      ok: false,
      reason: 'noSuchPerson',
    })
    expect(worker.decide('endMembership', { groupId: walk, personId: jean, endedOn: '2026-10-22' })).toEqual({
      ok: false,
      reason: 'nothingChanged',
    })
  })
})

describe('places, colleagues and the team', () => {
  test('are written down', () => {
    worker.does('createVenue', { fields: { name: 'Riversley Park', meetingPoint: 'Bandstand' } })
    worker.does('createColleague', { fields: { name: 'Nisha Kaur', role: 'facilitator' } })
    worker.does('editTeam', { fields: { name: 'Nuneaton North', dutyPhone: '01632 960000' } })
    expect([worker.sees('venue', idFor('new 1')), worker.sees('colleague', idFor('new 2')), worker.sees('team', idFor('team'))]).toEqual([
      { id: idFor('new 1'), name: 'Riversley Park', meetingPoint: 'Bandstand' },
      { id: idFor('new 2'), name: 'Nisha Kaur', role: 'facilitator' },
      { id: idFor('team'), name: 'Nuneaton North', dutyPhone: '01632 960000' },
    ])
  })

  test('are changed, a place to nothing where somebody was wrong', () => {
    worker.does('createVenue', { fields: { name: 'Riversley Park', meetingPoint: 'Bandstand' } })
    const venueId = idFor('new 1')
    expect(worker.decide('editVenue', { venueId, fields: { name: 'Riversley Park', notes: null } })).toEqual({ ok: false, reason: 'nothingChanged' })
    expect(worker.decide('editVenue', { venueId: idFor('none'), fields: { name: 'x' } })).toEqual({ ok: false, reason: 'noSuchVenue' })
    expect(worker.decide('editVenue', { venueId, fields: { name: '' } })).toEqual({ ok: false, reason: 'badInput' })
    worker.does('editVenue', { venueId, fields: { name: 'Riversley Park', meetingPoint: null, notes: 'Toilets by the café' } })
    expect(worker.sees('venue', venueId)).toEqual({ id: venueId, name: 'Riversley Park', meetingPoint: null, notes: 'Toilets by the café' })
    worker.does('editGroup', { groupId: walk, fields: { venueId: null, leaderId: null } })
    expect(worker.sees('group', walk)).toMatchObject({ venueId: null, leaderId: null })
  })

  test('are refused without a name or with a role nobody has', () => {
    expect(worker.decide('createVenue', { fields: { name: '' } })).toEqual({ ok: false, reason: 'badInput' })
    expect(worker.decide('createColleague', { fields: { name: 'Nisha', role: 'admin' } as never })).toEqual({
      ok: false,
      reason: 'badInput',
    })
  })
})

describe('every command', () => {
  test.each(Object.keys(commands) as CommandName[])('%s has a name that the wire lets through, and takes no nonsense', (name) => {
    expect(name.length).toBeLessThanOrEqual(60)
    for (const nonsense of [null, undefined, 'sign in', 7, []])
      expect(worker.decide(name, nonsense as never)).toEqual({ ok: false, reason: 'badInput' })
  })

  test('fails only for reasons on the list, each once', () => {
    expect(new Set(reasons).size).toBe(reasons.length)
  })
})
