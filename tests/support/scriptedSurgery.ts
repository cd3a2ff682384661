import type { AcceptedChange, Change } from '../../src/shared/changes/change.ts'
import type { Row } from '../../src/shared/changes/row.ts'
import type { SendRequest, ServerRefusal } from '../../src/shared/ipc/contract.ts'
import { fail, ok, type Result } from '../../src/shared/std/result.ts'
import type { Stamp } from '../../src/shared/std/stamp.ts'
import {
  zeroChain,
  type ChangeResult,
  type ExchangeReply,
  type ExchangeRequest,
  type HeldCode,
  type LinkTrouble,
  type SnapshotPage,
} from '../../src/shared/sync/protocol.ts'
import { at, idFor } from './builders.ts'

/** What a surgery answers, as the test scripts it. It keeps no rows of its own and folds nothing: the real one is in surgery.ts. */
export class ScriptedSurgery {
  epoch = idFor('epoch')
  revision = 0
  durable = 0
  have = 0
  now: () => number = () => Date.parse(at('10:31'))
  /** The first load. */
  rows: Row[] = []
  /** Others' changes that are told with the next exchange. */
  news: AcceptedChange[] = []
  trouble: LinkTrouble | null = null
  judge: (change: Change) => HeldCode | null = () => null
  /** The stamp that counts, if the server moves the laptop's. */
  effective: (change: Change) => Stamp = (change) => change.stamp
  /** Said once, in place of what would have been. */
  once: Partial<ExchangeReply> = {}
  /** Something that happens while the exchange is under way. */
  meanwhile: () => Promise<void> = async () => {}
  /** What other doors answer than those of the exchange, by path. */
  readonly doors = new Map<string, (request: SendRequest) => Result<unknown, LinkTrouble | ServerRefusal>>()
  /** After so many rows of the first load the network hangs; `of` is how many it said there are. */
  loadStops: { of: number } | null = null
  readonly received: Change[] = []
  private readonly answers = new Map<string, ChangeResult>()

  answer = async (request: SendRequest): Promise<Result<unknown, LinkTrouble | ServerRefusal>> => {
    if (this.trouble) return fail(this.trouble)
    await this.meanwhile()
    const { path, body, query } = request
    if (path === '/exchange') return ok(this.exchange(body as ExchangeRequest))
    if (path === '/snapshot') return this.loadStops && query?.['after'] ? new Promise(() => {}) : ok(this.page())
    return this.doors.get(path)?.(request) ?? ok({})
  }

  /** Another laptop's change. */
  tells(...changes: Change[]): void {
    for (const change of changes) this.news.push({ ...change, revision: ++this.revision, effective: change.stamp })
  }

  private exchange(request: ExchangeRequest): ExchangeReply {
    const results = request.changes.map((change) => this.resultOf(change))
    const changes = request.bookmark ? this.news.splice(0) : []
    const reply: ExchangeReply = {
      epoch: this.epoch,
      now: this.now(),
      minClient: 1,
      haveN: this.have,
      results,
      changes,
      revision: this.revision,
      chain: zeroChain,
      durable: this.durable,
      more: false,
      device: 'ok',
      ...this.once,
    }
    this.once = {}
    return reply
  }

  private resultOf(change: Change): ChangeResult {
    const before = this.answers.get(change.id)
    if (before?.state === 'accepted') return before
    if (!before) this.received.push(change)
    this.have = Math.max(this.have, change.sequence)
    const code = this.judge(change)
    const result: ChangeResult = code
      ? { state: 'held', id: change.id, code }
      : { state: 'accepted', id: change.id, revision: ++this.revision, effective: this.effective(change) }
    this.answers.set(change.id, result)
    return result
  }

  private page(): SnapshotPage {
    const more = this.loadStops ? { next: 'more' } : {}
    return { epoch: this.epoch, rows: this.rows, total: this.loadStops?.of ?? this.rows.length, ...more, revision: this.revision, chain: zeroChain }
  }
}
