import { randomBytes } from 'node:crypto'
import { v4, v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readStamp } from '../../src/shared/std/stamp.ts'
import { splitReplySchema } from '../../src/shared/sync/protocol.ts'
import { backupTeam, restoreTeam } from '../../src/server/backup.ts'
import { releaseHeld } from '../../src/server/held.ts'
import { unseenNotices } from '../../src/server/notices.ts'
import { revokeDevice } from '../../src/server/office.ts'
import { serverDeviceOf } from '../../src/server/ownWriting.ts'
import type { Transaction } from '../../src/server/sql/sql.ts'
import { openSurgery, type Surgery, type TestLaptop } from '../support/surgery.ts'

let surgery: Surgery
let now = 0
beforeAll(async () => {
  surgery = await openSurgery({ kind: 'memory', now: () => now })
})
beforeEach(async () => {
  now = Date.parse('2026-10-22T09:00:00Z')
  await surgery.empty()
})
afterAll(() => surgery.close())

const inTeam = <Value>(work: (tx: Transaction) => Promise<Value>) => surgery.sql.transaction({ team: surgery.team }, work)
const notices = () => inTeam((tx) => unseenNotices(tx, surgery.team))
const heldOf = () =>
  inTeam((tx) =>
    tx.query<{ id: string; code: string; device: string; sequence: number }>(
      'select id, code, device, sequence from held where team = $1 order by sequence',
      [surgery.team],
    ),
  )
const logged = async () =>
  (await inTeam((tx) => tx.query<{ id: string }>('select id from change_log where team = $1', [surgery.team]))).map((one) => one.id)
const deviceRow = async (id: string) =>
  (
    await inTeam((tx) =>
      tx.query<{ have: number; escrow: string | null; colleague: string; kind: string; copied_at: string | null }>(
        'select have, escrow, colleague, kind, copied_at from device where team = $1 and id = $2',
        [surgery.team, id],
      ),
    )
  )[0]
const person = (laptop: TestLaptop, name = 'Jean') => laptop.write('person', v7(), { givenName: name })
const token = () => `${surgery.team}.${randomBytes(32).toString('base64url')}`

/** A laptop with a first load behind it. */
async function loaded(colleague?: string): Promise<TestLaptop> {
  const laptop = await surgery.enrol(colleague)
  await laptop.load()
  return laptop
}

/** An exchange called so, after the one that was called so. */
const marked = (laptop: TestLaptop, is: string | null, next: string, changes: unknown[] = []) => laptop.exchange(changes, { mark: { is, next } })

describe('[S14][SY24] the marks of exchanges', () => {
  it('that follow each other say nothing, also when answers were lost, a request came twice, or the app was started again', async () => {
    const laptop = await loaded()
    const [a, b, c, d, e] = [v4(), v4(), v4(), v4(), v4()]
    for (const [is, next] of [
      [null, a],
      [a, b],
      [a, b],
      [a, c],
      [c, d],
      [c, d],
      [d, e],
    ] as const) {
      expect((await marked(laptop, is, next)).reset).toBeUndefined()
    }
    expect(await notices()).toEqual([])
  })

  it('that follow an older one are a copy: told so again and again, also to the laptop that it is a copy of', async () => {
    const laptop = await loaded()
    const [a, b, c] = [v4(), v4(), v4()]
    for (const [is, next] of [
      [null, a],
      [a, b],
      [b, c],
    ] as const)
      await marked(laptop, is, next)
    expect((await marked(laptop, a, v4())).reset).toBe('copied')
    expect((await marked(laptop, c, v4())).reset).toBe('copied')
    expect((await notices()).map(({ device, kind }) => [device, kind])).toEqual([[laptop.joined.device, 'putBack']])
  })

  it('[SY17] of before a restore say nothing, and a laptop that sends none is no copy', async () => {
    const laptop = await loaded()
    const [a, b, c] = [v4(), v4(), v4()]
    await marked(laptop, null, a)
    const backup = await backupTeam(surgery.sql, surgery.team, now)
    for (const [is, next] of [
      [a, b],
      [b, c],
    ] as const)
      await marked(laptop, is, next)
    await restoreTeam(surgery.sql, surgery.team, backup, now)
    expect((await marked(laptop, c, v4())).reset).toBe('epoch')
    await laptop.load()
    expect((await laptop.exchange()).reset).toBeUndefined()
    expect(await notices()).toEqual([])
  })
})

describe('[S14][SY24] a number that stands for another change', () => {
  it('is taken in all the same, told as a copy, and told to the lead with how many', async () => {
    const laptop = await loaded()
    const first = [person(laptop), person(laptop)]
    await laptop.exchange(first)
    laptop.sequence = 0
    const second = [person(laptop, 'Ray'), person(laptop, 'Dot'), person(laptop, 'Edna')]
    const reply = await laptop.exchange(second)
    expect([reply.reset, reply.results.map((one) => one.state), reply.lastN]).toEqual(['copied', ['accepted', 'accepted', 'accepted'], 3])
    expect(await logged()).toEqual(expect.arrayContaining([...first, ...second].map((change) => change.id)))
    expect((await notices()).map(({ kind, data }) => [kind, data])).toEqual([['putBack', { twice: 2 }]])
  })

  it('also when the other is held, and not when it is the same change again', async () => {
    const laptop = await loaded()
    const held = laptop.write('person', v7(), { givenName: 7 })
    await laptop.exchange([held])
    expect((await laptop.exchange([held])).reset).toBeUndefined()
    expect((await laptop.exchange([person(laptop)])).reset).toBeUndefined()
    laptop.sequence = 0
    expect((await laptop.exchange([person(laptop)])).reset).toBe('copied')
  })

  it('[SY11] counts with a stamp in a name of its own, in the order it was written', async () => {
    const laptop = await loaded()
    await laptop.exchange([person(laptop)])
    laptop.sequence = 0
    const reply = await laptop.exchange([person(laptop), person(laptop)])
    const stamps = reply.results.flatMap((one) => (one.state === 'accepted' ? [one.effective] : []))
    const names = new Set(stamps.map((stamp) => readStamp(stamp).device))
    expect([names.size, names.has(laptop.joined.device), [...stamps].sort()]).toEqual([1, false, stamps])
  })

  it('the highest number ever is told, held ones and gaps among them', async () => {
    const laptop = await loaded()
    laptop.sequence = 4
    expect((await laptop.exchange([person(laptop)])).lastN).toBe(5)
    expect((await laptop.exchange([laptop.write('person', v7(), { givenName: 7 })])).lastN).toBe(6)
    await inTeam((tx) => tx.query('update device set last_n = null where team = $1', [surgery.team])) // as a backup of 0.1 has it
    expect(await laptop.exchange()).toMatchObject({ haveN: 0, lastN: 6 })
  })
})

describe('[S14][SY25] a split', () => {
  const ask = (laptop: TestLaptop, body: object) => surgery.handle('/split', body, laptop.joined.token)

  it('gives a device of the same colleague that counts on, and whose key the team can mend', async () => {
    const laptop = await loaded()
    await surgery.handle('/escrow', { sealed: 'sealed' }, laptop.joined.token)
    await laptop.exchange([person(laptop), person(laptop)])
    const mine = token()
    const { device } = splitReplySchema.parse((await ask(laptop, { token: mine, from: 3 })).body)
    expect(await deviceRow(device)).toMatchObject({ have: 2, escrow: 'sealed', colleague: surgery.lead, kind: 'laptop', copied_at: null })
    const own: TestLaptop = { ...laptop, joined: { ...laptop.joined, device, token: mine } }
    const request = { protocol: 1, appVersion: 't', team: surgery.team, deviceNow: now, bookmark: null, waiting: 0, changes: [] }
    expect((await surgery.handle('/exchange', request, own.joined.token)).body).toMatchObject({ haveN: 2, lastN: 2, device: 'ok' })
    expect((await notices()).map((one) => one.data)).toEqual([{ became: device, laptops: 1 }])
    expect((await laptop.exchange()).reset).toBe('copied')
  })

  it('asked for twice with one token is one device, and may say anew where its numbers begin until it exchanges', async () => {
    const laptop = await loaded()
    const mine = token()
    const first = await ask(laptop, { token: mine, from: 3 })
    expect(await ask(laptop, { token: mine, from: 5 })).toEqual(first)
    const { device } = splitReplySchema.parse(first.body)
    expect((await deviceRow(device))?.have).toBe(4)
    expect((await surgery.handle('/split', { token: mine, from: 6 }, mine)).body).toEqual({ device }) // as who it is by now
  })

  it('has an end: who makes more laptops in a day than anybody copies is told to come back, and nothing is lost', async () => {
    const laptop = await loaded()
    const ask = () => surgery.handle('/split', { token: token(), from: 1 }, laptop.joined.token)
    for (let made = 0; made < 20; made++) expect((await ask()).status).toBe(200)
    expect((await ask()).status).toBe(429)
    expect((await laptop.exchange([person(laptop)])).results).toMatchObject([{ state: 'accepted' }])
    now += 86_400_001
    expect((await ask()).status).toBe(200)
  })

  it('of a second laptop tells the lead that two go on from one copy', async () => {
    const laptop = await loaded()
    for (const from of [1, 2]) await ask(laptop, { token: token(), from })
    expect((await notices()).map(({ kind, data }) => [kind, data['laptops']])).toEqual(
      expect.arrayContaining([
        ['putBack', 1],
        ['copied', 2],
      ]),
    )
  })

  it('is refused to a revoked laptop, to a colleague who has left, for another team and with another’s token', async () => {
    const sam = await loaded(await surgery.hire('facilitator'))
    const laptop = await loaded()
    const refused = { status: 403, body: { error: 'refused' } }
    expect(await ask(laptop, { token: sam.joined.token, from: 1 })).toEqual(refused)
    expect(await ask(laptop, { token: `${v4()}.${randomBytes(32).toString('base64url')}`, from: 1 })).toEqual(refused)
    expect((await ask(laptop, { token: 'short', from: 1 })).status).toBe(400)
    expect((await surgery.handle('/split', { token: token(), from: 1 })).status).toBe(401)
    await inTeam((tx) => tx.query('update device set revoked_at = now() where team = $1 and id = $2', [surgery.team, laptop.joined.device]))
    expect(await ask(laptop, { token: token(), from: 1 })).toEqual(refused)
  })
})

describe('[S14][SY22] taking a laptop off the team', () => {
  it('takes off what it was before and what was split from it, and leaves its living copy', async () => {
    const first = await loaded()
    const splitFrom = async (parent: string) => {
      const mine = token()
      return { mine, ...splitReplySchema.parse((await surgery.handle('/split', { token: mine, from: 1 }, parent)).body) }
    }
    const [one, copy] = [await splitFrom(first.joined.token), await splitFrom(first.joined.token)]
    const next = await splitFrom(one.mine)
    expect(await revokeDevice(surgery.sql, surgery.team, one.device, false, now)).toBe(true)
    const state = async (held: string) =>
      (
        await surgery.handle(
          '/exchange',
          {
            protocol: 1,
            appVersion: 't',
            team: surgery.team,
            deviceNow: now,
            bookmark: null,
            waiting: 0,
            changes: [],
          },
          held,
        )
      ).body.device as string
    expect(await Promise.all([first.joined.token, one.mine, next.mine, copy.mine].map(state))).toEqual(['revoked', 'revoked', 'revoked', 'ok'])
  })
})

describe('[S14][SY26] what was written under a former id', () => {
  /** A laptop that has become another. @returns it as it was and as it is */
  async function split(colleague?: string): Promise<[TestLaptop, TestLaptop]> {
    const before = await loaded(colleague)
    const mine = token()
    const answer = await surgery.handle('/split', { token: mine, from: before.sequence + 1 }, before.joined.token)
    const after = await loaded(colleague)
    after.joined = { ...after.joined, device: splitReplySchema.parse(answer.body).device, token: mine }
    return [before, after]
  }

  it('is taken in from the new one that says so, and held from any other', async () => {
    const [before, after] = await split()
    const [mine, unsaid] = [person(before), person(before)]
    expect((await after.exchange([unsaid])).results).toMatchObject([{ state: 'held', code: 'notAllowed' }])
    expect((await after.exchange([mine], { formerly: [before.joined.device] })).results).toMatchObject([{ state: 'accepted' }])
    const sam = await loaded(await surgery.hire('lead', 'Sam'))
    const forged = { ...person(before), actor: sam.joined.colleague.id }
    expect((await sam.exchange([forged], { formerly: [before.joined.device] })).results).toMatchObject([{ state: 'held', code: 'notAllowed' }])
  })

  it('is never what the server wrote', async () => {
    const laptop = await loaded()
    const hand = serverDeviceOf(surgery.team)
    const stamp = person(laptop).stamp.replace(laptop.joined.device, hand)
    const forged = laptop.write('person', v7(), { givenName: 'X' }, { device: hand, stamp })
    expect((await laptop.exchange([forged], { formerly: [hand] })).results).toMatchObject([{ state: 'held', code: 'notAllowed' }])
  })

  it('comes also when a restore has forgotten that id, which then is the colleague’s for good', async () => {
    const laptop = await loaded()
    const old = { ...laptop, joined: { ...laptop.joined, device: v7() } }
    const stamp = person(laptop).stamp.replace(laptop.joined.device, old.joined.device)
    const change = laptop.write('person', v7(), { givenName: 'Jean' }, { device: old.joined.device, stamp })
    expect((await laptop.exchange([change], { formerly: [old.joined.device] })).results).toMatchObject([{ state: 'accepted' }])
    expect(await deviceRow(old.joined.device)).toMatchObject({ colleague: surgery.lead, kind: 'former' })
    const sam = await loaded(await surgery.hire('lead', 'Sam'))
    const theirs = { ...change, id: v7(), actor: sam.joined.colleague.id }
    expect((await sam.exchange([theirs], { formerly: [old.joined.device] })).results).toMatchObject([{ state: 'held', code: 'notAllowed' }])
  })

  it('held under the id that wrote it, is let in later by a person', async () => {
    const worker = await surgery.hire('facilitator', 'Nisha')
    const [before, after] = await split(worker)
    const venue = before.write('venue', v7(), { name: 'Park' })
    await after.exchange([venue], { formerly: [before.joined.device] })
    expect(await heldOf()).toMatchObject([{ id: venue.id, code: 'notAllowed', device: before.joined.device, sequence: venue.sequence }])
    await inTeam((tx) =>
      tx.query(`update record_row set body = jsonb_set(body, '{fields,role}', '"lead"') where team = $1 and id = $2`, [surgery.team, worker]),
    )
    expect(await releaseHeld(surgery.sql, surgery.team, venue.id, now)).toBe(1)
  })
})
