import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { addDays, dateOf, instantOf, minutesBetween, timeOf, weekdayOf } from '../../../src/shared/std/dates.ts'
import { dates } from '../../support/arbitraries.ts'

const times = fc
  .record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) })
  .map(({ hour, minute }) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)

describe('date and time on the wall in Europe/London', () => {
  test('are those of summer time in summer and of GMT in winter', () => {
    expect([dateOf('2026-07-01T23:30:00Z'), timeOf('2026-07-01T23:30:00Z')]).toEqual(['2026-07-02', '00:30'])
    expect([dateOf('2026-12-01T23:30:00Z'), timeOf('2026-12-01T23:30:00Z')]).toEqual(['2026-12-01', '23:30'])
  })

  test.each([
    ['2026-03-29T00:59:59Z', '2026-03-29', '00:59'], // the last minute of GMT
    ['2026-03-29T01:00:00Z', '2026-03-29', '02:00'],
    ['2026-10-25T00:59:59Z', '2026-10-25', '01:59'], // the last minute of summer time
    ['2026-10-25T01:00:00Z', '2026-10-25', '01:00'], // again
    ['2026-10-25T02:00:00Z', '2026-10-25', '02:00'],
  ])('change with the clocks on the last Sundays of March and October: %s', (instant, date, time) => {
    expect([dateOf(instant), timeOf(instant)]).toEqual([date, time])
  })

  test('are what Temporal says, at any moment and in any form of it', () => {
    const moments = fc.oneof(
      fc
        .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2150-01-01T00:00:00Z'), noInvalidDate: true })
        .map((date) => date.toISOString()),
      fc
        .tuple(
          fc.integer({ min: 1970, max: 2099 }),
          fc.constantFrom('-03-29', '-10-25', '-03-31', '-10-28', '-12-31'),
          fc.constantFrom('T00:59:59Z', 'T01:00:00Z', 'T23:30:00.5Z', 'T24:00:00Z', 'T01:00:00+01:00', 'T10:31Z'),
        )
        .map((parts) => parts.join('')),
    )
    const asked = (read: () => string) => {
      try {
        return read()
      } catch {
        return 'no moment'
      }
    }
    fc.assert(
      fc.property(moments, (moment) => {
        const wall = () => Temporal.Instant.from(moment).toZonedDateTimeISO('Europe/London')
        expect(asked(() => dateOf(moment))).toBe(asked(() => wall().toPlainDate().toString()))
        expect(asked(() => timeOf(moment))).toBe(asked(() => wall().toPlainTime().toString({ smallestUnit: 'minute' })))
      }),
      { numRuns: 500 },
    )
  })

  test('never show seconds', () => {
    expect(timeOf('2026-10-22T09:31:59.999Z')).toBe('10:31')
  })

  test('cannot be read of something that is no moment', () => {
    for (const text of ['22 October', '2026-10-22', '2026-02-30T10:00:00Z', '2026-10-22T25:00:00Z']) expect(() => dateOf(text)).toThrow()
  })
})

describe('the moment of a date and time on the wall', () => {
  test('is an hour earlier in summer', () => {
    expect([instantOf('2026-10-22', '10:30'), instantOf('2026-10-29', '10:30')]).toEqual(['2026-10-22T09:30:00Z', '2026-10-29T10:30:00Z'])
  })

  test('is an hour later in the hour that spring skips', () => {
    expect(timeOf(instantOf('2026-03-29', '01:30'))).toBe('02:30')
  })

  test('is the first of the two in the hour that autumn repeats', () => {
    expect(instantOf('2026-10-25', '01:30')).toBe('2026-10-25T00:30:00Z')
  })

  test('is read back as it was written, but in the hour that spring skips', () => {
    fc.assert(
      fc.property(dates, times, (date, time) => {
        const moment = instantOf(date, time)
        const skipped = timeOf(moment) !== time
        expect(dateOf(moment)).toBe(date)
        if (skipped) expect([weekdayOf(date), date.slice(5, 7), time.slice(0, 2)]).toEqual([7, '03', '01'])
      }),
    )
  })
})

describe('days', () => {
  test('are counted over months, leap days and clock changes', () => {
    expect([addDays('2028-02-28', 1), addDays('2026-10-22', 7), addDays('2026-03-26', 7), addDays('2026-01-01', -1)]).toEqual([
      '2028-02-29',
      '2026-10-29',
      '2026-04-02',
      '2025-12-31',
    ])
  })

  test('there and back again is the same day', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -2000, max: 2000 }), (date, days) => {
        expect(addDays(addDays(date, days), -days)).toBe(date)
      }),
    )
  })

  test('of the week go from Monday 1 to Sunday 7', () => {
    expect(['2026-10-19', '2026-10-22', '2026-10-25'].map(weekdayOf)).toEqual([1, 4, 7])
  })

  test('a week later is the same weekday', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -150, max: 150 }), (date, weeks) => {
        expect(weekdayOf(addDays(date, 7 * weeks))).toBe(weekdayOf(date))
      }),
    )
  })

  test('whole minutes are counted between moments, not on the wall', () => {
    expect(minutesBetween('2026-10-25T00:30:00Z', '2026-10-25T01:30:59Z')).toBe(60)
  })
})

describe('a laptop set to another zone', () => {
  const told = `
    import { dateOf, timeOf, instantOf, addDays, weekdayOf } from ${JSON.stringify(new URL('../../../src/shared/std/dates.ts', import.meta.url).href)}
    import { occurrencesOf } from ${JSON.stringify(new URL('../../../src/shared/rules/sessions.ts', import.meta.url).href)}
    import { tidyBirthDate } from ${JSON.stringify(new URL('../../../src/shared/rules/contactDetails.ts', import.meta.url).href)}
    const group = { id: '4bf8a1f5-0f0e-5d77-8f3b-5a1a7d0e4b21', name: 'Walk', counts: true, state: 'running',
      schedule: [{ slot: 1, rule: 'FREQ=WEEKLY;BYDAY=TH', start: '10:30', end: '12:00', from: '2026-01-01', until: null }] }
    console.log(JSON.stringify([
      dateOf('2026-10-24T23:30:00Z'), timeOf('2026-10-25T01:00:00Z'), instantOf('2026-10-22', '10:30'), addDays('2026-10-24', 1), weekdayOf('2026-10-25'),
      occurrencesOf(group, [], '2026-10-15', '2026-11-05').map((one) => one.date), tidyBirthDate('31/12/1950', '2026-10-22'),
    ]))`

  test.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/New_York', 'Asia/Kolkata', 'UTC'])('%s says the same', (zone) => {
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', told], {
      env: { ...process.env, TZ: zone, NODE_NO_WARNINGS: '1' },
      encoding: 'utf8',
    })
    expect(JSON.parse(said)).toEqual([
      '2026-10-25',
      '01:00',
      '2026-10-22T09:30:00Z',
      '2026-10-25',
      7,
      ['2026-10-15', '2026-10-22', '2026-10-29', '2026-11-05'],
      '1950-12-31',
    ])
  })
})
