import type { Change } from '../../shared/changes/change.ts'
import type { RowKey } from '../../shared/changes/row.ts'
import { dateOf } from '../../shared/std/dates.ts'
import type { ExchangeReply } from '../../shared/sync/protocol.ts'
import { fallenKeys, goesWith, hasFallen } from './fallen.ts'
import type { LoggedChange } from './database.ts'
import type { Store } from './store.ts'
import type { Fallen, SyncState } from './syncState.ts'

/** So long what has fallen out of a laptop's time was durable before it leaves (SPEC SY49). Milliseconds. */
const waitMs = 14 * 86_400_000

type Leaving = NonNullable<SyncState['leaving']>

/** Of another history, and of a laptop that loads afresh. */
export const nothingFallen: Pick<SyncState, 'fallen' | 'leaving'> = { fallen: [], leaving: null }

/**
 * What an answer moves on: once a day it is written down what this laptop has, and when all of that is durable. By the server's clock alone:
 * one that is set ahead for a while, here or there, takes nothing away.
 */
export function fallenAfter({ fallen, leaving }: SyncState, { now, revision, durable }: ExchangeReply): Pick<SyncState, 'fallen' | 'leaving'> {
  const day = dateOf(new Date(now).toISOString())
  const heard = fallen.map((one) => ({ ...one, durableAt: one.durableAt ?? durableSince(one, durable, now) }))
  const isDue = ({ durableAt }: Fallen) => durableAt !== null && now - durableAt >= waitMs
  const waiting = heard.filter((one) => !isDue(one))
  const last = waiting.at(-1)
  const isNews = !last || (last.durableAt !== null && last.day !== day)
  const news = isNews ? [{ day, revision, durableAt: durableSince({ revision }, durable, now) }] : []
  return { fallen: [...waiting, ...news], leaving: heard.filter(isDue).reduce<Leaving | null>(laterOf, leaving) }
}

function durableSince({ revision }: Pick<Fallen, 'revision'>, durable: number, now: number): number | null {
  return durable >= revision ? now : null
}

function laterOf(one: Leaving | null, { day, revision }: Fallen): Leaving {
  return one && one.day >= day ? one : { day, revision }
}

/** Sessions that leave between two looks at whether somebody is at the door. Each leaves in a turn of its own. */
const atOnce = 8

/** Lets go of what has fallen out of a laptop's time, behind an exchange and after a start. */
export class LettingGo {
  private going = false
  private readonly store: Store
  private readonly quiet: () => Promise<boolean>

  /** @param quiet settles when nobody was at the door for a while; with false, when there is nothing to be done any more */
  constructor(store: Store, quiet: () => Promise<boolean>) {
    this.store = store
    this.quiet = quiet
  }

  /** Nothing waits for it. What fails is due at the next exchange or start. */
  async go(): Promise<void> {
    if (this.going) return
    this.going = true
    await takeLeaving(this.store, this.quiet).catch(() => {})
    this.going = false
  }
}

/**
 * Takes what has fallen out of its time from this laptop: a session with all that hangs on it in one write, so a cut leaves nothing in
 * between, and the next exchange or start goes on. @param mayGoOn asked before some: settles when nobody is at the door; false: not now
 */
export async function takeLeaving(store: Store, mayGoOn: () => Promise<boolean>): Promise<void> {
  const { leaving } = store.state
  if (!leaving || store.db.cleared || store.unfiled.length > 0) return
  const inTurn = (work: () => Promise<unknown>) =>
    store.exclusive(async () => {
      if (store.state.leaving === leaving) await work() // a reset meanwhile loads afresh
    })
  const fallen = fallenKeys(store, leaving.day)
  for (let from = 0; from < fallen.length; from += atOnce) {
    if (!(await mayGoOn())) return
    for (const key of fallen.slice(from, from + atOnce)) await inTurn(() => takeAway(store, key, leaving))
  }
  await inTurn(() => store.commit({ state: { leaving: null } }))
}

async function takeAway(store: Store, key: RowKey, leaving: Leaving): Promise<void> {
  const row = await store.row(key)
  if (!row || !hasFallen(store, row, leaving.day)) return
  const all = await goesWith(store, row)
  const waiting = waitingRows(store, leaving)
  const named = new Set([...(await typedAbout(store)), ...(await parkedAbout(store))])
  if (store.unfiled.length > 0 || all.some((one) => waiting.has(one) || named.has(idIn(one)))) return // looked at again with the next day's
  await store.commit({ gone: all })
}

/** Rows with a change that is unsent or held, or that was taken in too lately to have been durable for so long. */
function waitingRows(store: Store, { revision }: Leaving): Set<RowKey> {
  const waits = (entry: LoggedChange) => (entry.state === 'accepted' ? (entry.revision ?? Infinity) > revision : !entry.closed)
  return new Set([...store.log.values()].filter(waits).map((entry) => entry.rowKey))
}

/** Ids in what waits for a newer app: its row, and what it hangs on. */
async function parkedAbout(store: Store): Promise<string[]> {
  const parked = store.parkedCount > 0 ? await store.db.parked.toArray() : []
  const changes = await Promise.all(parked.map(({ id, box }) => store.opened.rows.open<Change>(`parked/${id}`, box)))
  return changes.flatMap(({ row, fields }) => JSON.stringify([row, fields]).match(ids) ?? [])
}

/** Ids in the keys of forms that nobody has saved yet. */
async function typedAbout(store: Store): Promise<string[]> {
  const keys = await store.db.drafts.toCollection().primaryKeys()
  return keys.flatMap((key) => key.match(ids) ?? [])
}

const ids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

function idIn(key: RowKey): string {
  return key.slice(key.indexOf('/') + 1)
}
