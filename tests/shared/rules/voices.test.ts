import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Entity } from '../../../src/shared/records/index.ts'
import { barrierOf, placedWords, voicesTold, whyLead, wishesToCode } from '../../../src/shared/rules/voices.ts'
import { idFor } from '../../support/builders.ts'

const groupId = idFor('Walk and Talk')
const today = '2026-10-22'
const aVoice = (nth: number, more: Partial<Entity<'voice'>> = {}): Entity<'voice'> => ({
  id: idFor(`voice ${nth}`),
  groupId,
  on: '2026-10-15',
  said: 'kiosk',
  ...more,
})
const aMood = (nth: number, face: number, on = '2026-10-15'): Entity<'mood'> => ({
  id: idFor(`mood ${nth} ${on}`),
  sessionId: idFor('session'),
  today: face,
  on,
})

describe('[story 33] abuse or a disclosure in free text goes to the lead', () => {
  test.each([
    ['I sleep better since I come here', null],
    ['A walk on a Saturday, and a bench half-way', null],
    ['The path hits the canal at noon', null],
    ['Sometimes I want to kill myself', 'crisis'],
    ['He hits me when I come home late.', 'crisis'],
    ['Chcę się zabić sie, nie chce zyc', 'crisis'],
    ['She takes my money, please help', 'harsh'],
    ['The new leader is a BASTARD', 'harsh'],
    ['I was bullied last week', 'harsh'],
    ['Please call me: 07700 900 123', 'called'],
    ['jean@example.org', 'called'],
    ['From 10:30 to 12:00 on 22.10.2026', null],
  ] as const)('%s: %s', (words, why) => expect(whyLead(words)).toBe(why))

  test('and stands in no field that goes to anybody else', () => {
    expect(placedWords('He hits me.')).toEqual({ leadWords: 'He hits me.', forLead: true })
    expect(placedWords('Lovely')).toEqual({ words: 'Lovely' })
    expect(placedWords('')).toEqual({})
  })

  test('whatever stands around it', () => {
    const around = fc.string({ maxLength: 30 }).map((text) => text.replace(/[\p{L}\p{N}\p{M}]/gu, ' '))
    fc.assert(
      fc.property(around, around, (before, after) => {
        expect(whyLead(`${before} I was raped ${after}`)).toBe('crisis')
      }),
      { numRuns: 60 },
    )
  })

  test('is told as one that waits, and not with its words, until a lead has looked', () => {
    const waits = aVoice(1, { forLead: true, leadWords: 'He hits me' })
    expect(voicesTold([], [waits], today)).toMatchObject({ waiting: 1, words: [] })
    const read = { ...waits, lookedAt: '2026-10-16T09:00:00.000Z' }
    expect(voicesTold([], [read], today)).toMatchObject({ waiting: 0, words: [] })
    expect(voicesTold([], [{ ...read, words: 'He hits me' }], today).words).toHaveLength(1)
  })
})

describe('[story 33] how a group was over the last twelve months', () => {
  test('month by month, from November a year ago to this one; older answers are not counted', () => {
    const { months } = voicesTold([aMood(1, 4, '2025-10-31'), aMood(2, 4, '2025-11-01'), aMood(3, 4)], [], today)
    expect(months.map((one) => one.month)).toEqual([
      ...['2025-11', '2025-12', '2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10'],
    ])
    expect(months.map((one) => one.answers)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])
  })

  test('of fewer than five answers there is how many, and nothing more', () => {
    const four = [1, 2, 3, 4].map((nth) => aMood(nth, 5))
    expect(voicesTold(four, [], today).months.at(-1)).toEqual({ month: '2026-10', answers: 4, faces: null })
    expect(voicesTold([...four, aMood(5, 1)], [], today).months.at(-1)).toEqual({ month: '2026-10', answers: 5, faces: [1, 0, 0, 0, 4] })
    const said = [1, 2, 3, 4].map((nth) => aVoice(nth, { change: 'better', wishes: ['nearer', 'moreOften'] }))
    expect(voicesTold([], said, today)).toMatchObject({ changes: { answers: 4, of: null }, wishes: { answers: 4, of: null } })
    const five = voicesTold([], [...said, aVoice(5, { change: 'harder', wishes: ['nearer'] })], today)
    expect(five.changes).toEqual({ answers: 5, of: { better: 4, same: 0, harder: 1 } })
    expect(five.wishes.of).toMatchObject({ nearer: 5, moreOften: 4, asItIs: 0 })
  })

  test('says nothing finer than the month, and their order nothing of when they came', () => {
    const words = ['b', 'c', 'a'].map((one, nth) => aVoice(nth, { words: one, on: `2026-10-0${nth + 1}` }))
    const told = voicesTold([], words, today)
    expect(told.words.map((one) => one.words)).toEqual(['a', 'b', 'c'])
    expect(JSON.stringify(told)).not.toMatch(/2026-10-\d/)
  })

  test('what was taken off the list is nowhere', () => {
    const off = aVoice(1, { words: 'x', change: 'better', wishes: ['nearer'], voidedBecause: 'It names somebody', forLead: true })
    expect(voicesTold([], [off], today)).toMatchObject({ words: [], waiting: 0, changes: { answers: 0 }, wishes: { answers: 0 } })
    expect(wishesToCode([off])).toEqual([])
  })
})

describe('[story 33] what people would like feeds the gap board', () => {
  test.each([
    [['otherTime'], 'wrongTime'],
    [['nearer', 'otherTime'], 'tooFar'],
    [['easier'], 'access'],
    [['asItIs', 'somethingElse'], 'noSuchGroup'],
    [['asItIs'], null],
    [['moreOften'], null],
    [[], null],
  ] as const)('%j is %s', (wishes, barrier) => expect(barrierOf(wishes)).toBe(barrier))

  test('each waits once, the oldest first, and not before a lead has read it', () => {
    const voices = [
      aVoice(1, { wishes: ['nearer'], on: '2026-10-20' }),
      aVoice(2, { wishes: ['nearer'] }),
      aVoice(3, { wishes: ['nearer'], gapId: idFor('gap') }),
      aVoice(4, { wishes: ['nearer'], notAGap: true }),
      aVoice(5, { wishes: ['asItIs'] }),
      aVoice(6, { wishes: ['nearer'], forLead: true, leadWords: 'x' }),
    ]
    expect(wishesToCode(voices).map((one) => one.id)).toEqual([idFor('voice 2'), idFor('voice 1')])
  })
})
