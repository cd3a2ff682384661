import type { Change } from '../../shared/changes/change.ts'
import type { Numbers } from '../../shared/journal/numberMark.ts'
import { gapsIn, joined, without, type NumberRange } from '../../shared/std/ranges.ts'
import type { Outbox } from '../../shared/sync/exchangeOnce.ts'
import { mostRanges, type ExchangeReply, type Nowhere } from '../../shared/sync/protocol.ts'
import type { Store } from './store.ts'
import type { SyncState } from './syncState.ts'

// Numbers that this laptop once gave to a change and that neither its store nor its journal has any more (SPEC SY30).

/**
 * Counts on behind everything that was ever written, also what cannot be read any more. A store that was lost cannot know how
 * far it had come; then the count goes on behind the last number that may have been given.
 */
export async function countOn(store: Store, outside: Numbers, inJournal: readonly Change[]): Promise<void> {
  const { nextSequence, givenUp } = store.state
  const written = inJournal.reduce((last, { sequence }) => Math.max(last, sequence), Math.max(nextSequence - 1, outside.last))
  const used = store.isNew ? Math.max(written, outside.ceiling) : written
  if (used < nextSequence) return
  const passedOver = used > written ? [{ first: written + 1, last: used }] : []
  await store.commit({ state: { nextSequence: used + 1, givenUp: joined([...givenUp, ...passedOver]) } })
}

/** Finds the numbers that are missing since the last look, and keeps them until they turn up: later forgetting must not hide them. */
export async function noticeGaps(store: Store): Promise<void> {
  const { state } = store
  const found = gapsSince(store, Math.max(state.lookedTo, state.forgottenTo))
  if (found.length === 0) return
  await store.commit({ state: { nowhere: [...state.nowhere, ...found], nowhereAsked: false, lookedTo: state.nextSequence - 1 } })
}

/** After a reset nothing is taken for granted: what the server had before, it may have lost. */
export function lookAgain(store: Store): Pick<SyncState, 'nowhere' | 'lookedTo' | 'nowhereAsked'> {
  const { state } = store
  const known = state.nowhere.flatMap((one) => (one.first > state.forgottenTo ? [] : [{ ...one, last: Math.min(one.last, state.forgottenTo) }]))
  return { nowhere: [...known, ...gapsSince(store, state.forgottenTo)], lookedTo: state.nextSequence - 1, nowhereAsked: false }
}

function gapsSince(store: Store, after: number): Nowhere[] {
  const { nextSequence, givenUp } = store.state
  const gaps = gapsIn(after + 1, nextSequence - 1, (sequence) => store.log.has(sequence))
  const sure = without(gaps, givenUp)
  return [...marked(sure, true), ...marked(without(gaps, sure), false)]
}

function marked(ranges: readonly NumberRange[], sure: boolean): Nowhere[] {
  return ranges.map((range) => ({ ...range, sure }))
}

/** What to ask the server about with the next exchange. */
export function toAsk(state: SyncState): Nowhere[] {
  return state.nowhere.slice(0, mostRanges)
}

/** What is still nowhere after the server has answered. An older server says only up to where it has everything. */
export function afterAnswer(state: SyncState, sent: Outbox, reply: ExchangeReply): Partial<SyncState> {
  if (sent.nowhere.length === 0) return {}
  const others = state.nowhere.slice(sent.nowhere.length)
  const asked = sent.nowhere.filter((one) => one.sure)
  const left = reply.nowhere ?? without(asked, reply.haveN > 0 ? [{ first: 1, last: reply.haveN }] : [])
  return { nowhere: [...marked(left, true), ...others], nowhereAsked: true }
}

/** Whether the server has some of what was asked about: it does not tell a laptop its own changes, so that loads afresh. */
export function hasTurnedUp(sent: Outbox, reply: ExchangeReply): boolean {
  const asked = sent.nowhere.filter((one) => one.sure)
  return reply.nowhere !== undefined && without(asked, reply.nowhere).length > 0
}
