import { hash } from 'node:crypto'
import { configure } from 'safe-stable-stringify'
import type { Change } from '../shared/changes/change.ts'

/** JSON with its keys in order, so that the database's own order of keys does not matter. */
export const canonical = configure({ deterministic: true, circularValue: Error }) as (value: unknown) => string

/** SHA-256 in hex. */
export function sha256(text: string): string {
  return hash('sha256', text)
}

/** What a change is known by in the chain; the same before and after it went through the database. */
export function hashOf(change: Change): string {
  return sha256(canonical(change))
}

/** The next link: over the hex of the last one and of the change's hash (SPEC SY21). */
export function linkAfter(chain: string, hash: string): string {
  return sha256(chain + hash)
}
