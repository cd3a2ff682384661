import { fail, ok, type Result } from '../std/result.ts'
import type { LinkTrouble, SplitReply, SplitRequest } from './protocol.ts'

/** The network and the store, as far as a laptop asks for an id of its own. */
export interface SplitLink {
  split(request: SplitRequest): Promise<Result<SplitReply, LinkTrouble>>
}
export interface SplitStore {
  /** What to ask for; null when this laptop has an id of its own. The same until it has become another. */
  toSplit(): Promise<SplitRequest | null>
  /** Becomes this device, all or nothing. False when something was written since it asked: its first number is another then. */
  become(device: string, asked: SplitRequest): Promise<boolean>
}

/** Somebody writes at the door while it asks, again and again: then the next exchange asks. */
const mostAsks = 20

/** A laptop that went on from an old copy becomes a device of its own (SPEC SY25). Cut anywhere, the next exchange goes on. */
export async function becomeOwn(store: SplitStore, link: SplitLink): Promise<Result<null, LinkTrouble>> {
  for (let asks = 0; asks < mostAsks; asks++) {
    const request = await store.toSplit()
    if (!request) return ok(null)
    const answer = await link.split(request)
    if (!answer.ok) return answer
    if (await store.become(answer.value.device, request)) return ok(null)
  }
  return fail('busy')
}
