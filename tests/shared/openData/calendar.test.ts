import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { calendarOf, type CalendarEntry } from '../../../src/shared/openData/calendar.ts'
import type { PublicSession } from '../../../src/shared/openData/sessions.ts'
import { idFor, thursday } from '../../support/builders.ts'

const place = { id: idFor('park'), name: 'Riversley Park', meetingPoint: 'bandstand', address: 'Coton Road', town: 'Nuneaton', postcode: 'CV11 5TU' }
const session = (more: Partial<PublicSession> = {}): PublicSession => ({
  id: idFor('session'),
  groupId: idFor('group'),
  name: 'Walk and Talk',
  date: thursday,
  start: '10:30',
  end: '12:00',
  place,
  moved: false,
  cancelled: null,
  openActive: true,
  ...more,
})
const entry = (more: Partial<CalendarEntry> = {}): CalendarEntry => ({
  session: session(),
  edition: 2,
  at: '2026-10-20T09:08:07.123Z',
  about: '',
  ...more,
})
const url = 'https://gather.example/sessions'

/** Reads a calendar as RFC 5545 says: lines end with CRLF, a line that begins with a space goes on, texts are escaped. */
function read(text: string): { lines: string[]; value(name: string): string | undefined } {
  const lines = text.replaceAll('\r\n ', '').split('\r\n').slice(0, -1)
  const unescaped = (value: string) => value.replace(/\\([\\;,nN])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign))
  return {
    lines,
    value: (name) => {
      const line = lines.find((one) => one.startsWith(`${name}:`) || one.startsWith(`${name};`))
      return line === undefined ? undefined : unescaped(line.slice(line.indexOf(':') + 1))
    },
  }
}

describe('[story 38] the calendar of sessions (RFC 5545)', () => {
  test('a session has an id that stays, an edition, its time in London, its place and its state', () => {
    const { lines } = read(calendarOf([entry()], 'Nuneaton North', url))
    const event = lines.slice(lines.indexOf('BEGIN:VEVENT'), lines.indexOf('END:VEVENT'))
    expect(event.slice(1)).toEqual([
      `UID:${idFor('session')}@gather`,
      'DTSTAMP:20261020T090807Z',
      'LAST-MODIFIED:20261020T090807Z',
      'SEQUENCE:2',
      'DTSTART;TZID=Europe/London:20261022T103000',
      'DTEND;TZID=Europe/London:20261022T120000',
      'SUMMARY:Walk and Talk',
      'STATUS:CONFIRMED',
      'LOCATION:Riversley Park\\, bandstand\\, Coton Road\\, Nuneaton\\, CV11 5TU',
      `URL:${url}#g-${idFor('group')}`,
    ])
    expect([lines[0], lines[1], lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0', 'END:VCALENDAR'])
    expect(lines).toContain('METHOD:PUBLISH')
  })

  test('a cancelled one says so twice: in its state and in its title', () => {
    const { value } = read(calendarOf([entry({ session: session({ cancelled: 'weather' }) })], 'x', url))
    expect([value('STATUS'), value('SUMMARY')]).toEqual(['CANCELLED', 'Cancelled: Walk and Talk'])
  })

  test('one without a place or an end leaves them out', () => {
    const { value } = read(calendarOf([entry({ session: session({ place: null, end: '10:30' }) })], 'x', url))
    expect([value('LOCATION'), value('DTEND')]).toEqual([undefined, undefined])
  })

  test('whatever is written comes back as it was, and no line is longer than 75 octets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.string({ maxLength: 200 }), (name, about) => {
        const text = calendarOf([entry({ session: session({ name: `N${name}` }), about: `A${about}` })], 'x', url)
        for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
        const tidy = (words: string) => words.replace(/\r\n|\r/g, '\n').replace(/(?![\t\n])\p{Cc}/gu, '')
        expect(read(text).value('SUMMARY')).toBe(tidy(`N${name}`))
        expect(read(text).value('DESCRIPTION')).toBe(tidy(`A${about}`))
      }),
    )
  })

  test('its clocks are those of London: summer time by the rules in it and by the time zone database, day by day for ten years', () => {
    const zone = read(calendarOf([], 'x', url)).lines
    expect(zone.filter((line) => line.startsWith('RRULE'))).toEqual([
      'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
      'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
    ])
    const lastSunday = (year: number, month: number) => {
      const last = Temporal.PlainDate.from({ year, month, day: 31 })
      return last.subtract({ days: last.dayOfWeek % 7 })
    }
    for (let day = Temporal.PlainDate.from('2026-01-01'); day.year < 2036; day = day.add({ days: 1 })) {
      const [from, until] = [lastSunday(day.year, 3), lastSunday(day.year, 10)]
      const summer = Temporal.PlainDate.compare(day, from) >= 0 && Temporal.PlainDate.compare(day, until) < 0
      const noon = day.toZonedDateTime({ timeZone: 'Europe/London', plainTime: '12:00' })
      expect(noon.offset, day.toString()).toBe(summer ? '+01:00' : '+00:00')
    }
  })
})
