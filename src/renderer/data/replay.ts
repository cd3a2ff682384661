import type { Change } from '../../shared/changes/change.ts'
import type { Host, JournalFrame } from '../../shared/ipc/contract.ts'
import type { AcceptedChange } from '../../shared/changes/change.ts'
import { fold } from '../../shared/changes/fold.ts'
import { underNameNow } from '../../shared/changes/formerNames.ts'
import type { Row, RowKey } from '../../shared/changes/row.ts'
import { homeOf } from './keys.ts'
import { isKnown } from './localStore.ts'
import { countOn, noticeGaps } from './numbers.ts'
import { file } from './run.ts'
import { rowKeyOf, type Store } from './store.ts'

/**
 * Puts into the store what the journal has and the store lacks: after a crash between the two, a full disk, or a store
 * that Chromium has thrown away (sync-security 6.5); then notices which numbers neither has. Answers how many changes came back.
 */
export function replayJournal(store: Store, host: Pick<Host, 'journalRead' | 'journalNumbers'>): Promise<number> {
  return store.exclusive(async () => {
    const missing = await missingFrom(store, await host.journalRead())
    await countOn(store, await host.journalNumbers(homeOf(store.opened.identity)), missing)
    if (missing.length > 0) await file(store, missing)
    await noticeGaps(store)
    return missing.length
  })
}

/** Each once and in their order: a segment that was written anew stands behind the others, and beside itself where a cut left both. */
async function missingFrom(store: Store, frames: readonly JournalFrame[]): Promise<Change[]> {
  const missing = new Map<number, Change>()
  for (const frame of frames) {
    if (frame.lastSequence <= store.state.forgottenTo || allKnown(store, frame.firstSequence, frame.lastSequence)) continue
    for (const change of await changesIn(store, frame))
      if (change.sequence > store.state.forgottenTo && !store.log.has(change.sequence)) missing.set(change.sequence, change)
  }
  return [...missing.values()].sort((a, b) => a.sequence - b.sequence)
}

/** The changes of one frame; none of one that does not open. The laptop must open with what can be read. */
async function changesIn(store: Store, { frame, firstSequence, lastSequence }: JournalFrame): Promise<Change[]> {
  try {
    return await store.opened.journal.open<Change[]>(`${firstSequence}-${lastSequence}`, frame)
  } catch {
    return []
  }
}

function allKnown(store: Store, first: number, last: number): boolean {
  for (let sequence = first; sequence <= last; sequence++) {
    if (sequence > store.state.forgottenTo && !store.log.has(sequence)) return false
  }
  return true
}

/** Folds what an older version of this app had to park, now that this one knows it (SPEC SY18). */
export function unpark(store: Store): Promise<number> {
  return store.exclusive(async () => {
    const parked = await store.db.parked.toArray()
    const changes = await Promise.all(parked.map((one) => store.opened.rows.open<AcceptedChange>(`parked/${one.id}`, one.box)))
    const known = changes.map(underNameNow).filter(isKnown)
    if (known.length === 0) return 0
    const before = await store.rowsOf(known.map(rowKeyOf))
    const bases = new Map<RowKey, Row | null>([...before].map(([key, row]) => [key, row.base]))
    for (const change of known) bases.set(rowKeyOf(change), fold(bases.get(rowKeyOf(change)) ?? undefined, change))
    const rows = [...bases].map(([key, base]) => store.compose(key, base, before.get(key)?.generation ?? store.state.generation))
    await store.commit({ rows, unparked: known.map((change) => change.id) })
    return known.length
  })
}
