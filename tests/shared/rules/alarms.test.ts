import { describe, expect, test } from 'vitest'
import { isOverdue } from '../../../src/shared/rules/alarms.ts'
import type { Entity } from '../../../src/shared/records/index.ts'
import { aSession, at, idFor, which } from '../../support/builders.ts'

const walk = which('Walk and Talk')

describe('the alarm', () => {
  const began = { startedAt: at('10:31') }
  const occurrence = (more: Partial<Entity<'session'>>) => ({
    sessionId: idFor('s'),
    groupId: walk.groupId,
    date: '2026-10-22',
    slot: 1,
    start: '10:30',
    end: '12:00',
    venueId: null,
    leaderId: null,
    session: aSession(walk, more),
  })

  test('rings an hour after the end of a session that began and nobody closed or counted back', () => {
    expect([isOverdue(occurrence(began), at('12:59')), isOverdue(occurrence(began), at('13:00'))]).toEqual([false, true])
  })

  test.each([
    ['closed', { ...began, closedAt: at('12:05') }],
    ['counted back', { ...began, allBackAt: at('11:55') }],
    ['never begun', {}],
  ])('is quiet when it was %s', (_how, more) => {
    expect(isOverdue(occurrence(more), at('13:30'))).toBe(false)
  })

  test('is paperwork, not an alarm, a day later', () => {
    expect(isOverdue(occurrence(began), '2026-10-23T13:00:00Z')).toBe(false)
  })
})
