import { describe, expect, test } from 'vitest'
import { at } from '../support/builders.ts'
import { walk, id, jean, open, pinned } from './walkWithLeads.ts'

const report = { session: walk, kind: 'fall' as const, happenedAt: at('10:40'), personIds: [jean], what: 'Slipped', ambulance: false }

describe('[story 31] an incident is open until a lead closes it', () => {
  test('with what came of it, and one key opens it again', async () => {
    const laptop = await open()
    const { incidentId } = await laptop.does('reportIncident', report)
    const closed = async () => (await laptop.view('incidents', { sessionId: null }))!.reports.map((one) => one.closed?.words ?? null)
    await laptop.does('closeIncident', { incidentId, words: 'The path was swept' })
    expect(await closed()).toEqual(['The path was swept'])
    expect(await laptop.run('closeIncident', { incidentId, words: 'The path was swept' })).toEqual({ ok: false, reason: 'nothingChanged' })
    expect((await laptop.run('closeIncident', { incidentId, words: ' ' })).ok).toBe(false)
    await laptop.does('closeIncident', { incidentId, words: null })
    expect(await closed()).toEqual([null])
  })
})

describe('story 10: an incident or near miss', () => {
  test('has what to read out on the phone, offline: duty phone, meeting point, typed grid reference', async () => {
    const laptop = await open()
    const view = (await laptop.view('incidents', { sessionId: id }))!
    expect([view.numbers.dutyPhone, view.session?.place, view.session?.meetingPoint, view.session?.gridReference]).toEqual([
      '01632 960500',
      'Riversley Park',
      'bandstand',
      'SP 361 918',
    ])
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
    expect(await reports()).toEqual(
      expect.arrayContaining([
        ['Slipped', null],
        ['Saw her slip', first.incidentId],
      ]),
    )
    expect(await laptop.run('linkIncidents', { incidentId: first.incidentId, sameAs: first.incidentId })).toEqual({
      ok: false,
      reason: 'nothingChanged',
    })
    await laptop.does('linkIncidents', { incidentId: second.incidentId, sameAs: null })
    expect((await reports()).map(([, sameAs]) => sameAs)).toEqual([null, null])
  })
})
