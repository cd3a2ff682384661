import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Row } from '../../src/shared/changes/row.ts'
import { recordNames, records, type RecordName } from '../../src/shared/records/index.ts'
import { roleSchema, type Role } from '../../src/shared/records/colleague.ts'
import { belongs } from '../../src/shared/rules/belongs.ts'
import { mayWrite } from '../../src/shared/rules/policies.ts'
import { membershipIdOf, sessionIdOf } from '../../src/shared/std/ids.ts'
import type { ExchangeReply } from '../../src/shared/sync/protocol.ts'
import { releaseHeld } from '../../src/server/held.ts'
import type { Author } from '../../src/server/judge.ts'
import { revokeDevice } from '../../src/server/office.ts'
import { writeAsServer } from '../../src/server/ownWriting.ts'
import { writeFor } from '../../src/server/secondLock.ts'
import type { Transaction } from '../../src/server/sql/sql.ts'
import { openSurgery, type Surgery, type TestLaptop } from '../support/surgery.ts'
import { day, editOf, fieldsOf, newRowOf, openTwoGroups, type OneGroup, type TwoGroups } from '../support/twoGroups.ts'

/** The code's own lock, which a test may open to see whether the database holds alone. */
const code = vi.hoisted(() => ({ isOpen: false }))
vi.mock('../../src/server/reach.ts', async (original) => {
  const shipped: typeof import('../../src/server/reach.ts') = await original()
  const withinReach: typeof shipped.withinReach = async (tx, team, batches) =>
    code.isOpen ? batches.map(({ judged }) => [...judged]) : shipped.withinReach(tx, team, batches)
  return { ...shipped, withinReach }
})
vi.mock('../../src/server/sight.ts', async (original) => {
  const shipped: typeof import('../../src/server/sight.ts') = await original()
  return { ...shipped, withinSight: (...given: Parameters<typeof shipped.withinSight>) => (code.isOpen ? 'true' : shipped.withinSight(...given)) }
})

let surgery: Surgery
let now = Date.parse(`${day}T09:00:00Z`)
let world: TwoGroups
beforeAll(async () => {
  surgery = await openSurgery({ kind: 'postgres', now: () => now })
})
afterAll(() => surgery.close())
const begin = async () => {
  code.isOpen = false
  await surgery.empty()
  world = await openTwoGroups(surgery)
}
/** The policies of the second lock, taken out so that the code is alone. */
const secondLock = ['writer_insert', 'writer_update', 'writer_names', 'reader_sight', 'reader_concerns']
const withoutSecondLock = () =>
  surgery.sql.transaction({ team: null, as: 'owner' }, async (tx) => {
    for (const policy of secondLock) await tx.query(`drop policy if exists ${policy} on record_row`)
    await tx.query('drop policy if exists writer_reach on person_link')
  })
const codes = (reply: ExchangeReply) => reply.results.map((one) => (one.state === 'held' ? one.code : one.state))
const rowOf = async (record: string, id: string) =>
  (
    await surgery.sql.transaction({ team: surgery.team }, (tx) =>
      tx.query<{ body: Row }>('select body from record_row where team = $1 and record = $2 and id = $3', [surgery.team, record, id]),
    )
  )[0]?.body
const allRows = () =>
  surgery.sql.transaction({ team: surgery.team }, (tx) => tx.query<{ body: Row }>('select body from record_row order by record, id'))

/** One act on a register or a person: a new row, or a change to one that is there. */
type Side = 'a new row' | 'a row that is there'
const sides: Side[] = ['a new row', 'a row that is there']
const write = (role: Role, record: RecordName, one: OneGroup, side: Side) => {
  const laptop = world.laptops[role]
  const {
    colleague: { id: by },
    device,
  } = laptop.joined
  return side === 'a new row'
    ? laptop.write(record, newRowOf(record, one), fieldsOf(record, one, by, device))
    : laptop.write(record, one.rows[record], editOf(record, by))
}

/** What ought to come of it, said a second time: who may write, of what is theirs. */
function expected(role: Role, record: RecordName, reach: 'mine' | 'theirs', side: Side): string {
  if (record === 'device') return 'notAllowed'
  if (!mayWrite(role, record)) return 'notAllowed'
  if (['concern', 'contactLook', 'partnerAgreement', 'exportLog'].includes(record)) return side === 'a new row' ? 'accepted' : 'notAllowed'
  if (record === 'voice' && role === 'facilitator' && side === 'a row that is there') return 'notAllowed' // they write it and do not see it again
  if (role !== 'facilitator' || reach === 'mine') return 'accepted'
  return record === 'person' && side === 'a new row' ? 'accepted' : 'outOfReach'
}

const matrix = roleSchema.options.flatMap((role) => recordNames.map((record) => [role, record] as const))
const acts = (['mine', 'theirs'] as const).flatMap((reach) => sides.map((side) => [reach, side] as const))

/** All of it in one exchange, each an act of its own: what comes of it, and that of what is held no row is another. */
async function isJudged(role: Role, record: RecordName): Promise<void> {
  now += 1000
  const changes = acts.map(([reach, side]) => write(role, record, world[reach], side))
  const before = await allRows()
  const found = codes(await world.laptops[role].exchange(changes))
  const named = (of: readonly (string | undefined)[]) => Object.fromEntries(acts.map((one, at) => [one.join(', '), of[at]]))
  expect(named(found)).toEqual(named(acts.map(([reach, side]) => expected(role, record, reach, side))))
  const taken = new Set(changes.filter((_, at) => found[at] === 'accepted').map((one) => one.row))
  const untouched = (rows: Awaited<ReturnType<typeof allRows>>) => rows.filter(({ body }) => !taken.has(body.id))
  expect(untouched(await allRows())).toEqual(untouched(before))
}

describe('[S5] role × record × reach × side', () => {
  beforeAll(begin)
  it.each(matrix)('%s, %s', (role, record) => isJudged(role, record))
})

describe('[S5] the code alone: the same without the lock in the database', () => {
  beforeAll(async () => {
    await begin()
    await withoutSecondLock()
  })
  afterAll(async () => {
    await surgery.close()
    surgery = await openSurgery({ kind: 'postgres', now: () => now })
  })
  it.each(matrix.filter(([role]) => role === 'facilitator'))('%s, %s', (role, record) => isJudged(role, record))

  it('shows a facilitator nothing of another group', () => showsNothing())
})

/** Records whose rows the database can tell apart by themselves; who is named in a list, and that it was written once, only the code knows. */
const told = (record: RecordName) => belongs[record].by !== 'team' && !belongs[record].free

describe('[S5] the database alone: the code lets everything through', () => {
  beforeAll(async () => {
    await begin()
    code.isOpen = true
  })
  afterAll(() => {
    code.isOpen = false
  })
  it.each(matrix.filter(([role, record]) => role === 'facilitator' && told(record)))('%s, %s', (role, record) => isJudged(role, record))

  it('lets in what is right of a batch of which one act is not', async () => {
    const { facilitator } = world.laptops
    const batch = [
      write('facilitator', 'note', world.mine, 'a new row'),
      write('facilitator', 'session', world.theirs, 'a row that is there'),
      write('facilitator', 'headCount', world.mine, 'a new row'),
    ]
    expect(codes(await facilitator.exchange(batch))).toEqual(['accepted', 'outOfReach', 'accepted'])
    expect(codes(await facilitator.exchange(batch))).toEqual(['accepted', 'outOfReach', 'accepted'])
  })

  it('holds a membership that would make another group’s person known', async () => {
    const { facilitator } = world.laptops
    const { group } = world.mine
    const personId = world.theirs.member
    expect(
      codes(await facilitator.exchange([facilitator.write('membership', membershipIdOf(group, personId), { groupId: group, personId, since: day })])),
    ).toEqual(['outOfReach'])
  })

  it('judges each batch of a lot by its own author', async () => {
    const { facilitator, lead } = world.laptops
    const author = ({ joined: { device, colleague } }: TestLaptop): Author => ({
      team: surgery.team,
      device,
      colleague: colleague.id,
      role: colleague.role,
      revoked: false,
    })
    const touch = (tx: Transaction) =>
      tx.query(`update record_row set revision = revision where team = $1 and id = $2 returning id`, [surgery.team, world.theirs.session])
    const seen = await surgery.sql.transaction({ team: surgery.team }, async (tx) => {
      await writeFor(tx, author(facilitator))
      const narrow = await touch(tx)
      await writeFor(tx, author(lead))
      return [narrow.length, (await touch(tx)).length]
    })
    expect(seen).toEqual([0, 1])
  })

  it('shows a facilitator nothing of another group', () => showsNothing())
})

/** By a first load and by an exchange: no row of the other group but what everybody sees, and what the alarm needs. */
async function showsNothing(): Promise<void> {
  const { lead, facilitator } = world.laptops
  const { theirs } = world
  const foreign = new Set([theirs.member, theirs.guest, ...recordNames.filter(told).map((record) => theirs.rows[record])])
  const allowed = new Set([theirs.session]) // times and leader, for the alarm (story 8)
  const loaded = (await facilitator.load()).flatMap((page) => page.rows)
  expect(loaded.filter((row) => foreign.has(row.id) && !allowed.has(row.id))).toEqual([])
  expect(loaded.find((row) => row.id === world.mine.member)?.fields['phone']).toBeDefined()
  await lead.exchange(
    recordNames
      .filter((record) => told(record) && record !== 'session')
      .map((record) => lead.write(record, theirs.rows[record], editOf(record, surgery.lead))),
  )
  expect((await facilitator.exchange()).changes.filter((change) => foreign.has(change.row) && !allowed.has(change.row))).toEqual([])
}

describe('what is within reach', () => {
  beforeEach(begin)

  it('[S1] B’s session under A’s hand, in small letters and in capitals, changes nothing', async () => {
    const { facilitator } = world.laptops
    const before = await allRows()
    const rows = [world.theirs.session, world.theirs.session.toUpperCase()]
    expect(codes(await facilitator.exchange(rows.map((row) => facilitator.write('session', row, { cancelledBecause: 'x' }))))).toEqual([
      'outOfReach',
      'invalid',
    ])
    expect(await allRows()).toEqual(before)
  })

  it('[S5] nobody writes a field that does not go to them', async () => {
    const { facilitator, linkWorker } = world.laptops
    const fields = { phone: '01632 960777', address: { town: 'Bedworth' } }
    const [ours, own] = [facilitator.write('person', world.mine.member, fields), facilitator.write('person', v7(), { givenName: 'New', ...fields })]
    expect(codes(await facilitator.exchange([ours, own]))).toEqual(['notAllowed', 'notAllowed'])
    expect(codes(await linkWorker.exchange([linkWorker.write('person', world.mine.member, fields)]))).toEqual(['accepted'])
    for (const record of recordNames.filter(
      (name) => !['concern', 'contactLook', 'partnerAgreement', 'exportLog', 'voice', 'cafeConfidence'].includes(name),
    )) {
      for (const [field, goes] of Object.entries<readonly string[]>(records[record].goes)) {
        for (const role of roleSchema.options)
          if (!goes.includes(role)) expect(mayWrite(role, record, [field]), `${role} ${record}.${field}`).toBe(false)
      }
    }
  })

  it('[S5] who did it is who sends it', async () => {
    const { facilitator, lead, linkWorker } = world.laptops
    const other = linkWorker.joined.colleague.id
    const note = (laptop: typeof lead, byId: string) =>
      laptop.write('note', v7(), { aboutId: world.mine.session, text: 'x', at: `${day}T09:00:00Z`, byId })
    expect(codes(await facilitator.exchange([note(facilitator, other)]))).toEqual(['notAllowed'])
    expect(codes(await lead.exchange([note(lead, other), note(lead, surgery.lead)]))).toEqual(['notAllowed', 'accepted'])
    expect(codes(await lead.exchange([lead.write('session', world.mine.session, { closedAt: `${day}T12:00:00Z`, closedBy: other })]))).toEqual([
      'notAllowed',
    ])
    expect(
      codes(
        await lead.exchange([lead.write('takenLaptop', v7(), { ...fieldsOf('takenLaptop', world.mine, surgery.lead, facilitator.joined.device) })]),
      ),
    ).toEqual(['notAllowed'])
  })

  it('[S6] a link to a person one does not know waits for a person who does', async () => {
    const { facilitator, lead } = world.laptops
    const { mine, theirs } = world
    const by = facilitator.joined.colleague.id
    const of = (record: RecordName, more: object) =>
      facilitator.write(record, v7(), { ...fieldsOf(record, mine, by, facilitator.joined.device), ...more })
    const links = [
      facilitator.write('membership', membershipIdOf(mine.group, theirs.member), { groupId: mine.group, personId: theirs.member, since: day }),
      of('signIn', { personId: theirs.member }),
      of('signIn', { personId: theirs.guest }),
      of('registerMark', { personId: theirs.member }),
      of('sessionCall', { personId: theirs.guest }),
      of('companion', { withId: theirs.member }),
      of('headCount', { missingIds: [mine.member, theirs.member] }),
      of('incident', { personIds: [theirs.member] }),
      of('rotaDuty', { personId: theirs.member }),
      of('kioskRequest', { personId: theirs.member }),
      of('emergencyContact', { personId: theirs.member }),
      of('declaration', { personId: theirs.guest }),
      of('card', { personId: theirs.member }),
      of('note', { aboutId: theirs.member }),
      of('note', { aboutId: theirs.session }),
    ]
    expect(codes(await facilitator.exchange(links))).toEqual(links.map(() => 'outOfReach'))
    expect((await facilitator.load()).flatMap((page) => page.rows).filter((row) => [theirs.member, theirs.guest].includes(row.id))).toEqual([])
    expect(await releaseHeld(surgery.sql, surgery.team, links[0]!.id, now, surgery.lead)).toBe(1)
    expect((await facilitator.load()).flatMap((page) => page.rows).find((row) => row.id === theirs.member)?.fields['givenName']).toBe('Jean')
    expect((await lead.exchange()).results).toEqual([])
    expect(codes(await facilitator.exchange([of('registerMark', { personId: theirs.member })]))).toEqual(['accepted'])
  })

  it('a newcomer, all at once or over days, is whoever’s wrote them down', async () => {
    const { facilitator, otherFacilitator } = world.laptops
    const { mine, theirs } = world
    const by = facilitator.joined.colleague.id
    const person = v7()
    const signIn = { ...fieldsOf('signIn', mine, by, ''), personId: person }
    const act = v7()
    const first = [
      facilitator.write('person', person, { givenName: 'New' }, { act }),
      facilitator.write('signIn', v7(), signIn, { act }),
      facilitator.write('membership', membershipIdOf(mine.group, person), { groupId: mine.group, personId: person, since: day }, { act }),
    ]
    expect(codes(await facilitator.exchange(first))).toEqual(['accepted', 'accepted', 'accepted'])
    expect(codes(await facilitator.exchange([facilitator.write('person', person, { phone: '01632 960123' })]))).toEqual(['accepted'])
    const alone = v7()
    await facilitator.exchange([facilitator.write('person', alone, { givenName: 'At the desk' })])
    expect(codes(await facilitator.exchange([facilitator.write('card', v7(), { ...fieldsOf('card', mine, by, ''), personId: alone })]))).toEqual([
      'accepted',
    ])
    const others = { ...fieldsOf('signIn', theirs, otherFacilitator.joined.colleague.id, ''), personId: alone }
    expect(codes(await otherFacilitator.exchange([otherFacilitator.write('signIn', v7(), others)]))).toEqual(['outOfReach'])
  })

  it('a session of one’s own group is begun by whoever comes first; another group’s is not', async () => {
    const { facilitator } = world.laptops
    const by = facilitator.joined.colleague.id
    const later = '2026-10-29'
    const session = (group: string) => facilitator.write('session', sessionIdOf(group, later, 1), { groupId: group, date: later, slot: 1 })
    const signIn = (group: string, personId: string) =>
      facilitator.write('signIn', v7(), { ...fieldsOf('signIn', world.mine, by, ''), sessionId: sessionIdOf(group, later, 1), personId })
    expect(codes(await facilitator.exchange([session(world.mine.group), signIn(world.mine.group, world.mine.member)]))).toEqual([
      'accepted',
      'accepted',
    ])
    expect(codes(await facilitator.exchange([session(world.theirs.group), signIn(world.theirs.group, world.mine.member)]))).toEqual([
      'outOfReach',
      'notHereYet',
    ])
  })

  it('[SY6] what comes before what it belongs to waits, and goes in with it, also over two steps', async () => {
    const { facilitator, lead } = world.laptops
    const [person, late] = [v7(), '2026-11-05']
    const by = facilitator.joined.colleague.id
    const sessionId = sessionIdOf(world.mine.group, late, 1)
    const signIn = facilitator.write('signIn', v7(), { ...fieldsOf('signIn', world.mine, by, ''), sessionId, personId: world.mine.member })
    const voided = facilitator.write('signIn', signIn.row, { voidedBecause: 'x' })
    const contact = facilitator.write('emergencyContact', v7(), { personId: person, name: 'K', phone: '01632 960000' })
    expect(codes(await facilitator.exchange([signIn, voided, contact]))).toEqual(['notHereYet', 'notHereYet', 'notHereYet'])
    await lead.exchange([lead.write('session', sessionId, { groupId: world.mine.group, date: late, slot: 1 })])
    await lead.exchange([
      lead.write('person', person, { givenName: 'Late' }),
      lead.write('membership', membershipIdOf(world.mine.group, person), { groupId: world.mine.group, personId: person, since: day }),
    ])
    expect(codes(await facilitator.exchange([signIn, voided, contact]))).toEqual(['accepted', 'accepted', 'accepted'])
    expect((await rowOf('signIn', signIn.row))?.fields['voidedBecause']).toBe('x')
    expect((await rowOf('emergencyContact', contact.row))?.fields['personId']).toBe(person)
  })

  it('[SY34] what several laptops wrote before what it belongs to goes in once, in whatever order it comes', async () => {
    const { facilitator, lead } = world.laptops
    const other = await surgery.enrol(facilitator.joined.colleague.id)
    const sessionId = sessionIdOf(world.mine.group, '2026-11-12', 1)
    const by = facilitator.joined.colleague.id
    const signIn = facilitator.write('signIn', v7(), { ...fieldsOf('signIn', world.mine, by, ''), sessionId, personId: world.mine.member })
    const voided = other.write('signIn', signIn.row, { voidedBecause: 'x' })
    const count = other.write('headCount', v7(), { ...fieldsOf('headCount', world.mine, by, ''), sessionId })
    expect(codes(await facilitator.exchange([signIn]))).toEqual(['notHereYet'])
    expect(codes(await other.exchange([voided, count]))).toEqual(['notHereYet', 'notHereYet'])
    expect(codes(await lead.exchange([lead.write('session', sessionId, { groupId: world.mine.group, date: '2026-11-12', slot: 1 })]))).toEqual([
      'accepted',
    ])
    expect([...codes(await facilitator.exchange([signIn])), ...codes(await other.exchange([voided, count]))]).toEqual([
      'accepted',
      'accepted',
      'accepted',
    ])
    expect((await rowOf('signIn', signIn.row))?.fields).toMatchObject({ sessionId, voidedBecause: 'x' })
  })

  it('[SY34] what waits for something that is taken in together with it goes in as well', async () => {
    const { facilitator, otherFacilitator, linkWorker, lead } = world.laptops
    const sessionId = sessionIdOf(world.mine.group, '2026-11-05', 1)
    const { person } = world.mine.rows
    const signIn = facilitator.write('signIn', v7(), { ...fieldsOf('signIn', world.mine, facilitator.joined.colleague.id, ''), sessionId })
    const session = lead.write('session', sessionId, { groupId: world.mine.group, date: '2026-11-05', slot: 1 })
    const [, , ...together] = await Promise.all([
      // the first two are under way while the others wait, and are then judged in one go
      otherFacilitator.exchange([otherFacilitator.write('note', v7(), fieldsOf('note', world.theirs, otherFacilitator.joined.colleague.id, ''))]),
      linkWorker.exchange([linkWorker.write('person', person, { phone: '01632 960111' })]),
      lead.exchange([session]),
      facilitator.exchange([signIn]),
    ])
    expect(together.flatMap(codes)).toEqual(['accepted', 'notHereYet'])
    expect((await rowOf('signIn', signIn.row))?.fields).toMatchObject({ sessionId })
    expect(codes(await facilitator.exchange([signIn]))).toEqual(['accepted'])
  })

  it('[S12] of two changes under one id that are taken in together one goes in, and the other is held under an id of its own', async () => {
    const { facilitator, otherFacilitator, linkWorker, lead } = world.laptops
    const id = v7()
    const named = (laptop: TestLaptop, name: string) => ({ ...laptop.write('person', v7(), { givenName: name }), id })
    const [, , ...together] = await Promise.all([
      otherFacilitator.exchange([otherFacilitator.write('note', v7(), fieldsOf('note', world.theirs, otherFacilitator.joined.colleague.id, ''))]),
      linkWorker.exchange([linkWorker.write('person', world.mine.rows.person, { phone: '01632 960112' })]),
      lead.exchange([named(lead, 'Jean')]),
      facilitator.exchange([named(facilitator, 'Joan')]),
    ])
    expect(together.flatMap(codes)).toEqual(['accepted', 'invalid'])
    const kept = await surgery.sql.transaction({ team: surgery.team }, (tx) =>
      tx.query(`select body ->> 'row' from change_log where id = $1 union all select body from held where body like '%' || $2::text || '%'`, [
        id,
        id,
      ]),
    )
    expect(kept).toHaveLength(2)
  })

  it('[SY22][SY34] what a laptop wrote after it was taken off the team does not go in because its act waited', async () => {
    const { facilitator, lead } = world.laptops
    const by = facilitator.joined.colleague.id
    const sessionId = sessionIdOf(world.mine.group, '2026-11-19', 1)
    const act = v7()
    const note = (text: string) => facilitator.write('note', v7(), { aboutId: sessionId, text, at: `${day}T09:00:00Z`, byId: by }, { act })
    const [first, second] = [note('before'), note('after')]
    expect(codes(await facilitator.exchange([first]))).toEqual(['notHereYet'])
    await revokeDevice(surgery.sql, surgery.team, facilitator.joined.device, false, now)
    expect(codes(await facilitator.exchange([second]))).toEqual(['deviceRevoked'])
    await lead.exchange([lead.write('session', sessionId, { groupId: world.mine.group, date: '2026-11-19', slot: 1 })])
    expect(codes(await facilitator.exchange([first, second]))).toEqual(['notHereYet', 'deviceRevoked'])
    expect(await releaseHeld(surgery.sql, surgery.team, second.id, now, surgery.lead)).toBe(2)
  })

  it('[SY35] after what waited has gone in, the server goes on writing for itself', async () => {
    const { facilitator } = world.laptops
    const by = facilitator.joined.colleague.id
    const sessionId = sessionIdOf(world.mine.group, '2026-11-26', 1)
    await facilitator.exchange([facilitator.write('note', v7(), { aboutId: sessionId, text: 'x', at: `${day}T09:00:00Z`, byId: by })])
    await surgery.sql.transaction({ team: surgery.team }, async (tx) => {
      const write = (record: string, row: string, fields: { [field: string]: string | number }) =>
        writeAsServer(tx, surgery.team, surgery.lead, 'office', [{ record, row, fields }], now)
      await write('session', sessionId, { groupId: world.mine.group, date: '2026-11-26', slot: 1 })
      await write('person', world.theirs.member, { knownAs: 'J' })
    })
    expect((await rowOf('person', world.theirs.member))?.fields['knownAs']).toBe('J')
  })

  it('[SY34] what somebody took back before it came waits for what it is, and is nobody’s till then', async () => {
    const { facilitator, lead } = world.laptops
    const by = facilitator.joined.colleague.id
    const row = v7()
    expect(codes(await lead.exchange([lead.write('signIn', row, { voidedBecause: 'a mistake', voidedBy: surgery.lead })]))).toEqual(['accepted'])
    const left = facilitator.write('signIn', row, { leftAt: `${day}T11:00:00Z` })
    expect(codes(await facilitator.exchange([left]))).toEqual(['notHereYet'])
    expect(codes(await facilitator.exchange([facilitator.write('signIn', row, fieldsOf('signIn', world.mine, by, ''))]))).toEqual(['accepted'])
    expect(codes(await facilitator.exchange([left]))).toEqual(['accepted'])
    expect((await rowOf('signIn', row))?.fields).toMatchObject({
      voidedBecause: 'a mistake',
      leftAt: `${day}T11:00:00Z`,
      sessionId: world.mine.session,
    })
  })

  it('[SY8] an act with one change out of reach is held whole, and what follows is judged without it', async () => {
    const { facilitator } = world.laptops
    const by = facilitator.joined.colleague.id
    const [act, person] = [v7(), v7()]
    const batch = [
      facilitator.write('person', person, { givenName: 'New' }, { act }),
      facilitator.write('session', world.theirs.session, { drinks: 3 }, { act }),
      facilitator.write('signIn', v7(), { ...fieldsOf('signIn', world.mine, by, ''), personId: person }),
    ]
    expect(codes(await facilitator.exchange(batch))).toEqual(['withItsAct', 'outOfReach', 'notHereYet'])
    expect(await releaseHeld(surgery.sql, surgery.team, batch[1]!.id, now, surgery.lead)).toBe(2)
    expect(codes(await facilitator.exchange(batch))).toEqual(['accepted', 'accepted', 'accepted'])
  })

  it('a facilitator who has lost a group writes there no more; what was written before is the lead’s to let in', async () => {
    const { facilitator, lead } = world.laptops
    await lead.exchange([lead.write('group', world.mine.group, { facilitatorIds: [] })])
    const written = facilitator.write('note', v7(), {
      aboutId: world.mine.session,
      text: 'from the walk',
      at: `${day}T09:00:00Z`,
      byId: facilitator.joined.colleague.id,
    })
    expect(codes(await facilitator.exchange([written]))).toEqual(['outOfReach'])
    expect(await releaseHeld(surgery.sql, surgery.team, written.id, now, surgery.lead)).toBe(1)
    expect((await rowOf('note', written.row))?.fields['text']).toBe('from the walk')
  })

  it('a concern is written once: nobody changes its words, the lead acknowledges it', async () => {
    const { facilitator, lead } = world.laptops
    const concern = facilitator.write('concern', v7(), { ...fieldsOf('concern', world.mine, facilitator.joined.colleague.id, ''), personId: v7() })
    expect(codes(await facilitator.exchange([concern, facilitator.write('concern', concern.row, { what: 'nothing' })]))).toEqual([
      'accepted',
      'notAllowed',
    ])
    expect(
      codes(
        await lead.exchange([
          lead.write('concern', concern.row, { what: 'nothing' }),
          lead.write('concern', concern.row, { acknowledgedAt: `${day}T10:00:00Z`, acknowledgedBy: surgery.lead }),
        ]),
      ),
    ).toEqual(['notAllowed', 'accepted'])
  })
})
