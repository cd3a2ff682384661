import { beforeEach, describe, expect, test } from 'vitest'
import { aGroup, aHeadCount, aPerson, aSession, aSignIn, at, idFor, sessionId, which } from '../../support/builders.ts'
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
const open = () => worker.with('session', aSession(session))

describe('counting heads', () => {
  test('works out who is expected: here, not gone, each person once', () => {
    open().with(
      'signIn',
      toms,
      aSignIn('Jean Oakes', '10:33'),
      aSignIn('Ray Oakes', '10:33', { leftAt: at('10:50') }),
      aSignIn('Nisha', '10:33', undone),
    )
    worker.does('recordHeadCount', {
      session,
      moment: 'out',
      counted: 2,
      missingIds: [jean, idFor('Ray Oakes'), idFor('stranger')],
    })
    expect(worker.sees('headCount', idFor('new 1'))).toEqual({
      id: idFor('new 1'),
      sessionId: id,
      moment: 'out',
      counted: 2,
      expected: 1,
      missingIds: [jean],
      at: at('10:31'),
      byId: tom,
    })
  })

  test('of nobody is a count too, and makes the session’s row', () => {
    expect(worker.decide('recordHeadCount', { session, moment: 'back', counted: 0, missingIds: [] })).toMatchObject({
      ok: true,
      value: { drafts: [{ record: 'session' }, { record: 'headCount', fields: { counted: 0, expected: 0 } }, { record: 'session' }] },
    })
  })

  test('without a moment is the one that comes next, whatever the screen still showed', () => {
    worker.does('recordHeadCount', { session, counted: 0, missingIds: [] })
    expect(worker.decide('recordHeadCount', { session, counted: 0, missingIds: [] })).toMatchObject({ value: { answer: { moment: 'halfway' } } })
  })

  test.each([{ counted: -1 }, { counted: 2.5 }, { counted: 2001 }, { counted: Number.NaN }, { moment: 'later' }])('is refused with %j', (wrong) => {
    expect(worker.decide('recordHeadCount', { session, moment: 'out', counted: 1, missingIds: [], ...wrong } as never)).toEqual({
      ok: false,
      reason: 'badInput',
    })
  })

  test('is taken back with a reason, once', () => {
    const count = aHeadCount('out', 12, 12, '10:40')
    worker.with('headCount', count).does('voidHeadCount', { headCountId: count.id, because: 'counted the dog' })
    expect(worker.sees('headCount', count.id)).toEqual({ ...count, voidedBecause: 'counted the dog' })
    expect(worker.decide('voidHeadCount', { headCountId: count.id, because: 'again' })).toEqual({
      ok: false,
      reason: 'nothingChanged',
    })
    expect(worker.decide('voidHeadCount', { headCountId: idFor('none'), because: 'again' })).toEqual({
      ok: false,
      reason: 'nothingChanged',
    })
  })
})

describe('closing', () => {
  test('says when and who, and marks nobody', () => {
    expect(worker.decide('closeSession', { session })).toEqual({
      ok: true,
      value: {
        answer: null,
        drafts: [
          { record: 'session', row: id, fields: { ...session } },
          { record: 'session', row: id, fields: { closedAt: at('10:31'), closedBy: tom } },
        ],
      },
    })
  })

  test('keeps a summary and adds a note', () => {
    open().does('closeSession', { session, summary: ' A heron. ', note: 'Ring Ray about Sunday' })
    expect([worker.sees('session', id), worker.sees('note', idFor('new 1'))]).toEqual([
      aSession(session, { closedAt: at('10:31'), closedBy: tom, summary: 'A heron.' }),
      { id: idFor('new 1'), aboutId: id, text: 'Ring Ray about Sunday', at: at('10:31'), byId: tom },
    ])
  })

  test('of a walk whose last count disagrees needs a typed reason (story 8)', () => {
    open().with('headCount', aHeadCount('back', 11, 12, '11:50'))
    expect(worker.decide('closeSession', { session })).toEqual({ ok: false, reason: 'reasonNeeded' })
    expect(worker.decide('closeSession', { session, mismatchReason: '  ' })).toEqual({
      ok: false,
      reason: 'reasonNeeded',
    })
    worker.does('closeSession', { session, mismatchReason: 'Ray took the bus' })
    expect(worker.sees('session', id)?.mismatchReason).toBe('Ray took the bus')
  })

  test('of a café, which is not counted, never does', () => {
    worker.with('group', aGroup('Walk and Talk', { counts: false })).with('headCount', aHeadCount('back', 11, 12, '11:50'))
    expect(worker.decide('closeSession', { session }).ok).toBe(true)
  })

  test('on a second laptop takes away neither reason nor summary of the first', () => {
    open()
      .with('headCount', aHeadCount('back', 11, 12, '11:50'))
      .does('closeSession', { session, mismatchReason: 'Ray took the bus', summary: 'A heron' })
    worker.actor = 'Nisha'
    worker.now = at('12:10')
    worker.does('voidHeadCount', { headCountId: idFor('back 11:50'), because: 'not seen there' })
    worker.does('closeSession', { session })
    expect(worker.sees('session', id)).toMatchObject({
      closedBy: idFor('Nisha'),
      mismatchReason: 'Ray took the bus',
      summary: 'A heron',
    })
  })

  test('is taken back with a reason, which stays as a note; the reason for the counts goes', () => {
    open()
      .with('headCount', aHeadCount('back', 11, 12, '11:50'))
      .does('closeSession', { session, mismatchReason: 'Ray took the bus' })
    worker.does('reopenSession', { session, because: 'Closed by mistake' })
    expect(worker.sees('session', id)).toEqual(aSession(session, { closedAt: null, closedBy: null, mismatchReason: null }))
    expect(worker.sees('note', idFor('new 1'))?.text).toBe('Closed by mistake')
    expect(worker.decide('reopenSession', { session, because: 'again' })).toEqual({ ok: false, reason: 'nothingChanged' })
  })
})

describe('calling a session off', () => {
  test('and on again', () => {
    worker.does('cancelSession', { session, because: 'Ice' })
    expect(worker.sees('session', id)).toEqual(aSession(session, { cancelledBecause: 'Ice', cancelledFor: 'other' }))
    expect(worker.decide('cancelSession', { session, because: 'Ice' })).toEqual({ ok: false, reason: 'nothingChanged' })
    worker.does('cancelSession', { session, because: null })
    expect(worker.sees('session', id)?.cancelledBecause).toBeNull()
    expect(worker.decide('cancelSession', { session, because: null })).toEqual({ ok: false, reason: 'nothingChanged' })
  })

  test('needs a reason that is more than spaces', () => {
    expect(worker.decide('cancelSession', { session, because: ' ' })).toEqual({ ok: false, reason: 'badInput' })
  })
})

describe('another time, place or leader for one date', () => {
  test('is all that is written, and the session keeps its identity', () => {
    worker.does('changeSession', { session, start: '11:00', venueId: idFor('Hall') })
    expect(worker.sees('session', id)).toEqual(aSession(session, { start: '11:00', venueId: idFor('Hall') }))
  })

  test('is not a time that no clock shows: one such session would blank every screen', () => {
    expect(['24:00', '99:99', '9:00', ''].map((start) => worker.decide('changeSession', { session, start }))).toEqual(
      Array(4).fill({ ok: false, reason: 'badInput' }),
    )
  })

  test('is nothing when nothing is given', () => {
    expect(worker.decide('changeSession', { session })).toEqual({ ok: false, reason: 'nothingChanged' })
  })
})

describe('a note', () => {
  test('says about whom, when and by whom', () => {
    expect(worker.decide('addNote', { aboutId: jean, text: '  Knee is better ' })).toEqual({
      ok: true,
      value: {
        answer: { noteId: idFor('new 1') },
        drafts: [
          {
            record: 'note',
            row: idFor('new 1'),
            fields: { aboutId: jean, text: 'Knee is better', at: at('10:31'), byId: tom },
          },
        ],
      },
    })
  })

  test('is not empty', () => {
    expect(worker.decide('addNote', { aboutId: jean, text: ' ' })).toEqual({ ok: false, reason: 'badInput' })
  })
})
