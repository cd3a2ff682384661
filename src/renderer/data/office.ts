import type { OfficeAsk } from '../workerLink/officeViews.ts'
import type { Host, ServerRefusal } from '../../shared/ipc/contract.ts'
import type { Instant } from '../../shared/std/dates.ts'
import { fail, ok, type Result } from '../../shared/std/result.ts'
import { officeOutcomeSchema, officeReplySchema, type OfficeOutcome, type OfficeReply } from '../../shared/sync/office.ts'
import type { LinkTrouble } from '../../shared/sync/protocol.ts'
import { KeptAnswer } from './keptAnswer.ts'
import { ask, askMs } from './link.ts'
import type { Store } from './store.ts'

type Trouble = LinkTrouble | ServerRefusal

/** How old an answer may be before the server is asked again behind an exchange. Milliseconds. */
const refreshMs = 10 * 60_000

/** The server's last answer to a lead, and when it came. */
export interface Known {
  at: Instant
  reply: OfficeReply
}

/**
 * A lead's questions to the server: what is held, which laptops there are, what should be heard of them. The last answer is
 * kept sealed, so that it is there without a network; nothing waits for a new one.
 */
export class Office {
  known: Known | null = null
  trouble: Trouble | null = null
  asking = false
  private lastTry = -Infinity
  private readonly kept: KeptAnswer<Known>
  private readonly store: Store
  private readonly host: Host
  private readonly changed: () => void

  constructor(store: Store, host: Host, changed: () => void) {
    this.store = store
    this.kept = new KeptAnswer(store, 'office')
    this.host = host
    this.changed = changed
  }

  /** Reads the last answer. One that cannot be read is no loss: the server is asked again. */
  async open(): Promise<void> {
    const kept = await this.kept.read()
    const reply = officeReplySchema.safeParse(kept?.reply)
    this.known = kept && reply.success ? { at: kept.at, reply: reply.data } : null
  }

  /** Somebody was erased, and may be in what the surgery said last of held changes: it is asked again behind the next exchange. */
  async forget(): Promise<void> {
    await this.kept.forget()
    this.known = null
    this.lastTry = -Infinity
    this.changed()
  }

  get isLead(): boolean {
    return this.store.role() === 'lead'
  }

  /** Behind an exchange that went well: asks when the answer is old. */
  async keepFresh(): Promise<void> {
    if (this.isLead && this.store.ports.now() - this.lastTry >= refreshMs) await this.look(false)
  }

  /** Asks the server what there is. @param more the next page of held acts, behind those that are known */
  async look(more: boolean): Promise<void> {
    if (this.asking) return
    this.asking = true
    this.lastTry = this.store.ports.now()
    this.changed()
    const after = more ? this.known?.reply.next : undefined
    const answer = await ask(
      this.host,
      {
        server: this.store.opened.identity.server,
        path: '/office',
        timeoutMs: askMs,
        ...(after === undefined ? {} : { query: { after } }),
      },
      officeReplySchema,
    )
    this.asking = false
    this.trouble = answer.ok ? null : answer.reason
    if (answer.ok) await this.keep(after === undefined || !this.known ? answer.value : joined(this.known.reply, answer.value))
    this.changed()
  }

  /** Does something at the server. What it is done about goes from the list, also when somebody was quicker. */
  async decide(input: OfficeAsk): Promise<Result<OfficeOutcome, Trouble>> {
    const { ask: what, ...body } = input
    const { server } = this.store.opened.identity
    const answer = await ask(this.host, { server, path: `/office/${what}`, body, timeoutMs: askMs }, officeOutcomeSchema)
    if (!answer.ok) return fail(answer.reason)
    const { outcome } = answer.value
    if (this.known && (outcome === 'done' || outcome === 'gone')) await this.keep(without(this.known.reply, input), this.known.at)
    this.changed()
    if ('device' in input) await this.look(false)
    return ok(outcome)
  }

  private async keep(reply: OfficeReply, at: Instant = new Date(this.store.ports.now()).toISOString()): Promise<void> {
    const known: Known = { at, reply }
    this.known = known
    await this.kept.keep(known)
  }
}

/** The acts of a later page behind those that are known. */
function joined(known: OfficeReply, page: OfficeReply): OfficeReply {
  const ids = new Set(known.acts.map((one) => one.id))
  const { next: _before, ...first } = known
  return {
    ...first,
    acts: [...known.acts, ...page.acts.filter((one) => !ids.has(one.id))],
    actCount: page.actCount,
    ...(page.next === undefined ? {} : { next: page.next }),
  }
}

function without(reply: OfficeReply, input: OfficeAsk): OfficeReply {
  if (input.ask === 'seen') {
    const notices = reply.notices.filter((one) => one.id !== input.notice)
    return { ...reply, notices, noticeCount: reply.noticeCount - (reply.notices.length - notices.length) }
  }
  if (!('id' in input)) return reply
  const acts = reply.acts.filter((one) => one.id !== input.id)
  return { ...reply, acts, actCount: reply.actCount - (reply.acts.length - acts.length) }
}
