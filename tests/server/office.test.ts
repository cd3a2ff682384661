import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeStamp } from '../../src/shared/std/stamp.ts'
import { actsOnPage, changesOfAct, officeReplySchema, type OfficeReply } from '../../src/shared/sync/office.ts'
import { tellLead } from '../../src/server/notices.ts'
import { makeTeam, writeAsServer } from '../../src/server/ownWriting.ts'
import { openSurgery, type Surgery, type TestLaptop } from '../support/surgery.ts'
import { zeroChain } from '../../src/shared/sync/protocol.ts'

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

const refused = { status: 403, body: { error: 'refused' } }
const ended = (outcome: string) => ({ status: 200, body: { outcome } })

const look = async (laptop: TestLaptop, after?: string): Promise<OfficeReply> => {
  const answer = await surgery.handle('/office', undefined, laptop.joined.token, after === undefined ? {} : { after })
  expect(answer.status).toBe(200)
  return officeReplySchema.parse(answer.body)
}
const ask = (laptop: TestLaptop, path: string, body: object) => surgery.handle(`/office/${path}`, body, laptop.joined.token)
const inTeam = <Found>(text: string, values: unknown[] = []) => surgery.sql.transaction({ team: surgery.team }, (tx) => tx.query<Found>(text, values))
const logged = async (laptop: TestLaptop) =>
  (await inTeam<{ body: unknown }>('select body from change_log where device = $1 order by revision', [laptop.joined.device])).map((one) => one.body)

/** Tom runs sessions and made a group, which his role may not. */
async function toms(): Promise<{ lead: TestLaptop; tom: TestLaptop }> {
  return { lead: await surgery.enrol(), tom: await surgery.enrol(await surgery.hire('facilitator', 'Tom')) }
}

describe('who may', () => {
  const doors: [string, object | undefined][] = [
    ['', undefined],
    ['/release', { id: v7() }],
    ['/settle', { id: v7(), because: 'no' }],
    ['/revoke', { device: v7() }],
    ['/wipe', { device: v7() }],
    ['/confirm', { device: v7() }],
    ['/seen', { notice: v7() }],
  ]

  it.each(doors)('/office%s is for leads alone, on a laptop that is in the team', async (path, body) => {
    const { lead } = await toms()
    const others = [await surgery.enrol(await surgery.hire('facilitator')), await surgery.enrol(await surgery.hire('linkWorker'))]
    for (const other of others) expect(await surgery.handle(`/office${path}`, body, other.joined.token)).toEqual(refused)
    expect((await surgery.handle(`/office${path}`, body, lead.joined.token)).status).toBe(200)
    await inTeam('update device set revoked_at = now() where id = $1', [lead.joined.device])
    expect(await surgery.handle(`/office${path}`, body, lead.joined.token)).toEqual(refused)
    for (const token of [undefined, `${surgery.team}.${'x'.repeat(43)}`, `${v7()}.${lead.joined.token.split('.')[1]}`]) {
      expect(await surgery.handle(`/office${path}`, body, token)).toEqual({ status: 401, body: { error: 'signedOut' } })
    }
  })

  it('a lead who has left is refused', async () => {
    const gone = await surgery.enrol(await surgery.hire('lead', 'Lee'))
    const lead = await surgery.enrol()
    await lead.exchange([lead.write('colleague', gone.joined.colleague.id, { leftOn: '2026-10-20' })])
    expect(await surgery.handle('/office', undefined, gone.joined.token)).toEqual(refused)
  })

  it('nothing of another team is seen or touched', async () => {
    const { lead, tom } = await toms()
    const other = v7()
    const theirs = v7()
    await surgery.sql.transaction({ team: other }, async (tx) => {
      await makeTeam(tx, other, v7(), zeroChain, now)
      await tx.query(
        `insert into device (team, id, kind, colleague, enrolled_at, wipe, have, last_effective) values ($1, $2, 'laptop', $3, now(), false, 0, '')`,
        [other, theirs, v7()],
      )
      await tx.query(`insert into held (team, id, device, code, body, at) values ($1, $2, $2, 'invalid', '{}', now())`, [other, theirs])
      await tellLead(tx, other, { device: theirs, kind: 'copied', data: {}, key: 'x' }, now)
    })
    const office = await look(lead)
    expect(office.laptops.map((one) => one.id).sort()).toEqual([lead.joined.device, tom.joined.device].sort())
    expect([office.acts, office.notices]).toEqual([[], []])
    for (const [path, body] of [
      ['release', { id: theirs }],
      ['settle', { id: theirs, because: 'no' }],
      ['revoke', { device: theirs }],
      ['wipe', { device: theirs }],
      ['confirm', { device: theirs }],
    ] as const) {
      expect(await ask(lead, path, body)).toEqual(ended('gone'))
    }
    const untouched = await surgery.sql.transaction({ team: other }, (tx) =>
      tx.query('select settled_at, revoked_at, wipe from held h, device d where d.id = h.id'),
    )
    expect(untouched).toEqual([{ settled_at: null, revoked_at: null, wipe: false }])
  })
})

describe('what cannot be asked', () => {
  const nonsense = ['', 'x', `'; drop table held; --`, '\u0000', '../../etc', null, 7, [], {}, '00000000-0000-0000-0000-00000000000g']
  it.each(['release', 'settle', 'revoke', 'wipe', 'confirm', 'seen'])('%s answers 400, never 5xx, to what is no request', async (path) => {
    const { lead } = await toms()
    for (const bad of nonsense) {
      for (const body of [{ id: bad, because: 'no' }, { device: bad }, { notice: bad }, bad]) {
        expect([400, 415]).toContain((await surgery.handle(`/office/${path}`, body ?? {}, lead.joined.token)).status)
      }
    }
  })

  it('a reason is words: none, too many, or ones that no database keeps are 400', async () => {
    const { lead, tom } = await toms()
    const group = tom.write('group', v7(), { name: 'Mine' })
    await tom.exchange([group])
    for (const because of ['', '   ', 'a\u0000b', 'x'.repeat(501), 7, null]) {
      expect(await ask(lead, 'settle', { id: group.id, because })).toEqual({ status: 400, body: { error: 'badRequest' } })
    }
    const because = `Robert'); drop table held; -- \ud800 ${'👵'.repeat(10)}`
    expect(await ask(lead, 'settle', { id: group.id, because })).toEqual(ended('done'))
    expect((await look(lead)).acts).toEqual([])
  })

  it('a token for a page that is none begins at the first page', async () => {
    const { lead, tom } = await toms()
    await tom.exchange([tom.write('group', v7(), { name: 'Mine' })])
    for (const after of ['', 'x', `1_' or true --`, `999999999999999999_${v7()}`, `1_${v7().toUpperCase()}`])
      expect((await look(lead, after)).acts).toHaveLength(1)
    expect((await surgery.handle('/office', undefined, lead.joined.token, { after: 'x'.repeat(81) })).status).toBe(400)
  })
})

describe('what is held', () => {
  it('is told act by act, with who did it, on which laptop, when, why, and what it would write', async () => {
    const { lead, tom } = await toms()
    const act = v7()
    const group = v7()
    const [held, with1] = [
      tom.write('group', group, { name: 'Mine', about: 'A mile' }, { act, command: 'createGroup' }),
      tom.write('person', v7(), { givenName: 'Jean' }, { act, command: 'createGroup' }),
    ]
    now += 5 * 60_000
    await tom.exchange([with1, held])
    const { acts, actCount } = await look(lead)
    expect(actCount).toBe(1)
    expect(acts).toEqual([
      {
        id: held.id,
        device: tom.joined.device,
        colleague: tom.joined.colleague.id,
        at: new Date(start).toISOString(),
        count: 2,
        canLetIn: true,
        changes: [
          { id: held.id, code: 'notAllowed', command: 'createGroup', record: 'group', row: group, fields: { name: 'Mine', about: 'A mile' } },
          { id: with1.id, code: 'withItsAct', command: 'createGroup', record: 'person', row: with1.row, fields: { givenName: 'Jean' } },
        ],
      },
    ])
  })

  it('tells the fields of a record that go to a lead, and no others', async () => {
    const { lead, tom } = await toms()
    const offer = tom.write('transportOffer', v7(), { seats: 3 })
    const group = tom.write('group', v7(), { name: 'Mine', secretNote: 'x' })
    await tom.exchange([offer, group])
    const { acts } = await look(lead)
    expect(acts.map((one) => [one.changes[0]?.record, one.changes[0]?.fields, one.canLetIn])).toEqual(
      expect.arrayContaining([
        ['transportOffer', {}, false],
        ['group', { name: 'Mine' }, false],
      ]),
    )
  })

  it('a concern about the lead who looks is not told to them, and they cannot decide about it; another lead can', async () => {
    const { lead, tom } = await toms()
    const other = await surgery.enrol(await surgery.hire('lead', 'Lee'))
    const concern = { what: 'She shouts.', told: 'nobody', at: '2026-10-22T09:00:00Z', byId: tom.joined.colleague.id }
    const about = (colleague: string, more = {}) =>
      tom.write('concern', v7(), { ...concern, aboutColleagueId: colleague, acknowledgedAt: concern.at, ...more }, { command: 'passOnConcern' })
    const [aboutLead, capital] = [about(surgery.lead), about(surgery.lead.toUpperCase())]
    const first = tom.write('concern', v7(), { ...concern, aboutColleagueId: surgery.lead })
    const acknowledges = tom.write('concern', first.row, { acknowledgedAt: concern.at })
    await tom.exchange([aboutLead, capital, first, acknowledges])
    expect(await look(lead)).toMatchObject({ acts: [], actCount: 0 })
    for (const { id } of [aboutLead, capital, acknowledges]) {
      expect(await ask(lead, 'release', { id })).toEqual(ended('gone'))
      expect(await ask(lead, 'settle', { id, because: 'no' })).toEqual(ended('gone'))
    }
    const seen = await look(other)
    expect(seen.actCount).toBe(3)
    expect(seen.acts.find((one) => one.id === aboutLead.id)?.changes[0]?.fields).toMatchObject({ what: 'She shouts.' })
    expect(await ask(other, 'release', { id: aboutLead.id })).toEqual(ended('done'))
  })

  it('comes in pages, each act once, however many a mischievous laptop has sent', async () => {
    const { lead, tom } = await toms()
    const count = 2 * actsOnPage + 3
    const bad = Array.from({ length: count }, () => tom.write('group', v7(), { name: 'Mine' }))
    await tom.exchange(bad.slice(0, 30))
    now += 1000
    await tom.exchange(bad.slice(30))
    const seen: string[] = []
    for (let page = await look(lead), pages = 1; ; page = await look(lead, page.next), pages++) {
      expect(page.actCount).toBe(count)
      expect(page.laptops).toHaveLength(pages === 1 ? 2 : 0)
      seen.push(...page.acts.map((one) => one.id))
      if (page.next === undefined) break
    }
    expect(seen).toHaveLength(count)
    expect(new Set(seen)).toEqual(new Set(bad.map((one) => one.id)))
  })

  it('of an act of hundreds tells the first, and how many there are', async () => {
    const { lead, tom } = await toms()
    const act = v7()
    await tom.exchange(Array.from({ length: 300 }, () => tom.write('group', v7(), { name: 'Mine' }, { act })))
    const { acts } = await look(lead)
    expect(acts).toHaveLength(1)
    expect(acts[0]?.count).toBe(300)
    expect(acts[0]?.changes).toHaveLength(changesOfAct)
    expect(await ask(lead, 'settle', { id: acts[0]?.id, because: 'a mistake' })).toEqual(ended('done'))
    expect(await look(lead)).toMatchObject({ acts: [], actCount: 0 })
  })

  it.each([
    ['nonsense', 'nonsense'],
    ['a list', [1, 2]],
    ['nothing', null],
    ['longer than any', { record: 'person', fields: { givenName: 'x'.repeat(100_000) } }],
    ['a stamp of the year 5188', 'far'],
  ])('what cannot be read can only be closed: %s', async (_what, raw) => {
    const { lead, tom } = await toms()
    const far = tom.write('group', v7(), { name: 'Mine' }, { stamp: `zzzzzzzzz.0000.${tom.joined.device}`, version: 99 })
    const { results } = await tom.exchange([raw === 'far' ? far : raw])
    const { acts } = await look(lead)
    expect(acts).toMatchObject([{ id: results[0]?.id, colleague: tom.joined.colleague.id, at: new Date(now).toISOString(), canLetIn: false }])
    expect(await ask(lead, 'release', { id: acts[0]?.id })).toEqual(ended('cannot'))
    expect(await ask(lead, 'settle', { id: acts[0]?.id, because: 'nothing in it' })).toEqual(ended('done'))
  })
})

describe('letting in', () => {
  it('on the lead’s word takes in what only a role stood against, whole, and writes down on whose word', async () => {
    const { lead, tom } = await toms()
    const act = v7()
    const both = [tom.write('group', v7(), { name: 'Mine' }, { act }), tom.write('person', v7(), { givenName: 'Jean' }, { act })]
    await tom.exchange(both)
    now += 86_400_000
    expect(await ask(lead, 'release', { id: both[1]?.id })).toEqual(ended('done'))
    expect(await logged(tom)).toEqual(both)
    expect(await inTeam('select id, code, said_by from let_in order by id')).toEqual([
      { id: both[0]?.id, code: 'notAllowed', said_by: surgery.lead },
      { id: both[1]?.id, code: 'withItsAct', said_by: surgery.lead },
    ])
    expect((await tom.exchange(both)).results.map((one) => one.state)).toEqual(['accepted', 'accepted'])
    expect(await ask(lead, 'release', { id: both[1]?.id })).toEqual(ended('gone'))
  })

  it('takes in what a laptop wrote after it was taken off the team', async () => {
    const { lead, tom } = await toms()
    expect(await ask(lead, 'revoke', { device: tom.joined.device })).toEqual(ended('done'))
    const person = tom.write('person', v7(), { givenName: 'Jean' })
    await tom.exchange([person])
    expect((await look(lead)).acts).toMatchObject([{ canLetIn: true, changes: [{ code: 'deviceRevoked' }] }])
    expect(await ask(lead, 'release', { id: person.id })).toEqual(ended('done'))
    expect(await logged(tom)).toEqual([person])
  })

  it('never lets in another’s name, another team, the record of a laptop, or a shape that is not right', async () => {
    const { lead, tom } = await toms()
    const never = [
      tom.write('person', v7(), { givenName: 'A' }, { actor: surgery.lead }),
      tom.write('person', v7(), { givenName: 'A' }, { team: v7() }),
      tom.write('device', tom.joined.device, { revokedAt: null }),
      tom.write('person', v7(), { givenName: 7 }),
      tom.write('person', v7(), { givenName: 'A' }, { stamp: makeStamp({ ms: now, counter: 0, device: lead.joined.device }) }),
    ]
    await tom.exchange(never)
    const { acts } = await look(lead)
    expect(acts.map((one) => one.canLetIn)).toEqual(never.map(() => false))
    for (const { id } of never) expect(await ask(lead, 'release', { id })).toEqual(ended('cannot'))
    expect(await logged(tom)).toEqual([])
    expect((await look(lead)).actCount).toBe(never.length)
  })
})

describe('laptops', () => {
  it('are told with whose they are, when they last called, what waits there, their clock and their Gather', async () => {
    const { lead, tom } = await toms()
    now += 60_000
    await tom.exchange([], { waiting: 7, deviceNow: now - 360_000 })
    const seen = (await look(lead)).laptops.find((one) => one.id === tom.joined.device)
    expect(seen).toEqual({
      id: tom.joined.device,
      name: 'a laptop 2',
      colleague: tom.joined.colleague.id,
      enrolled: new Date(start).toISOString(),
      heard: new Date(now).toISOString(),
      waiting: 7,
      clockSeconds: 360,
      appVersion: 'test',
      revoked: null,
      wipe: false,
      emptied: null,
      unconfirmed: null,
    })
  })

  it.each([
    ['revoke', 'revoked', false],
    ['wipe', 'wipe', true],
  ] as const)('%s: the laptop hears it at its next call, everybody learns of it, in the lead’s name', async (path, device, wipe) => {
    const { lead, tom } = await toms()
    expect(await ask(lead, path, { device: tom.joined.device })).toEqual(ended('done'))
    expect((await tom.exchange()).device).toBe(device)
    expect((await look(lead)).laptops.find((one) => one.id === tom.joined.device)).toMatchObject({ revoked: new Date(now).toISOString(), wipe })
    const [told] = await inTeam<{ body: object }>(`select body from change_log where record = 'device' order by revision desc limit 1`)
    expect(told?.body).toMatchObject({ row: tom.joined.device, actor: surgery.lead, fields: { revokedAt: new Date(now).toISOString() } })
    now += 60_000
    expect(await ask(lead, path, { device: tom.joined.device })).toEqual(ended('done'))
    expect((await look(lead)).laptops.find((one) => one.id === tom.joined.device)?.revoked).toBe(new Date(start).toISOString())
  })

  it('one that a restore has left in doubt is confirmed: it is told things again, and what it sent meanwhile goes in', async () => {
    const { lead, tom } = await toms()
    await inTeam('update device set unconfirmed_since = $2::timestamptz where id = $1', [tom.joined.device, new Date(now).toISOString()])
    const person = tom.write('person', v7(), { givenName: 'Jean' })
    await tom.exchange([person])
    expect((await look(lead)).laptops.find((one) => one.id === tom.joined.device)?.unconfirmed).toBe(new Date(now).toISOString())
    expect(await ask(lead, 'confirm', { device: tom.joined.device })).toEqual(ended('done'))
    expect((await tom.exchange()).device).toBe('ok')
    expect(await logged(tom)).toEqual([person])
    expect(await ask(lead, 'confirm', { device: tom.joined.device })).toEqual(ended('gone'))
    expect(await ask(lead, 'confirm', { device: 'all' })).toEqual({ status: 400, body: { error: 'badRequest' } })
  })

  it('the very laptop one uses goes only when one says so', async () => {
    const { lead } = await toms()
    for (const path of ['revoke', 'wipe']) {
      for (const device of [lead.joined.device, lead.joined.device.toUpperCase()])
        expect(await ask(lead, path, { device })).toEqual(ended('ownLaptop'))
    }
    expect((await lead.exchange()).device).toBe('ok')
    expect(await ask(lead, 'revoke', { device: lead.joined.device, myOwn: true })).toEqual(ended('done'))
    expect(await surgery.handle('/office', undefined, lead.joined.token)).toEqual(refused)
  })

  it('the server’s own hand is no laptop: it is neither told nor taken off', async () => {
    const { lead } = await toms()
    const [hand] = await inTeam<{ id: string }>(`select id from device where kind = 'server'`)
    expect(await ask(lead, 'revoke', { device: hand?.id })).toEqual(ended('gone'))
    expect((await look(lead)).laptops.map((one) => one.id)).not.toContain(hand?.id)
    await surgery.sql.transaction({ team: surgery.team }, (tx) =>
      writeAsServer(tx, surgery.team, surgery.lead, 'x', [{ record: 'team', row: surgery.team, fields: { name: 'Ours' } }], now),
    )
  })
})

describe('notices', () => {
  it('are told until somebody has read them', async () => {
    const { lead, tom } = await toms()
    await surgery.sql.transaction({ team: surgery.team }, (tx) =>
      tellLead(tx, surgery.team, { device: tom.joined.device, kind: 'numbersMissing', data: { count: 3 }, key: '1' }, now),
    )
    const { notices, noticeCount } = await look(lead)
    expect(noticeCount).toBe(1)
    expect(notices).toMatchObject([{ device: tom.joined.device, kind: 'numbersMissing', data: { count: 3 }, at: new Date(now).toISOString() }])
    expect(await ask(lead, 'seen', { notice: notices[0]?.id })).toEqual(ended('done'))
    expect((await look(lead)).notices).toEqual([])
  })
})
