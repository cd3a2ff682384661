import { describe, expect, test } from 'vitest'
import type { Asked } from '../../src/renderer/workerLink/matchViews.ts'
import type { Entity } from '../../src/shared/records/index.ts'
import { episodeIdOf } from '../../src/shared/std/ids.ts'
import { aGroup, aMembership, aPerson, aSession, at, idFor, thursday, which, type Known } from '../support/builders.ts'
import { aCase, anOffer, aService } from '../support/cases.ts'
import { busyFor } from '../support/cpu.ts'
import { laptopWith } from '../support/laptop.ts'

const jean = idFor('Jean Oakes')
const park: Entity<'venue'> = { id: idFor('park'), name: 'Riversley Park', meetingPoint: 'bandstand', town: 'Nuneaton', postcode: 'CV11 5TU' }
const referral: Entity<'referral'> = {
  id: idFor('referral'),
  personId: jean,
  episodeId: episodeIdOf(jean, 1),
  source: 'practice',
  receivedOn: '2026-10-01',
  needs: ['company', 'movement'],
  urgency: 'routine',
  agreed: 'yes',
  at: at('09:00', '2026-10-01'),
  byId: idFor('Priya'),
}
const world = (more: Known = {}) =>
  laptopWith(
    {
      venue: [park],
      group: [aGroup('Walk and Talk', { venueId: park.id, leaderId: idFor('Tom'), capacity: 2, template: 'walk' })],
      person: [aPerson('Jean Oakes', { address: { postcode: 'CV10 7AA' }, language: 'pl', mobility: 'Walks with a frame', knownAs: 'Jeanie' })],
      episode: [aCase('Jean Oakes')],
      referral: [referral],
      colleague: [
        { id: idFor('Priya'), name: 'Priya Nair', role: 'linkWorker' },
        { id: idFor('Tom'), name: 'Tom Ashby', role: 'facilitator', phone: '07700 900 111' },
      ],
      team: [{ id: idFor('team'), name: 'Nuneaton North', dutyPhone: '01632 960 500' }],
      ...more,
    },
    { name: 'Priya', role: 'linkWorker' },
  )
const anything: Asked = {
  needs: [],
  times: [],
  mostKm: null,
  mostPence: null,
  access: [],
  suits: [],
  language: null,
  only: null,
  withCarer: false,
}

describe('[story 22] what is looked for', () => {
  test('is filled in from the referral and the person', async () => {
    const laptop = await world()
    expect(await laptop.view('matching', { personId: jean })).toMatchObject({
      episodeId: episodeIdOf(jean, 1),
      from: 'CV10',
      said: ['Walks with a frame'],
      asked: { needs: ['company', 'movement'], language: 'pl', times: [], mostKm: null },
      languages: ['pl'],
    })
  })

  test('without an open case there is nothing to offer by, and the latest referral still says the needs', async () => {
    const laptop = await world({ episode: [aCase('Jean Oakes', { closedOn: '2026-10-10' })] })
    expect(await laptop.view('matching', { personId: jean })).toMatchObject({ episodeId: null, asked: { needs: ['company', 'movement'] } })
  })

  test('English asks for no language', async () => {
    const laptop = await world({ person: [aPerson('Jean Oakes', { language: 'en-GB' })] })
    expect((await laptop.view('matching', { personId: jean }))?.asked.language).toBeNull()
  })
})

describe('[story 22] what fits', () => {
  const found = async (more: Known = {}, asked: Partial<Asked> = {}) =>
    (await (await world(more)).view('matches', { personId: jean, asked: { ...anything, ...asked }, most: 20 }))!

  test('our own groups with their place, the places left and how far it is; services with how fresh they are', async () => {
    const { fits, total } = await found({
      service: [aService('Money advice', { postcode: 'CV11 4AA', checkedOn: '2026-10-10', needs: ['debt'] })],
      membership: [aMembership('Walk and Talk', 'Somebody')],
      person: [aPerson('Jean Oakes', { address: { postcode: 'CV10 7AA' } }), aPerson('Somebody')],
    })
    expect(total).toBe(2)
    expect(fits.find((one) => one.name === 'Walk and Talk')).toMatchObject({
      kind: 'own',
      place: 'Riversley Park, Nuneaton',
      placesLeft: 1,
      distance: { kind: 'km', km: 3 },
    })
    expect(fits.find((one) => one.name === 'Money advice')).toMatchObject({ kind: 'outside', freshDays: 12 })
  })

  test('[story 22] one place is left and they come with a carer', async () => {
    const known = { membership: [aMembership('Walk and Talk', 'Somebody')], person: [aPerson('Jean Oakes'), aPerson('Somebody')] }
    const { others } = await found(known, { withCarer: true })
    expect(others[0]).toMatchObject({ name: 'Walk and Talk', against: [{ code: 'onePlace' }] })
  })

  test('[story 22] a paused group is named and not offered', async () => {
    const { fits, closed } = await found({ group: [aGroup('Tea Dance', { state: 'paused' })] })
    expect([fits, closed.map((one) => one.name)]).toEqual([[], ['Tea Dance']])
  })

  test('what was offered already, or where they are a member, says so', async () => {
    expect((await found({ offer: [anOffer('Jean Oakes', 'Walk and Talk')] })).fits[0]).toMatchObject({ offer: 'offered' })
    expect((await found({ offer: [anOffer('Jean Oakes', 'Walk and Talk', { state: 'declined' })] })).fits[0]).toMatchObject({ offer: null })
    expect((await found({ membership: [aMembership('Walk and Talk', 'Jean Oakes')] })).fits[0]).toMatchObject({ isMember: true })
  })

  test('2,000 entries answer within 100 ms of the processor', async () => {
    const service = Array.from({ length: 2000 }, (_, nth) =>
      aService(`Service ${nth}`, { postcode: `CV1${nth % 4} 5TW`, needs: nth % 2 ? ['company'] : ['debt'], access: ['stepFree'] }),
    )
    const laptop = await world({ service })
    const asked = { ...anything, needs: ['company'], mostKm: 10, access: ['stepFree', 'toilets'] }
    await laptop.view('matches', { personId: jean, asked, most: 20 })
    const { ms, value } = await busyFor(() => laptop.view('matches', { personId: jean, asked: { ...asked, mostKm: 5 }, most: 20 }))
    expect(value?.total).toBe(2001)
    expect(ms).toBeLessThan(100)
  })
})

describe('[story 22] the sheet of what to expect', () => {
  const offer = anOffer('Jean Oakes', 'Walk and Talk', { firstOn: '2026-10-29', meetAt: 'At the gate', goesAlongId: idFor('Priya') })
  const sheetOf = async (more: Known) => (await world({ offer: [offer], ...more })).view('expectSheet', { personId: jean, offerId: offer.id })

  test('says where, when, who meets them, who runs it and what it costs; never a colleague’s own number', async () => {
    const details = aService('Walk and Talk details', {
      kind: 'own',
      groupId: idFor('Walk and Talk'),
      free: true,
      bring: 'Flat shoes',
      firstVisit: '1. Priya meets you at the gate\n\n- We walk one lap\n* Then tea',
    })
    const sheet = await sheetOf({ service: [details] })
    expect(sheet).toMatchObject({
      name: 'Jeanie',
      what: 'Walk and Talk',
      place: 'Riversley Park, Nuneaton',
      meetingPoint: 'bandstand',
      leader: 'Tom',
      goesAlong: 'Priya Nair',
      meetAt: 'At the gate',
      first: { date: '2026-10-29', start: '10:30' },
      bring: 'Flat shoes',
      free: true,
      steps: ['Priya meets you at the gate', 'We walk one lap', 'Then tea'],
      call: { name: 'Nuneaton North', phone: '01632 960 500' },
    })
    expect(JSON.stringify(sheet)).not.toContain('07700 900 111')
  })

  test('a session moved to another time says that time', async () => {
    const moved = aSession(which('Walk and Talk', '2026-10-29'), { start: '11:00', end: '12:00' })
    expect((await sheetOf({ session: [moved] }))?.first).toEqual({ date: '2026-10-29', start: '11:00' })
  })

  test('an offer that was undone has none', async () => {
    expect(await sheetOf({ offer: [{ ...offer, voidedBecause: 'a mistake' }] })).toBeNull()
  })
})

test('[story 22] a first time is planned on a day the group meets, never on a cancelled one', async () => {
  const laptop = await world({ session: [aSession(which('Walk and Talk', '2026-10-29'), { cancelledBecause: 'frost' })] })
  const { next } = (await laptop.view('firstTime', { groupId: idFor('Walk and Talk') }))!
  expect(next.map((one) => one.date)).toEqual([thursday, '2026-11-05', '2026-11-12', '2026-11-19'])
})
