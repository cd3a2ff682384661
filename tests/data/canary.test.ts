import { beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../src/renderer/data/database.ts'
import { linkOf } from '../../src/renderer/data/memory.ts'
import { storedLink } from '../../src/renderer/data/storedLink.ts'
import { recordNames, records } from '../../src/shared/records/index.ts'
import { aGroup, aMembership, aPerson, idFor, sessionId } from '../support/builders.ts'
import { aPng, toAdd } from '../support/pictures.ts'
import { fieldsOf } from '../support/twoGroups.ts'
import { laptopWith, type TestLaptop } from '../support/laptop.ts'

/** Names, numbers and words that stand nowhere else: if one of them is found on disk, it got there in clear. */
const canaries = [
  'Wilhelmina',
  'Quetzalcóatl',
  'Zaphod',
  'Żółtowska',
  '01632 960777',
  '07700 900888',
  'PurpleInhaler',
  'KneeLikeAHeron',
  '7 Canary Close',
  'CanaryTown',
  'ZZ99 3VZ',
  'Canary Surgery',
  'canary@example.org',
  'GreatAuntCanary',
  'CanaryHall',
  'CanaryWalk',
  '1931-07-19',
  'slipped on the canary',
  'CanaryColleague',
  'CanaryCancelled',
  'CanaryInThePicture',
]

/** Everything a value holds, as bytes and as the two ways in which text lies on a disk. */
function bytesOf(value: unknown): Buffer[] {
  if (typeof value === 'string') return [Buffer.from(value, 'utf8'), Buffer.from(value, 'utf16le')]
  if (value instanceof Uint8Array) return [Buffer.from(value)]
  if (value instanceof ArrayBuffer) return [Buffer.from(value)]
  if (typeof value !== 'object' || value === null) return [Buffer.from(String(value))]
  return Object.entries(value).flatMap(([key, inner]) => [...bytesOf(key), ...bytesOf(inner)])
}

/** The canaries that lie in these values in UTF-8, in UTF-16 either way round, or as base64. */
function found(values: readonly unknown[]): string[] {
  const all = Buffer.concat(values.flatMap((value) => bytesOf(value)))
  const forms = (text: string) => {
    const wide = Buffer.from(text, 'utf16le')
    return [
      Buffer.from(text, 'utf8'),
      wide,
      Buffer.from(wide).swap16(),
      Buffer.from(Buffer.from(text, 'utf8').toString('base64').replace(/=+$/, '').slice(0, -1)),
    ]
  }
  return canaries.filter((canary) => forms(canary).some((form) => all.includes(form)))
}

/** Every raw value and key of every table, as IndexedDB holds them. */
async function raw(db: Database): Promise<unknown[]> {
  const values: unknown[] = [db.name]
  for (const table of db.tables) {
    values.push(...(await table.toArray()), ...(await table.toCollection().primaryKeys()))
    for (const index of table.schema.indexes) values.push(...(await table.orderBy(index.name).keys()))
  }
  return values
}

let laptop: TestLaptop
let written = new Set<string>()

beforeAll(async () => {
  const groupId = idFor('walk')
  const session = { groupId, date: '2026-10-22', slot: 1 }
  laptop = await laptopWith({
    group: [{ ...aGroup('CanaryWalk', { about: 'slipped on the canary', organiser: 'CanaryHall' }), id: groupId }],
    venue: [{ id: idFor('v'), name: 'CanaryHall', notes: '7 Canary Close' }],
    colleague: [{ id: idFor('Tom'), name: 'CanaryColleague', role: 'lead', phone: '01632 960777' }],
    team: [{ id: idFor('team'), name: 'CanaryTown' }],
    device: [
      {
        id: idFor('d'),
        name: 'CanaryColleague’s laptop',
        colleagueId: idFor('Tom'),
        enrolledAt: '2026-10-01T00:00:00Z',
      },
    ],
    person: [{ ...aPerson('x', { givenName: 'Zaphod', familyName: 'Żółtowska' }), id: idFor('zaphod') }],
    membership: [{ ...aMembership('walk', 'zaphod') }],
  })
  const fields = {
    givenName: 'Wilhelmina',
    familyName: 'Quetzalcóatl',
    knownAs: 'Zaphod',
    bornOn: '1931-07-19',
    phone: '01632 960777',
    email: 'canary@example.org',
    practice: 'Canary Surgery',
    alerts: ['PurpleInhaler'],
    address: { lines: '7 Canary Close', town: 'CanaryTown', postcode: 'ZZ99 3VZ' },
    howHeard: 'GreatAuntCanary',
  }
  const { personId } = await laptop.does('addPerson', { fields, groupId, since: '2026-10-22' })
  await laptop.does('editPerson', { personId, fields: { phone: '07700 900888' } })
  await laptop.does('addEmergencyContact', {
    personId,
    name: 'GreatAuntCanary',
    phone: '07700 900888',
    relationship: 'Żółtowska',
  })
  const { signInId } = await laptop.does('signInPerson', { session, personId })
  await laptop.does('voidSignIns', { signInIds: [signInId], because: 'slipped on the canary' })
  await laptop.does('addNote', { aboutId: personId, text: 'KneeLikeAHeron' })
  await laptop.does('recordHeadCount', { session, moment: 'out', counted: 1, missingIds: [] })
  await laptop.does('cancelSession', { session, because: 'CanaryCancelled' })
  await laptop.does('addCompanions', { session, kind: 'guest', number: 2 })
  await laptop.does('markPerson', { session, personId: idFor('zaphod'), state: 'apologies', words: 'KneeLikeAHeron' })
  await laptop.does('recordSessionCall', { session, personId, how: 'spoken' })
  await laptop.does('declareHealth', { personId, answers: { heart: true }, outcome: 'modified', words: 'PurpleInhaler', signedAs: 'Wilhelmina' })
  await laptop.does('reportIncident', {
    session,
    kind: 'fall',
    happenedAt: '2026-10-22T10:00:00Z',
    personIds: [personId],
    what: 'slipped on the canary',
    ambulance: false,
  })
  await laptop.does('passOnConcern', { session, personId, what: 'KneeLikeAHeron', told: 'GreatAuntCanary' })
  await laptop.does('putOnRota', { session, role: 'helper', personId, state: 'yes' })
  await laptop.does('makeCards', { cards: [{ personId, token: '0123456789ABCDEF' }] })
  await laptop.does('askForLeader', { session, personId: null, kind: 'someoneNew', firstName: 'Wilhelmina' })
  await laptop.does('sayHowTodayIs', { session, today: 4 })
  await laptop.does('recordContactLook', { session, personIds: [personId], what: 'emergencyContact' })
  await laptop.does('takeAlong', { session, deviceId: idFor('d'), deviceName: 'CanaryColleague’s laptop' })
  await laptop.does('printSheet', { session, kind: 'register', number: '0001' })
  await laptop.does('createVenue', { fields: { name: 'CanaryHall' } })
  await laptop.laptop.addMediaFile(toAdd(aPng(5000, 'CanaryInThePicture'), { fileName: 'CanaryWalk.png', title: 'CanaryHall' }))
  laptop.surgery.judge = (change) => (change.record === 'venue' ? 'notAllowed' : null)
  await laptop.exchange()
  const there = new Set((await laptop.store.db.rows.toArray()).map((row) => row.key.split('/')[0]!))
  const sample = laptop.surgery.received[0]!
  const one = { group: groupId, session: sessionId(session), member: personId, gone: idFor('gone'), guest: idFor('guest'), rows: {} as never }
  for (const record of recordNames.filter((name) => !there.has(name))) {
    const fields = fieldsOf(record, one, sample.actor, sample.device)
    const words = Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'string' && /^[A-Z][a-z ]+$/.test(value) ? 'CanaryHall' : value,
    ])
    laptop.surgery.tells({ ...sample, id: idFor(record), record, row: idFor(`row of ${record}`), fields: Object.fromEntries(words) })
  }
  laptop.surgery.tells({
    ...laptop.surgery.received[0]!,
    id: idFor('newer'),
    record: 'transportOffer',
    version: 9,
    fields: { driver: 'Wilhelmina' },
  })
  await laptop.exchange()
  await laptop.does('addNote', { aboutId: personId, text: 'not sent yet: KneeLikeAHeron' })
  await laptop.laptop.drafts.save(`core/${sessionId(session)}/${personId}`, '{"phone":"01632 960777","familyName":"Żółtowska"}')
  written = new Set((await laptop.store.db.rows.toArray()).map((row) => row.key.split('/')[0]!))
})

describe('nothing personal lies on disk in clear', () => {
  test('in any table, key or index of the store: rows, changes in every state, parked ones, the history', async () => {
    const tables = await Promise.all(laptop.store.db.tables.map(async (table) => `${table.name} ${(await table.count()) > 0}`))
    expect([found(await raw(laptop.store.db)), tables.sort()]).toEqual([
      [],
      ['changes true', 'drafts true', 'files true', 'meta true', 'parked true', 'pieces true', 'rows true'],
    ])
  })

  test('in the journal', () => {
    expect([found(laptop.host.journal), laptop.host.journal.length > 8]).toEqual([[], true])
  })

  test('for any record there is', () => {
    expect(recordNames.filter((name) => !written.has(name))).toEqual([])
    expect(recordNames.filter((name) => records[name].resident).length).toBeGreaterThan(0)
  })

  test('and the scan would find it: a planted row, a planted link, a planted frame', async () => {
    const { db } = laptop.store
    await db.rows.put({
      key: 'person/planted',
      links: [],
      generation: 1,
      box: new TextEncoder().encode('{"givenName":"Wilhelmina"}'),
    })
    expect(found(await raw(db))).toEqual(['Wilhelmina'])
    await db.rows.put({
      key: 'person/planted',
      links: ['person.phone:01632 960777'],
      generation: 1,
      box: new Uint8Array(1),
    })
    expect(found(await raw(db))).toEqual(['01632 960777'])
    await db.rows.delete('person/planted')
    const frame = new Uint8Array(Buffer.from('Żółtowska', 'utf16le'))
    expect(found([...laptop.host.journal, { firstSequence: 1, lastSequence: 1, frame }])).toEqual(['Żółtowska'])
    expect(found([Buffer.from('Quetzalcóatl').toString('base64')])).toEqual(['Quetzalcóatl'])
  })

  test('a box belongs to its place: moved to another row, changed, or opened by another key, it does not open', async () => {
    const { rows, journal } = laptop.opened
    const box = await rows.seal('row/person/a', { givenName: 'Jean' })
    expect(await rows.open('row/person/a', box)).toEqual({ givenName: 'Jean' })
    await expect(rows.open('row/person/b', box)).rejects.toThrow()
    await expect(journal.open('row/person/a', box)).rejects.toThrow()
    await expect(
      rows.open(
        'row/person/a',
        box.map((byte, at) => (at === box.length - 1 ? byte ^ 1 : byte)),
      ),
    ).rejects.toThrow()
    await expect(
      rows.open(
        'row/person/a',
        box.map((byte, at) => (at === 0 ? 2 : byte)),
      ),
    ).rejects.toThrow('format or key')
    expect(Buffer.from(await rows.seal('x', 1)).equals(Buffer.from(await rows.seal('x', 1)))).toBe(false)
  })

  test('what a session is looked up by is a random id and says nothing', async () => {
    const links = (await laptop.store.db.rows.orderBy('links').keys()) as string[]
    expect(links.length).toBeGreaterThan(5)
    const there = (await laptop.store.db.rows.toArray()).filter((row) => row.key.startsWith('signIn/'))
    expect(there.length).toBeGreaterThan(0)
    expect(links).toContain(storedLink(linkOf('signIn', 'sessionId', sessionId({ groupId: idFor('walk'), date: '2026-10-22', slot: 1 }))))
    expect(links.filter((link) => link.length !== 11)).toEqual([])
  })
})
