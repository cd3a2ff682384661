import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Change } from '../../src/shared/changes/change.ts'
import { rowSchema, type Row } from '../../src/shared/changes/row.ts'
import { makeStamp, readStamp } from '../../src/shared/std/stamp.ts'
import { membershipIdOf, sessionIdOf } from '../../src/shared/std/ids.ts'
import { mostChanges, zeroChain } from '../../src/shared/sync/protocol.ts'
import { hashOf, linkAfter } from '../../src/server/hash.ts'
import { releaseHeld, releaseUnknown, settleHeld } from '../../src/server/held.ts'
import { withPairs } from '../../src/renderer/data/formerRows.ts'
import { migrationText } from '../../src/server/sql/migrate.ts'
import { openSurgery, type Surgery, type TestLaptop } from '../support/surgery.ts'

const start = Date.parse('2026-10-22T09:00:00Z')
let surgery: Surgery
let now = start
beforeAll(async () => {
  surgery = await openSurgery({ kind: 'memory', now: () => now })
})
beforeEach(async () => {
  now = start
  await surgery.empty()
})
afterAll(() => surgery.close())

interface LogLine {
  id: string
  revision: number
  effective: string
  hash: string
  chain: string
  body: Change
  device: string
}
const log = () => surgery.sql.transaction({ team: surgery.team }, (tx) => tx.query<LogLine>('select * from change_log order by revision'))
const held = () =>
  surgery.sql.transaction({ team: surgery.team }, (tx) =>
    tx.query<{ id: string; code: string; body: string; sequence: number | null }>('select * from held order by sequence, id'),
  )
const rowOf = async (record: string, id: string) =>
  (
    await surgery.sql.transaction({ team: surgery.team }, (tx) =>
      tx.query<{ body: Row }>('select body from record_row where team = $1 and record = $2 and id = $3', [surgery.team, record, id]),
    )
  )[0]?.body

/** Two laptops of the lead with a first load behind them. */
async function pair(): Promise<[TestLaptop, TestLaptop]> {
  const both: [TestLaptop, TestLaptop] = [await surgery.enrol(), await surgery.enrol()]
  for (const laptop of both) await laptop.load()
  return both
}

describe('who is refused', () => {
  it('answers 401 without a token, with a wrong one, and with one of another shape', async () => {
    const laptop = await surgery.enrol()
    const request = { protocol: 1, appVersion: '1', team: surgery.team, deviceNow: now, bookmark: null, waiting: 0, changes: [] }
    for (const token of [undefined, `${surgery.team}.${'x'.repeat(43)}`, `${v7()}.${laptop.joined.token.split('.')[1]}`, 'x'.repeat(60)]) {
      expect(await surgery.handle('/exchange', request, token)).toEqual({ status: 401, body: { error: 'signedOut' } })
    }
  })

  it('answers 400 to what is no request, and 403 to another team', async () => {
    const { joined } = await surgery.enrol()
    const request = { protocol: 1, appVersion: '1', team: surgery.team, deviceNow: now, bookmark: null, waiting: 0, changes: [] }
    for (const bad of [
      {},
      [],
      'x',
      { ...request, changes: 'x' },
      { ...request, deviceNow: 'noon' },
      { ...request, changes: Array(mostChanges + 1).fill(1) },
    ]) {
      expect(await surgery.handle('/exchange', bad, joined.token)).toEqual({ status: 400, body: { error: 'badRequest' } })
    }
    expect(await surgery.handle('/exchange', { ...request, team: v7() }, joined.token)).toEqual({ status: 403, body: { error: 'refused' } })
  })

  it('[SY18] asks a laptop that is newer than the server to wait, and loses nothing', async () => {
    const { joined } = await surgery.enrol()
    const request = { protocol: 2, appVersion: '9', team: surgery.team, deviceNow: now, bookmark: null, waiting: 0, changes: [] }
    expect(await surgery.handle('/exchange', request, joined.token)).toEqual({ status: 426, body: { error: 'upgradeNeeded' } })
  })
})

describe('accepting', () => {
  it('[SY2] puts every change in exactly one place', async () => {
    const laptop = await surgery.enrol()
    const good = laptop.write('person', v7(), { givenName: 'Jean' })
    const bad = laptop.write('person', v7(), { givenName: 7 })
    await laptop.exchange([good, bad])
    expect((await log()).filter((line) => line.device === laptop.joined.device).map((line) => line.id)).toEqual([good.id])
    expect((await held()).map((line) => line.id)).toEqual([bad.id])
  })

  it('[SY3] answers the same change the same way again, accepted or held, also twice in one batch', async () => {
    const laptop = await surgery.enrol()
    const good = laptop.write('person', v7(), { givenName: 'Jean' })
    const bad = laptop.write('colleague', v7(), { name: 'X', role: 'king' })
    const first = await laptop.exchange([good, bad])
    now += 3_600_000
    const again = await laptop.exchange([bad, good, good])
    expect(again.results).toEqual([first.results[1], first.results[0], first.results[0]])
    expect((await log()).filter((line) => line.id === good.id)).toHaveLength(1)
    expect((await rowOf('person', good.row))?.fields['givenName']).toBe('Jean')
  })

  it('[SY7] holds a bad change with its code and lets the others go on', async () => {
    const laptop = await surgery.enrol(await surgery.hire('facilitator'))
    const [good, wrongTeam, wrongActor, forbidden, newer, unknown, invalid] = [
      laptop.write('person', v7(), { givenName: 'Jean' }),
      laptop.write('person', v7(), { givenName: 'A' }, { team: v7() }),
      laptop.write('person', v7(), { givenName: 'A' }, { actor: v7() }),
      laptop.write('group', v7(), { name: 'Mine' }),
      laptop.write('person', v7(), { givenName: 'A' }, { version: 99 }),
      laptop.write('transportOffer', v7(), { seats: 3 }),
      laptop.write('person', v7(), { givenName: '' }),
    ]
    const { results, haveN } = await laptop.exchange([wrongTeam, wrongActor, good, forbidden, newer, unknown, invalid])
    expect(results.map((one) => (one.state === 'held' ? one.code : one.state))).toEqual([
      'wrongTeam',
      'notAllowed',
      'accepted',
      'notAllowed',
      'unknownSchema',
      'unknownSchema',
      'invalid',
    ])
    expect(haveN).toBe(7)
    expect(JSON.parse((await held()).at(-1)!.body)).toEqual(invalid)
  })

  it('[SY7] lets nobody write in the name of another device, or the record of a device', async () => {
    const [one, other] = await pair()
    const stolen = one.write('person', v7(), { givenName: 'A' }, { device: other.joined.device })
    const device = one.write('device', one.joined.device, { name: 'x', colleagueId: surgery.lead, enrolledAt: '2026-10-22T09:00:00Z' })
    const stamped = one.write('person', v7(), { givenName: 'A' }, { stamp: makeStamp({ ms: now, counter: 0, device: other.joined.device }) })
    const { results } = await one.exchange([stolen, device, stamped])
    expect(results.map((result) => result.state === 'held' && result.code)).toEqual(['notAllowed', 'notAllowed', 'invalid'])
  })

  it.each([
    ['no object', 'nonsense'],
    ['null', null],
    ['a number', 12],
    ['an empty object', {}],
    ['no id', { sequence: 1, record: 'person' }],
    ['a field that poisons', JSON.parse('{"id":"x","fields":{"__proto__":{"a":1},"constructor":{"prototype":1}}}')],
  ])('[SY7] holds what has no shape at all: %s', async (_what, raw) => {
    const laptop = await surgery.enrol()
    const [first, second] = [await laptop.exchange([raw]), await laptop.exchange([raw])]
    expect(first.results).toMatchObject([{ state: 'held', code: 'invalid' }])
    expect(second.results).toEqual(first.results)
    expect(JSON.parse((await held())[0]!.body)).toEqual(raw)
  })

  it.each([
    ['a NUL', 'a\u0000b'],
    ['half a letter', 'a\ud800b'],
  ])('[SY7] holds text that the database cannot keep as JSON: %s', async (_what, text) => {
    const laptop = await surgery.enrol()
    const [bad, good] = [laptop.write('person', v7(), { givenName: text }), laptop.write('person', v7(), { givenName: 'Zając 👵' })]
    const { results } = await laptop.exchange([bad, good])
    expect(results).toMatchObject([{ state: 'held', code: 'invalid' }, { state: 'accepted' }])
    expect((JSON.parse((await held())[0]!.body) as Change).fields).toEqual({ givenName: text })
  })

  it('[SY7] survives a change that is nested deeper than any stack', async () => {
    const laptop = await surgery.enrol()
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
    const good = laptop.write('person', v7(), { givenName: 'Jean' })
    const body = JSON.stringify({
      protocol: 1,
      appVersion: '1',
      team: surgery.team,
      deviceNow: now,
      bookmark: null,
      waiting: 0,
      changes: ['deep', good],
    }).replace('"deep"', `{"fields":{"a":${deep}}}`)
    const answer = await surgery.server.app.inject({
      method: 'POST',
      url: '/exchange',
      body,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${laptop.joined.token}` },
    })
    expect(answer.json().results).toMatchObject([{ state: 'held', code: 'invalid' }, { state: 'accepted' }])
  })

  it('holds a session or a membership whose computed id is not what it says', async () => {
    const laptop = await surgery.enrol()
    const [group, other, person] = [v7(), v7(), v7()]
    const session = sessionIdOf(group, '2026-10-22', 1)
    const { results } = await laptop.exchange([
      laptop.write('session', session, { groupId: group, date: '2026-10-22', slot: 1 }),
      laptop.write('session', session, { groupId: other, date: '2026-10-22', slot: 1 }),
      laptop.write('session', session, { groupId: other }),
      laptop.write('session', session, { closedAt: '2026-10-22T11:00:00Z' }),
      laptop.write('membership', membershipIdOf(group, person), { groupId: group, personId: person, since: '2026-10-22' }),
      laptop.write('membership', membershipIdOf(group, person), { groupId: other, personId: person, since: '2026-10-22' }),
      laptop.write('membership', membershipIdOf(group, person), { endedOn: '2026-10-29' }),
    ])
    expect(results.map((one) => one.state)).toEqual(['accepted', 'held', 'held', 'accepted', 'accepted', 'held', 'accepted'])
  })

  it('[SY8] holds the whole of an act when one of its changes is bad', async () => {
    const laptop = await surgery.enrol()
    const act = v7()
    const batch = [
      laptop.write('person', v7(), { givenName: 'A' }, { act }),
      laptop.write('person', v7(), { givenName: 5 }, { act }),
      laptop.write('person', v7(), { givenName: 'C' }, { act }),
      laptop.write('person', v7(), { givenName: 'D' }),
    ]
    const { results } = await laptop.exchange(batch)
    expect(results.map((one) => (one.state === 'held' ? one.code : one.state))).toEqual(['withItsAct', 'invalid', 'withItsAct', 'accepted'])
  })

  it('[SY8] holds what follows of an act in a later exchange, and not what came before', async () => {
    const laptop = await surgery.enrol()
    const act = v7()
    const write = (name: string | number) => laptop.write('person', v7(), { givenName: name }, { act })
    const first = await laptop.exchange([write('A')])
    const second = await laptop.exchange([write(5)])
    const third = await laptop.exchange([write('C')])
    expect([first, second, third].flatMap((reply) => reply.results.map((one) => (one.state === 'held' ? one.code : one.state)))).toEqual([
      'accepted',
      'invalid',
      'withItsAct',
    ])
  })

  it('counts how many changes of a device it has without a hole', async () => {
    const laptop = await surgery.enrol()
    const [one, two, three] = ['A', 'B', 'C'].map((name) => laptop.write('person', v7(), { givenName: name }))
    expect((await laptop.exchange([one])).haveN).toBe(1)
    expect((await laptop.exchange([three])).haveN).toBe(1)
    expect((await laptop.exchange([two])).haveN).toBe(3)
    expect((await laptop.exchange()).haveN).toBe(3)
  })
})

describe('order', () => {
  it('[SY9][SY21] numbers without gaps and links every change to the one before', async () => {
    const [one, other] = await pair()
    await one.exchange([one.write('person', v7(), { givenName: 'A' }), one.write('person', v7(), { givenName: 1 })])
    await other.exchange([other.write('person', v7(), { givenName: 'B' })])
    const lines = await log()
    expect(lines.map((line) => line.revision)).toEqual(lines.map((_, place) => place + 1))
    let chain = zeroChain
    for (const line of lines) {
      expect(hashOf(line.body)).toBe(line.hash)
      chain = linkAfter(chain, line.hash)
      expect(line.chain).toBe(chain)
    }
  })

  it('[SY10] tells the others, in pages, and not the writer', async () => {
    const [one, other] = await pair()
    const names = Array.from({ length: mostChanges + 20 }, (_, place) => `P${place}`)
    const written = names.map((givenName) => one.write('person', v7(), { givenName }))
    await one.exchange(written.slice(0, mostChanges))
    const own = await one.exchange(written.slice(mostChanges))
    expect(own.changes).toEqual([])
    const first = await other.exchange()
    expect([first.changes.length, first.more]).toEqual([mostChanges, true])
    const second = await other.exchange()
    expect([second.changes.length, second.more]).toEqual([20, false])
    expect([...first.changes, ...second.changes].map((change) => change.id)).toEqual(written.map((change) => change.id))
    expect((await other.exchange()).changes).toEqual([])
  })

  it('[SY11] folds by the stamp and not by the order of arrival', async () => {
    const [one, other] = await pair()
    const row = v7()
    const late = one.write('person', row, { givenName: 'Later' }, { stamp: makeStamp({ ms: now - 1000, counter: 0, device: one.joined.device }) })
    const early = other.write(
      'person',
      row,
      { givenName: 'Earlier', knownAs: 'E' },
      { stamp: makeStamp({ ms: now - 9000, counter: 0, device: other.joined.device }) },
    )
    await one.exchange([late])
    await other.exchange([early])
    expect((await rowOf('person', row))?.fields).toEqual({ givenName: 'Later', knownAs: 'E' })
  })

  it('[SY11] keeps two telephone numbers that did not see each other', async () => {
    const [one, other] = await pair()
    const row = v7()
    await one.exchange([one.write('person', row, { givenName: 'Ivy', phone: '01632 960001' })])
    await other.exchange([other.write('person', row, { phone: '01632 960002' })])
    expect((await rowOf('person', row))?.sides?.['phone']?.values.map(([, phone]) => phone).sort()).toEqual(['01632 960001', '01632 960002'])
  })

  it('[SY11] keeps them as pairs also of a row that lay under the former layout, by stamp', async () => {
    const [one, other] = await pair()
    const row = v7()
    await one.exchange([one.write('person', row, { givenName: 'Ivy', phone: '01632 960001' })])
    await other.exchange([other.write('person', row, { phone: '01632 960002' })])
    const made = await rowOf('person', row)
    const phone = made!.sides!['phone']!
    const former = { ...made, sides: { phone: { values: Object.fromEntries(phone.values), over: phone.over } } }
    await surgery.sql.transaction({ team: null, as: 'owner' }, async (tx) => {
      await tx.script('alter table record_row no force row level security')
      await tx.query('update record_row set body = $1::jsonb where id = $2', [JSON.stringify(former), row])
      await tx.script(await migrationText('0014-sides.sql'))
    })
    expect(await rowOf('person', row)).toEqual(made)
    expect(rowSchema.parse(JSON.parse(JSON.stringify(former)))).toEqual(made) // a page from a server of before
    expect(withPairs(structuredClone(former) as never)).toEqual(made) // a laptop's store of before
  })

  it.each([
    ['is right within a minute', -50_000, 0],
    ['is an hour slow', -3_600_000, 3_600_000],
    ['is three years fast', 3 * 365 * 86_400_000, -3 * 365 * 86_400_000],
    ['stands at 1970', -start, start],
  ])('[SY12] moves the stamp of a laptop whose clock %s', async (_what, wrong, moved) => {
    const laptop = await surgery.enrol()
    const writtenMs = now + wrong - 5000
    const stamp = makeStamp({ ms: writtenMs, counter: 3, device: laptop.joined.device })
    const change = laptop.write('person', v7(), { givenName: 'A' }, { stamp })
    const { results } = await laptop.exchange([change], { deviceNow: now + wrong })
    const line = (await log()).find((one) => one.id === change.id)!
    expect(readStamp(line.effective)).toEqual({ ms: Math.max(0, writtenMs) + moved, counter: 3, device: laptop.joined.device })
    expect(line.body.stamp).toBe(stamp)
    expect(results[0]).toMatchObject({ effective: line.effective })
  })

  it('[SY12] caps the future at a minute, keeps the order of what it caps, and refuses nothing', async () => {
    const laptop = await surgery.enrol()
    const row = v7()
    const far = (counter: number, years: number) => makeStamp({ ms: now + years * 3e10, counter, device: laptop.joined.device })
    const changes = [1, 2, 3].map((years) => laptop.write('person', row, { givenName: `Edit ${years}` }, { stamp: far(0, years) }))
    const { results } = await laptop.exchange(changes)
    const effective = results.map((one) => (one.state === 'accepted' ? one.effective : ''))
    expect(effective).toEqual([...effective].sort())
    expect(new Set(effective).size).toBe(3)
    for (const stamp of effective) expect(readStamp(stamp).ms).toBe(now + 60_000)
    expect((await rowOf('person', row))?.fields['givenName']).toBe('Edit 3')
    now += 120_000
    const [sane] = await pair()
    await sane.exchange([sane.write('person', row, { givenName: 'A sane later edit' })])
    expect((await rowOf('person', row))?.fields['givenName']).toBe('A sane later edit')
  })
})

describe('losing and finding again', () => {
  it('[SY16] sends away with a reset: another epoch, a fork, a bookmark past the head', async () => {
    const [laptop] = await pair()
    const mark = laptop.bookmark!
    const change = laptop.write('person', v7(), { givenName: 'A' })
    const replies = [
      await laptop.exchange([change], { bookmark: { ...mark, epoch: v7() } }),
      await laptop.exchange([change], { bookmark: { ...mark, chain: 'f'.repeat(64) } }),
      await laptop.exchange([change], { bookmark: { ...mark, revision: 10_000 } }),
    ]
    expect(replies.map((reply) => reply.reset)).toEqual(['epoch', 'forked', 'behind'])
    for (const reply of replies) {
      expect(reply).toMatchObject({ changes: [], more: false, revision: 0, chain: zeroChain, haveN: 1 })
      expect(reply.results).toMatchObject([{ state: 'accepted', id: change.id }])
    }
  })

  it('[SY16] does not let a batch carry the head past a bookmark from the future', async () => {
    const [laptop] = await pair()
    const { revision } = laptop.bookmark!
    const many = Array.from({ length: 5 }, () => laptop.write('person', v7(), { givenName: 'A' }))
    const reply = await laptop.exchange(many, { bookmark: { ...laptop.bookmark!, revision: revision + 3 } })
    expect(reply.reset).toBe('behind')
  })

  it('tells a laptop without a bookmark its results and nothing else', async () => {
    const laptop = await surgery.enrol()
    const reply = await laptop.exchange([laptop.write('person', v7(), { givenName: 'A' })])
    expect(reply).toMatchObject({ changes: [], revision: 0, chain: zeroChain, more: false, device: 'ok' })
    expect(reply.reset).toBeUndefined()
  })

  it('[SY22] holds what a revoked laptop delivers, tells it nothing, and answers what it accepted before', async () => {
    const [laptop, other] = await pair()
    const before = laptop.write('person', v7(), { givenName: 'A' })
    await laptop.exchange([before])
    await other.exchange([other.write('person', v7(), { givenName: 'B' })])
    await surgery.sql.transaction({ team: surgery.team }, (tx) =>
      tx.query('update device set revoked_at = now() where team = $1 and id = $2', [surgery.team, laptop.joined.device]),
    )
    const after = laptop.write('person', v7(), { givenName: 'C' })
    const reply = await laptop.exchange([before, after])
    expect(reply).toMatchObject({ device: 'revoked', changes: [], haveN: 2, ...laptop.bookmark })
    expect(reply.results).toMatchObject([{ state: 'accepted' }, { state: 'held', code: 'deviceRevoked' }])
    expect(await surgery.handle('/snapshot', undefined, laptop.joined.token, { team: surgery.team })).toEqual({
      status: 403,
      body: { error: 'refused' },
    })
  })

  it('[SY22] treats the laptop of somebody who has left as revoked, from the day after', async () => {
    const leaver = await surgery.hire('facilitator')
    const [lead] = await pair()
    const laptop = await surgery.enrol(leaver)
    await lead.exchange([lead.write('colleague', leaver, { leftOn: '2026-10-22' })])
    expect((await laptop.exchange()).device).toBe('ok')
    now += 86_400_000
    expect((await laptop.exchange()).device).toBe('revoked')
  })

  it('[SY22] tells a laptop that was reported stolen to wipe itself', async () => {
    const laptop = await surgery.enrol()
    await surgery.sql.transaction({ team: surgery.team }, (tx) => tx.query('update device set wipe = true where id = $1', [laptop.joined.device]))
    expect((await laptop.exchange()).device).toBe('wipe')
  })
})

describe('held changes', () => {
  const hold = async () => {
    const laptop = await surgery.enrol(await surgery.hire('facilitator', 'Sam'))
    const act = v7()
    const [venue, person] = [laptop.write('venue', v7(), { name: 'Park' }, { act }), laptop.write('person', v7(), { givenName: 'A' }, { act })]
    const reply = await laptop.exchange([venue, person])
    return { laptop, venue, person, reply }
  }
  it('are let in by a lead with their whole act, whatever the role of the writer, and keep id, sequence and stamp', async () => {
    const { laptop, venue, person } = await hold()
    now += 86_400_000
    expect(await releaseHeld(surgery.sql, surgery.team, person.id, now, surgery.lead)).toBe(2)
    expect(await held()).toEqual([])
    const lines = (await log()).filter((line) => line.device === laptop.joined.device)
    expect(lines.map((line) => line.body)).toEqual([venue, person])
    expect(lines.map((line) => line.effective)).toEqual([venue.stamp, person.stamp])
    const again = await laptop.exchange([venue, person])
    expect(again.results.map((one) => one.state)).toEqual(['accepted', 'accepted'])
    expect(again.haveN).toBe(2)
  })

  it('[SY8] are closed by a person with their whole act, stay where they are, and are answered as before, with who closed them and why', async () => {
    const { laptop, venue, person, reply } = await hold()
    expect(await settleHeld(surgery.sql, surgery.team, venue.id, surgery.lead, 'not ours to make', now)).toBe(true)
    expect(await settleHeld(surgery.sql, surgery.team, person.id, surgery.lead, 'again', now)).toBe(false)
    expect(await releaseHeld(surgery.sql, surgery.team, venue.id, now, surgery.lead)).toBe(0)
    expect(await releaseHeld(surgery.sql, surgery.team, person.id, now, surgery.lead)).toBe(0)
    const closed = { at: new Date(start).toISOString(), by: surgery.lead, because: 'not ours to make' }
    expect((await laptop.exchange([venue, person])).results).toEqual(reply.results.map((one) => ({ ...one, closed })))
  })

  it('[SY18] that an older server did not understand are taken in after its upgrade, with their act and in their order', async () => {
    const laptop = await surgery.enrol()
    const act = v7()
    const row = v7()
    const [known, newer] = [
      laptop.write('person', row, { givenName: 'A' }, { act }),
      laptop.write('person', row, { knownAs: 'B' }, { act, version: 2 }),
    ]
    const alone = laptop.write('buddyWanted', v7(), { wanted: true })
    const { results } = await laptop.exchange([known, newer, alone])
    expect(results.map((one) => (one.state === 'held' ? one.code : one.state))).toEqual(['withItsAct', 'unknownSchema', 'unknownSchema'])
    expect(await releaseUnknown(surgery.sql, surgery.team, now)).toBe(0)
    await surgery.sql.transaction({ team: surgery.team }, (tx) => tx.query(`update held set body = replace(body, '"version":2', '"version":1')`)) // the upgrade, seen from the change
    expect(await releaseUnknown(surgery.sql, surgery.team, now)).toBe(2)
    expect((await rowOf('person', row))?.fields).toEqual({ givenName: 'A', knownAs: 'B' })
    expect((await held()).map((one) => one.id)).toEqual([alone.id])
    expect((await laptop.exchange([known, { ...newer, version: 1 }, alone])).results.map((one) => one.state)).toEqual([
      'accepted',
      'accepted',
      'held',
    ])
  })
})
