import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { StatusView } from '../../src/renderer/workerLink/views.ts'
import { neverBackwards, statusInWords } from '../../src/renderer/words/statusInWords.ts'
import { linkTroubles } from '../../src/shared/sync/protocol.ts'
import { words } from './words.ts'

const now = '2026-10-22T09:32:00.000Z' // Thursday, 10:32 in Nuneaton
const quiet: StatusView = {
  pending: 0,
  oldestPending: null,
  held: 0,
  parked: 0,
  missing: null,
  sending: null,
  loading: null,
  writing: null,
  lastReached: null,
  trouble: null,
  clockOffMinutes: null,
  clockBehind: null,
  diskLow: null,
  notSaved: null,
  lease: null,
  whole: true,
  copied: null,
}
const tuesday = '2026-10-20T15:40:00.000Z'
const thisMorning = '2026-10-22T07:52:00.000Z'

function said(status: Partial<StatusView>): string {
  const { headline, details } = statusInWords({ ...quiet, ...status }, words, now)
  return [headline, ...details].join(' | ')
}

describe('the state of saving and sending in words', () => {
  test.each<[string, Partial<StatusView>]>([
    ['Fetching your team | Not yet at the surgery', {}],
    ['Everything is at the surgery, 8:52', { lastReached: thisMorning }],
    [
      'Saved on this laptop | The registers are at the surgery. 1 picture or film is still being sent. | Last at the surgery today 8:52',
      { lastReached: thisMorning, filesToSend: 1 },
    ],
    ['Everything is at the surgery, Tue 16:40', { lastReached: tuesday }],
    ['Everything is at the surgery, 1 October, 10:00', { lastReached: '2026-10-01T09:00:00.000Z' }],
    ['Saved on this laptop | 14 waiting to be sent | Last at the surgery today 8:52', { pending: 14, lastReached: thisMorning }],
    ['Saved on this laptop | 1,204 waiting to be sent | Not yet at the surgery', { pending: 1204 }],
    [
      'Saved on this laptop | 14 waiting to be sent | Not reached since Tuesday: the server did not answer',
      { pending: 14, lastReached: tuesday, trouble: { at: now, what: 'noAnswer' } },
    ],
    ['Saved on this laptop | Not reached since 8:52: no network', { lastReached: thisMorning, trouble: { at: now, what: 'offline' } }],
    [
      'Saved on this laptop | 14 waiting to be sent | The surgery’s server is busy. Trying again in 5 seconds',
      { pending: 14, lastReached: thisMorning, trouble: { at: now, what: 'busy', againAt: '2026-10-22T09:32:05.000Z' } },
    ],
    [
      'Saved on this laptop | The surgery’s server is busy. Trying again in 3 minutes',
      { lastReached: thisMorning, trouble: { at: now, what: 'busy', againAt: '2026-10-22T09:34:05.000Z' } },
    ],
    ['Saved on this laptop | The surgery’s server is busy. Trying again soon', { trouble: { at: now, what: 'busy' } }],
    ['Saved on this laptop | Not reached yet: no network', { trouble: { at: now, what: 'offline' } }],
    ['Sending 3 of 14 | They are saved on this laptop too.', { pending: 14, sending: { sent: 3, of: 14 } }],
    ['Fetching your team, 1,200 of 4,000', { loading: { loaded: 1200, of: 4000 } }],
    [
      'Saved on this laptop | Last at the surgery today 8:52 | 1 on hold at the surgery: only a lead can release it',
      { held: 1, lastReached: thisMorning },
    ],
    [
      'The disk is full: the last thing is not saved yet. | Free some space, then press Try again.',
      { notSaved: 'diskFull', lastReached: thisMorning },
    ],
    [
      'Everything is at the surgery, 8:52 | This laptop’s clock is 2,852 days slow. Correct it in the laptop’s settings.',
      { lastReached: thisMorning, clockOffMinutes: -4_106_912 },
    ],
    [
      'Everything is at the surgery, 8:52 | This laptop’s clock is 3 hours fast. Correct it in the laptop’s settings.',
      { lastReached: thisMorning, clockOffMinutes: 185 },
    ],
    [
      'Everything is at the surgery, 8:52 | This laptop’s clock is 12 minutes slow. Correct it in the laptop’s settings.',
      { lastReached: thisMorning, clockOffMinutes: -12 },
    ],
    [
      'Saved on this laptop | Not reached since 11 October: no network | Connect this laptop by Sunday 25 October. After that it shows only what a session needs.',
      {
        lastReached: '2026-10-11T09:22:00.000Z',
        trouble: { at: now, what: 'offline' },
        lease: { state: 'soon', until: '2026-10-25T09:22:00.000Z', takenOff: false },
      },
    ],
    [
      'Saved on this laptop | The lead has taken this laptop off the team | It shows only what a session needs.',
      {
        lastReached: thisMorning,
        trouble: { at: now, what: 'deviceRevoked' },
        lease: { state: 'over', until: '2026-11-05T09:22:00.000Z', takenOff: true },
      },
    ],
    [
      'Everything is at the surgery, 8:52 | Only 1.2 GB left on the disk. Free some space before the next session.',
      { lastReached: thisMorning, diskLow: 1_200_000_000 },
    ],
    [
      'Everything is at the surgery, 8:52 | Only 340 MB left on the disk. Free some space before the next session.',
      { lastReached: thisMorning, diskLow: 340_000_000 },
    ],
    ['Saved on this laptop | Not everything the surgery has is on this laptop yet', { lastReached: thisMorning, whole: false }],
    [
      'Saved on this laptop | Not everything the surgery has is on this laptop yet | This laptop is working from an old copy. It is fetching all that the surgery has again.',
      { lastReached: thisMorning, whole: false, copied: 'fetching' },
    ],
    [
      'Everything is at the surgery, 8:52 | This laptop was working from an old copy. All that the surgery has was fetched again.',
      { lastReached: thisMorning, copied: 'fetched' },
    ],
    [
      'Saved on this laptop | Last at the surgery today 8:52 | 1 thing written on this laptop cannot be read here any more: number 7. Gather asks the surgery whether it has it.',
      { lastReached: thisMorning, missing: { count: 1, numbers: [{ first: 7, last: 7 }], askedFor: false } },
    ],
    [
      'Some things written here cannot be found | Last at the surgery today 8:52 | 7 things written on this laptop cannot be read any more, and the surgery does not have them. They are numbers 2 and 4 to 9. Look through your paper notes and write them down again. The lead has been told.',
      {
        lastReached: thisMorning,
        missing: {
          count: 7,
          numbers: [
            { first: 2, last: 2 },
            { first: 4, last: 9 },
          ],
          askedFor: true,
        },
      },
    ],
    ['Saved on this laptop | The lead has taken this laptop off the team', { lastReached: thisMorning, trouble: { at: now, what: 'deviceRevoked' } }],
    [
      'Saved on this laptop | The lead must confirm this laptop, because the server was restored from a backup',
      { lastReached: thisMorning, trouble: { at: now, what: 'notConfirmed' } },
    ],
  ])('%s', (sentence, status) => {
    expect(said(status)).toBe(sentence)
  })

  test('says "everything" only when nothing waits, is held, parked or nowhere to be found, and the last attempt went well', () => {
    fc.assert(
      fc.property(anyStatus, (status) => {
        const text = [statusInWords(status, words, now)].flatMap(({ headline, details }) => [headline, ...details]).join(' ')
        const all =
          status.pending === 0 &&
          status.held === 0 &&
          status.parked === 0 &&
          status.missing === null &&
          status.trouble === null &&
          status.notSaved === null &&
          status.whole
        if (/everything/i.test(text)) expect(all && status.lastReached !== null).toBe(true)
        expect(text).not.toMatch(/[{}]|undefined|null|NaN/)
      }),
    )
  })

  test('always says how much waits, unless it is being sent, fetched or could not be saved', () => {
    fc.assert(
      fc.property(anyStatus, (status) => {
        if (status.pending === 0 || status.sending || status.loading || status.notSaved) return
        expect(statusInWords(status, words, now).details[0]).toBe(`${words.number(status.pending)} waiting to be sent`)
      }),
    )
  })

  test('a laptop with something held is never marked safe', () => {
    fc.assert(
      fc.property(anyStatus, (status) => {
        if (status.held > 0) expect(statusInWords(status, words, now).mark).toBe('trouble')
        if (status.pending > 0) expect(statusInWords(status, words, now).mark).not.toBe('safe')
      }),
    )
  })
})

describe('the count while sending', () => {
  const sending = (sent: number, of: number): StatusView => ({ ...quiet, pending: of, sending: { sent, of } })
  test('never goes backwards within one sending', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(14), { minLength: 1 }), (counts) => {
        let shown: StatusView | undefined
        let most = 0
        for (const sent of counts) {
          shown = neverBackwards(shown, sending(sent, 14))
          most = Math.max(most, sent)
          expect(shown.sending?.sent).toBe(most)
        }
      }),
    )
  })
  test('starts afresh with another number to send', () => {
    expect(neverBackwards(sending(9, 14), sending(0, 5)).sending).toEqual({ sent: 0, of: 5 })
    expect(neverBackwards(sending(9, 14), quiet)).toBe(quiet)
  })
})

const moment = fc.date({ min: new Date('2026-09-01'), max: new Date(now), noInvalidDate: true }).map((date) => date.toISOString())
const count = fc.oneof(fc.constant(0), fc.nat(5000))
const anyStatus: fc.Arbitrary<StatusView> = fc.record({
  pending: count,
  oldestPending: fc.option(moment),
  held: count,
  parked: count,
  missing: fc.option(fc.record({ count: fc.integer({ min: 1, max: 9 }), numbers: fc.constant([{ first: 4, last: 9 }]), askedFor: fc.boolean() })),
  sending: fc.option(fc.record({ sent: fc.nat(500), of: fc.nat(500) })),
  writing: fc.constant(null),
  loading: fc.option(fc.record({ loaded: fc.nat(), of: fc.nat() })),
  lastReached: fc.option(moment),
  trouble: fc.option(
    fc.record({ at: moment, what: fc.constantFrom(...linkTroubles, 'deviceRevoked' as const, 'notConfirmed' as const, 'wipe' as const) }),
  ),
  clockBehind: fc.constant(null),
  clockOffMinutes: fc.option(fc.integer({ min: -2000, max: 2000 }).filter((minutes) => Math.abs(minutes) >= 5)),
  diskLow: fc.option(fc.nat(2_000_000_000)),
  notSaved: fc.option(fc.constantFrom('diskFull' as const, 'notSaved' as const)),
  whole: fc.boolean(),
  copied: fc.constantFrom(null, 'fetching' as const, 'fetched' as const),
  lease: fc.option(fc.record({ state: fc.constantFrom('soon' as const, 'over' as const), until: moment, takenOff: fc.boolean() })),
})
