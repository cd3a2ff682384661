import 'fake-indexeddb/auto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { keyFrom } from '../../src/renderer/data/storedKey.ts'
import { takeLeaving } from '../../src/renderer/data/outOfTime.ts'
import { backupTeam } from '../../src/server/backup.ts'
import { writeAsServer, type DatedDraft } from '../../src/server/ownWriting.ts'
import { keyOf } from '../../src/shared/changes/row.ts'
import { addDays } from '../../src/shared/std/dates.ts'
import { membershipIdOf, sessionIdOf } from '../../src/shared/std/ids.ts'
import { at, idFor } from '../support/builders.ts'
import { DiskLaptop } from '../support/disk.ts'
import { openSurgery, type Surgery } from '../support/surgery.ts'
import { until } from '../support/until.ts'

const today = '2026-10-22'
const dayMs = 86_400_000
const [walk, talk] = [idFor('Walk and Talk'), idFor('Garden Talk')]
const [jean, ray, sheila] = [idFor('Jean Oakes'), idFor('Ray Oakes'), idFor('Sheila Guest')]
let time = 0
let surgery: Surgery
let sam = ''
let facilitator: DiskLaptop

beforeAll(async () => {
  surgery = await openSurgery({ kind: 'memory', now: () => time })
}, 60_000)
afterAll(async () => {
  await facilitator.laptop.close()
  await surgery.close()
})

const write = (drafts: DatedDraft[]) =>
  surgery.sql.transaction({ team: surgery.team }, (tx) => writeAsServer(tx, surgery.team, surgery.lead, 'office', drafts, time))
const sessionOn = (group: string, days: number) => ({ groupId: group, date: addDays(today, days), slot: 1 })
const idOn = (group: string, days: number) => sessionIdOf(group, addDays(today, days), 1)
const aSession = (group: string, days: number): DatedDraft => ({ record: 'session', row: idOn(group, days), fields: sessionOn(group, days) })
const signIn = (personId: string, group: string, days: number): DatedDraft => ({
  record: 'signIn',
  row: idFor(`${personId} ${days}`),
  fields: { personId, sessionId: idOn(group, days), arrivedAt: `${addDays(today, days)}T09:30:00Z`, how: 'facilitator', byId: surgery.lead },
})
const about = (aboutId: string): DatedDraft => ({
  record: 'note',
  row: idFor(`note of ${aboutId}`),
  fields: { aboutId, text: 'Walked slowly', at: at('10:00'), byId: surgery.lead },
})

/** Registers at the edges of a facilitator's year and a lead's three; a member, somebody who came once, and another group. */
async function team(): Promise<void> {
  const group = (row: string, facilitatorIds: string[]): DatedDraft => ({
    record: 'group',
    row,
    fields: { name: 'A group', schedule: [], counts: false, state: 'running', facilitatorIds },
  })
  await write([
    group(walk, [sam]),
    group(talk, []),
    ...[jean, ray, sheila].map((row): DatedDraft => ({ record: 'person', row, fields: { givenName: 'Somebody' } })),
    { record: 'membership', row: membershipIdOf(walk, jean), fields: { groupId: walk, personId: jean, since: today } },
    { record: 'emergencyContact', row: idFor('of Sheila'), fields: { personId: sheila, name: 'K', phone: '01632 960000' } },
    ...[-360, -10].map((days) => aSession(walk, days)),
    ...[-1095, 0].map((days) => aSession(talk, days)),
    ...[jean, ray, sheila].map((one) => signIn(one, walk, -360)),
    signIn(ray, walk, -10),
    signIn(jean, talk, -1095),
    about(idOn(walk, -360)),
    about(sheila),
  ])
}

beforeEach(async () => {
  if (sam) await facilitator.laptop.close()
  await surgery.empty()
  time = Date.parse(at('10:31', today))
  sam = await surgery.hire('facilitator', 'Sam')
  await team()
  facilitator = await DiskLaptop.joined(() => surgery, sam)
})

const days = (count: number) => {
  time += count * dayMs
}
const backup = () => backupTeam(surgery.sql, surgery.team, time)
/** An exchange, and what leaves behind it; nobody is at the door. */
async function meet(...laptops: DiskLaptop[]): Promise<void> {
  for (const one of laptops) {
    await one.meet()
    await takeLeaving(one.laptop.store, async () => true)
  }
}
/** Twelve days on everything is in a backup, and a fortnight after that it has been for so long. */
async function fallAndWait(...laptops: DiskLaptop[]): Promise<void> {
  days(12)
  await backup()
  await meet(...laptops)
  days(14)
  await meet(...laptops)
}
const keysIn = async (one: DiskLaptop) => new Set((await one.laptop.store.db.rows.toCollection().primaryKeys()).map(keyFrom))
const has = async (one: DiskLaptop, ...keys: string[]) => {
  const all = await keysIn(one)
  return keys.map((key) => all.has(key))
}
const oldWalk = `session/${idOn(walk, -360)}`
const rayThen = `signIn/${idFor(`${ray} -360`)}`
/** What a new laptop of the same colleague would load, but for the laptops themselves. */
async function loadedAfresh(colleague: string): Promise<string[]> {
  const pages = await (await surgery.enrol(colleague)).load()
  return plain(pages.flatMap((page) => page.rows).map((row) => keyOf(row.record, row.id)))
}
const plain = (keys: Iterable<string>) => [...keys].filter((key) => !key.startsWith('device/')).sort()

describe('[SY49] what falls out of a laptop’s time', () => {
  test('leaves once it has been durable for a fortnight: a laptop then has what a new one of the same colleague would load', async () => {
    const lead = await DiskLaptop.joined(() => surgery)
    days(12)
    await meet(lead, facilitator)
    expect([await has(facilitator, oldWalk), await has(lead, `session/${idOn(talk, -1095)}`)]).toEqual([[true], [true]])
    days(30)
    await meet(lead, facilitator) // no backup has it yet
    await backup()
    await meet(lead, facilitator)
    days(13)
    await meet(lead, facilitator)
    expect(await has(facilitator, oldWalk, rayThen, `person/${sheila}`, `emergencyContact/${idFor('of Sheila')}`)).toEqual([true, true, true, true])
    days(1)
    await meet(lead, facilitator)
    const [afresh, ofLead] = [await loadedAfresh(sam), await loadedAfresh(surgery.lead)]
    expect([plain(await keysIn(facilitator)), plain(await keysIn(lead))]).toEqual([afresh, ofLead])
    expect(await has(facilitator, oldWalk, `person/${jean}`, `person/${ray}`, `person/${sheila}`)).toEqual([false, true, true, false])
    expect(await has(lead, oldWalk, `person/${sheila}`)).toEqual([true, true])
    expect((await facilitator.view('register', { sessionId: idOn(walk, -10) }))?.here.length).toBe(1)
    await lead.laptop.close()
  })

  test('stays whole while a change of it is unsent or held, and leaves when it was taken in and is durable for as long', async () => {
    days(12)
    await backup()
    await meet(facilitator)
    days(14)
    await facilitator.meet()
    const { store } = facilitator.laptop
    await facilitator.does('addNote', { aboutId: idOn(walk, -360), text: 'Found her glove' })
    const noted = String([...store.own.keys()][0])
    await takeLeaving(store, async () => true)
    expect(await has(facilitator, oldWalk, rayThen, noted)).toEqual([true, true, true])
    days(1)
    await meet(facilitator) // taken in now, and in no backup
    expect(await has(facilitator, oldWalk, noted)).toEqual([true, true])
    await backup()
    await meet(facilitator)
    days(15)
    await meet(facilitator)
    expect(await has(facilitator, oldWalk, rayThen, noted)).toEqual([false, false, false])
  })

  test('stays while something is typed about it that nobody has saved, or waits for a newer app', async () => {
    await facilitator.laptop.drafts.save(`note/${idOn(walk, -360)}`, '"She said"')
    await fallAndWait(facilitator)
    expect(await has(facilitator, oldWalk, rayThen)).toEqual([true, true])
    await facilitator.laptop.drafts.save(`note/${idOn(walk, -360)}`, null)
    const { store } = facilitator.laptop
    await store.commit({ parked: [{ id: idFor('newer'), value: { row: idFor('x'), fields: { sessionId: idOn(walk, -360) } } }] })
    days(15)
    await meet(facilitator)
    expect(await has(facilitator, oldWalk)).toEqual([true])
    await store.commit({ unparked: [idFor('newer')] })
    days(15)
    await meet(facilitator)
    expect(await has(facilitator, oldWalk)).toEqual([false])
  })

  test('waits for a quiet moment behind an exchange, and after a start', async () => {
    days(12)
    await backup()
    await facilitator.meet()
    days(14)
    await facilitator.meet()
    expect(await has(facilitator, oldWalk)).toEqual([true]) // somebody may be at the door
    await facilitator.restart() // and the power is cut before that
    expect(await has(facilitator, oldWalk)).toEqual([true])
    await until(async () => !(await has(facilitator, oldWalk))[0], 'the old register has left')
    expect(await has(facilitator, rayThen, `person/${sheila}`, `session/${idOn(walk, -10)}`)).toEqual([false, false, true])
  })

  test('is told by the server’s clock: one that is set years ahead for a day takes nothing', async () => {
    for (const moved of [1200, -1200, 15, 15]) {
      await backup()
      await meet(facilitator)
      days(moved)
    }
    expect(await has(facilitator, `session/${idOn(walk, -10)}`, `person/${ray}`, `person/${jean}`)).toEqual([true, true, true])
  })
})
