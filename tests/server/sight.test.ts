import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Row } from '../../src/shared/changes/row.ts'
import { records } from '../../src/shared/records/index.ts'
import type { Role } from '../../src/shared/records/colleague.ts'
import { addDays } from '../../src/shared/std/dates.ts'
import { membershipIdOf, sessionIdOf } from '../../src/shared/std/ids.ts'
import { fold } from '../../src/shared/changes/fold.ts'
import { keyOf } from '../../src/shared/changes/row.ts'
import { openSurgery, type Surgery, type TestLaptop } from '../support/surgery.ts'

const today = '2026-10-22'
let surgery: Surgery
let now = Date.parse(`${today}T09:00:00Z`)
let lead: TestLaptop
beforeAll(async () => {
  surgery = await openSurgery({ kind: 'memory', now: () => now })
})
beforeEach(async () => {
  now = Date.parse(`${today}T09:00:00Z`)
  await surgery.empty()
  lead = await surgery.enrol()
})
afterAll(() => surgery.close())

const rowsOf = async (laptop: TestLaptop) => (await laptop.load()).flatMap((page) => page.rows)
const keysOf = async (laptop: TestLaptop) => new Set((await rowsOf(laptop)).map((row) => row.id))
const send = async (...changes: unknown[]) => {
  now += 1000
  const reply = await lead.exchange(changes)
  expect(reply.results.map((one) => one.state)).toEqual(changes.map(() => 'accepted'))
}

const group = (id: string, fields = {}) => lead.write('group', id, { name: 'A group', schedule: [], counts: false, state: 'running', ...fields })
const person = (id: string, fields = {}) => lead.write('person', id, { givenName: 'Jean', ...fields })
const joins = (personId: string, groupId: string) => lead.write('membership', membershipIdOf(groupId, personId), { groupId, personId, since: today })
const session = (groupId: string, date: string) => lead.write('session', sessionIdOf(groupId, date, 1), { groupId, date, slot: 1 })
const signIn = (id: string, personId: string, groupId: string, date: string) =>
  lead.write('signIn', id, {
    personId,
    sessionId: sessionIdOf(groupId, date, 1),
    arrivedAt: `${date}T09:30:00Z`,
    how: 'facilitator',
    byId: surgery.lead,
  })

/** A facilitator with one group, and another group that is none of theirs; in each a member, a guest and a register. */
async function twoGroups() {
  const sam = await surgery.hire('facilitator', 'Sam')
  const id = {
    mine: v7(),
    other: v7(),
    member: v7(),
    guest: v7(),
    stranger: v7(),
    contact: v7(),
    strangersContact: v7(),
    note: v7(),
    strangersNote: v7(),
    sessionNote: v7(),
    signIn: v7(),
    strangersSignIn: v7(),
    count: v7(),
    old: v7(),
    oldGuest: v7(),
    late: v7(),
  }
  const [yearAgo, thisWeek, later] = [addDays(today, -400), addDays(today, -2), addDays(today, 60)]
  const on = {
    mine: sessionIdOf(id.mine, thisWeek, 1),
    other: sessionIdOf(id.other, thisWeek, 1),
    old: sessionIdOf(id.mine, yearAgo, 1),
    later: sessionIdOf(id.mine, later, 1),
  }
  const about = (row: string, aboutId: string) => lead.write('note', row, { aboutId, text: 'x', at: `${today}T09:00:00Z`, byId: surgery.lead })
  const contact = (row: string, personId: string) => lead.write('emergencyContact', row, { personId, name: 'K', phone: '01632 960000' })
  await send(
    group(id.mine, { facilitatorIds: [sam] }),
    group(id.other),
    ...[id.member, id.guest, id.stranger, id.oldGuest].map((one) => person(one)),
    joins(id.member, id.mine),
    joins(id.stranger, id.other),
    contact(id.contact, id.member),
    contact(id.strangersContact, id.stranger),
    session(id.mine, thisWeek),
    session(id.other, thisWeek),
    session(id.mine, yearAgo),
    session(id.mine, later),
    signIn(id.signIn, id.guest, id.mine, thisWeek),
    signIn(id.strangersSignIn, id.stranger, id.other, thisWeek),
    signIn(id.old, id.oldGuest, id.mine, yearAgo),
    about(id.note, id.member),
    about(id.strangersNote, id.stranger),
    about(id.sessionNote, on.mine),
    lead.write('headCount', id.count, {
      sessionId: on.mine,
      moment: 'out',
      counted: 1,
      expected: 1,
      missingIds: [],
      at: `${today}T09:00:00Z`,
      byId: surgery.lead,
    }),
  )
  return { sam, id, on }
}

describe('what a laptop may receive', () => {
  it('a facilitator: the people of their groups, twelve months of those registers, and what is ahead', async () => {
    const { sam, id, on } = await twoGroups()
    const seen = await keysOf(await surgery.enrol(sam))
    const may = [
      id.mine,
      id.other,
      id.member,
      id.guest,
      id.contact,
      id.note,
      id.sessionNote,
      id.signIn,
      id.count,
      on.mine,
      on.later,
      sam,
      surgery.lead,
      surgery.team,
    ]
    const mayNot = [id.stranger, id.oldGuest, id.strangersContact, id.strangersNote, id.strangersSignIn, id.old, on.other, on.old]
    expect(may.filter((one) => !seen.has(one))).toEqual([])
    expect(mayNot.filter((one) => seen.has(one))).toEqual([])
  })

  it.each(['linkWorker', 'lead'] as const)('a %s: everything of three years', async (role) => {
    const { id, on } = await twoGroups()
    const ancient = addDays(today, -3 * 366 - 7)
    await send(session(id.mine, ancient))
    const seen = await keysOf(await surgery.enrol(await surgery.hire(role)))
    expect([...Object.values(id), ...Object.values(on)].filter((one) => !seen.has(one) && one !== id.late)).toEqual([])
    expect(seen.has(sessionIdOf(id.mine, ancient, 1))).toBe(false)
  })

  it('the leader of a group sees it as its facilitators do', async () => {
    const sam = await surgery.hire('facilitator')
    const [mine, member] = [v7(), v7()]
    await send(group(mine, { leaderId: sam }), person(member), joins(member, mine))
    expect((await keysOf(await surgery.enrol(sam))).has(member)).toBe(true)
  })

  const roles: Role[] = ['facilitator', 'linkWorker', 'lead']
  it.each(roles)('only the fields that may go to a %s, in rows and in changes', async (role) => {
    const colleague = await surgery.hire(role)
    const laptop = await surgery.enrol(colleague)
    const [mine, member] = [v7(), v7()]
    await send(group(mine, { facilitatorIds: [colleague] }), person(member), joins(member, mine))
    await laptop.load()
    const address = { lines: '1 Alder Way', town: 'Nuneaton', postcode: 'CV11' }
    await send(person(member, { knownAs: 'J', address }), lead.write('person', member, { address: { ...address, town: 'Bedworth' } }))
    const { changes } = await laptop.exchange()
    const row = (await rowsOf(laptop)).find((one) => one.id === member) as Row
    const fields = [
      ...changes.flatMap((change) => Object.keys(change.fields)),
      ...Object.keys(row.fields),
      ...Object.keys(row.stamps),
      ...Object.keys(row.sides ?? {}),
    ]
    const goes = records.person.goes as Record<string, readonly string[]>
    expect(fields.filter((field) => !goes[field]!.includes(role))).toEqual([])
    expect(fields.includes('address')).toBe(role !== 'facilitator')
    expect(changes.length).toBe(role === 'facilitator' ? 1 : 2) // nothing is left of the second for a facilitator
  })
})

describe('the alarm for the team', () => {
  const started = { startedAt: `${today}T09:31:00Z`, cancelledBecause: 'Jean fell ill', summary: 'Jean fell', twoPeople: ['a|b'] }

  it('of a session of today in another group a facilitator hears when it began, ended and who leads it, and nothing else', async () => {
    const { sam, id } = await twoGroups()
    const other = sessionIdOf(id.other, today, 1)
    await send(
      lead.write('session', other, { groupId: id.other, date: today, slot: 1, start: '10:30', end: '12:00', leaderId: surgery.lead, ...started }),
    )
    const row = (await rowsOf(await surgery.enrol(sam))).find((one) => one.id === other)
    expect(Object.keys(row?.fields ?? {}).sort()).toEqual(['date', 'end', 'groupId', 'leaderId', 'slot', 'start', 'startedAt'])
    expect(Object.keys(row?.stamps ?? {}).sort()).toEqual(Object.keys(row?.fields ?? {}).sort())
  })

  it('and hears of it by the next exchange: that it began, and that all are back', async () => {
    const { sam, id } = await twoGroups()
    const laptop = await surgery.enrol(sam)
    await laptop.load()
    const other = sessionIdOf(id.other, today, 1)
    await send(lead.write('session', other, { groupId: id.other, date: today, slot: 1, ...started }))
    await send(
      lead.write('session', other, { allBackAt: `${today}T11:00:00Z`, drinks: 4 }),
      lead.write('session', other, { summary: 'Jean is well' }),
    )
    const { changes } = await laptop.exchange()
    expect(changes.filter((one) => one.row === other).map((one) => Object.keys(one.fields).sort())).toEqual([
      ['date', 'groupId', 'slot', 'startedAt'],
      ['allBackAt'],
    ])
  })

  it('not of what was the day before yesterday, and of no register', async () => {
    const { sam, id, on } = await twoGroups()
    const seen = await keysOf(await surgery.enrol(sam))
    expect([on.other, id.strangersSignIn, id.stranger].filter((one) => seen.has(one))).toEqual([])
  })

  it('whoever runs the group has the whole of it', async () => {
    const { sam, id } = await twoGroups()
    const mine = sessionIdOf(id.mine, today, 1)
    await send(lead.write('session', mine, { groupId: id.mine, date: today, slot: 1, ...started }))
    const row = (await rowsOf(await surgery.enrol(sam))).find((one) => one.id === mine)
    expect(row?.fields).toMatchObject(started)
  })
})

describe('what comes into sight later', () => {
  /** The laptop's rows by key, as first load and exchanges make them. */
  async function following(colleague: string) {
    const laptop = await surgery.enrol(colleague)
    const mine = new Map((await rowsOf(laptop)).map((row) => [keyOf(row.record, row.id), row]))
    const follow = async () => {
      for (let more = true; more;) {
        const reply = await laptop.exchange()
        expect(reply.reset).toBeUndefined()
        for (const change of reply.changes) mine.set(keyOf(change.record, change.row), fold(mine.get(keyOf(change.record, change.row)), change))
        more = reply.more
      }
      const fresh = await surgery.enrol(colleague)
      const theirs = (await rowsOf(fresh)).filter((row) => row.record !== 'device')
      expect([...mine.values()].filter((row) => row.record !== 'device').sort(byId)).toEqual(theirs.sort(byId))
    }
    return { laptop, mine, follow }
  }
  const byId = (a: Row, b: Row) => (a.id < b.id ? -1 : 1)

  it('a known person who joins the group brings what was written about them before', async () => {
    const { sam, id } = await twoGroups()
    const { mine, follow } = await following(sam)
    await send(person(id.stranger, { alerts: ['Inhaler'] }))
    await follow()
    expect(mine.has(keyOf('person', id.stranger))).toBe(false)
    await send(joins(id.stranger, id.mine))
    await follow()
    expect(mine.get(keyOf('person', id.stranger))?.fields).toMatchObject({ givenName: 'Jean', alerts: ['Inhaler'] })
    expect(mine.has(keyOf('emergencyContact', id.strangersContact))).toBe(true)
    expect(mine.has(keyOf('note', id.strangersNote))).toBe(true)
    expect(mine.has(keyOf('signIn', id.strangersSignIn))).toBe(false)
  })

  it('so does one who walks in', async () => {
    const { sam, id } = await twoGroups()
    const { mine, follow } = await following(sam)
    await send(signIn(id.late, id.stranger, id.mine, addDays(today, -2)))
    await follow()
    expect(mine.get(keyOf('person', id.stranger))?.fields).toMatchObject({ givenName: 'Jean' })
  })

  it('a void that came before its sign-in, and a sign-in that came before its session, are not lost', async () => {
    const { sam, id } = await twoGroups()
    const { mine, follow } = await following(sam)
    const date = addDays(today, -1)
    await send(lead.write('signIn', id.late, { voidedBecause: 'a mistake' }))
    await follow()
    await send(signIn(id.late, id.stranger, id.mine, date))
    await follow()
    expect(mine.has(keyOf('signIn', id.late))).toBe(false)
    await send(session(id.mine, date))
    await follow()
    expect(mine.get(keyOf('signIn', id.late))?.fields).toMatchObject({ voidedBecause: 'a mistake', personId: id.stranger })
    expect(mine.get(keyOf('person', id.stranger))?.fields).toMatchObject({ givenName: 'Jean' })
  })

  it('the closing of another group’s session that came before its date and group is not lost (the simulation, seed 410196)', async () => {
    const { sam, id } = await twoGroups()
    const { mine, follow } = await following(sam)
    const closing = { closedAt: `${today}T11:30:00Z`, closedBy: surgery.lead, mismatchReason: 'nobody counted' }
    await send(lead.write('session', sessionIdOf(id.other, today, 1), closing))
    await follow()
    await send(session(id.other, today))
    await follow()
    expect(mine.get(keyOf('session', sessionIdOf(id.other, today, 1)))?.fields).toMatchObject({ closedAt: closing.closedAt })
  })

  it('what was written of a contact before it was said whose it is, is not lost', async () => {
    const { sam, id } = await twoGroups()
    const { mine, follow } = await following(sam)
    await send(lead.write('emergencyContact', id.late, { phone: '07700 900 111' }))
    await follow()
    await send(lead.write('emergencyContact', id.late, { personId: id.member, name: 'Harold' }))
    await follow()
    expect(mine.get(keyOf('emergencyContact', id.late))?.fields).toMatchObject({ phone: '07700 900 111', name: 'Harold' })
    const answers = v7() // of a member, given at a session of another group
    await send(lead.write('declaration', answers, { words: 'Short route' }))
    await follow()
    await send(
      lead.write('declaration', answers, { personId: id.member, sessionId: sessionIdOf(id.other, addDays(today, -2), 1), outcome: 'modified' }),
    )
    await follow()
    expect(mine.get(keyOf('declaration', answers))?.fields).toMatchObject({ words: 'Short route', outcome: 'modified' })
  })

  it('[SY16] a group that is given to a facilitator is a reset, and brings its older rows', async () => {
    const { sam, id } = await twoGroups()
    const laptop = await surgery.enrol(sam)
    await laptop.load()
    await send(lead.write('group', id.other, { facilitatorIds: [sam] }))
    expect((await laptop.exchange()).reset).toBe('sight')
    const seen = await keysOf(laptop)
    expect([id.stranger, id.strangersContact, id.strangersNote, id.strangersSignIn].filter((one) => !seen.has(one))).toEqual([])
    expect((await laptop.exchange()).reset).toBeUndefined()
  })

  it('[SY16] a reset that the laptop never received comes again', async () => {
    const { sam, id } = await twoGroups()
    const laptop = await surgery.enrol(sam)
    await laptop.load()
    await send(lead.write('group', id.other, { facilitatorIds: [sam] }))
    const mark = laptop.bookmark
    await laptop.exchange()
    await laptop.load() // and its answers are lost
    expect((await laptop.exchange([], { bookmark: mark })).reset).toBeDefined()
  })

  it.each([
    ['a new role', (sam: string) => lead.write('colleague', sam, { role: 'linkWorker' })],
    ['a group taken away', null],
  ])('[SY16] %s is a reset', async (_what, change) => {
    const { sam, id } = await twoGroups()
    const laptop = await surgery.enrol(sam)
    await laptop.load()
    await send(change ? change(sam) : lead.write('group', id.mine, { facilitatorIds: [] }))
    expect((await laptop.exchange()).reset).toBe('sight')
    expect((await keysOf(laptop)).has(id.member)).toBe(change !== null)
  })

  it("a change to a group that alters nobody's sight is no reset", async () => {
    const { sam, id } = await twoGroups()
    const { follow } = await following(sam)
    await send(lead.write('group', id.mine, { about: 'Now with tea' }))
    await follow()
  })
})
