import { openTransport, type Fetch } from '../../src/main/transport/transport.ts'
import { linkOver } from '../../src/renderer/data/link.ts'
import type { AcceptedChange, Change } from '../../src/shared/changes/change.ts'
import { exchangeAll, type Link, type Outbox, type RoundDone, type RoundTrouble, type SyncStore } from '../../src/shared/sync/exchangeOnce.ts'
import {
  mostChanges,
  type Bookmark,
  type ChangeResult,
  type ExchangeReply,
  type LinkResult,
  type ResetReason,
} from '../../src/shared/sync/protocol.ts'
import { SyncLoop } from '../../src/shared/sync/syncLoop.ts'
import { fail } from '../../src/shared/std/result.ts'
import type { EnrolReply } from '../../src/shared/sync/protocol.ts'

/** What a laptop saw of the crowd. */
export interface Seen {
  /** Milliseconds from its first attempt to the answer for its last change, waits and retries included; null: never. */
  push: number | null
  /** Milliseconds until the exchange in which it also fetched what the others had sent was over. */
  whole: number | null
  /** How rounds ended that did not end well. */
  troubles: RoundTrouble[]
  /** Others' changes that it was told. */
  fetched: number
}

/**
 * A laptop as the server meets it: the shipped exchange, link, transport and loop, on a store that keeps in memory what
 * the shipped one keeps sealed. 300 sealed stores in one process would be measured instead of the server.
 */
export class LoadLaptop {
  readonly joined: EnrolReply
  readonly results = new Map<string, ChangeResult>()
  readonly seen: Seen = { push: null, whole: null, troubles: [], fetched: 0 }
  changes: Change[] = []
  /** Told others' changes as they come. */
  onTold: (changes: readonly AcceptedChange[]) => void = () => {}
  private bookmark: Bookmark | null = null
  private after: string | null = null
  private began = 0
  private readonly link: Link
  private readonly store: SyncStore
  private readonly random: () => number

  constructor(joined: EnrolReply, server: string, fetch: Fetch, random: () => number) {
    this.joined = joined
    this.random = random
    const transport = openTransport(fetch)
    transport.useToken(joined.token)
    this.link = linkOver(transport, server, async () => {})
    this.store = this.inMemory()
  }

  /** Meets the server with nothing to send and begins to count from where the team stands, as after a first load. */
  async arrive(head: { revision: number; chain: string }): Promise<void> {
    const reply = await this.link.exchange({
      ...about,
      protocol: 1,
      team: this.joined.team.id,
      deviceNow: Date.now(),
      bookmark: null,
      waiting: 0,
      changes: [],
    })
    if (!reply.ok) throw new Error(`a laptop could not arrive: ${reply.reason}`)
    this.bookmark = { epoch: reply.value.epoch, revision: head.revision, chain: head.chain }
  }

  /** Sends everything, as often as it takes. Resolves when all is answered and all is fetched. */
  async bring(onSent: () => void): Promise<void> {
    this.began = performance.now()
    const loop: SyncLoop = new SyncLoop(
      async () => {
        const outcome = await this.once()
        if (outcome.ok) loop.stop()
        else this.seen.troubles.push(outcome.reason)
        return outcome
      },
      { now: Date.now, random: this.random, wait },
    )
    this.onSent = onSent
    await loop.run()
    this.seen.whole = performance.now() - this.began
  }

  private onSent: () => void = () => {}

  /** One exchange to its end. */
  async once(): Promise<LinkResult<RoundDone, RoundTrouble>> {
    try {
      return await exchangeAll(this.store, this.link, { appVersion: about.appVersion, now: Date.now }, { sending() {}, loading() {} })
    } catch {
      return fail('serverTrouble')
    }
  }

  private inMemory(): SyncStore {
    return {
      outbox: async () => this.outbox(),
      settle: async (reply, sent) => this.settle(reply, sent),
      reset: async () => {
        this.bookmark = null
        this.after = null
        this.results.clear()
      },
      toSplit: async () => null,
      become: async () => true,
      nextPage: async () => (this.bookmark ? null : this.after === null ? {} : { after: this.after }),
      applyPage: async ({ epoch, revision, chain, next }) => {
        this.after = next ?? null
        if (next === undefined) this.bookmark = { epoch, revision, chain }
      },
    }
  }

  private outbox(): Outbox {
    const pending = this.changes.filter((change) => !this.results.has(change.id))
    const changes = pending.slice(0, mostChanges)
    return { team: this.joined.team.id, bookmark: this.bookmark, changes, nowhere: [], waiting: pending.length - changes.length }
  }

  private settle(reply: ExchangeReply, sent: Outbox): ResetReason | null {
    for (const result of reply.results) this.results.set(result.id, result)
    if (this.results.size === this.changes.length && this.seen.push === null) {
      this.seen.push = performance.now() - this.began
      this.onSent()
    }
    this.seen.fetched += reply.changes.length
    this.onTold(reply.changes)
    if (reply.reset) return reply.reset
    if (sent.bookmark) this.bookmark = { epoch: reply.epoch, revision: reply.revision, chain: reply.chain }
    return null
  }
}

const about = { appVersion: 'load' }

function wait(ms: number, cut: Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    void cut.then(() => {
      clearTimeout(timer)
      resolve()
    })
  })
}
