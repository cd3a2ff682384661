import { beforeEach, describe, expect, test } from 'vitest'
import type { InputOf } from '../../../src/shared/commands/index.ts'
import { undoOf } from '../../../src/shared/commands/index.ts'
import type { Entity } from '../../../src/shared/records/index.ts'
import { codedEventIdOf, episodeIdOf } from '../../../src/shared/std/ids.ts'
import { aGroup, aPerson, aSession, aSignIn, idFor, sessionId, which } from '../../support/builders.ts'
import { Acting } from './acting.ts'

const personId = idFor('Jean Oakes')
const episodeId = episodeIdOf(personId, 1)
const today = '2026-10-22'
const written = { at: '2026-10-01T09:00:00.000Z', byId: idFor('Tom') }
const event = (code: string): Entity<'codedEvent'> => ({ id: codedEventIdOf(episodeId, code), personId, episodeId, code, on: today, ...written })

let worker: Acting
beforeEach(() => {
  worker = new Acting()
    .with('person', aPerson('Jean Oakes', { practice: 'Manor Court Surgery', odsCode: 'M84001' }))
    .with('episode', { id: episodeId, personId, number: 1, openedOn: '2026-10-01', ...written })
    .with('codedEvent', event('referred'), event('planAgreed'))
    .with('group', aGroup('Walk and Talk'))
    .with('session', aSession(which('Walk and Talk')))
    .with('signIn', aSignIn('Jean Oakes', '10:31', { sessionId: sessionId(which('Walk and Talk')) }))
})
const input = (more: Partial<InputOf<'writePracticeMessage'>> = {}): InputOf<'writePracticeMessage'> => ({
  ...{ personId, episodeId, kind: 'first', share: 'all', summary: 'She walks again.', outcome: 'Better', actions: 'Review her tablets' },
  ...{ events: [event('referred').id], figures: true, supersedes: null },
  ...more,
})
const writes = (more: Partial<InputOf<'writePracticeMessage'>> = {}) => {
  const done = worker.does('writePracticeMessage', input(more))
  if (!done.ok) throw new Error(done.reason)
  return done.value.messageId
}
const refused = (more: Partial<InputOf<'writePracticeMessage'>>) => worker.does('writePracticeMessage', input(more))
const sees = (id: string) => worker.sees('practiceMessage', id)!
const changePerson = (more: Partial<Entity<'person'>>) =>
  worker.with('person', aPerson('Jean Oakes', { practice: 'Manor Court Surgery', odsCode: 'M84001', ...more }))

describe('[story 30] a message to the practice', () => {
  test('[story 30] is written down whole: words, attendance as the register says at that moment, codes', () => {
    const one = sees(writes())
    expect(one).toMatchObject({ practice: 'Manor Court Surgery', odsCode: 'M84001', summary: 'She walks again.', actions: 'Review her tablets' })
    expect(one.attendance).toEqual([{ group: 'Walk and Talk', dates: [today] }])
    expect(one.codes).toEqual([{ code: '871731000000106', term: 'Referral to social prescribing service', on: today }])
    worker.with('signIn', aSignIn('Jean Oakes', '10:31', { sessionId: sessionId(which('Walk and Talk')), voidedBecause: 'a mistake' }))
    expect(sees(one.id).attendance).toHaveLength(1) // what was written stays; a new message says it anew
    expect(sees(writes()).attendance).toEqual([])
  })

  test('[story 30] person objects: all of it is refused, the codes alone or nothing is written as they chose', () => {
    changePerson({ shareWithGp: 'no' })
    expect(refused({ share: 'all' })).toEqual({ ok: false, reason: 'objectsToSharing' })
    const codes = sees(writes({ share: 'codes' }))
    expect(codes.codes).toHaveLength(1)
    expect([codes.summary, codes.outcome, codes.actions, codes.attendance, codes.scores]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    const nothing = sees(writes({ share: 'nothing' }))
    expect([nothing.codes, nothing.summary, nothing.attendance]).toEqual([undefined, undefined, undefined])
    expect(worker.does('sayMessageSent', { messageId: nothing.id, sent: { how: 'printed', on: today } })).toEqual({
      ok: false,
      reason: 'objectsToSharing',
    })
  })

  test('[story 30] person objects this once: codes alone, though they share as a rule', () => {
    changePerson({ shareWithGp: 'yes' })
    expect(sees(writes({ share: 'codes' })).summary).toBeUndefined()
    expect(refused({ share: 'codes', events: [] })).toEqual({ ok: false, reason: 'codesMissing' })
  })

  test('[story 30] a code that is not verified never leaves, whoever asks', () => {
    expect(refused({ events: [event('planAgreed').id] })).toEqual({ ok: false, reason: 'codeNotVerified' })
    expect(refused({ events: [idFor('of nobody')] })).toEqual({ ok: false, reason: 'codeNotVerified' })
  })

  test('[story 30] practice changed: it goes to the present one, and says both', () => {
    const first = writes()
    worker.does('sayMessageSent', { messageId: first, sent: { how: 'printed', on: today } })
    changePerson({ practice: 'Old Mill Surgery', odsCode: 'M84002' })
    expect(sees(writes())).toMatchObject({ practice: 'Old Mill Surgery', odsCode: 'M84002', practiceBefore: 'Manor Court Surgery' })
    changePerson({ practice: '', odsCode: '' })
    expect(refused({})).toEqual({ ok: false, reason: 'practiceMissing' })
  })

  test('[story 30] bounced: it came back with why, is sent again, and is no longer back', () => {
    const messageId = writes()
    const returned = { on: today, because: 'Not our patient' }
    expect(worker.does('sayMessageReturned', { messageId, returned })).toEqual({ ok: false, reason: 'notSentYet' })
    worker.does('sayMessageSent', { messageId, sent: { how: 'email', on: today } })
    expect(worker.does('sayMessageReturned', { messageId, returned: { ...returned, because: ' ' } })).toEqual({ ok: false, reason: 'whyNeeded' })
    expect(worker.does('sayMessageReturned', { messageId, returned: { ...returned, on: '2026-10-23' } })).toEqual({ ok: false, reason: 'dateAhead' })
    worker.does('sayMessageReturned', { messageId, returned })
    expect(sees(messageId)).toMatchObject({ returnedOn: today, returnedBecause: 'Not our patient' })
    worker.does('sayMessageSent', { messageId, sent: { how: 'email', on: today } })
    expect(sees(messageId)).toMatchObject({ returnedOn: null, sentHow: 'email' })
  })

  test('[story 30] corrected version supersedes: the old one is kept as it was and can no longer be sent', () => {
    const old = writes()
    const fresh = writes({ supersedes: old, summary: 'She walks with a friend.' })
    expect([sees(old).summary, sees(fresh).supersedes]).toEqual(['She walks again.', old])
    expect(worker.does('sayMessageSent', { messageId: old, sent: { how: 'pdf', on: today } })).toEqual({ ok: false, reason: 'messageReplaced' })
    expect(refused({ supersedes: old })).toEqual({ ok: false, reason: 'messageReplaced' })
    expect(refused({ supersedes: idFor('another') })).toEqual({ ok: false, reason: 'noSuchMessage' })
  })

  test('[story 30] one key takes it back until it was sent; what was sent stays', () => {
    const done = worker.does('writePracticeMessage', input())
    const back = undoOf('writePracticeMessage', input(), done.ok ? done.value : ({} as never))!
    const messageId = done.ok ? done.value.messageId : ''
    worker.does('sayMessageSent', { messageId, sent: { how: 'pdf', on: today } })
    expect(worker.does(back.name, back.input as never)).toEqual({ ok: false, reason: 'messageSent' })
    worker.does('sayMessageSent', { messageId, sent: null })
    worker.does(back.name, back.input as never)
    expect(sees(messageId).voidedBecause).toBe('undone')
  })

  test('without a summary, of a case of somebody else, or of one that is not there, it is refused', () => {
    expect(refused({ summary: '  ' })).toEqual({ ok: false, reason: 'summaryMissing' })
    expect(refused({ episodeId: episodeIdOf(personId, 9) })).toEqual({ ok: false, reason: 'noSuchCase' })
    worker.with('person', aPerson('Ray Ellison', { practice: 'Old Mill' }))
    expect(refused({ personId: idFor('Ray Ellison') })).toEqual({ ok: false, reason: 'noSuchCase' })
  })
})

test('a report is logged with why before its file is made; without a reason there is none', () => {
  const asked = { report: 'attendance', groupId: idFor('Walk and Talk'), from: today, to: today, by: null, rows: 3, format: 'csv' as const }
  expect(worker.does('logExport', { ...asked, why: '  ' })).toEqual({ ok: false, reason: 'exportWhyNeeded' })
  const done = worker.does('logExport', { ...asked, why: 'For the board' })
  const exportId = done.ok ? done.value.exportId : ''
  expect(worker.sees('exportLog', exportId)).toMatchObject({ ...asked, why: 'For the board', byId: idFor('Tom') })
  worker.does('exportNotSaved', { exportId })
  expect(worker.sees('exportLog', exportId)).toMatchObject({ why: 'For the board', notSaved: true })
})
