import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blankLinesFor } from '../../src/renderer/features/paper/blankLines.ts'
import { emptyPaper, keyForNext, keyInInput, timeForNext, troubleOf, type PaperLine } from '../../src/renderer/features/paper/paperDraft.ts'
import { nameFrom } from '../../src/shared/rules/nameFrom.ts'
import { readClock } from '../../src/renderer/ui/readClock.ts'
import { readPlace, writePlace } from '../../src/renderer/state/places.ts'
import { unfinishedIn } from '../../src/renderer/state/unfinished.ts'

const line = (more: Partial<PaperLine> = {}): PaperLine => ({
  key: '1',
  personId: 'p',
  name: 'Jean Oakes',
  time: '10:30',
  left: '',
  with: '',
  inSince: null,
  ...more,
})
const draft = (...lines: PaperLine[]) => ({ ...emptyPaper, lines })

describe('keying paper in (story 15)', () => {
  test.each([
    ['1030', '10:30'],
    ['10.30', '10:30'],
    ['10 30', '10:30'],
    ['9:05', '09:05'],
    ['905', '09:05'],
    ['9', '09:00'],
    ['0015', '00:15'],
    [' 10:30 ', '10:30'],
  ])('reads “%s” as %s', (typed, time) => expect(readClock(typed)).toBe(time))
  test.each(['', '25:00', '10:60', 'ten', '10:3', '10:300', '-1'])('does not read “%s”', (typed) => expect(readClock(typed)).toBeNull())
  test('whatever it reads is a time on the wall', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 6 }), (typed) => {
        expect(readClock(typed) ?? '00:00').toMatch(/^([01]\d|2[0-3]):[0-5]\d$/)
      }),
    )
  })
  test('a new line has the time of the line above, past one that cannot be read', () => {
    expect(timeForNext(draft(), '09:30')).toBe('9:30')
    expect(timeForNext(draft(line({ time: '1042' }), line({ time: 'x' })), '09:30')).toBe('10:42')
    expect(keyForNext(draft(line({ key: '4' }), line({ key: '2' })))).toBe('5')
    expect(keyForNext(draft())).toBe('1')
  })
  test('says what is wrong with a line, the first first', () => {
    expect(troubleOf(line())).toBeNull()
    expect(troubleOf(line({ time: '' }))).toEqual({ field: 'time', what: 'badTime' })
    expect(troubleOf(line({ left: 'noon' }))).toEqual({ field: 'left', what: 'badTime' })
    expect(troubleOf(line({ left: '1000' }))).toEqual({ field: 'left', what: 'leftFirst' })
    expect(troubleOf(line({ left: '1030' }))).toBeNull()
    expect(troubleOf(line({ with: '21' }))).toEqual({ field: 'with', what: 'badWith' })
    expect(troubleOf(line({ with: 'two' }))).toEqual({ field: 'with', what: 'badWith' })
    expect(troubleOf(line({ with: '20' }))).toBeNull()
  })
  test('becomes one command: known people, new names, heads nobody could read', () => {
    const session = { groupId: 'g', date: '2026-10-22', slot: 1 }
    const lines = [
      line({ time: '1024', left: '11', with: '2' }),
      line({ key: '2', personId: null, name: nameFrom('bogna van  dam').givenName + ' Van Dam' }),
    ]
    expect(keyInInput({ ...draft(...lines), unknown: '3', sheetId: 's', because: ' found ' }, session, (time) => `at ${time}`)).toEqual({
      session,
      people: [{ personId: 'p', arrivedAt: 'at 10:24', leftAt: 'at 11:00', withThem: 2 }],
      newcomers: [{ givenName: 'Bogna', familyName: 'Van Dam', arrivedAt: 'at 10:30' }],
      unknown: 3,
      sheetId: 's',
      because: 'found',
    })
    expect(keyInInput(draft(), session, String)).toEqual({ session, people: [], newcomers: [], unknown: 0 })
  })
  test('a sheet left half keyed in is found again; how many names, not whose', () => {
    const left = unfinishedIn({ 'paper/s1': draft(line(), line({ key: '2' })), 'paper/s2': emptyPaper }, null)
    expect(left).toEqual([{ key: 'paper/s1', kind: 'paper', text: '2', personId: null, place: { at: 'keyIn', sessionId: 's1' } }])
  })
})

test('a printed register always has room for new people, and begins no page for one line (story 15)', () => {
  expect([0, 16, 17, 41, 42].map(blankLinesFor)).toEqual([14, 4, 14, 4, 14])
  for (let names = 0; names < 500; names++) expect(blankLinesFor(names)).toBeGreaterThanOrEqual(4)
})

test('a crash comes back to each of these screens, with ids alone (story 13)', () => {
  for (const at of ['rota', 'calling', 'paper', 'keyIn', 'registerSheet', 'emergencySheet'] as const)
    expect(readPlace(writePlace({ at, sessionId: 's1' }))).toEqual({ at, sessionId: 's1' })
  expect(readPlace(writePlace({ at: 'takeAlong' }))).toEqual({ at: 'takeAlong' })
})
