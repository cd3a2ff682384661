import type { Instant } from '../std/dates.ts'
import type { PublicSession } from './sessions.ts'

/** One session in the calendar. `edition` counts how often it was told otherwise, from 0. */
export interface CalendarEntry {
  session: PublicSession
  edition: number
  at: Instant
  about: string
}

/** London's clocks as they have changed since 1996: on the last Sundays of March and October, at one o'clock UTC. */
const london = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/London',
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'TZNAME:BST',
  'DTSTART:19960331T010000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'TZNAME:GMT',
  'DTSTART:19961027T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
]

/** A calendar that a practice's website can link to (RFC 5545). @param url the page of the same sessions */
export function calendarOf(entries: readonly CalendarEntry[], name: string, url: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Gather//Sessions//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${text(name)}`,
    'X-WR-TIMEZONE:Europe/London',
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...london,
    ...entries.flatMap((one) => eventOf(one, url)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventOf({ session, edition, at, about }: CalendarEntry, url: string): string[] {
  const { id, date, start, end, name, place, cancelled, groupId } = session
  const where = place ? [place.name, place.meetingPoint, place.address, place.town, place.postcode].filter(Boolean).join(', ') : ''
  return [
    'BEGIN:VEVENT',
    `UID:${id}@gather`,
    `DTSTAMP:${utc(at)}`,
    `LAST-MODIFIED:${utc(at)}`,
    `SEQUENCE:${edition}`,
    `DTSTART;TZID=Europe/London:${wall(date, start)}`,
    ...(end > start ? [`DTEND;TZID=Europe/London:${wall(date, end)}`] : []),
    `SUMMARY:${text(cancelled ? `Cancelled: ${name}` : name)}`,
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    ...(where ? [`LOCATION:${text(where)}`] : []),
    ...(about ? [`DESCRIPTION:${text(about)}`] : []),
    `URL:${url}#g-${groupId}`,
    'END:VEVENT',
  ]
}

const wall = (date: string, time: string) => `${date.replaceAll('-', '')}T${time.replace(':', '')}00`
const utc = (at: Instant) => `${at.slice(0, 19).replace(/[-:]/g, '')}Z`

/** A text with its own signs escaped (RFC 5545 3.3.11); control characters have no place in it. */
function text(words: string): string {
  return words
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/(?!\t)\p{Cc}/gu, '')
}

/** Octets in one line, without its end (RFC 5545 3.1). */
const mostOctets = 75

/** A long line in parts, each but the first with a space before it; no letter is cut in two. */
function folded(line: string): string {
  const parts: string[] = []
  let [part, octets] = ['', 0]
  for (const letter of line) {
    const size = octetsOf(letter)
    if (octets + size > mostOctets) {
      parts.push(part)
      ;[part, octets] = [' ', 1]
    }
    part += letter
    octets += size
  }
  return [...parts, part].join('\r\n')
}

/** Of one letter in UTF-8. */
function octetsOf(letter: string): number {
  const code = letter.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x8_00 ? 2 : code < 0x1_00_00 ? 3 : 4
}
