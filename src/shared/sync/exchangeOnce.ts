import type { Change } from '../changes/change.ts'
import { fail, ok } from '../std/result.ts'
import { becomeOwn, type SplitLink, type SplitStore } from './becomeOwn.ts'
import {
  protocolVersion,
  type Bookmark,
  type ExchangeReply,
  type ExchangeRequest,
  type LinkResult,
  type LinkTrouble,
  type Nowhere,
  type ResetReason,
  type SnapshotPage,
} from './protocol.ts'

/** The network, as the exchange sees it. */
export interface Link extends SplitLink {
  exchange(request: ExchangeRequest): Promise<LinkResult<ExchangeReply>>
  snapshot(query: { team: string; after?: string }): Promise<LinkResult<SnapshotPage>>
}

/** What one exchange sends, read in one go and closed before the network is touched. */
export interface Outbox {
  team: string
  bookmark: Bookmark | null
  changes: Change[]
  /** What this exchange is called, and the one it follows (SPEC SY24). */
  mark?: ExchangeRequest['mark']
  /** Ids this laptop had before. */
  formerly?: string[]
  /** Up to here a store that is lost gave the numbers (SPEC SY10). */
  writtenBefore?: number
  /** Numbers to ask about: this laptop has them nowhere (SPEC SY30). */
  nowhere: Nowhere[]
  /** How many wait besides these. */
  waiting: number
}

/** The laptop's store, as the exchange sees it. Each call is one transaction. */
export interface SyncStore extends SplitStore {
  outbox(): Promise<Outbox>
  /** Files a reply. Answers why the laptop must load afresh, if it must (SPEC SY16). */
  settle(reply: ExchangeReply, sent: Outbox): Promise<ResetReason | null>
  /** Makes accepted and held changes pending again and forgets the bookmark; nothing else is touched (SPEC SY15). */
  reset(haveN: number): Promise<void>
  /** The page to ask for next while a first load is under way; null when there is nothing to load. */
  nextPage(): Promise<{ after?: string } | null>
  /** Takes in a page of the first load and remembers where to go on. */
  applyPage(page: SnapshotPage): Promise<void>
}

/** What is told while it goes on, in counts. */
export interface Progress {
  sending(sent: number, of: number): void
  loading(loaded: number, of: number): void
}

/** What a round did. */
export interface RoundDone {
  sent: number
  fetched: number
}

/** `wipe`: the lead wants this laptop emptied, and everything it has was answered in this very exchange (SPEC SY27). */
export type RoundTrouble = LinkTrouble | 'deviceRevoked' | 'notConfirmed' | 'wipe'

/** More rounds than this without an end is a fault of ours or the server's: stop and try later rather than spin. */
const mostRounds = 10_000
/** Loading afresh again and again is one, too: a server whose epoch changes with every answer. */
const mostResets = 3

/**
 * Sends all that waits and fetches all there is: send first, then load what is missing, then fetch (SPEC SY16, SY19). One
 * that is to be emptied offers everything it still keeps once more before it is told so: the server may have been restored
 * since it answered, and nobody could ask again (SPEC SY27). The price is a month of changes sent twice, once in its life.
 * No transaction is open while the network is used. @param about app version and clock of this laptop
 */
export async function exchangeAll(
  store: SyncStore,
  link: Link,
  about: { appVersion: string; now(): number },
  progress: Progress,
): Promise<LinkResult<RoundDone, RoundTrouble>> {
  const done: RoundDone = { sent: 0, fetched: 0 }
  let resets = 0
  let offeredAll = false
  for (let round = 0; round < mostRounds; round++) {
    const outbox = await store.outbox()
    const of = done.sent + outbox.changes.length + outbox.waiting
    if (outbox.changes.length > 0) progress.sending(done.sent, of)
    const reply = await link.exchange(requestOf(outbox, about))
    if (!reply.ok) return reply
    const reset = await store.settle(reply.value, outbox)
    done.sent += reply.value.results.length
    done.fetched += outbox.bookmark ? reply.value.changes.length : 0
    const { device, unconfirmed, haveN } = reply.value
    if (!answersAll(reply.value, outbox) || (reset && ++resets > mostResets)) return fail('serverTrouble')
    const offerAll: boolean = device === 'wipe' && !offeredAll
    offeredAll ||= offerAll
    if (reset || offerAll) await store.reset(haveN)
    else if (device === 'wipe' && outbox.changes.length === 0) return fail('wipe') // also what was written meanwhile is there
    else if (device === 'revoked' && outbox.waiting === 0) return fail(unconfirmed ? 'notConfirmed' : 'deviceRevoked')
    else if (device !== 'ok') continue // it delivers and receives nothing
    else if (outbox.bookmark && outbox.waiting === 0 && !reply.value.more) return ok(done)
    else if (!outbox.bookmark && outbox.waiting === 0) {
      const own = await becomeOwn(store, link)
      if (!own.ok) return own
      const loaded = await loadAll(store, link, outbox.team, progress)
      if (!loaded.ok) return loaded
      done.fetched += loaded.value
    }
  }
  return fail('serverTrouble')
}

/** Whether it says of each change what became of it; else they would wait for ever, or look as if they were there. */
function answersAll(reply: ExchangeReply, sent: Outbox): boolean {
  const answered = new Set(reply.results.map((result) => result.id))
  return sent.changes.every((change) => answered.has(change.id))
}

function requestOf(outbox: Outbox, about: { appVersion: string; now(): number }): ExchangeRequest {
  return {
    protocol: protocolVersion,
    appVersion: about.appVersion,
    team: outbox.team,
    deviceNow: about.now(),
    bookmark: outbox.bookmark,
    waiting: outbox.waiting,
    ...(outbox.mark ? { mark: outbox.mark } : {}),
    ...(outbox.formerly ? { formerly: outbox.formerly } : {}),
    ...(outbox.writtenBefore ? { writtenBefore: outbox.writtenBefore } : {}),
    ...(outbox.nowhere.length > 0 ? { nowhere: outbox.nowhere } : {}),
    changes: outbox.changes,
  }
}

type Page = ReturnType<Link['snapshot']>

/**
 * The first load, page by page, from where the last attempt stopped. The next page is on its way while one is taken in; it
 * is dropped when the store then wants another. Answers how many rows came.
 */
async function loadAll(store: SyncStore, link: Link, team: string, progress: Progress): Promise<LinkResult<number>> {
  let loaded = 0
  let ahead: { after: string; page: Page } | null = null
  for (let page = await store.nextPage(); page !== null; page = await store.nextPage()) {
    const answer: Awaited<Page> = await (ahead && ahead.after === page.after ? ahead.page : link.snapshot({ team, ...page }))
    if (!answer.ok) return answer
    const { next }: SnapshotPage = answer.value
    ahead = next === undefined ? null : { after: next, page: link.snapshot({ team, after: next }) }
    ahead?.page.catch(() => undefined) // nobody waits for it when this page cannot be taken in
    await store.applyPage(answer.value)
    loaded += answer.value.rows.length
    progress.loading(loaded, Math.max(loaded, answer.value.total))
  }
  return ok(loaded)
}
