import { describe, expect, test } from 'vitest'
import type { Entity } from '../../../src/shared/records/index.ts'
import {
  attendedSince,
  codesToFile,
  kindDue,
  messageState,
  practiceBefore,
  practiceNow,
  scoresBetween,
  wantsClosingMessage,
} from '../../../src/shared/rules/practiceMessage.ts'
import { codes } from '../../../src/shared/rules/codes.ts'
import { episodeIdOf, sessionIdOf } from '../../../src/shared/std/ids.ts'
import { aSession, aSignIn, at, idFor, which } from '../../support/builders.ts'

const personId = idFor('Jean Oakes')
const episodeId = episodeIdOf(personId, 1)
const written = { at: '2026-06-01T09:00:00.000Z', byId: idFor('Tom') }
const aCase = (more: Partial<Entity<'episode'>> = {}): Entity<'episode'> => ({
  ...{ id: episodeId, personId, number: 1, openedOn: '2026-06-01' },
  ...written,
  ...more,
})
const aMessage = (name: string, more: Partial<Entity<'practiceMessage'>> = {}): Entity<'practiceMessage'> => ({
  ...{ id: idFor(name), personId, episodeId, kind: 'first', share: 'all', practice: 'Manor Court Surgery' },
  ...written,
  ...more,
})

describe('where a message stands', () => {
  test('[story 30] written, sent, back: each is what somebody said last', () => {
    const state = (more: Partial<Entity<'practiceMessage'>>) => messageState(aMessage('one', more), [])
    expect(state({})).toBe('toSend')
    expect(state({ sentOn: '2026-06-02', sentHow: 'printed' })).toBe('sent')
    expect(state({ sentOn: '2026-06-02', sentHow: 'printed', returnedOn: '2026-06-05' })).toBe('returned')
    expect(state({ share: 'nothing' })).toBe('nothing')
    expect(state({ voidedBecause: 'a mistake' })).toBe('void')
  })

  test('[story 30] a corrected version supersedes: the old one is replaced, and stands again when the new one is removed', () => {
    const [old, fresh] = [aMessage('old', { sentOn: '2026-06-02', sentHow: 'pdf' }), aMessage('new', { supersedes: idFor('old') })]
    expect(messageState(old, [old, fresh])).toBe('replaced')
    expect(messageState(fresh, [old, fresh])).toBe('toSend')
    expect(messageState(old, [old, { ...fresh, voidedBecause: 'undone' }])).toBe('sent')
  })

  test('[story 30] of two corrections that did not see each other both stand, and the old one is replaced', () => {
    const old = aMessage('old')
    const both = [aMessage('one', { supersedes: old.id }), aMessage('two', { supersedes: old.id })]
    expect([old, ...both].map((one) => messageState(one, [old, ...both]))).toEqual(['replaced', 'toSend', 'toSend'])
  })
})

describe('what a message is made of', () => {
  test('[story 30] attendance is what the registers say: each day once, who left early came, a mistake does not count', () => {
    const sessionOf = (date: string) => ({ ...aSession({ ...which('Walk and Talk'), date }), id: sessionIdOf(idFor('Walk and Talk'), date, 1) })
    const sessions = ['2026-05-28', '2026-06-04', '2026-06-11', '2026-06-18'].map(sessionOf)
    const came = (nth: number, more: Partial<Entity<'signIn'>> = {}) => ({
      ...aSignIn('Jean Oakes', '10:31', more),
      id: idFor(`${nth} ${JSON.stringify(more)}`),
      sessionId: sessions[nth]!.id,
    })
    const signIns = [came(0), came(1), came(1, { how: 'kiosk' }), came(2, { leftAt: at('11:00') }), came(3, { voidedBecause: 'a mistake' })]
    const said = attendedSince(
      '2026-06-01',
      signIns,
      (id) => sessions.find((one) => one.id === id),
      () => 'Walk and Talk',
    )
    expect(said).toEqual([{ group: 'Walk and Talk', dates: ['2026-06-04', '2026-06-11'] }])
  })

  test('[story 30] outcome: first and last of what was asked twice in one version, lower anxiety being better', () => {
    const ons = (on: string, scores: Entity<'measure'>['scores'], more: Partial<Entity<'measure'>> = {}): Entity<'measure'> => ({
      ...{ id: idFor(`ons ${on} ${more.version ?? ''}`), personId, episodeId, questionnaire: 'ons4', version: '2011', language: 'en', items: {} },
      ...{ scores, on, how: 'asked' },
      ...written,
      ...more,
    })
    const asked = [
      ons('2026-06-08', { satis: 3, anxious: 8, happy: null, worth: 4 }),
      ons('2026-07-20', { satis: 9, anxious: 9, happy: 5, worth: 4 }),
      ons('2026-09-01', { satis: 7, anxious: 3, happy: 6, worth: 4 }),
      ons('2026-09-02', { satis: 1, anxious: 1, happy: 1, worth: 1 }, { voidedBecause: 'another person' }),
      ons('2026-09-03', { satis: 2, anxious: 2, happy: 2, worth: 2 }, { version: '1999' }),
    ]
    const found = scoresBetween(aCase(), asked).map(({ before, after, went }) => [before, after, went])
    expect(found).toEqual(
      expect.arrayContaining([
        [3, 7, 'better'],
        [4, 4, 'same'],
        [8, 3, 'better'],
        [5, 6, 'better'],
      ]),
    )
    expect(found).toHaveLength(4)
    expect(scoresBetween(aCase(), asked.slice(0, 1))).toEqual([])
  })

  test('[story 30] only verified codes of this case are there to file', () => {
    const events = codes.map(({ key }) => ({ id: idFor(key), personId, episodeId, code: key, on: '2026-06-01', ...written }))
    const theirs = { ...events[0]!, id: idFor('other case'), episodeId: episodeIdOf(personId, 2) }
    const found = codesToFile([...events, theirs], episodeId)
    expect(found.map((one) => one.code).sort()).toEqual(codes.flatMap((one) => (one.verified ? [one.code] : [])).sort())
    expect(found.length).toBeLessThan(events.length)
  })
})

describe('to which practice', () => {
  const referral = (more: Partial<Entity<'referral'>>): Entity<'referral'> => ({
    ...{ id: idFor('referral'), personId, episodeId, source: 'practice', receivedOn: '2026-05-30', urgency: 'routine', agreed: 'yes' },
    ...written,
    ...more,
  })
  const now = { practice: 'Manor Court Surgery', odsCode: 'M84001' }

  test('[story 30] practice changed: the one that referred is named, unless it is the same by its code or is a branch of it', () => {
    expect(practiceBefore(now, [], [referral({ from: 'Riversley Surgery', odsCode: 'M84002' })])).toBe('Riversley Surgery')
    expect(practiceBefore(now, [], [referral({ from: 'The Manor', odsCode: 'M84001' })])).toBeNull()
    expect(practiceBefore(now, [], [referral({ from: 'The branch', odsCode: 'M84001002' })])).toBeNull()
    expect(practiceBefore(now, [], [referral({ from: 'MANOR court surgery' })])).toBeNull()
    expect(practiceBefore(now, [], [referral({ from: 'Bowls club', source: 'service' })])).toBeNull()
  })

  test('[story 30] practice changed after a message was sent: that one is named; one that was never sent told nobody', () => {
    const told = aMessage('told', { practice: 'Old Mill', sentOn: '2026-06-02', sentHow: 'printed' })
    expect(practiceBefore(now, [told], [referral({ from: 'Riversley Surgery' })])).toBe('Old Mill')
    expect(practiceBefore(now, [aMessage('draft', { practice: 'Old Mill' })], [])).toBeNull()
  })

  test('a code that was typed as the practice is its code; without anything there is none', () => {
    expect(practiceNow({ practice: 'm84001' })).toEqual({ practice: 'm84001', odsCode: 'M84001' })
    expect(practiceNow({ odsCode: 'M84001' })).toEqual({ practice: 'M84001', odsCode: 'M84001' })
    expect(practiceNow({ practice: ' ' })).toBeNull()
  })
})

describe('which message is due', () => {
  test('[story 30] a case that was closed without one wants one, for 90 days; of somebody who died nobody writes', () => {
    const closed = aCase({ closedOn: '2026-07-01', closedAs: 'goalsMet' })
    expect(wantsClosingMessage(closed, [], '2026-09-29')).toBe(true)
    expect(wantsClosingMessage(closed, [], '2026-09-30')).toBe(false)
    expect(wantsClosingMessage(aCase(), [], '2026-07-02')).toBe(false)
    expect(wantsClosingMessage({ ...closed, closedAs: 'died' }, [], '2026-07-02')).toBe(false)
    expect(wantsClosingMessage(closed, [aMessage('first')], '2026-07-02')).toBe(true)
    expect(wantsClosingMessage(closed, [aMessage('last', { kind: 'closing', share: 'nothing' })], '2026-07-02')).toBe(false)
    expect(wantsClosingMessage(closed, [aMessage('last', { kind: 'closing', voidedBecause: 'undone' })], '2026-07-02')).toBe(true)
  })

  test('the first of a case, then how it goes, then the last', () => {
    expect(kindDue(aCase(), [])).toBe('first')
    expect(kindDue(aCase(), [aMessage('one')])).toBe('progress')
    expect(kindDue(aCase({ closedOn: '2026-07-01' }), [aMessage('one')])).toBe('closing')
  })
})
