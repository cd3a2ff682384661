import { beforeEach, describe, expect, test } from 'vitest'
import { aGroup, aMembership, aPerson, at, idFor, sessionId, stampAt, theirs, which } from '../support/builders.ts'
import type { ExchangeRequest, SnapshotPage } from '../../src/shared/sync/protocol.ts'
import { laptopWith, rowsOf, TestLaptop, type Known } from '../support/laptop.ts'

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
/** Records of the changes that were offered after so many requests. */
const offeredSince = (before: number) =>
  laptop.host.sent
    .slice(before)
    .flatMap(({ path, body }) => (path === '/exchange' ? (body as ExchangeRequest).changes : []))
    .map((one) => one.record)
const states = async () => (await laptop.store.db.changes.toArray()).map((entry) => entry.state)

describe('[SY13] what was sent', () => {
  const months = (count: number) => {
    laptop.ports.time += count * 31 * 86_400_000
  }

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

  test('of a case it goes once a backup has it, where the laptop belongs to a facilitator now; what was typed stays sealed', async () => {
    const nisha = idFor('Nisha Kaur')
    const whose = { name: 'Nisha Kaur', role: 'linkWorker' as const }
    laptop = await laptopWith({ ...known, colleague: [{ id: nisha, name: 'Nisha Kaur', role: 'linkWorker' }] }, whose)
    await laptop.does('addTimeAway', { colleagueId: nisha, from: '2026-10-23', until: null, coverId: null })
    await laptop.laptop.drafts.save('caseContact/episode', '{"said":"Sleeps badly"}')
    await laptop.laptop.drafts.save('note/person', '"Likes the lake"')
    const typed = async () => (await laptop.laptop.drafts.list(['caseContact'])).map((one) => one.key)
    await laptop.exchange()
    expect([await states(), await typed()]).toEqual([['accepted'], ['caseContact/episode', 'note/person']])
    laptop.surgery.tells(theirs('colleague', nisha, { role: 'facilitator' }))
    await laptop.exchange()
    expect(await states()).toEqual(['accepted']) // no backup has it yet
    laptop.surgery.durable = laptop.surgery.revision
    await laptop.exchange()
    expect([await states(), laptop.host.journal, await typed()]).toEqual([[], [], ['note/person']])
    laptop.surgery.tells(theirs('colleague', nisha, { role: 'linkWorker' }))
    await laptop.exchange()
    expect(await typed()).toEqual(['caseContact/episode', 'note/person'])
  })

  test('of a case is not shown again to a facilitator by a store that was lost, nor when it is taken in late', async () => {
    const nisha = idFor('Nisha Kaur')
    laptop = await laptopWith(
      { ...known, colleague: [{ id: nisha, name: 'Nisha Kaur', role: 'linkWorker' }] },
      { name: 'Nisha Kaur', role: 'linkWorker' },
    )
    const goesAway = () => laptop.does('addTimeAway', { colleagueId: nisha, from: '2026-10-23', until: null, coverId: null })
    const timesAway = async () => (await laptop.store.db.rows.toArray()).filter((row) => row.key.startsWith('timeAway/')).length
    await goesAway()
    await laptop.exchange()
    expect(await timesAway()).toBe(1)
    laptop.surgery.judge = () => 'notAllowed'
    await goesAway()
    await laptop.exchange()
    expect(await states()).toEqual(['accepted', 'held'])
    const isNisha = (row: { id: string }) => row.id === nisha
    laptop.surgery.rows = laptop.surgery.rows.map((row) => (isNisha(row) ? { ...row, fields: { ...row.fields, role: 'facilitator' } } : row))
    await laptop.loseStore()
    await laptop.exchange()
    expect(await timesAway()).toBe(1) // what is on hold stays until a lead has decided
    laptop.surgery.judge = () => null
    laptop.store.offerHeldAgain()
    await laptop.exchange()
    expect([await states(), await timesAway()]).toEqual([['accepted', 'accepted'], 0])
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

  test('comes back once and in its order from a journal of which a cut has left a segment twice, behind the others', async () => {
    laptop.surgery.trouble = 'offline'
    await signIn(jean)
    await laptop.does('addNote', { aboutId: ray, text: 'first' })
    await signIn(ray)
    const [first, ...others] = laptop.host.journal
    laptop.host.journal = [...others, first!, others[0]!]
    const before = (await status()).pending
    await laptop.loseStore()
    expect((await status()).pending).toBe(before)
    const own = [...laptop.store.own.values()].flat().map((one) => one.entry.sequence)
    expect(own).toEqual([...new Set(own)].sort((a, b) => a - b))
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
    expect((await laptop.store.db.changes.toArray()).map((entry) => entry.sequence)).toEqual([103, 104]) // 102 is the last that may have been given
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
    expect([laptop.surgery.received.map((change) => change.sequence), await states(), await here(), (await status()).pending]).toEqual([
      [3, 1, 2],
      ['accepted', 'accepted', 'accepted'],
      ['Jean Oakes', 'Ray Oakes'],
      0,
    ])
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
    expect(await laptop.sees('person', ray)).toBeNull()
    expect((await laptop.sees('person', jean))?.fields).toEqual({ practice: 'Larkfield' })
    expect(await laptop.laptop.searchIn({ sessionId: id, text: 'oakes' })).toEqual([])
  })

  test('after which the surgery no longer has a sign-in leaves nothing of it on the register but what a restart would show', async () => {
    laptop.surgery.tells(
      theirs(
        'signIn',
        idFor('s'),
        { sessionId: id, personId: jean, arrivedAt: at('10:29'), how: 'facilitator', byId: idFor('Nisha') },
        { stamp: stampAt('10:29', 'Nisha’s laptop') },
      ),
    )
    await laptop.exchange()
    expect(await here()).toEqual(['Jean Oakes'])
    await laptop.does('voidSignIns', { signInIds: [idFor('s')] })
    laptop.surgery.once = { reset: 'epoch' }
    await laptop.exchange()
    const before = await laptop.view('register', { sessionId: id })
    await laptop.restart()
    expect(await laptop.view('register', { sessionId: id })).toEqual(before)
  })

  test.each(['before the load has begun', 'in the middle of the load'])('[SY17] offers all again where the server was restored %s', async (when) => {
    await signIn(jean)
    laptop.surgery.once = { reset: 'epoch' }
    const answer = laptop.host.network
    let before = 0
    const restore = () => {
      Object.assign(laptop.surgery, { epoch: idFor('restored'), revision: 3 })
      before = laptop.host.sent.length
    }
    laptop.host.network = async (request, token) => {
      if (request.path !== '/snapshot') return answer(request, token)
      if (when === 'before the load has begun') return { ok: false, reason: 'noAnswer' }
      const page = (await answer(request, token)) as { ok: true; value: SnapshotPage }
      laptop.host.network = answer
      restore()
      return { ...page, value: { ...page.value, next: 'more' } }
    }
    await laptop.exchange()
    if (when === 'before the load has begun') restore()
    laptop.host.network = answer
    await laptop.exchange()
    await laptop.exchange()
    expect(offeredSince(before)).toContain('signIn')
    expect([await here(), (await status()).pending, laptop.store.state.bookmark?.epoch]).toEqual([['Jean Oakes'], 0, idFor('restored')])
  })

  test('[SY17] that the power cut off before it was written down follows at the next start, though there is no bookmark to tell by', async () => {
    await signIn(jean)
    laptop.surgery.once = { reset: 'epoch' }
    const answer = laptop.host.network
    laptop.host.network = async (request, token) => (request.path === '/snapshot' ? { ok: false, reason: 'noAnswer' } : answer(request, token))
    await laptop.exchange()
    Object.assign(laptop.surgery, { epoch: idFor('restored'), revision: 3 })
    const commit = laptop.store.commit.bind(laptop.store)
    laptop.store.commit = async (batch) => {
      if (batch.unparked) throw new Error('the power goes') // the reset itself
      return commit(batch)
    }
    await laptop.exchange()
    await laptop.restart()
    expect((await status()).whole).toBe(false)
    laptop.host.network = answer
    const before = laptop.host.sent.length
    await laptop.exchange()
    expect(offeredSince(before)).toContain('signIn')
  })

  test('[SY16] offers all again where the server was restored after it had answered a laptop that was off the team', async () => {
    await signIn(jean)
    Object.assign(laptop.surgery, { once: { reset: 'epoch' } })
    const answer = laptop.host.network
    let asked = 0
    laptop.host.network = async (request, token) => {
      if (request.path === '/exchange' && ++asked === 2) laptop.surgery.once = { device: 'revoked' } // taken off the team just then
      return answer(request, token)
    }
    await laptop.exchange()
    expect([asked, await states(), laptop.store.state.bookmark]).toEqual([2, ['accepted', 'accepted'], null])
    Object.assign(laptop.surgery, { epoch: idFor('restored'), revision: 3, have: 0 }) // and let in again
    laptop.store.state = { ...laptop.store.state, haveN: 0 } // counted under another id of it
    const before = laptop.host.sent.length
    await laptop.exchange()
    expect(offeredSince(before)).toContain('signIn')
    expect([await here(), (await status()).pending, laptop.store.state.bookmark?.epoch]).toEqual([['Jean Oakes'], 0, idFor('restored')])
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
