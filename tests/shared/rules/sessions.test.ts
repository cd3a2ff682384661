import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findOccurrence, occurrencesOf, type Occurrence } from '../../../src/shared/rules/sessions.ts'
import { addDays, timeOf, instantOf, weekdayOf } from '../../../src/shared/std/dates.ts'
import { sessionIdOf } from '../../../src/shared/std/ids.ts'
import { dates } from '../../support/arbitraries.ts'
import { aGroup, aSession, aSlot, idFor, sessionId, which } from '../../support/builders.ts'

const walk = aGroup('Walk and Talk', { venueId: idFor('Riversley Park'), leaderId: idFor('Tom') })
const days = (found: Occurrence[]) => found.map((one) => one.date)
const times = (found: Occurrence[]) => found.map((one) => `${one.date} ${one.start}–${one.end}`)

describe('the dates of a weekly rule', () => {
  test('are all Thursdays between two dates, both included', () => {
    expect(days(occurrencesOf(walk, [], '2026-10-15', '2026-10-29'))).toEqual(['2026-10-15', '2026-10-22', '2026-10-29'])
    expect(occurrencesOf(walk, [], '2026-10-22', '2026-10-22')).toEqual([
      {
        sessionId: sessionId(which('Walk and Talk')),
        groupId: walk.id,
        date: '2026-10-22',
        slot: 1,
        start: '10:30',
        end: '12:00',
        venueId: idFor('Riversley Park'),
        leaderId: idFor('Tom'),
        session: null,
      },
    ])
  })

  test.each(['2026-03-29', '2026-10-25'])('stay at 10:30 on the wall over the clock change of %s (peers 3.15)', (sunday) => {
    const found = occurrencesOf(walk, [], addDays(sunday, -7), addDays(sunday, 7))
    expect(found.map((one) => timeOf(instantOf(one.date, one.start)))).toEqual(['10:30', '10:30'])
    expect(new Set(found.map((one) => instantOf(one.date, one.start).slice(11, 16))).size).toBe(2)
  })

  test.each([
    ['2026-03-29', '01:30'],
    ['2026-10-25', '01:30'],
    ['2026-10-25', '00:30'],
  ])('fall on the Sunday itself, and once: %s at %s', (sunday, start) => {
    const night = aGroup('Night walk', {
      schedule: [aSlot({ rule: 'FREQ=WEEKLY;BYDAY=SU', start, end: '03:00', from: '2026-01-04' })],
    })
    expect(times(occurrencesOf(night, [], addDays(sunday, -1), addDays(sunday, 1)))).toEqual([`${sunday} ${start}–03:00`])
  })

  test('are three years of Thursdays, none twice, none left out', () => {
    const found = days(occurrencesOf(walk, [], '2023-10-22', '2026-10-22'))
    expect([found.length, new Set(found).size, found[0], found.at(-1)]).toEqual([157, 157, '2023-10-26', '2026-10-22'])
  })

  test('are whatever part one looks at, parts of the same', () => {
    fc.assert(
      fc.property(dates, fc.nat(60), fc.nat(60), (from, before, after) => {
        const whole = days(occurrencesOf(walk, [], addDays(from, -before), addDays(from, after)))
        const [left, right] = [occurrencesOf(walk, [], addDays(from, -before), from), occurrencesOf(walk, [], addDays(from, 1), addDays(from, after))]
        expect([...days(left), ...days(right)]).toEqual(whole)
        expect(whole.filter((date) => weekdayOf(date) !== 4)).toEqual([])
      }),
      { numRuns: 50 },
    )
  })

  test('begin at the first day and end at the last, both included', () => {
    const short = aGroup('Short', { schedule: [aSlot({ from: '2026-10-15', until: '2026-10-29' })] })
    expect(days(occurrencesOf(short, [], '2026-10-01', '2026-11-30'))).toEqual(['2026-10-15', '2026-10-22', '2026-10-29'])
  })

  test('do not begin on a first day that is no Thursday', () => {
    const group = aGroup('Late start', { schedule: [aSlot({ from: '2026-10-19' })] })
    expect(days(occurrencesOf(group, [], '2026-10-19', '2026-10-29'))).toEqual(['2026-10-22', '2026-10-29'])
  })

  test('every second week are counted from the first day', () => {
    const café = aGroup('Pain Café', {
      schedule: [aSlot({ rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', from: '2026-10-02' })],
    })
    expect(days(occurrencesOf(café, [], '2026-10-05', '2026-11-15'))).toEqual(['2026-10-16', '2026-10-30', '2026-11-13'])
  })

  test('of the first Monday of each month are those', () => {
    const monthly = aGroup('Shed', { schedule: [aSlot({ rule: 'FREQ=MONTHLY;BYDAY=1MO', from: '2026-01-01' })] })
    expect(days(occurrencesOf(monthly, [], '2026-10-01', '2026-12-31'))).toEqual(['2026-10-05', '2026-11-02', '2026-12-07'])
  })

  test('of a rule that nobody can read are none, and the other slots still meet', () => {
    const odd = aGroup('Odd', {
      schedule: [aSlot({ slot: 1, rule: 'FREQ=WEEKLY;BYDAY=XX' }), aSlot({ slot: 2, rule: '' }), aSlot({ slot: 3 })],
    })
    expect(occurrencesOf(odd, [], '2026-10-22', '2026-10-22').map((one) => one.slot)).toEqual([3])
  })

  test('between dates the wrong way round are none', () => {
    expect(occurrencesOf(walk, [], '2026-10-29', '2026-10-22')).toEqual([])
  })
})

describe('a slot that moves', () => {
  test('ends, and a new one begins: the past stays what it was', () => {
    const moved = aGroup('Walk and Talk', {
      schedule: [aSlot({ until: '2026-10-28' }), aSlot({ slot: 2, rule: 'FREQ=WEEKLY;BYDAY=TU', start: '14:00', end: '15:30', from: '2026-10-29' })],
    })
    expect(times(occurrencesOf(moved, [], '2026-10-15', '2026-11-11'))).toEqual([
      '2026-10-15 10:30–12:00',
      '2026-10-22 10:30–12:00',
      '2026-11-03 14:00–15:30',
      '2026-11-10 14:00–15:30',
    ])
  })

  test('keeps the session of a slot that is gone, with the time it had', () => {
    const gone = aGroup('Walk and Talk', { schedule: [aSlot({ slot: 2, start: '14:00', end: '15:00' })] })
    const row = aSession(which('Walk and Talk', '2026-10-22', 1), { start: '10:30', end: '12:00' })
    expect(times(occurrencesOf(gone, [row], '2026-10-22', '2026-10-22'))).toEqual(['2026-10-22 10:30–12:00', '2026-10-22 14:00–15:00'])
  })
})

describe('two slots on one day', () => {
  const two = aGroup('Seated Exercise', {
    schedule: [aSlot({ slot: 2, start: '14:00', end: '15:00' }), aSlot({ slot: 1 })],
  })

  test('are two sessions, the earlier first', () => {
    const found = occurrencesOf(two, [], '2026-10-22', '2026-10-22')
    expect([found.map((one) => [one.slot, one.start]), new Set(found.map((one) => one.sessionId)).size]).toEqual([
      [
        [1, '10:30'],
        [2, '14:00'],
      ],
      2,
    ])
  })

  test('at the same time are in the same order however the schedule is written', () => {
    const [a, b] = [aSlot({ slot: 1 }), aSlot({ slot: 2 })]
    const ids = (schedule: typeof two.schedule) => occurrencesOf({ ...two, schedule }, [], '2026-10-22', '2026-10-22').map((one) => one.sessionId)
    expect(ids([a, b])).toEqual(ids([b, a]))
  })
})

describe('what a row says differently', () => {
  test('another time, place and leader for one date', () => {
    const row = aSession(which('Walk and Talk'), {
      start: '11:00',
      end: '12:30',
      venueId: idFor('Hall'),
      leaderId: idFor('Nisha'),
    })
    const [found, next] = occurrencesOf(walk, [row], '2026-10-22', '2026-10-29')
    expect(found).toEqual({
      sessionId: row.id,
      groupId: walk.id,
      date: '2026-10-22',
      slot: 1,
      start: '11:00',
      end: '12:30',
      venueId: idFor('Hall'),
      leaderId: idFor('Nisha'),
      session: row,
    })
    expect([next?.start, next?.session]).toEqual(['10:30', null])
  })

  test('that it is cancelled, without losing it', () => {
    const row = aSession(which('Walk and Talk'), { cancelledBecause: 'Ice' })
    expect(occurrencesOf(walk, [row], '2026-10-22', '2026-10-22')[0]?.session?.cancelledBecause).toBe('Ice')
  })

  test('a session that was not planned is there by its row', () => {
    const monday = aSession(which('Walk and Talk', '2026-10-19', 0), { start: '18:00', end: '19:00' })
    expect(times(occurrencesOf(walk, [monday], '2026-10-19', '2026-10-22'))).toEqual(['2026-10-19 18:00–19:00', '2026-10-22 10:30–12:00'])
    expect(occurrencesOf(walk, [monday], '2026-10-20', '2026-10-22')).toHaveLength(1)
  })

  test('a group without a schedule has only what was written down', () => {
    const none = aGroup('Walk and Talk', { schedule: [] })
    expect(times(occurrencesOf(none, [aSession(which('Walk and Talk', '2026-10-22', 0))], '2026-10-22', '2026-10-22'))).toEqual([
      '2026-10-22 00:00–23:59',
    ])
  })

  test('another group’s rows are not its own', () => {
    expect(occurrencesOf(walk, [aSession(which('Pain Café', '2026-10-20', 0))], '2026-10-20', '2026-10-20')).toEqual([])
  })
})

describe('one session by its id', () => {
  test('is the same id on two laptops that never met', () => {
    expect(occurrencesOf(walk, [], '2026-10-22', '2026-10-22')[0]?.sessionId).toBe(sessionIdOf(walk.id, '2026-10-22', 1))
  })

  test('is found by the rule near a date, and by its row however long ago', () => {
    const old = aSession(which('Walk and Talk', '2019-01-02', 0))
    expect(findOccurrence(walk, [], sessionId(which('Walk and Talk', '2026-01-08')), '2026-10-22')?.date).toBe('2026-01-08')
    expect(findOccurrence(walk, [old], old.id, '2026-10-22')?.date).toBe('2019-01-02')
  })

  test('is not there when nobody knows it', () => {
    expect(findOccurrence(walk, [], idFor('nothing'), '2026-10-22')).toBeNull()
  })
})
