import { v5 } from 'uuid'
import type { SplitStore } from '../../shared/sync/becomeOwn.ts'
import type { ExchangeReply, ExchangeRequest, SplitRequest } from '../../shared/sync/protocol.ts'
import { mostFormerly } from '../../shared/sync/protocol.ts'
import { joined } from '../../shared/std/ranges.ts'
import { toBase64 } from './base64.ts'
import type { Identity } from './keys.ts'
import type { Store } from './store.ts'
import type { SyncState } from './syncState.ts'

/** How a laptop becomes another device. */
export interface Self {
  /** Writes the identity into the key file. */
  keep(identity: Identity): Promise<void>
  /** From now on requests carry this token. */
  useToken(token: string): Promise<void>
}

/** What this exchange is called: the same until its answer is filed, another in every run of every copy (SPEC SY24). */
export function markOf(store: Store): NonNullable<ExchangeRequest['mark']> {
  const is = store.state.mark
  return { is, next: v5(is ?? '', store.instance) }
}

/** The sequence that the next change gets. What the journal has is taken, also what the store has refused so far. */
export function nextSequenceOf(store: Store): number {
  const last = store.unfiled.at(-1)
  return Math.max(store.state.nextSequence, last ? last.sequence + 1 : 1)
}

/** Whether this answer shows that the laptop goes on from an old copy of itself, also one to a revoked laptop (SPEC SY24). */
function showsCopy(store: Store, reply: ExchangeReply, hadBookmark: boolean): boolean {
  if (reply.reset === 'copied') return true
  const wrote = nextSequenceOf(store) - 1
  const isNew = wrote === 0 && !hadBookmark && !store.state.load // the one before was lost; it counts on and loads all there is
  return !isNew && (reply.lastN ?? reply.haveN) > wrote
}

/** What is remembered when it turns out to be a copy: till it has an id of its own, and till somebody has read of it. */
export function foundCopy(store: Store, reply: ExchangeReply, hadBookmark: boolean): Partial<SyncState> {
  if (store.state.split || !showsCopy(store, reply, hadBookmark)) return {}
  const [wrote, lastN] = [nextSequenceOf(store) - 1, reply.lastN ?? reply.haveN]
  const others = lastN > wrote ? [{ first: wrote + 1, last: lastN }] : [] // of these this copy never wrote one
  const copiedAt = store.state.copiedAt ?? new Date(store.ports.now()).toISOString()
  return { split: { token: null }, copiedAt, givenUp: joined([...store.state.givenUp, ...others]) }
}

/**
 * The side of the store that becomes a device of its own (SPEC SY25). The order makes every cut harmless: first the token it
 * will have is on the disk, sealed; then the server is asked; then the key file says who it is; then the store agrees. Cut
 * between the last two, it asks once more, as who it is by then, and is told the same.
 */
export function splitStore(store: Store, self: Self): SplitStore {
  return {
    toSplit: () => store.exclusive(() => toSplit(store)),
    become: (device, asked) =>
      store.exclusive(async () => {
        if (asked.from !== nextSequenceOf(store)) return false
        const identity = identityAs(store.opened.identity, device, asked.token)
        await self.keep(identity)
        await store.commit({ state: { split: null, mark: null, haveN: asked.from - 1 } })
        store.opened.identity = identity
        await self.useToken(identity.token)
        return true
      }),
  }
}

async function toSplit(store: Store): Promise<SplitRequest | null> {
  const { split } = store.state
  if (!split) return null
  const token = split.token ? await store.opened.rows.open<string>('split', split.token) : newToken(store.opened.identity.team.id)
  if (!split.token) await store.commit({ state: { split: { token: await store.opened.rows.seal('split', token) } } })
  return { token, from: nextSequenceOf(store) }
}

/** The team in clear and 256 random bits, as the server makes them. */
function newToken(team: string): string {
  const bits = toBase64(crypto.getRandomValues(new Uint8Array(32)))
  return `${team}.${bits.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`
}

function identityAs(before: Identity, device: string, token: string): Identity {
  if (before.device === device) return { ...before, token }
  const formerly = [...(before.formerly ?? []), before.device]
  return { ...before, device, token, formerly: [formerly[0]!, ...formerly.slice(1).slice(1 - mostFormerly)] }
}
