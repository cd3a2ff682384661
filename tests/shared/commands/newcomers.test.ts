import { beforeEach, describe, expect, test } from 'vitest'
import { aGroup, aPerson, aSession, aSignIn, at, idFor, sessionId, which } from '../../support/builders.ts'
import { membershipIdOf } from '../../../src/shared/std/ids.ts'
import { Acting } from './acting.ts'

const session = which('Walk and Talk')
const id = sessionId(session)
const [tom, walk] = [idFor('Tom'), idFor('Walk and Talk')]
const toms = aSignIn('Jean Oakes', '10:31')
let worker: Acting

beforeEach(() => {
  worker = new Acting().with('group', aGroup('Walk and Talk')).with('person', aPerson('Jean Oakes'), aPerson('Ray Oakes'))
})
const open = () => worker.with('session', aSession(session, { startedAt: at('10:30') }))
const close = () => worker.with('session', aSession(session, { startedAt: at('10:30'), closedAt: at('12:05'), closedBy: tom }))

describe('somebody new', () => {
  test('needs only a name, joins the group if wanted and is signed in, in one act', () => {
    expect(open().decide('addSomeoneNew', { session, givenName: ' Prakash ', familyName: '', phone: ' ', member: true })).toEqual({
      ok: true,
      value: {
        answer: { personId: idFor('new 1'), signInId: idFor('new 2') },
        drafts: [
          { record: 'person', row: idFor('new 1'), fields: { givenName: 'Prakash' } },
          {
            record: 'membership',
            row: membershipIdOf(walk, idFor('new 1')),
            fields: { groupId: walk, personId: idFor('new 1'), since: '2026-10-22' },
          },
          {
            record: 'signIn',
            row: idFor('new 2'),
            fields: { sessionId: id, personId: idFor('new 1'), arrivedAt: at('10:31'), how: 'facilitator', byId: tom },
          },
        ],
      },
    })
  })

  test('who comes only once need not join', () => {
    const decision = worker.decide('addSomeoneNew', {
      session,
      givenName: 'Nisha',
      familyName: 'Kaur',
      phone: '01632 960001',
      member: false,
    })
    expect(decision.ok && decision.value.drafts.map((draft) => draft.record)).toEqual(['session', 'person', 'signIn'])
    expect(decision.ok && decision.value.drafts[1]?.fields).toEqual({
      givenName: 'Nisha',
      familyName: 'Kaur',
      phone: '01632 960001',
    })
  })

  test('on a closed register needs a reason', () => {
    expect(close().decide('addSomeoneNew', { session, givenName: 'Nisha', member: false })).toEqual({
      ok: false,
      reason: 'sessionClosed',
    })
    expect(close().does('addSomeoneNew', { session, givenName: 'Nisha', member: false, because: 'forgotten' }).ok).toBe(true)
  })

  test('has a name that is more than spaces', () => {
    expect(worker.decide('addSomeoneNew', { session, givenName: '  ', member: false })).toEqual({
      ok: false,
      reason: 'badInput',
    })
  })

  test('who was added by mistake goes again, and with them nobody else’s facts', () => {
    open().with('signIn', toms).does('addSomeoneNew', { session, givenName: 'Prakash', member: true })
    expect(worker.does('removeNewcomer', { session, personId: idFor('new 1'), signInId: idFor('new 2') })).toEqual({
      ok: true,
      value: null,
    })
    expect({
      person: worker.sees('person', idFor('new 1'))?.removedBecause,
      signIn: worker.sees('signIn', idFor('new 2'))?.voidedBecause,
      membership: worker.sees('membership', membershipIdOf(walk, idFor('new 1')))?.endedOn,
      jean: worker.sees('signIn', toms.id),
    }).toEqual({ person: 'added by mistake', signIn: 'added by mistake', membership: '2026-10-22', jean: toms })
  })

  test('who never was a member ends no membership', () => {
    worker.does('addSomeoneNew', { session, givenName: 'Prakash', member: false })
    const decision = worker.decide('removeNewcomer', { session, personId: idFor('new 1'), signInId: idFor('new 2') })
    expect(decision.ok && decision.value.drafts.map((draft) => draft.record)).toEqual(['signIn', 'person'])
    expect(worker.decide('removeNewcomer', { session, personId: idFor('new 1'), signInId: idFor('none') })).toEqual({
      ok: false,
      reason: 'noSuchSignIn',
    })
  })
})
