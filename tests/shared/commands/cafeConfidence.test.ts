import { beforeEach, describe, expect, test } from 'vitest'
import { aGroup, aPerson, aSession, aSignIn, at, idFor, sessionId, which } from '../../support/builders.ts'
import { Acting } from './acting.ts'

const session = which('Walk and Talk')
const jean = idFor('Jean Oakes')
let worker: Acting
beforeEach(() => {
  worker = new Acting()
    .with('person', aPerson('Jean Oakes'), aPerson('Ivy Cole'))
    .with('group', aGroup('Walk and Talk'))
    .with('session', aSession(session))
    .with('signIn', aSignIn('Jean Oakes', '10:02'))
  worker.now = at('11:20')
})

describe('how sure somebody is, asked at the café', () => {
  test('stands with who, which session, which day, and who asked; 0 is an answer', () => {
    worker.does('askHowSure', { session, personId: jean, value: 0 })
    expect(worker.all('cafeConfidence')).toMatchObject([
      { personId: jean, sessionId: sessionId(session), value: 0, on: session.date, at: at('11:20'), byId: idFor('Tom') },
    ])
  })

  test.each([-1, 11, 4.5, Number.NaN])('%s is no answer', (value) => {
    expect(worker.does('askHowSure', { session, personId: jean, value })).toMatchObject({ reason: 'badInput' })
  })

  test('nobody is asked who is not on the register, was taken off it, or is not known', () => {
    expect(worker.does('askHowSure', { session, personId: idFor('Ivy Cole'), value: 4 })).toMatchObject({ reason: 'notOnRegister' })
    expect(worker.does('askHowSure', { session, personId: idFor('none'), value: 4 })).toMatchObject({ reason: 'noSuchPerson' })
    worker.does('voidSignIns', { signInIds: worker.all('signIn').map((one) => one.id) })
    expect(worker.does('askHowSure', { session, personId: jean, value: 4 })).toMatchObject({ reason: 'notOnRegister' })
  })

  test('who has gone home already may have answered before; a closed register needs no reason for it', () => {
    worker.does('leaveEarly', { signInIds: worker.all('signIn').map((one) => one.id) })
    expect(worker.does('askHowSure', { session, personId: jean, value: 7 })).toMatchObject({ ok: true })
  })

  test('a slip is taken back, once', () => {
    const done = worker.does('askHowSure', { session, personId: jean, value: 7 })
    const askedId = done.ok ? done.value.askedId : ''
    expect(worker.does('voidHowSure', { askedId })).toMatchObject({ ok: true })
    expect(worker.sees('cafeConfidence', askedId)).toMatchObject({ value: 7, voidedBecause: 'a mistake' })
    expect(worker.does('voidHowSure', { askedId })).toMatchObject({ reason: 'nothingChanged' })
  })
})
