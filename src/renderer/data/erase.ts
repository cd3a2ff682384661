import type { Host, JournalFrame } from '../../shared/ipc/contract.ts'
import type { Change, Json } from '../../shared/changes/change.ts'
import type { RowKey } from '../../shared/changes/row.ts'
import { erasedChange, isOfErased, personFieldsOf } from '../../shared/rules/erased.ts'
import type { LoggedChange } from './database.ts'
import type { HeldRow } from './memory.ts'
import { fieldsOf, rowsOfPeople } from './rowsOfPeople.ts'
import { rowKeyOf, type Store } from './store.ts'

type Journal = Pick<Host, 'journalRead' | 'journalReplace'>
type Fields = { [field: string]: Json }

/** Whose words the surgery has taken out and this laptop still has (SPEC SY42). */
export function eraseIsDue(store: Store): boolean {
  return [...store.erased].some((one) => !store.state.erasedHere.includes(one))
}

/**
 * Takes them out of this laptop: rows, its own changes that the surgery has, its journal, what was typed about them. Cut anywhere, it is
 * done again at the next start or exchange: only its last write says that it is done. What was not sent yet stays until it is, or is closed.
 */
export async function eraseDue(store: Store, journal: Journal): Promise<void> {
  if (!eraseIsDue(store) || store.db.cleared) return
  const people = [...store.erased]
  const rows = await rowsOfPeople(store, store.erased)
  const said = await saidOf(store, rows)
  const isTheirs = (key: RowKey) => isOf(store, key, said.get(key) ?? {})
  await store.commit({
    rows: rows.map(({ key, base, generation }) => store.compose(key, base, generation)),
    entries: await blankEntries(store, isTheirs),
  })
  await blankJournal(store, journal, said)
  await blankParked(store)
  await dropDrafts(store, people)
  await store.onErased()
  if ([...store.log.values()].some((entry) => entry.closed)) await store.openLog() // what is closed lies in memory too
  await store.commit({ state: { erasedHere: people } })
}

/** Those of the erased to whom a row of this laptop belongs: what was written of it since is to be blanked too. */
export function erasedIn(store: Store, key: RowKey, fields: Fields): string[] {
  const [record = '', id = ''] = key.split('/')
  return [...store.erased].filter((one) => isOfErased(record, id, fields, store.erased) && names(record, id, fields, one))
}

function names(record: string, id: string, fields: Fields, person: string): boolean {
  return (record === 'person' && id === person) || personFieldsOf(record).some((name) => [fields[name]].flat().includes(person))
}

function isOf(store: Store, key: RowKey, fields: Fields): boolean {
  const [record = '', id = ''] = key.split('/')
  return isOfErased(record, id, fields, store.erased)
}

/** What rows and this laptop's own changes say of whose they are: of a change that names nobody, its row or another of its changes does. */
async function saidOf(store: Store, rows: readonly HeldRow[]): Promise<Map<RowKey, Fields>> {
  const said = new Map<RowKey, Fields>(rows.map((row) => [row.key, fieldsOf(row)]))
  const own = [...store.log.values()].filter(({ rowKey }) => !said.has(rowKey) && mayNamePeople(rowKey))
  for (let from = 0; from < own.length; from += atOnce) {
    const lot = own.slice(from, from + atOnce)
    const found = await store.rowsOf([...new Set(lot.map((one) => one.rowKey))])
    const changes = await Promise.all(lot.map((entry) => store.changeOf(entry)))
    for (const [at, { rowKey }] of lot.entries()) {
      const row = found.get(rowKey)
      said.set(rowKey, { ...(row && fieldsOf(row)), ...said.get(rowKey), ...changes[at]!.fields })
    }
  }
  return said
}

/** Own changes read in one go: one after the other, a month of them would hold up whoever is signed in meanwhile. */
const atOnce = 500

function mayNamePeople(key: RowKey): boolean {
  const [record = ''] = key.split('/')
  return record === 'person' || personFieldsOf(record).length > 0
}

/** What the surgery has answered for good. What waits is sent first, with its words: it is blanked there and then here. */
function isAnswered(entry: LoggedChange): boolean {
  return entry.state === 'accepted' || (entry.state === 'held' && Boolean(entry.closed))
}

async function blankEntries(store: Store, isTheirs: (key: RowKey) => boolean): Promise<LoggedChange[]> {
  const theirs = [...store.log.values()].filter((entry) => isAnswered(entry) && isTheirs(entry.rowKey))
  return Promise.all(
    theirs.map(async (entry) => ({
      ...entry,
      box: await store.opened.rows.seal(`change/${entry.sequence}`, erasedChange(await store.writtenAs(entry))),
    })),
  )
}

/** The journal has also what the log has let go of, until its segment goes. */
async function blankJournal(store: Store, journal: Journal, said: ReadonlyMap<RowKey, Fields>): Promise<void> {
  const frames = await Promise.all((await journal.journalRead()).map(async (frame) => ({ frame, changes: await changesIn(store, frame) })))
  const all = new Map(said)
  for (const change of frames.flatMap((one) => one.changes)) all.set(rowKeyOf(change), { ...change.fields, ...all.get(rowKeyOf(change)) })
  const goes = (change: Change) => mayGo(store, change) && isOf(store, rowKeyOf(change), all.get(rowKeyOf(change)) ?? {})
  const anew = frames.filter(({ changes }) => changes.some(goes))
  if (anew.length === 0) return
  await journal.journalReplace(
    await Promise.all(
      anew.map(async ({ frame: { firstSequence, lastSequence }, changes }) => ({
        firstSequence,
        lastSequence,
        frame: await store.opened.journal.seal(
          `${firstSequence}-${lastSequence}`,
          changes.map((change) => (goes(change) ? erasedChange(change) : change)),
        ),
      })),
    ),
  )
}

function mayGo(store: Store, { sequence }: Change): boolean {
  const entry = store.log.get(sequence)
  return entry ? isAnswered(entry) : sequence <= store.state.forgottenTo
}

/** The changes of one frame; none of one that does not open: nobody reads it either. */
async function changesIn(store: Store, { frame, firstSequence, lastSequence }: JournalFrame): Promise<Change[]> {
  return store.opened.journal.open<Change[]>(`${firstSequence}-${lastSequence}`, frame).catch(() => [])
}

/** What a newer app wrote of them: this one does not know its fields, so nothing of them stays but whose it is. */
async function blankParked(store: Store): Promise<void> {
  const parked = await store.db.parked.toArray()
  const people = store.erased
  const opened = await Promise.all(parked.map(async ({ id, box }) => ({ id, value: await store.opened.rows.open<Change>(`parked/${id}`, box) })))
  const theirs = opened.filter(({ value: { row, fields } }) => people.has(row) || Object.values(fields).some((one) => people.has(String(one))))
  if (theirs.length === 0) return
  await store.commit({ parked: theirs.map(({ id, value }) => ({ id, value: erasedChange(value) })) })
}

/** Forms about them that nobody has saved. Their keys are ids. */
async function dropDrafts(store: Store, people: readonly string[]): Promise<void> {
  const keys = await store.db.drafts.toCollection().primaryKeys()
  const theirs = keys.filter((key) => people.some((one) => key.includes(one)))
  if (theirs.length > 0) await store.db.drafts.bulkDelete(theirs)
}
