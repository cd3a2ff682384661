import { describe, expect, test } from 'vitest'
import { matchesFor, matchOf, partOfDay, type MatchEntry, type Wish } from '../../../src/shared/rules/match.ts'
import { weekdays } from '../../../src/renderer/words/slotInWords.ts'
import { busyFor } from '../../support/cpu.ts'
import { aListing } from '../../support/listings.ts'

const wish: Wish = {
  needs: ['company', 'movement'],
  times: ['TH-am'],
  from: { postcode: 'CV11 5TW', town: 'Nuneaton' },
  mostKm: 10,
  mostPence: null,
  access: [],
  suits: [],
  language: null,
  only: null,
  gender: null,
  withCarer: false,
}
const walk = aListing('Walk and Talk', {
  kind: 'own',
  groupId: 'walk',
  needs: ['company', 'movement', 'lowMood'],
  times: [{ day: 'TH', from: '10:30', until: '12:00' }],
  postcode: 'CV11 5TU',
  town: 'Nuneaton',
  free: true,
})
const matched = (entry: MatchEntry, more: Partial<Wish> = {}) => matchOf({ ...wish, ...more }, entry)
const names = (list: readonly { entry: MatchEntry }[]) => list.map((one) => one.entry.name)

describe('[story 22] what fits', () => {
  test('says why, of all that was asked', () => {
    expect(matched(walk)).toMatchObject({
      for: [
        { code: 'need', need: 'company' },
        { code: 'need', need: 'movement' },
        { code: 'time', day: 'TH', from: '10:30', until: '12:00' },
        { code: 'near', distance: { kind: 'sameDistrict', district: 'CV11' } },
        { code: 'free' },
      ],
      against: [],
      ask: [],
    })
  })

  test.each<[string, Partial<MatchEntry>, Partial<Wish>, string]>([
    ['another need', { needs: ['debt'] }, {}, 'needs'],
    ['another time', { times: [{ day: 'TH', from: '14:00', until: '15:00' }] }, {}, 'times'],
    ['too far', { postcode: 'B1 1AA' }, {}, 'tooFar'],
    ['too dear', { free: false, pence: 500 }, { mostPence: 200 }, 'tooDear'],
    ['not free', { free: false }, { mostPence: 0 }, 'notFree'],
    ['another language', { languages: ['pa'] }, { language: 'pl' }, 'language'],
    ['a mixed group for who wants women only', {}, { only: 'women' }, 'mixed'],
    ['one place for two', { placesLeft: 1 }, { withCarer: true }, 'onePlace'],
  ])('%s is said against it', (_, entry, more, code) => {
    const found = matched({ ...walk, ...entry }, more)
    expect(found.against.map((one) => one.code)).toEqual([code])
    expect(matchesFor({ ...wish, ...more }, [{ ...walk, ...entry }]).fits).toEqual([])
  })

  test.each<[string, Partial<MatchEntry>, Partial<Wish>, string]>([
    ['which needs', { needs: [] }, {}, 'needs'],
    ['when', { times: [] }, {}, 'times'],
    ['where', { postcode: '', town: '' }, {}, 'distance'],
    ['what it costs', { free: null }, { mostPence: 0 }, 'cost'],
    ['whether it is step-free', { access: ['toilets'] }, { access: ['stepFree'] }, 'access'],
    ['whether it can cope with a frame', {}, { suits: ['walkingAid'] }, 'suits'],
    ['in which language', {}, { language: 'pl' }, 'language'],
    ['whether there is a place', { vacancy: 'notKnown' }, {}, 'vacancy'],
    ['whether it is still there', { due: true }, {}, 'notChecked'],
    ['whether it is still there, when its feed lost it', { due: true, goneFromFeedOn: '2026-10-01' }, {}, 'gone'],
  ])('what nobody has written down (%s) keeps it on the list, to be asked', (_, entry, more, code) => {
    const found = matched({ ...walk, ...entry }, more)
    expect([found.against, found.ask.map((one) => one.code)]).toEqual([[], [code]])
  })

  test('nothing asked for keeps everything, and nobody travels to what is online', () => {
    const far = { ...walk, postcode: 'B1 1AA', access: ['online'] }
    expect(matched(far).against).toEqual([])
    expect(matched(walk, { needs: [], times: [], mostKm: null }).against).toEqual([])
  })

  test('English needs no list of languages, and "pl-PL" is Polish', () => {
    expect(matched(walk, { language: 'en-GB' }).ask).toEqual([])
    expect(matched({ ...walk, languages: ['en', 'pl'] }, { language: 'pl-PL' }).for).toContainEqual({ code: 'language', language: 'pl-PL' })
  })
})

describe('[story 22] a group that is paused', () => {
  test('is named with until when and why, and not among what is offered', () => {
    const paused = { ...walk, id: 'tea', name: 'Tea Dance', closed: { until: '2026-12-01', because: 'The hall is being painted' } }
    const found = matchesFor(wish, [walk, paused])
    expect([names(found.fits), names(found.closed)]).toEqual([['Walk and Talk'], ['Tea Dance']])
  })
})

describe('[story 22] a group for women only', () => {
  const women = { ...walk, onlyFor: 'women' as const }
  test.each([
    ['2', 'for'],
    ['1', 'against'],
    ['3', 'ask'],
    ['4', 'ask'],
    ['Z', 'ask'],
    [null, 'ask'],
  ] as const)('who is %j by the national list: %s; a person decides, never the app', (gender, side) => {
    const found = matched(women, { gender })
    expect(found[side].some((one) => one.code === 'only' || one.code === 'onlyFor')).toBe(true)
    expect(found.against.length).toBe(side === 'against' ? 1 : 0)
  })

  test('who asks for one is offered it whatever is written of them', () => {
    expect(matched(women, { only: 'women', gender: null }).for).toContainEqual({ code: 'only', only: 'women' })
  })
})

describe('[story 22] who needs a place for a carer', () => {
  test.each<[string, Partial<MatchEntry>, 'for' | 'ask']>([
    ['its register counts carers', { takesCarers: true }, 'for'],
    ['a carer can come along', { access: ['carerPlace'] }, 'for'],
    ['it suits people who come with a carer', { suits: ['withCarer'] }, 'for'],
    ['nobody has said', {}, 'ask'],
    ['two places are left', { placesLeft: 2, takesCarers: true }, 'for'],
  ])('%s', (_, entry, side) => {
    expect(matched({ ...walk, ...entry }, { withCarer: true })[side]).toContainEqual({ code: 'carer' })
  })
})

test('the order: a place before a waiting list, more needs before fewer, sure before unknown, near before far', () => {
  const one = (name: string, more: Partial<MatchEntry>) => ({ ...walk, id: name, name, ...more })
  const listed = [
    one('Far', { postcode: 'CV12 8NF' }),
    one('Full', { vacancy: 'full' }),
    one('Waiting', { vacancy: 'waitingList' }),
    one('Unknown', { due: true }),
    one('One need', { needs: ['company'] }),
    one('Near', {}),
  ]
  expect(names(matchesFor(wish, listed).fits)).toEqual(['Near', 'Far', 'Unknown', 'One need', 'Waiting', 'Full'])
  expect(names(matchesFor(wish, listed.toReversed()).fits)).toEqual(['Near', 'Far', 'Unknown', 'One need', 'Waiting', 'Full'])
})

test('of those that do not fit, the nearest miss comes first', () => {
  const two = { ...walk, id: 'two', name: 'Two reasons', needs: ['debt'], postcode: 'B1 1AA' }
  const miss = { ...walk, id: 'one', name: 'Wrong time', times: [{ day: 'FR' as const, from: '10:00', until: '11:00' }] }
  expect(names(matchesFor(wish, [two, miss]).others)).toEqual(['Wrong time', 'Two reasons'])
})

test.each([
  ['09:00', 'am'],
  ['11:59', 'am'],
  ['12:00', 'pm'],
  ['16:59', 'pm'],
  ['17:00', 'eve'],
])('%s is %s', (time, part) => expect(partOfDay(time)).toBe(part))

test('2,000 entries for one person take less than 100 ms of the processor', async () => {
  const districts = ['CV10', 'CV11', 'CV12', 'B1', 'LE10', 'EC1A', '']
  const entries = Array.from({ length: 2000 }, (_, nth) => ({
    ...walk,
    id: `entry ${nth}`,
    name: `Entry ${nth}`,
    postcode: `${districts[nth % 7]} ${nth % 7 === 6 ? '' : '5TW'}`.trim(),
    needs: nth % 3 ? ['company'] : ['debt'],
    times: weekdays.map((day) => ({ day, from: '10:00', until: '11:00' })),
    due: nth % 5 === 0,
  }))
  const asked = { ...wish, access: ['stepFree', 'toilets'], suits: ['anxious'], language: 'pl', withCarer: true, mostPence: 0 }
  const { ms, value } = await busyFor(() => matchesFor(asked, entries))
  expect(value.fits.length + value.others.length).toBe(2000)
  expect(ms).toBeLessThan(100)
})
