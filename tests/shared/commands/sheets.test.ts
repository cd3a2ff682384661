import { beforeEach, describe, expect, test } from 'vitest'
import { aGroup, aPerson, aSession, aSignIn, at, idFor, sessionId, which } from '../../support/builders.ts'
import { undoOf } from '../../../src/shared/commands/index.ts'
import { Acting } from './acting.ts'

const session = which('Walk and Talk')
const id = sessionId(session)
const jean = idFor('Jean Oakes')
const ray = idFor('Ray Oakes')

let desk: Acting
beforeEach(() => {
  desk = new Acting().with('group', aGroup('Walk and Talk')).with('person', aPerson('Jean Oakes'), aPerson('Ray Oakes'))
})

describe('taking a register along (story 1)', () => {
  const take = (date: string, device = 'blue') =>
    desk.does('takeAlong', { session: which('Walk and Talk', date), deviceId: idFor(device), deviceName: device })

  test('up to fourteen days ahead, and no further', () => {
    expect(take('2026-11-05').ok).toBe(true)
    expect(take('2026-11-12')).toEqual({ ok: false, reason: 'tooFarAhead' })
  })
  test('twice changes nothing; a second laptop may', () => {
    expect(take('2026-10-22').ok).toBe(true)
    expect(take('2026-10-22')).toEqual({ ok: false, reason: 'nothingChanged' })
    expect(take('2026-10-22', 'green').ok).toBe(true)
  })
  test('left behind, it can be taken again', () => {
    const taken = take('2026-10-22')
    expect(desk.does('leaveBehind', { takingId: taken.ok ? taken.value.takingId : '' }).ok).toBe(true)
    expect(take('2026-10-22').ok).toBe(true)
  })
})

describe('telling people (story 14)', () => {
  test('writes down what they were told, as it holds at that moment', () => {
    desk.does('cancelSession', { session, because: 'Ice', reason: 'weather' })
    const first = desk.does('tellPerson', { session, personId: jean, how: 'spoken' })
    expect(desk.sees('told', first.ok ? first.value.toldId : '')).toMatchObject({ how: 'spoken', news: 'cancelled' })
    desk.does('cancelSession', { session, because: null })
    desk.does('changeSession', { session, start: '11:00' })
    const second = desk.does('tellPerson', { session, personId: jean, how: 'message' })
    expect(desk.sees('told', second.ok ? second.value.toldId : '')).toMatchObject({ news: 'moved 11:00  ' })
    expect(desk.sees('session', id)).toMatchObject({ cancelledBecause: null, cancelledFor: null, start: '11:00' })
  })
})

describe('the rota (story 37)', () => {
  test('a duty can be swapped with a colleague or with somebody who takes part; the first stays written down', () => {
    const put = desk.does('putOnRota', { session, role: 'backMarker', colleagueId: idFor('Priya'), state: 'yes' })
    const dutyId = put.ok ? put.value.dutyId : ''
    const swapped = desk.does('swapRota', { dutyId, personId: jean })
    expect(desk.sees('duty', dutyId)?.state).toBe('swapped')
    expect(desk.sees('duty', swapped.ok ? swapped.value.dutyId : '')).toMatchObject({ role: 'backMarker', personId: jean, colleagueId: null, state: 'yes' })
    expect(desk.does('swapRota', { dutyId, colleagueId: idFor('Priya') })).toEqual({ ok: false, reason: 'nothingChanged' })
    expect(desk.does('swapRota', { dutyId })).toEqual({ ok: false, reason: 'nothingChanged' })
  })
  test('the same person is asked for the same once', () => {
    desk.does('putOnRota', { session, role: 'helper', personId: ray, state: 'asked' })
    expect(desk.does('putOnRota', { session, role: 'helper', personId: ray, state: 'yes' })).toEqual({ ok: false, reason: 'nothingChanged' })
    expect(desk.does('putOnRota', { session, role: 'firstAider', personId: ray, state: 'yes' }).ok).toBe(true)
  })

  test('who takes the place of the planned leader is one act, and taking it back gives the leader their place again', () => {
    const put = desk.does('putOnRota', { session, role: 'leader', colleagueId: idFor('Priya'), state: 'yes', insteadOf: idFor('Tom') })
    if (!put.ok) throw new Error(put.reason)
    const { dutyId, swappedId = '' } = put.value
    expect([desk.sees('duty', swappedId), desk.sees('duty', dutyId)]).toMatchObject([{ colleagueId: idFor('Tom'), state: 'swapped' }, { colleagueId: idFor('Priya'), state: 'yes' }])
    const undo = undoOf('putOnRota', { session, role: 'leader', colleagueId: idFor('Priya'), state: 'yes' }, put.value)
    expect(undo?.name).toBe('takeOffRota')
    expect(desk.does('takeOffRota', undo?.input as never).ok).toBe(true)
    for (const one of [swappedId, dutyId]) expect(desk.sees('duty', one)?.voidedBecause).toBe('a mistake')
  })

  test('dates of a colleague are written only where they differ', () => {
    desk.with('colleague', { id: idFor('Priya'), name: 'Priya Nair', role: 'lead', dbsUntil: '2027-01-31' })
    const edit = (fields: object) => desk.decide('editColleague', { colleagueId: idFor('Priya'), fields })
    expect(edit({ dbsUntil: '2027-01-31', firstAidUntil: null })).toEqual({ ok: false, reason: 'nothingChanged' })
    expect(edit({ dbsUntil: null, firstAidUntil: '2027-05-01' })).toMatchObject({
      ok: true, value: { drafts: [{ record: 'colleague', fields: { dbsUntil: null, firstAidUntil: '2027-05-01' } }] },
    })
    expect(edit({ dbsUntil: 'soon' })).toEqual({ ok: false, reason: 'badInput' })
  })
})

describe('keying paper in (story 15)', () => {
  const line = (personId: string, time = '10:28') => ({ personId, arrivedAt: at(time) })
  const key = (more: object = {}) => desk.does('keyInPaper', { session, people: [line(jean), line(ray)], newcomers: [], unknown: 0, ...more })
  const sheet = () => {
    const printed = desk.does('printSheet', { session, kind: 'register', number: 'K0412' })
    return printed.ok ? printed.value.sheetId : ''
  }

  test('signs in with the times on the sheet, and leaves who is in already as they are', () => {
    desk.with('session', aSession(session)).with('signIn', aSignIn('Jean Oakes', '10:31'))
    expect(key()).toEqual({ ok: true, value: { signedIn: 1, wereIn: 1, newcomers: 0, unknown: 0 } })
    const rays = desk.decide('leaveEarly', { signInIds: [aSignIn('Jean Oakes', '10:31').id] })
    expect(rays.ok).toBe(true)
  })
  test('counts a name nobody can read as one head each, and a new name as a new member', () => {
    expect(key({ newcomers: [{ givenName: 'Bogna', familyName: 'Ząbek', arrivedAt: at('10:30') }], unknown: 2 })).toEqual({
      ok: true, value: { signedIn: 2, wereIn: 0, newcomers: 1, unknown: 2 },
    })
  })
  test('counts who came along without a name, with the person they came with (story 8)', () => {
    const decided = desk.decide('keyInPaper', { session, people: [{ ...line(jean), withThem: 2 }], newcomers: [], unknown: 0 })
    expect(decided).toMatchObject({ ok: true, value: { drafts: [{ record: 'session' }, { record: 'signIn' }, { record: 'companion', fields: { withId: jean, kind: 'guest', number: 2 } }] } })
  })
  test('keyed twice is recognised by its number: nobody, nobody new and nobody unreadable counts again', () => {
    const sheetId = sheet()
    const more = { sheetId, newcomers: [{ givenName: 'Bogna', arrivedAt: at('10:30') }], unknown: 1 }
    expect(key(more)).toMatchObject({ ok: true, value: { signedIn: 2, newcomers: 1, unknown: 1 } })
    expect(desk.sees('sheet', sheetId)?.keyedInAt).toBe(at('10:31'))
    expect(key(more)).toEqual({ ok: false, reason: 'alreadyKeyedIn' })
  })
  test('keyed twice without its number is recognised by its names', () => {
    const more = { newcomers: [{ givenName: 'Bogna', arrivedAt: at('10:30') }], unknown: 1 }
    expect(key(more).ok).toBe(true)
    expect(key(more)).toEqual({ ok: false, reason: 'alreadyKeyedIn' })
    expect(key({ ...more, newcomers: [{ givenName: 'bogna', arrivedAt: at('10:31') }, { givenName: 'Kofi', arrivedAt: at('10:31') }], unknown: 0 }))
      .toEqual({ ok: true, value: { signedIn: 0, wereIn: 3, newcomers: 1, unknown: 0 } })
  })
  test('a name that was forgotten the first time still comes in from the same sheet', () => {
    const sheetId = sheet()
    expect(key({ sheetId, people: [line(jean)] }).ok).toBe(true)
    expect(key({ sheetId })).toMatchObject({ ok: true, value: { signedIn: 1, wereIn: 1 } })
  })
  test('a sheet with nobody on it is done too; a line twice on it counts once', () => {
    const sheetId = sheet()
    expect(key({ sheetId, people: [] })).toMatchObject({ ok: true, value: { signedIn: 0 } })
    expect(desk.sees('session', id)?.startedAt).toBeUndefined()
    expect(key({ people: [] })).toEqual({ ok: false, reason: 'nothingChanged' })
    expect(key({ people: [line(jean), line(jean, '10:40')] })).toEqual({ ok: true, value: { signedIn: 1, wereIn: 0, newcomers: 0, unknown: 0 } })
  })
  test('after closing it takes a reason', () => {
    desk.with('session', aSession(session, { closedAt: at('12:00') }))
    expect(key()).toEqual({ ok: false, reason: 'sessionClosed' })
    expect(key({ because: 'the sheet was found' }).ok).toBe(true)
  })
  test('a sheet comes back once, or is still out after all', () => {
    const sheetId = sheet()
    expect(desk.does('endSheet', { sheetId, ended: 'destroyed' }).ok).toBe(true)
    expect(desk.does('endSheet', { sheetId, ended: 'destroyed' })).toEqual({ ok: false, reason: 'nothingChanged' })
    expect(desk.does('endSheet', { sheetId, ended: null }).ok).toBe(true)
    expect(desk.sees('sheet', sheetId)).toMatchObject({ ended: null, endedAt: null })
  })
})
