import { describe, expect, test } from 'vitest'
import type { Entity } from '../../../src/shared/records/index.ts'
import { newsOf, reachedOf } from '../../../src/shared/rules/news.ts'
import { aGroup, aSession, at, idFor, sessionId, which } from '../../support/builders.ts'

const session = which('Walk and Talk')
const group = aGroup('Walk and Talk', { venueId: idFor('Park') })

const told = (how: 'spoken' | 'message' | 'noAnswer', time: string, news?: string): Entity<'sessionCall'> => ({
  id: idFor(`told ${time}`),
  sessionId: sessionId(session),
  personId: idFor('Jean Oakes'),
  how,
  at: at(time),
  byId: idFor('Tom'),
  ...(news ? { news } : {}),
})

describe('what there is to tell (story 14)', () => {
  test('is that it is off, whatever the words', () => {
    expect(newsOf(group, aSession(session, { cancelledBecause: 'Ice' }))).toBe('cancelled')
    expect(newsOf(group, aSession(session, { cancelledBecause: 'Black ice' }))).toBe('cancelled')
  })
  test('is another time or place, and nothing when it is as planned', () => {
    expect(newsOf(group, null)).toBe('planned')
    expect(newsOf(group, aSession(session, { start: '10:30', venueId: idFor('Park') }))).toBe('planned')
    expect(newsOf(group, aSession(session, { start: '11:00' }))).toBe('moved 11:00  ')
    expect(newsOf(group, aSession(session, { venueId: idFor('Hall') }))).toBe(`moved   ${idFor('Hall')}`)
  })
  test('who was told knows it until something else holds; no answer tells nobody', () => {
    expect(reachedOf([])).toMatchObject({ knows: 'planned', last: null, tries: 0 })
    expect(reachedOf([told('noAnswer', '08:00', 'cancelled'), told('noAnswer', '08:30', 'cancelled')])).toMatchObject({ knows: 'planned', tries: 2 })
    const heard = [told('noAnswer', '08:00', 'cancelled'), told('message', '08:30', 'cancelled')]
    expect(reachedOf(heard)).toMatchObject({ knows: 'cancelled', tries: 0 })
    expect(reachedOf([...heard, told('noAnswer', '09:00', 'planned')])).toMatchObject({ knows: 'cancelled', tries: 1 })
    expect(reachedOf([{ ...told('spoken', '08:00', 'cancelled'), voidedBecause: 'a mistake' }])).toMatchObject({ knows: 'planned', last: null })
  })
})
