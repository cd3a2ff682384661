import 'fake-indexeddb/auto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openJournal, type Journal } from '../../src/main/journal/journal.ts'
import { erasureIdOf } from '../../src/shared/std/ids.ts'
import { refold } from '../../src/server/refold.ts'
import { at } from '../support/builders.ts'
import { DiskLaptop } from '../support/disk.ts'
import type { MemoryHost } from '../support/laptop.ts'
import { openLaptop, openTables } from '../support/opened.ts'
import { openSurgery, type Surgery } from '../support/surgery.ts'
import { scan } from '../scan/scan.ts'

/** Names, a number and words in every kind of place. */
const words = ['Zebedee', 'Quillfeather', '01632 960123', 'alpaca farm', 'Aunt Philomena']
let time = Date.parse(at('10:31'))
let surgery: Surgery
let folder: string
let personId: string
let otherId: string
const laptops: Record<string, DiskLaptop> = {}
const journals: Journal[] = []

/** A laptop whose journal lies in real files. */
const withFiles = (name: string) => (host: MemoryHost) => {
  const journal = openJournal(join(folder, 'journals', name), { segmentBytes: 4096, reserveBytes: 0 })
  journals.push(journal)
  Object.assign(host, {
    journalAppend: journal.append,
    journalRead: journal.read,
    journalDropTo: journal.dropTo,
    journalReplace: journal.replace,
  })
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gather-erase-'))
  surgery = await openSurgery({ kind: 'memory', now: () => time })
  for (const [name, colleague] of [
    ['lead', surgery.lead],
    ['linkWorker', await surgery.hire('linkWorker', 'Nisha')],
    ['away', await surgery.hire('linkWorker', 'Tom')],
  ] as const)
    laptops[name] = await DiskLaptop.joined(() => surgery, colleague, withFiles(name))
})
afterAll(async () => {
  for (const one of Object.values(laptops)) await one.laptop.close()
  for (const journal of journals) await journal.close()
  await surgery.close()
  rmSync(folder, { recursive: true, force: true })
})

/** What is found of the words, by where: the laptops and the database, opened and as they lie on the disk. */
async function found(): Promise<Record<string, string[]>> {
  const opened = join(folder, 'opened')
  rmSync(opened, { recursive: true, force: true })
  mkdirSync(opened, { recursive: true })
  for (const [name, one] of Object.entries(laptops)) await openLaptop(one, opened, name)
  await openTables(surgery, opened)
  const hits: Record<string, string[]> = {}
  for (const { file, word } of scan(opened, words)) hits[file] = [...new Set([...(hits[file] ?? []), word])]
  return hits
}

const meetAll = async (...names: string[]) => {
  for (const name of names) await laptops[name]!.meet()
}

/** Somebody with words in every place that commands write to, by both laptops. */
async function fillIn(): Promise<void> {
  const { lead, linkWorker } = laptops as { lead: DiskLaptop; linkWorker: DiskLaptop }
  ;({ personId } = await lead.does('addPerson', {
    fields: { givenName: 'Zebedee', familyName: 'Quillfeather', phone: '01632 960123' },
    since: '2026-10-22',
  }))
  ;({ personId: otherId } = await lead.does('addPerson', { fields: { givenName: 'Alan', phone: '01632 960124' }, since: '2026-10-22' }))
  await lead.does('addNote', { aboutId: personId, text: 'Walks to the alpaca farm' })
  await lead.does('addNote', { aboutId: otherId, text: 'Likes the pond' })
  await lead.does('addEmergencyContact', { personId, name: 'Aunt Philomena', phone: '01632 960125' })
  await meetAll('lead', 'linkWorker')
  const said = { source: 'practice', receivedOn: '2026-10-22', urgency: 'routine', agreed: 'yes' } as const
  const { referralId } = await linkWorker.does('addReferral', { personId, ...said, reason: 'Misses the alpaca farm' })
  const { episodeId } = await linkWorker.does('decideReferral', { referralId, decided: 'accepted', ownerId: linkWorker.identity.colleague.id })
  const ofCase = { personId, episodeId: episodeId! }
  await linkWorker.does('addCaseContact', {
    episodeId: episodeId!,
    how: 'call',
    came: 'spoke',
    on: at('10:00'),
    words: 'Zebedee asked for Aunt Philomena',
  })
  await linkWorker.does('writePlan', { ...ofCase, fields: { important: 'The alpaca farm' } })
  await linkWorker.does('recordMeasure', {
    ...ofCase,
    ...{
      questionnaire: 'ons4',
      version: '2011',
      language: 'en',
      items: { satis: 5, worth: 5, happy: 5, anxious: 5 },
      on: '2026-10-22',
      how: 'asked',
      licenceId: null,
    },
    protocolDone: 'Told Aunt Philomena',
  } as never)
  await linkWorker.laptop.drafts.save(`note/${personId}`, JSON.stringify('More of the alpaca farm'))
  await meetAll('linkWorker', 'lead', 'away')
  await laptops['linkWorker']!.does('closeCase', { episodeId: episodeId!, closedAs: 'goalsMet', words: 'Went to the alpaca farm', on: '2026-10-22' })
  await meetAll('linkWorker', 'lead', 'away')
}

describe('[SY40] [SY42] the drill: somebody is erased', () => {
  test('no byte of their names, number or words is left on two laptops, in their journals and in the database; the scan finds planted ones', async () => {
    await fillIn()
    const before = await found()
    for (const where of ['lead', 'linkWorker', 'away', 'change_log.table', 'record_row.table'])
      expect(before[where], where).toEqual(expect.arrayContaining(['Zebedee', 'alpaca farm']))
    expect(before['linkWorker']).toEqual(words)
    const { lead, linkWorker, away } = laptops as Record<'lead' | 'linkWorker' | 'away', DiskLaptop>
    const others = async () => [await lead.view('person', { personId: otherId }), await linkWorker.view('person', { personId: otherId })]
    const whatOthersHave = await others()
    // The third laptop is cut off for a month, with something about them that nobody has yet.
    await away.does('addNote', { aboutId: personId, text: 'Seen at the alpaca farm' })
    await away.does('addNote', { aboutId: otherId, text: 'Seen at the pond' })
    await lead.does('erasePerson', { personId, joinedIds: [], why: 'asked', keptUntil: null })
    expect((await found())['lead']).toEqual(words) // not before the surgery has it
    await meetAll('lead', 'linkWorker')
    expect(Object.keys(await found())).toEqual(['away'])
    expect(readdirSync(join(folder, 'journals', 'lead')).length).toBeGreaterThan(0)
    expect(await lead.view('person', { personId })).toBeNull()
    expect((await lead.view('people', { text: 'Zebedee', most: 9 })).shown).toEqual([])
    expect(await others()).toEqual(whatOthersHave)
    expect(await lead.laptop.store.row(`erasure/${erasureIdOf(personId)}`)).toMatchObject({ view: { fields: { personId, why: 'asked' } } })
    // It comes back: what it had is taken in, and blanked, there too.
    time += 31 * 86_400_000
    await meetAll('away', 'away', 'lead', 'linkWorker')
    expect(await found()).toEqual({})
    expect((await lead.view('person', { personId: otherId }))?.notes.map((one) => one.text)).toEqual(['Seen at the pond', 'Likes the pond'])
    expect((await away.view('status', null)).pending).toBe(0)
    // Somebody had their page open and writes about them once more: taken in, and blanked.
    await linkWorker.does('addNote', { aboutId: personId, text: 'Seen at the alpaca farm' })
    expect((await found())['linkWorker']).toEqual(['alpaca farm'])
    await meetAll('linkWorker', 'lead')
    expect(await found()).toEqual({})
    expect((await refold(surgery.sql, surgery.team, false)).differences).toEqual([])
  })

  test('nothing is lost, missed or sent twice afterwards: over a restart, a store that was lost, and a load from the beginning', async () => {
    const { lead, linkWorker } = laptops as Record<'lead' | 'linkWorker', DiskLaptop>
    const log = () =>
      surgery.sql.transaction({ team: surgery.team }, (tx) => tx.query('select revision, id, hash, body from change_log order by revision'))
    const before = await log()
    for (const one of [lead, linkWorker]) {
      await one.restart()
      await one.meet()
      await one.laptop.store.exclusive(() => one.laptop.store.db.rows.clear())
      await one.restart()
      await surgery.sql.transaction({ team: null, as: 'owner' }, (tx) =>
        tx.query(`update meta set value = gen_random_uuid()::text where key = 'epoch'`),
      )
      await one.meet() // a server that was put back: all is offered again
      const status = await one.view('status', null)
      expect([status.pending, status.held, status.trouble]).toEqual([0, 0, null])
    }
    expect(await log()).toEqual(before)
    expect(await found()).toEqual({})
  })
})
