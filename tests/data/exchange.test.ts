import { beforeEach, describe, expect, test } from 'vitest'
import { aGroup, aMembership, aPerson, at, idFor, sessionId, stampAt, theirs, which } from '../support/builders.ts'
import { laptopWith, TestLaptop, type Known } from '../support/laptop.ts'

const session = which('Walk and Talk')
const id = sessionId(session)
const jean = idFor('Jean Oakes')
const ray = idFor('Ray Oakes')
const known: Known = {
  group: [aGroup('Walk and Talk')],
  person: [aPerson('Jean Oakes'), aPerson('Ray Oakes')],
  membership: [aMembership('Walk and Talk', 'Jean Oakes')],
}

let laptop: TestLaptop
beforeEach(async () => {
  laptop = await laptopWith(known)
})
const signIn = (personId: string) => laptop.does('signInPerson', { session, personId })
const here = async () => (await laptop.view('register', { sessionId: id }))?.here.map((row) => row.name).sort()
const status = () => laptop.view('status', null)
const states = async () => (await laptop.store.db.changes.toArray()).map((entry) => entry.state)

describe('an exchange', () => {
  test('sends what waits and marks it accepted, on disk too', async () => {
    await signIn(jean)
    await laptop.exchange()
    expect([laptop.surgery.received.map((change) => change.record), await states(), await status()]).toEqual([
      ['session', 'signIn'],
      ['accepted', 'accepted'],
      expect.objectContaining({ pending: 0, oldestPending: null, lastReached: at('10:31'), trouble: null }),
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
    laptop.host.network = async (request, token) => {
      await answer(request, token)
      return { ok: false, reason: 'noAnswer' }
    }
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
    laptop.surgery.once = {
      results: [{ state: 'accepted', id: idFor('stranger'), revision: 1, effective: stampAt('10:31') }],
    }
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
    const batches = laptop.host.sent
      .map((request) => (request.body as { changes?: { act: string }[] } | undefined)?.changes ?? [])
      .filter((batch) => batch.length > 0)
    const acts = batches.map((batch) => new Set(batch.map((change) => change.act)))
    expect([batches.length, batches.every((batch) => batch.length <= 500), [...acts[0]!].filter((act) => acts[1]?.has(act))]).toEqual([3, true, []])
    expect((await status()).pending).toBe(0)
  })

  test('whose store refuses the answer sends again, and nothing counts as sent that is not written down', async () => {
    await signIn(jean)
    let letIn = () => {}
    laptop.surgery.meanwhile = async () => {
      letIn = laptop.storeRefuses()
    }
    await laptop.exchange()
    laptop.surgery.meanwhile = async () => {}
    letIn()
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
      [['createVenue', 'notAllowed', 'held', 1]],
      [],
      ['held', 'accepted', 'accepted'],
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
    expect([(await status()).pending, await practice(), (await laptop.view('person', { personId: jean }))?.email]).toEqual([
      2,
      'Hazel Court',
      'jean@example.org',
    ])
  })
})
