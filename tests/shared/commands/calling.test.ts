import { beforeEach, describe, expect, test } from 'vitest'
import { aGroup, aPerson, idFor, sessionId, which } from '../../support/builders.ts'
import { Acting } from './acting.ts'

const session = which('Walk and Talk')
const id = sessionId(session)
const jean = idFor('Jean Oakes')
let worker: Acting

beforeEach(() => {
  worker = new Acting().with('group', aGroup('Walk and Talk')).with('person', aPerson('Jean Oakes'), aPerson('Ray Oakes'))
})

describe('telling people (story 14)', () => {
  test('writes down what they were told, as it holds at that moment', () => {
    worker.does('cancelSession', { session, because: 'Ice', reason: 'weather' })
    const first = worker.does('recordSessionCall', { session, personId: jean, how: 'spoken' })
    expect(worker.sees('sessionCall', first.ok ? first.value.sessionCallId : '')).toMatchObject({ how: 'spoken', news: 'cancelled' })
    worker.does('cancelSession', { session, because: null })
    worker.does('changeSession', { session, start: '11:00' })
    const second = worker.does('recordSessionCall', { session, personId: jean, how: 'message' })
    expect(worker.sees('sessionCall', second.ok ? second.value.sessionCallId : '')).toMatchObject({ news: 'moved 11:00  ' })
    expect(worker.sees('session', id)).toMatchObject({ cancelledBecause: null, cancelledFor: null, start: '11:00' })
  })
})
