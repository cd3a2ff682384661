import { describe, expect, test } from 'vitest'
import { aGroup, aMembership, aPerson, aSession, aSignIn, at, idFor, sessionId, theirs, which } from '../support/builders.ts'
import { laptopWith, type Known, type TestLaptop } from '../support/laptop.ts'

const walk = which('Walk and Talk')
const id = sessionId(walk)
const jean = idFor('Jean Oakes')
const known: Known = {
  team: [{ id: idFor('team'), name: 'Nuneaton North', dutyPhone: '01632 960500', safeguarding: { name: 'Farida', phone: '01632 960501' }, safeguardingAlternate: { name: 'Owen', phone: '01632 960502' } }],
  group: [aGroup('Walk and Talk', { venueId: idFor('Park'), facilitatorIds: [idFor('Sam')] })],
  venue: [{ id: idFor('Park'), name: 'Riversley Park', meetingPoint: 'bandstand', gridReference: 'SP 361 918' }],
  colleague: [{ id: idFor('Tom'), name: 'Tom Ashby', role: 'lead' }, { id: idFor('Nisha'), name: 'Nisha Shah', role: 'lead' }, { id: idFor('Sam'), name: 'Sam Bright', role: 'facilitator' }],
  person: [aPerson('Jean Oakes')],
  membership: [aMembership('Walk and Talk', 'Jean Oakes')],
  session: [aSession(walk)],
  signIn: [aSignIn('Jean Oakes', '10:30')],
}
const open = (whose = {}, more: Known = {}) => laptopWith({ ...known, ...more }, whose)
const pinned = (laptop: TestLaptop) => laptop.view('pinned', null)
const report = { session: walk, kind: 'fall' as const, happenedAt: at('10:40'), personIds: [jean], what: 'Slipped', ambulance: false }
const worry = { session: walk, personId: jean, what: 'She said he takes her card', told: 'Tom by phone, 10:40' }

describe('story 10: an incident or near miss', () => {
  test('has what to read out on the phone, offline: duty phone, meeting point, typed grid reference', async () => {
    const laptop = await open()
    const view = (await laptop.view('incidents', { sessionId: id }))!
    expect([view.numbers.dutyPhone, view.session?.place, view.session?.meetingPoint, view.session?.gridReference]).toEqual(['01632 960500', 'Riversley Park', 'bandstand', 'SP 361 918'])
    expect(view.session?.here.map((one) => one.name)).toEqual(['Jean Oakes'])
  })

  test('is pinned until the server has it', async () => {
    const laptop = await open()
    laptop.surgery.trouble = 'offline'
    await laptop.does('reportIncident', report)
    expect((await pinned(laptop)).incidents.map((one) => [one.group, one.kind, one.state])).toEqual([['Walk and Talk', 'fall', 'waiting']])
    await laptop.restart()
    expect((await pinned(laptop)).incidents).toHaveLength(1)
    laptop.surgery.trouble = null
    await laptop.exchange()
    expect((await pinned(laptop)).incidents).toEqual([])
    expect((await laptop.view('incidents', { sessionId: id }))!.reports.map((one) => [one.state, one.who])).toEqual([['arrived', ['Jean Oakes']]])
  })

  test('that the server keeps aside stays pinned and says so', async () => {
    const laptop = await open()
    laptop.surgery.judge = () => 'notAllowed'
    await laptop.does('reportIncident', report)
    await laptop.exchange()
    expect((await pinned(laptop)).incidents.map((one) => one.state)).toEqual(['held'])
  })

  test('involves a passer-by who is on no list', async () => {
    const laptop = await open()
    await laptop.does('reportIncident', { ...report, personIds: [], others: 'A man with a dog' })
    expect((await laptop.view('incidents', { sessionId: id }))!.reports.map((one) => [one.who, one.others])).toEqual([[[], 'A man with a dog']])
  })

  test('happens after the register was closed, and needs no reason for it', async () => {
    const laptop = await open()
    await laptop.does('closeSession', { session: walk })
    expect((await laptop.run('reportIncident', report)).ok).toBe(true)
  })

  test('two reports of one event are linked, both in their own words, and taken apart again', async () => {
    const laptop = await open()
    const first = await laptop.does('reportIncident', report)
    const second = await laptop.does('reportIncident', { ...report, what: 'Saw her slip' })
    await laptop.does('linkIncidents', { incidentId: second.incidentId, sameAs: first.incidentId })
    const reports = async () => (await laptop.view('incidents', { sessionId: null }))!.reports.map((one) => [one.what, one.sameAs])
    expect(await reports()).toEqual(expect.arrayContaining([['Slipped', null], ['Saw her slip', first.incidentId]]))
    expect(await laptop.run('linkIncidents', { incidentId: first.incidentId, sameAs: first.incidentId })).toEqual({ ok: false, reason: 'nothingChanged' })
    await laptop.does('linkIncidents', { incidentId: second.incidentId, sameAs: null })
    expect((await reports()).map(([, sameAs]) => sameAs)).toEqual([null, null])
  })
})

describe('story 11: a safeguarding concern', () => {
  const facilitator = { name: 'Sam', role: 'facilitator' as const }

  test('must say who has been told and when', async () => {
    const laptop = await open(facilitator)
    expect(await laptop.run('passOnConcern', { ...worry, told: '' })).toEqual({ ok: false, reason: 'badInput' })
  })

  test('is pinned until the server has it and the lead has read it; its words are in no view of a facilitator', async () => {
    const laptop = await open(facilitator)
    laptop.surgery.trouble = 'offline'
    const { concernId } = await laptop.does('passOnConcern', worry)
    const states = async () => (await pinned(laptop)).concerns.map((one) => one.state)
    expect(await states()).toEqual(['waiting'])
    laptop.surgery.trouble = null
    await laptop.exchange()
    expect(await states()).toEqual(['unread'])
    for (const view of [await laptop.view('concerns', null), await pinned(laptop), await laptop.view('surgery', null), await laptop.view('today', null)]) {
      expect(JSON.stringify(view)).not.toContain('takes her card')
    }
    laptop.surgery.tells(theirs('concern', concernId, { acknowledgedAt: at('11:00'), acknowledgedBy: idFor('Nisha') }))
    await laptop.exchange()
    expect(await states()).toEqual([])
  })

  test('waits at the surgery without saying whom it is about', async () => {
    const laptop = await open(facilitator)
    laptop.surgery.trouble = 'offline'
    await laptop.does('passOnConcern', worry)
    const { waiting } = await laptop.view('surgery', null)
    expect(waiting.map((act) => [act.command, act.subjects])).toEqual([['passOnConcern', []]])
  })

  test('survives the kill that comes right after it', async () => {
    const laptop = await open(facilitator)
    laptop.surgery.trouble = 'offline'
    await laptop.does('passOnConcern', worry)
    await laptop.loseStore()
    expect((await pinned(laptop)).concerns.map((one) => one.state)).toEqual(['waiting'])
  })

  test('is only added to; an addition is about the same colleague, so that they do not receive it either', async () => {
    const laptop = await open(facilitator)
    const { concernId } = await laptop.does('passOnConcern', { ...worry, personId: undefined, aboutColleagueId: idFor('Nisha') } as never)
    const more = await laptop.does('passOnConcern', { session: null, addsTo: concernId, what: 'Again today', told: 'Owen, 12:00' })
    expect((await laptop.sees('concern', more.concernId))?.fields).toMatchObject({ addsTo: concernId, aboutColleagueId: idFor('Nisha') })
    expect((await laptop.sees('concern', concernId))?.fields['what']).toBe(worry.what)
  })

  test('only a lead says that it was read', async () => {
    const laptop = await open(facilitator)
    const { concernId } = await laptop.does('passOnConcern', worry)
    expect(await laptop.run('acknowledgeConcern', { concernId })).toEqual({ ok: false, reason: 'notAllowed' })
  })

  test('is read and acknowledged on a lead’s laptop, with what was added below it', async () => {
    const concern = { id: idFor('c'), ...worry, session: undefined, sessionId: id, at: at('10:41'), byId: idFor('Sam') }
    const added = { id: idFor('more'), addsTo: idFor('c'), what: 'Again', told: 'Nobody yet', at: at('11:00'), byId: idFor('Sam') }
    const laptop = await open({}, { concern: [concern as never, added] })
    expect((await pinned(laptop)).toRead).toBe(2)
    const [one] = (await laptop.view('concerns', null)).toRead!
    expect([one!.person, one!.by, one!.what, one!.more.map((more) => more.what)]).toEqual(['Jean Oakes', 'Sam Bright', worry.what, ['Again']])
    expect(one!.unread).toEqual([idFor('c'), idFor('more')])
    for (const concernId of one!.unread) await laptop.does('acknowledgeConcern', { concernId })
    expect((await laptop.view('concerns', null)).toRead![0]!.acknowledged?.by).toBe('Tom Ashby')
    expect((await pinned(laptop)).toRead).toBe(0)
  })

  test('about a colleague: whom to tell instead stands ready offline', async () => {
    const laptop = await open(facilitator)
    expect((await laptop.view('numbers', null)).alternate).toEqual({ name: 'Owen', phone: '01632 960502' })
  })

  test('the lead keeps the numbers; a facilitator cannot', async () => {
    const [lead, sam] = [await open(), await open(facilitator)]
    await lead.does('editTeam', { fields: { dutyPhone: '01632 960999' } })
    expect((await lead.view('numbers', null)).dutyPhone).toBe('01632 960999')
    expect(await sam.run('editTeam', { fields: { dutyPhone: '1' } })).toEqual({ ok: false, reason: 'notAllowed' })
  })
})
