import { beforeEach, describe, expect, test } from 'vitest'
import { note } from '../../src/shared/records/note.ts'
import { records } from '../../src/shared/records/index.ts'
import { defineRecord } from '../../src/shared/records/defineRecord.ts'
import { z } from 'zod'
import { aChange, aGroup, aMembership, aPerson, at, idFor, sessionId, stampAt, which } from '../support/builders.ts'
import { laptopWith, rowsOf, TestLaptop, type Known } from '../support/laptop.ts'

const session = which('Walk and Talk')
const id = sessionId(session)
const jean = idFor('Jean Oakes')
const ray = idFor('Ray Oakes')
const known: Known = {
  group: [aGroup('Walk and Talk')], person: [aPerson('Jean Oakes'), aPerson('Ray Oakes')], membership: [aMembership('Walk and Talk', 'Jean Oakes')],
}

let laptop: TestLaptop
beforeEach(async () => {
  laptop = await laptopWith(known)
})
const signIn = (personId: string) => laptop.does('signInPerson', { session, personId })
const here = async () => (await laptop.view('register', { sessionId: id }))?.here.map((row) => row.name).sort()
const status = () => laptop.view('status', null)
const states = async () => (await laptop.store.db.changes.toArray()).map((entry) => entry.state)
const theirs = (record: string, row: string, fields: object, more: object = {}) =>
  aChange(record, row, fields as never, { device: idFor('Nisha’s laptop'), stamp: stampAt('10:40', 'Nisha’s laptop'), ...more })

describe('an exchange', () => {
  test('sends what waits and marks it accepted, on disk too', async () => {
    await signIn(jean)
    await laptop.exchange()
    expect([laptop.surgery.received.map((change) => change.record), await states(), await status()]).toEqual([
      ['session', 'signIn'], ['accepted', 'accepted'], expect.objectContaining({ pending: 0, oldestPending: null, lastReached: at('10:31'), trouble: null }),
    ])
    await laptop.restart()
    expect([await here(), (await status()).pending]).toEqual([['Jean Oakes'], 0])
  })

  test('brings what others did, into rows, views and search', async () => {
    laptop.surgery.tells(theirs('person', idFor('Prakash'), { givenName: 'Prakash' }), theirs('person', jean, { familyName: 'Oaks' }))
    await laptop.exchange()
    const hits = await laptop.laptop.searchIn({ sessionId: id, text: 'pra' })
    expect([hits.map((hit) => hit.name), (await laptop.view('person', { personId: jean }))?.name]).toEqual([['Prakash'], 'Jean Oaks'])
  })

  test('[SY3] whose answer was lost is sent again and changes nothing', async () => {
    await signIn(jean)
    const answer = laptop.host.network
    laptop.host.network = async (request, token) => { await answer(request, token); return { ok: false, reason: 'noAnswer' } }
    await laptop.exchange()
    expect([await states(), (await status()).trouble?.what]).toEqual([['pending', 'pending'], 'noAnswer'])
    laptop.host.network = answer
    await laptop.exchange()
    expect([await states(), laptop.surgery.received.length, await here()]).toEqual([['accepted', 'accepted'], 2, ['Jean Oakes']])
  })

  test('[SY4] leaves a change pending that was written while it went on', async () => {
    await signIn(jean)
    laptop.surgery.meanwhile = async () => {
      laptop.surgery.meanwhile = async () => {}
      await signIn(ray)
    }
    await laptop.exchange()
    expect([await states(), (await status()).pending, await here()]).toEqual([['accepted', 'accepted', 'pending'], 1, ['Jean Oakes', 'Ray Oakes']])
    await laptop.exchange()
    expect(await states()).toEqual(['accepted', 'accepted', 'accepted'])
  })

  test('[SY4] shows what was typed meanwhile although the surgery moved the stamp of what was typed before', async () => {
    laptop.surgery.effective = (change) => change.stamp.replace(/^[^.]+/, Date.parse(at('11:31')).toString(36).padStart(9, '0')) // an hour slow
    await laptop.does('editPerson', { personId: jean, fields: { practice: 'Larkfield', phone: '01632 960001' } })
    laptop.surgery.meanwhile = async () => {
      laptop.surgery.meanwhile = async () => {}
      await laptop.does('editPerson', { personId: jean, fields: { practice: 'Bede Gate', phone: '01632 960002' } })
    }
    await laptop.exchange()
    const person = await laptop.view('person', { personId: jean })
    expect([person?.practice, person?.phone.value, person?.phone.versions.length]).toEqual(['Bede Gate', '01632 960002', 1])
  })

  test('that answers to something never sent touches nothing', async () => {
    await signIn(jean)
    laptop.surgery.once = { results: [{ state: 'accepted', id: idFor('stranger'), revision: 1, effective: stampAt('10:31') }] }
    await laptop.exchange()
    expect([await states(), (await status()).trouble?.what]).toEqual([['pending', 'pending'], 'serverTrouble'])
  })

  test('with an answer of another shape is not with our surgery', async () => {
    await signIn(jean)
    laptop.host.network = async () => ({ ok: true, value: '<html>Log in to the café’s Wi-Fi</html>' })
    await laptop.exchange()
    expect([(await status()).trouble?.what, await states()]).toEqual(['notOurServer', ['pending', 'pending']])
  })

  test('of a thousand changes goes in batches, no act cut in two', async () => {
    for (let person = 0; person < 400; person++) await laptop.run('addSomeoneNew', { session, givenName: `Walker ${person}`, member: true })
    await laptop.exchange()
    const batches = laptop.host.sent.map((request) => (request.body as { changes?: { act: string }[] } | undefined)?.changes ?? []).filter((batch) => batch.length > 0)
    const acts = batches.map((batch) => new Set(batch.map((change) => change.act)))
    expect([batches.length, batches.every((batch) => batch.length <= 500), [...acts[0]!].filter((act) => acts[1]?.has(act))]).toEqual([3, true, []])
    expect((await status()).pending).toBe(0)
  })

  test('whose store refuses the answer sends again, and nothing counts as sent that is not written down', async () => {
    await signIn(jean)
    laptop.surgery.meanwhile = async () => { laptop.storeRefuses() }
    await laptop.exchange()
    laptop.surgery.meanwhile = async () => {}
    delete (laptop.store.db as unknown as { transaction?: unknown }).transaction
    expect([(await status()).pending, (await status()).trouble?.what, await here()]).toEqual([2, 'serverTrouble', ['Jean Oakes']])
    await laptop.exchange()
    expect([await states(), laptop.surgery.received.length]).toEqual([['accepted', 'accepted'], 2])
  })
})

describe('[SY7] a change the surgery keeps aside', () => {
  test('of the door stays on the register, marked, and is offered again until somebody lets it in', async () => {
    laptop.surgery.judge = (change) => (change.record === 'signIn' ? 'deviceRevoked' : null)
    await signIn(jean)
    await laptop.exchange()
    const register = async () => (await laptop.view('register', { sessionId: id }))?.here.map((row) => [row.name, row.held])
    expect([await register(), (await status()).held, (await status()).pending]).toEqual([[['Jean Oakes', 'deviceRevoked']], 1, 0])
    await laptop.restart()
    expect(await register()).toEqual([['Jean Oakes', 'deviceRevoked']])
    laptop.surgery.judge = () => null
    await laptop.exchange()
    expect([await register(), (await status()).held]).toEqual([[['Jean Oakes', null]], 0])
  })

  test('of the office does not show as if it were so', async () => {
    laptop.surgery.judge = () => 'notAllowed'
    await laptop.does('createVenue', { fields: { name: 'Riversley Park' } })
    expect((await laptop.view('team', null)).venues.map((venue) => venue.name)).toEqual(['Riversley Park'])
    await laptop.exchange()
    expect((await laptop.view('team', null)).venues).toEqual([])
    await laptop.restart()
    expect([(await laptop.view('team', null)).venues, (await status()).held]).toEqual([[], 1])
  })

  test('does not hold up the others, and is told in words until it is settled', async () => {
    laptop.surgery.judge = (change) => (change.record === 'venue' ? 'notAllowed' : null)
    await laptop.does('createVenue', { fields: { name: 'Riversley Park' } })
    await signIn(jean)
    await laptop.exchange()
    const { held, waiting } = await laptop.view('surgery', null)
    expect([held.map((act) => [act.command, act.code, act.state, act.changes]), waiting, await states()]).toEqual([
      [['createVenue', 'notAllowed', 'held', 1]], [], ['held', 'accepted', 'accepted'],
    ])
  })

  test('is not offered again with every exchange of its own accord', async () => {
    laptop.surgery.judge = (change) => (change.record === 'venue' ? 'notAllowed' : null)
    await laptop.does('createVenue', { fields: { name: 'Riversley Park' } })
    await laptop.exchange()
    expect([...laptop.store.reoffer]).toEqual([])
    laptop.laptop.goNow()
    expect([...laptop.store.reoffer]).toEqual([1])
  })
})

describe('an own change over what the surgery said', () => {
  const practice = async () => (await laptop.view('person', { personId: jean }))?.practice
  const edit = (fields: { practice?: string; email?: string }) => laptop.does('editPerson', { personId: jean, fields })

  test('that is held does not cover a later one of this laptop that was taken in', async () => {
    laptop.surgery.judge = (change) => (change.fields['practice'] === 'Larkfield' ? 'notAllowed' : null)
    await edit({ practice: 'Larkfield' })
    laptop.ports.set('10:40')
    await edit({ practice: 'Bede Gate' })
    await laptop.exchange()
    expect([await practice(), (await status()).held]).toEqual(['Bede Gate', 1])
    await laptop.restart()
    expect(await practice()).toBe('Bede Gate')
  })

  test('that waits again after a reset does not cover what somebody else wrote later', async () => {
    await edit({ practice: 'Larkfield' })
    await laptop.exchange()
    laptop.ports.set('10:50')
    laptop.surgery.tells(theirs('person', jean, { practice: 'Hazel Court' }))
    await laptop.exchange()
    await edit({ email: 'jean@example.org' })
    await laptop.exchange()
    const answer = laptop.host.network
    laptop.surgery.once = { reset: 'epoch' }
    let asked = 0
    laptop.host.network = async (request, token) => (asked++ === 0 ? answer(request, token) : { ok: false, reason: 'offline' })
    await laptop.exchange()
    expect([(await status()).pending, await practice(), (await laptop.view('person', { personId: jean }))?.email]).toEqual([2, 'Hazel Court', 'jean@example.org'])
  })
})

describe('[SY13] what was sent', () => {
  const months = (count: number) => { laptop.ports.time += count * 31 * 86_400_000 }

  test('stays on the laptop, however long, while no backup has it', async () => {
    await signIn(jean)
    await laptop.exchange()
    months(6)
    await laptop.exchange()
    expect([await states(), laptop.host.journal.length]).toEqual([['accepted', 'accepted'], 1])
  })

  test('stays a month although a backup has it', async () => {
    await signIn(jean)
    await laptop.exchange()
    laptop.surgery.durable = laptop.surgery.revision
    await laptop.exchange()
    expect([await states(), laptop.host.journal.length]).toEqual([['accepted', 'accepted'], 1])
  })

  test('goes after both, with its part of the journal; the row stays', async () => {
    await signIn(jean)
    await laptop.exchange()
    laptop.surgery.durable = laptop.surgery.revision
    months(2)
    await laptop.exchange()
    expect([await states(), laptop.host.journal, await here()]).toEqual([[], [], ['Jean Oakes']])
    await laptop.restart()
    expect([laptop.replayed, await here(), laptop.store.state.nextSequence]).toEqual([0, ['Jean Oakes'], 3])
  })

  test('does not take the journal of a change that still waits or is held with it', async () => {
    laptop.surgery.judge = (change) => (change.record === 'venue' ? 'notAllowed' : null)
    await laptop.does('createVenue', { fields: { name: 'Riversley Park' } })
    await signIn(jean)
    await laptop.exchange()
    laptop.surgery.durable = laptop.surgery.revision
    months(2)
    await laptop.exchange()
    expect([await states(), laptop.host.journal.length]).toEqual([['held'], 2])
    await laptop.loseStore()
    expect((await status()).pending).toBe(3)
  })

  test('whose numbers are gone from laptop and journal is not numbered again', async () => {
    await signIn(jean)
    await laptop.exchange()
    laptop.surgery.durable = laptop.surgery.revision
    months(2)
    await laptop.exchange()
    await laptop.loseStore()
    laptop.surgery.rows = rowsOf(known)
    await laptop.exchange()
    await signIn(ray)
    expect((await laptop.store.db.changes.toArray()).map((entry) => entry.sequence)).toEqual([3, 4])
  })
})

describe('[SY15] [SY16] a reset', () => {
  test('of a surgery restored from last night’s backup brings this morning’s sign-ins back by itself', async () => {
    await signIn(jean)
    await laptop.exchange()
    await signIn(ray)
    laptop.surgery.epoch = idFor('after the restore')
    laptop.surgery.have = 0
    laptop.surgery.revision = 0
    laptop.surgery.received.length = 0
    ;(laptop.surgery as unknown as { answers: Map<string, unknown> }).answers.clear()
    await laptop.exchange()
    expect([laptop.surgery.received.map((change) => change.sequence), await states(), await here(), (await status()).pending])
      .toEqual([[3, 1, 2], ['accepted', 'accepted', 'accepted'], ['Jean Oakes', 'Ray Oakes'], 0])
  })

  test('after the surgery lost changes without saying so is noticed by its count', async () => {
    await signIn(jean)
    await laptop.exchange()
    laptop.surgery.have = 0
    ;(laptop.surgery as unknown as { answers: Map<string, unknown> }).answers.clear()
    await laptop.exchange()
    expect([laptop.surgery.received.length, laptop.store.state.haveN, await states()]).toEqual([4, 2, ['accepted', 'accepted']])
  })

  test('makes held changes pending again, and keeps them shown as before', async () => {
    laptop.surgery.judge = (change) => (change.record === 'signIn' ? 'notAllowed' : null)
    await signIn(jean)
    await laptop.exchange()
    laptop.surgery.once = { reset: 'sight' }
    await laptop.exchange()
    expect([await here(), (await status()).held, await states()]).toEqual([['Jean Oakes'], 1, ['accepted', 'held']])
  })

  test('lets go of what this laptop may no longer see, but of nothing it has yet to send', async () => {
    await laptop.does('editPerson', { personId: jean, fields: { practice: 'Larkfield' } })
    laptop.surgery.judge = () => 'notAllowed'
    laptop.surgery.rows = rowsOf({ group: [aGroup('Walk and Talk')] })
    laptop.surgery.once = { reset: 'sight' }
    await laptop.exchange()
    expect((await laptop.sees('person', ray))).toBeNull()
    expect((await laptop.sees('person', jean))?.fields).toEqual({ practice: 'Larkfield' })
    expect((await laptop.laptop.searchIn({ sessionId: id, text: 'oakes' }))).toEqual([])
  })

  test('after which the surgery no longer has a sign-in leaves nothing of it on the register but what a restart would show', async () => {
    laptop.surgery.tells(theirs('signIn', idFor('s'), { sessionId: id, personId: jean, arrivedAt: at('10:29'), how: 'facilitator', byId: idFor('Nisha') }, { stamp: stampAt('10:29', 'Nisha’s laptop') }))
    await laptop.exchange()
    expect(await here()).toEqual(['Jean Oakes'])
    await laptop.does('voidSignIns', { signInIds: [idFor('s')] })
    laptop.surgery.once = { reset: 'epoch' }
    await laptop.exchange()
    const before = await laptop.view('register', { sessionId: id })
    await laptop.restart()
    expect(await laptop.view('register', { sessionId: id })).toEqual(before)
  })

  test('that is cut in the middle goes on at the next exchange, and shows what it had meanwhile', async () => {
    await signIn(jean)
    laptop.surgery.once = { reset: 'epoch' }
    const answer = laptop.host.network
    laptop.host.network = async (request, token) => (request.path === '/snapshot' ? { ok: false, reason: 'noAnswer' } : answer(request, token))
    await laptop.exchange()
    expect([await here(), (await status()).trouble?.what, laptop.store.state.bookmark]).toEqual([['Jean Oakes'], 'noAnswer', null])
    await laptop.restart()
    laptop.host.network = answer
    await laptop.exchange()
    expect([await here(), (await status()).pending, laptop.store.state.bookmark?.epoch]).toEqual([['Jean Oakes'], 0, idFor('epoch')])
  })
})

describe('[SY18] what a newer app wrote', () => {
  const lift = theirs('transportOffer', idFor('lift'), { seats: 3, personId: jean })
  const mood = () => theirs('note', idFor('n1'), { aboutId: jean, text: 'Knee is better', at: at('10:40'), byId: idFor('Nisha'), mood: 'glad' }, { version: 2 })

  test('is parked, counted, and not misread', async () => {
    laptop.surgery.tells(lift, mood())
    await laptop.exchange()
    expect([(await status()).parked, await laptop.sees('note', idFor('n1')), (await laptop.view('person', { personId: jean }))?.notes]).toEqual([2, null, []])
    await laptop.restart()
    expect((await status()).parked).toBe(2)
  })

  test('stays parked over a reset', async () => {
    laptop.surgery.tells(lift)
    await laptop.exchange()
    laptop.surgery.once = { reset: 'epoch' }
    await laptop.exchange()
    expect([(await status()).parked, (await laptop.store.db.parked.toArray()).length]).toEqual([1, 1])
  })

  test('is folded when this app is upgraded and knows it', async () => {
    laptop.surgery.tells(lift, mood())
    await laptop.exchange()
    const registry = records as unknown as { note: unknown }
    registry.note = defineRecord({
      ...note, name: 'note', schema: note.schema.extend({ mood: z.string().optional() }), goes: { ...note.goes, mood: ['lead'] }, added: [{ mood: '' }],
    })
    try {
      await laptop.restart()
      expect([(await status()).parked, (await laptop.sees('note', idFor('n1')))?.fields['mood']]).toEqual([1, 'glad'])
      expect((await laptop.view('person', { personId: jean }))?.notes.map((one) => one.text)).toEqual(['Knee is better'])
    } finally {
      registry.note = note
    }
  })
})

describe('[SY22] a laptop that was revoked', () => {
  test('delivers what it has, receives nothing, and keeps it all', async () => {
    await signIn(jean)
    laptop.surgery.judge = () => 'deviceRevoked'
    laptop.surgery.once = { device: 'revoked' }
    await laptop.exchange()
    expect([laptop.surgery.received.length, await here(), await status()]).toEqual([
      2, ['Jean Oakes'], expect.objectContaining({ held: 2, pending: 0, trouble: { at: at('10:31'), what: 'deviceRevoked' } }),
    ])
  })
})

describe('rows that come out of order or in part', () => {
  test('[SY6] a void that comes before its sign-in takes effect when that comes', async () => {
    const signInFields = { sessionId: id, personId: jean, arrivedAt: at('10:31'), how: 'facilitator', byId: idFor('Nisha') }
    laptop.surgery.tells(theirs('signIn', idFor('s'), { voidedBecause: 'a mistake', voidedAt: at('10:33'), voidedBy: idFor('Nisha') }, { stamp: stampAt('10:33', 'Nisha’s laptop') }))
    await laptop.exchange()
    expect(await here()).toEqual([])
    laptop.surgery.tells(theirs('signIn', idFor('s'), signInFields, { stamp: stampAt('10:31', 'Nisha’s laptop') }))
    await laptop.exchange()
    expect([await here(), (await laptop.view('register', { sessionId: id }))?.notYet.map((row) => [row.name, row.undone?.at])]).toEqual([[], [['Jean Oakes', '10:33']]])
  })

  test('a sign-in of a person who has not arrived is counted and drawn with a placeholder', async () => {
    laptop.surgery.tells(theirs('signIn', idFor('s'), { sessionId: id, personId: idFor('unknown'), arrivedAt: at('10:31'), how: 'facilitator', byId: idFor('Nisha') }))
    await laptop.exchange()
    const register = await laptop.view('register', { sessionId: id })
    expect([register?.hereCount, register?.here.map((row) => row.name)]).toEqual([1, ['…']])
    expect((await laptop.view('emergency', { sessionId: id }))?.people.map((person) => person.name)).toEqual(['…'])
    expect((await laptop.view('headCount', { sessionId: id }))?.expected.map((person) => person.name)).toEqual(['…'])
  })

  test('the same person’s sign-ins of two laptops at one session are one attendance on both', async () => {
    await signIn(jean)
    laptop.surgery.tells(theirs('signIn', idFor('nishas'), { sessionId: id, personId: jean, arrivedAt: at('10:29'), how: 'facilitator', byId: idFor('Nisha') }))
    await laptop.exchange()
    const register = await laptop.view('register', { sessionId: id })
    expect([register?.hereCount, register?.here.map((row) => [row.arrived, row.twice])]).toEqual([1, [['10:29', true]]])
  })

  test('a session cancelled at the surgery while it runs in the park keeps who came, and says both (peers 3.5)', async () => {
    await signIn(jean)
    laptop.surgery.tells(theirs('session', id, { ...session, cancelledBecause: 'Ice' }))
    await laptop.exchange()
    const register = await laptop.view('register', { sessionId: id })
    expect([register?.state, register?.cancelledBecause, await here()]).toEqual(['cancelledButAttended', 'Ice', ['Jean Oakes']])
  })
})
