import { beforeEach, describe, expect, test } from 'vitest'
import { attendanceOf } from '../../../src/shared/rules/attendance.ts'
import { aGroup, aPerson, aSession, aSignIn, at, idFor, sessionId, which } from '../../support/builders.ts'
import { Acting } from './acting.ts'

const session = which('Walk and Talk')
const id = sessionId(session)
const jean = idFor('Jean Oakes')
const tom = idFor('Tom')
const undone = { voidedBecause: 'a mistake', voidedBy: tom, voidedAt: at('10:32') }
const toms = aSignIn('Jean Oakes', '10:31')
let worker: Acting

beforeEach(() => {
  worker = new Acting().with('group', aGroup('Walk and Talk')).with('person', aPerson('Jean Oakes'), aPerson('Ray Oakes'))
})
const open = () => worker.with('session', aSession(session, { startedAt: at('10:30') }))
const close = () => worker.with('session', aSession(session, { startedAt: at('10:30'), closedAt: at('12:05'), closedBy: tom }))

describe('signing somebody in', () => {
  test('writes the session’s row with the first of them', () => {
    expect(worker.decide('signInPerson', { session, personId: jean })).toEqual({
      ok: true,
      value: {
        answer: { signInId: idFor('new 1') },
        drafts: [
          { record: 'session', row: id, fields: { ...session, startedAt: at('10:31') } },
          {
            record: 'signIn',
            row: idFor('new 1'),
            fields: { sessionId: id, personId: jean, arrivedAt: at('10:31'), how: 'facilitator', byId: tom },
          },
        ],
      },
    })
  })

  test('writes only the sign-in when the row is there, and how it came about', () => {
    expect(open().decide('signInPerson', { session, personId: jean, how: 'paper' })).toMatchObject({
      ok: true,
      value: { drafts: [{ record: 'signIn', fields: { how: 'paper' } }] },
    })
  })

  test('who is in already is said so and not counted twice', () => {
    expect(open().with('signIn', toms).decide('signInPerson', { session, personId: jean })).toEqual({
      ok: false,
      reason: 'alreadyHere',
    })
  })

  test('another session’s sign-in does not keep anybody out', () => {
    const earlier = { ...toms, sessionId: sessionId(which('Walk and Talk', '2026-10-15')) }
    expect(open().with('signIn', earlier).does('signInPerson', { session, personId: jean }).ok).toBe(true)
  })

  test.each([
    ['taken back', undone],
    ['gone', { leftAt: at('10:50') }],
  ])('who was in and is %s can be signed in again', (_what, more) => {
    open()
      .with('signIn', { ...toms, ...more })
      .does('signInPerson', { session, personId: jean })
    const signIns = [worker.sees('signIn', toms.id), worker.sees('signIn', idFor('new 1'))].flatMap((one) => one ?? [])
    expect(attendanceOf(signIns).map((one) => one.state)).toEqual(['here'])
  })

  test('a cancelled session still takes whoever stands there (peers 3.5)', () => {
    worker.with('session', aSession(session, { cancelledBecause: 'Ice' }))
    expect(worker.does('signInPerson', { session, personId: jean }).ok).toBe(true)
  })

  test('a closed register asks why, and keeps the reason beside the sign-in', () => {
    expect(close().decide('signInPerson', { session, personId: jean })).toEqual({ ok: false, reason: 'sessionClosed' })
    expect(close().decide('signInPerson', { session, personId: jean, because: 'was on the paper sheet' })).toMatchObject({
      ok: true,
      value: { drafts: [{ fields: { correctedBecause: 'was on the paper sheet' } }] },
    })
  })

  test('a reason given while the register is open is not called a correction', () => {
    const decision = open().decide('signInPerson', { session, personId: jean, because: 'on paper' })
    expect(decision.ok && decision.value.drafts[0]?.fields).not.toHaveProperty('correctedBecause')
  })

  test('nobody unknown', () => {
    expect(worker.decide('signInPerson', { session, personId: idFor('nobody') })).toEqual({
      ok: false,
      reason: 'noSuchPerson',
    })
  })

  test.each([
    [{ session, personId: 'jean' }],
    [{ session: { ...session, date: '22/10/2026' }, personId: jean }],
    [{ session: { ...session, slot: -1 }, personId: jean }],
    [{ session, personId: jean, how: 'telepathy' }],
    [{ session, personId: jean, because: '   ' }],
  ])('what the form should not have let through: %j', (input) => {
    expect(worker.decide('signInPerson', input as never)).toEqual({ ok: false, reason: 'badInput' })
  })
})

describe('taking a sign-in back', () => {
  test('names the one act it takes back, who did and when', () => {
    expect(
      open()
        .with('signIn', toms)
        .decide('voidSignIns', { signInIds: [toms.id] }),
    ).toEqual({
      ok: true,
      value: {
        answer: { personId: jean, signInIds: [toms.id] },
        drafts: [
          {
            record: 'signIn',
            row: toms.id,
            fields: { voidedBecause: 'a mistake', voidedBy: tom, voidedAt: at('10:31') },
          },
        ],
      },
    })
  })

  test('leaves those that are taken back already as they were', () => {
    const other = aSignIn('Jean Oakes', '10:33')
    open()
      .with('signIn', { ...toms, ...undone }, other)
      .does('voidSignIns', { signInIds: [toms.id, other.id], because: 'wrong Jean' })
    expect([worker.sees('signIn', toms.id)?.voidedBecause, worker.sees('signIn', other.id)?.voidedBecause]).toEqual(['a mistake', 'wrong Jean'])
  })

  test('says when there is nothing to take back', () => {
    expect(
      open()
        .with('signIn', { ...toms, ...undone })
        .decide('voidSignIns', { signInIds: [toms.id] }),
    ).toEqual({ ok: false, reason: 'alreadyVoided' })
    expect(worker.decide('voidSignIns', { signInIds: [idFor('none')] })).toEqual({ ok: false, reason: 'noSuchSignIn' })
    expect(worker.decide('voidSignIns', { signInIds: [] })).toEqual({ ok: false, reason: 'badInput' })
  })

  test('can itself be taken back', () => {
    open()
      .with('signIn', { ...toms, ...undone })
      .does('restoreSignIns', { signInIds: [toms.id] })
    expect(worker.sees('signIn', toms.id)).toEqual({ ...toms, voidedBecause: null, voidedBy: null, voidedAt: null })
    expect(worker.decide('restoreSignIns', { signInIds: [toms.id] })).toEqual({ ok: false, reason: 'nothingChanged' })
  })
})

describe('leaving before the end', () => {
  test('is now, or when one says', () => {
    open()
      .with('signIn', toms)
      .does('leaveEarly', { signInIds: [toms.id] })
    expect(worker.sees('signIn', toms.id)).toEqual({ ...toms, leftAt: at('10:31') })
    worker.does('leaveEarly', { signInIds: [toms.id], at: at('10:40') })
    expect(worker.sees('signIn', toms.id)?.leftAt).toBe(at('10:40'))
  })

  test('of somebody signed in twice ends both, and skips what was taken back', () => {
    const [nishas, mistaken] = [aSignIn('Jean Oakes', '10:33'), aSignIn('Jean Oakes', '10:34', undone)]
    open()
      .with('signIn', toms, nishas, mistaken)
      .does('leaveEarly', { signInIds: [toms.id, nishas.id, mistaken.id] })
    expect([toms, nishas, mistaken].map((one) => worker.sees('signIn', one.id)?.leftAt)).toEqual([at('10:31'), at('10:31'), undefined])
  })

  test('of somebody who had left, come again and goes now keeps the first leaving', () => {
    const [first, again] = [{ ...toms, leftAt: at('10:50') }, aSignIn('Jean Oakes', '11:20')]
    worker.now = at('11:40')
    expect(
      open()
        .with('signIn', first, again)
        .does('leaveEarly', { signInIds: [first.id, again.id] }),
    ).toEqual({ ok: true, value: { signInIds: [again.id] } })
    expect([first, again].map((one) => worker.sees('signIn', one.id)?.leftAt)).toEqual([at('10:50'), at('11:40')])
  })

  test('of nobody is said so', () => {
    expect(
      open()
        .with('signIn', { ...toms, ...undone })
        .decide('leaveEarly', { signInIds: [toms.id] }),
    ).toEqual({ ok: false, reason: 'noSuchSignIn' })
  })

  test('on a closed register needs a reason, which stays beside it', () => {
    close().with('signIn', toms)
    expect(worker.decide('leaveEarly', { signInIds: [toms.id] })).toEqual({ ok: false, reason: 'sessionClosed' })
    worker.does('leaveEarly', { signInIds: [toms.id], at: at('11:00'), because: 'told me on the phone' })
    expect(worker.sees('signIn', toms.id)).toEqual({
      ...toms,
      leftAt: at('11:00'),
      correctedBecause: 'told me on the phone',
    })
  })

  test('and coming back makes here again, and tells when they had left', () => {
    open().with('signIn', { ...toms, leftAt: at('10:50') })
    expect(worker.does('comeBack', { signInIds: [toms.id] })).toEqual({
      ok: true,
      value: { signInIds: [toms.id], leftAt: at('10:50') },
    })
    expect(worker.sees('signIn', toms.id)).toEqual({ ...toms, leftAt: null })
    expect(worker.decide('comeBack', { signInIds: [toms.id] })).toEqual({ ok: false, reason: 'nothingChanged' })
  })

  test('coming back on a closed register keeps its reason', () => {
    close()
      .with('signIn', { ...toms, leftAt: at('10:50') })
      .does('comeBack', { signInIds: [toms.id], because: 'she was at the café' })
    expect(worker.sees('signIn', toms.id)).toEqual({ ...toms, leftAt: null, correctedBecause: 'she was at the café' })
  })
})

describe('a wrong arrival time', () => {
  test('is put right', () => {
    open()
      .with('signIn', toms)
      .does('changeArrival', { signInId: toms.id, arrivedAt: at('10:20') })
    expect(worker.sees('signIn', toms.id)).toEqual({ ...toms, arrivedAt: at('10:20') })
  })

  test('needs a reason on a closed register', () => {
    close().with('signIn', toms)
    expect(worker.decide('changeArrival', { signInId: toms.id, arrivedAt: at('10:20') })).toEqual({
      ok: false,
      reason: 'sessionClosed',
    })
    expect(worker.does('changeArrival', { signInId: toms.id, arrivedAt: at('10:20'), because: 'laptop clock was slow' }).ok).toBe(true)
    expect(worker.sees('signIn', toms.id)?.correctedBecause).toBe('laptop clock was slow')
  })

  test('is refused where there is none, and where nothing would change', () => {
    expect(worker.decide('changeArrival', { signInId: toms.id, arrivedAt: at('10:20') })).toEqual({
      ok: false,
      reason: 'noSuchSignIn',
    })
    expect(open().with('signIn', toms).decide('changeArrival', { signInId: toms.id, arrivedAt: toms.arrivedAt })).toEqual({
      ok: false,
      reason: 'nothingChanged',
    })
    expect(worker.decide('changeArrival', { signInId: toms.id, arrivedAt: '10:20' })).toEqual({
      ok: false,
      reason: 'badInput',
    })
  })
})
