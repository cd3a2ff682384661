import { beforeEach, describe, expect, test } from 'vitest'
import { aGroup, aPerson, idFor, which } from '../../support/builders.ts'
import { undoOf } from '../../../src/shared/commands/index.ts'
import { Acting } from './acting.ts'

const session = which('Walk and Talk')
const jean = idFor('Jean Oakes')
const ray = idFor('Ray Oakes')
let worker: Acting

beforeEach(() => {
  worker = new Acting().with('group', aGroup('Walk and Talk')).with('person', aPerson('Jean Oakes'), aPerson('Ray Oakes'))
})

describe('the rota (story 37)', () => {
  test('a duty can be swapped with a colleague or with somebody who takes part; the first stays written down', () => {
    const put = worker.does('putOnRota', { session, role: 'backMarker', colleagueId: idFor('Priya'), state: 'yes' })
    const dutyId = put.ok ? put.value.dutyId : ''
    const swapped = worker.does('swapRota', { dutyId, personId: jean })
    expect(worker.sees('rotaDuty', dutyId)?.state).toBe('swapped')
    expect(worker.sees('rotaDuty', swapped.ok ? swapped.value.dutyId : '')).toMatchObject({
      role: 'backMarker',
      personId: jean,
      colleagueId: null,
      state: 'yes',
    })
    expect(worker.does('swapRota', { dutyId, colleagueId: idFor('Priya') })).toEqual({ ok: false, reason: 'nothingChanged' })
    expect(worker.does('swapRota', { dutyId })).toEqual({ ok: false, reason: 'nothingChanged' })
  })
  test('the same person is asked for the same once', () => {
    worker.does('putOnRota', { session, role: 'helper', personId: ray, state: 'asked' })
    expect(worker.does('putOnRota', { session, role: 'helper', personId: ray, state: 'yes' })).toEqual({ ok: false, reason: 'nothingChanged' })
    expect(worker.does('putOnRota', { session, role: 'firstAider', personId: ray, state: 'yes' }).ok).toBe(true)
  })

  test('who takes the place of the planned leader is one act, and taking it back gives the leader their place again', () => {
    const put = worker.does('putOnRota', { session, role: 'leader', colleagueId: idFor('Priya'), state: 'yes', insteadOf: idFor('Tom') })
    if (!put.ok) throw new Error(put.reason)
    const { dutyId, swappedId = '' } = put.value
    expect([worker.sees('rotaDuty', swappedId), worker.sees('rotaDuty', dutyId)]).toMatchObject([
      { colleagueId: idFor('Tom'), state: 'swapped' },
      { colleagueId: idFor('Priya'), state: 'yes' },
    ])
    const undo = undoOf('putOnRota', { session, role: 'leader', colleagueId: idFor('Priya'), state: 'yes' }, put.value)
    expect(undo?.name).toBe('takeOffRota')
    expect(worker.does('takeOffRota', undo?.input as never).ok).toBe(true)
    for (const one of [swappedId, dutyId]) expect(worker.sees('rotaDuty', one)?.voidedBecause).toBe('a mistake')
  })

  test('dates of a colleague are written only where they differ', () => {
    worker.with('colleague', { id: idFor('Priya'), name: 'Priya Nair', role: 'lead', dbsUntil: '2027-01-31' })
    const edit = (fields: object) => worker.decide('editColleague', { colleagueId: idFor('Priya'), fields })
    expect(edit({ dbsUntil: '2027-01-31', firstAidUntil: null })).toEqual({ ok: false, reason: 'nothingChanged' })
    expect(edit({ dbsUntil: null, firstAidUntil: '2027-05-01' })).toMatchObject({
      ok: true,
      value: { drafts: [{ record: 'colleague', fields: { dbsUntil: null, firstAidUntil: '2027-05-01' } }] },
    })
    expect(edit({ dbsUntil: 'soon' })).toEqual({ ok: false, reason: 'badInput' })
  })
})
