import { beforeEach, describe, expect, test } from 'vitest'
import { aGroup, aPerson, aSession, aSignIn, at, idFor, sessionId, which } from '../../support/builders.ts'
import { Acting } from './acting.ts'

const session = which('Walk and Talk')
const id = sessionId(session)
const jean = idFor('Jean Oakes')
const ray = idFor('Ray Oakes')
let worker: Acting

beforeEach(() => {
  worker = new Acting().with('group', aGroup('Walk and Talk')).with('person', aPerson('Jean Oakes'), aPerson('Ray Oakes'))
})

describe('keying paper in (story 15)', () => {
  const line = (personId: string, time = '10:28') => ({ personId, arrivedAt: at(time) })
  const key = (more: object = {}) => worker.does('keyInPaper', { session, people: [line(jean), line(ray)], newcomers: [], unknown: 0, ...more })
  const sheet = () => {
    const printed = worker.does('printSheet', { session, kind: 'register', number: 'K0412' })
    return printed.ok ? printed.value.sheetId : ''
  }

  test('signs in with the times on the sheet, and leaves who is in already as they are', () => {
    worker.with('session', aSession(session)).with('signIn', aSignIn('Jean Oakes', '10:31'))
    expect(key()).toEqual({ ok: true, value: { signedIn: 1, wereIn: 1, newcomers: 0, unknown: 0 } })
    const rays = worker.decide('leaveEarly', { signInIds: [aSignIn('Jean Oakes', '10:31').id] })
    expect(rays.ok).toBe(true)
  })
  test('counts a name nobody can read as one head each, and a new name as a new member', () => {
    expect(key({ newcomers: [{ givenName: 'Bogna', familyName: 'Ząbek', arrivedAt: at('10:30') }], unknown: 2 })).toEqual({
      ok: true,
      value: { signedIn: 2, wereIn: 0, newcomers: 1, unknown: 2 },
    })
  })
  test('counts who came along without a name, with the person they came with (story 8)', () => {
    const decided = worker.decide('keyInPaper', { session, people: [{ ...line(jean), withThem: 2 }], newcomers: [], unknown: 0 })
    expect(decided).toMatchObject({
      ok: true,
      value: { drafts: [{ record: 'session' }, { record: 'signIn' }, { record: 'companion', fields: { withId: jean, kind: 'guest', number: 2 } }] },
    })
  })
  test('keyed twice is recognised by its number: nobody, nobody new and nobody unreadable counts again', () => {
    const sheetId = sheet()
    const more = { sheetId, newcomers: [{ givenName: 'Bogna', arrivedAt: at('10:30') }], unknown: 1 }
    expect(key(more)).toMatchObject({ ok: true, value: { signedIn: 2, newcomers: 1, unknown: 1 } })
    expect(worker.sees('paperSheet', sheetId)?.keyedInAt).toBe(at('10:31'))
    expect(key(more)).toEqual({ ok: false, reason: 'alreadyKeyedIn' })
  })
  test('keyed twice without its number is recognised by its names', () => {
    const more = { newcomers: [{ givenName: 'Bogna', arrivedAt: at('10:30') }], unknown: 1 }
    expect(key(more).ok).toBe(true)
    expect(key(more)).toEqual({ ok: false, reason: 'alreadyKeyedIn' })
    expect(
      key({
        ...more,
        newcomers: [
          { givenName: 'bogna', arrivedAt: at('10:31') },
          { givenName: 'Kofi', arrivedAt: at('10:31') },
        ],
        unknown: 0,
      }),
    ).toEqual({ ok: true, value: { signedIn: 0, wereIn: 3, newcomers: 1, unknown: 0 } })
  })
  test('a name that was forgotten the first time still comes in from the same sheet', () => {
    const sheetId = sheet()
    expect(key({ sheetId, people: [line(jean)] }).ok).toBe(true)
    expect(key({ sheetId })).toMatchObject({ ok: true, value: { signedIn: 1, wereIn: 1 } })
  })
  test('a sheet with nobody on it is done too; a line twice on it counts once', () => {
    const sheetId = sheet()
    expect(key({ sheetId, people: [] })).toMatchObject({ ok: true, value: { signedIn: 0 } })
    expect(worker.sees('session', id)?.startedAt).toBeUndefined()
    expect(key({ people: [] })).toEqual({ ok: false, reason: 'nothingChanged' })
    expect(key({ people: [line(jean), line(jean, '10:40')] })).toEqual({ ok: true, value: { signedIn: 1, wereIn: 0, newcomers: 0, unknown: 0 } })
  })
  test('after closing it takes a reason', () => {
    worker.with('session', aSession(session, { closedAt: at('12:00') }))
    expect(key()).toEqual({ ok: false, reason: 'sessionClosed' })
    expect(key({ because: 'the sheet was found' }).ok).toBe(true)
  })
  test('a sheet comes back once, or is still out after all', () => {
    const sheetId = sheet()
    expect(worker.does('endSheet', { sheetId, ended: 'destroyed' }).ok).toBe(true)
    expect(worker.does('endSheet', { sheetId, ended: 'destroyed' })).toEqual({ ok: false, reason: 'nothingChanged' })
    expect(worker.does('endSheet', { sheetId, ended: null }).ok).toBe(true)
    expect(worker.sees('paperSheet', sheetId)).toMatchObject({ ended: null, endedAt: null })
  })
})
