import { hash } from 'node:crypto'
import type { Change } from '../shared/changes/change.ts'

/**
 * JSON with its keys in order, so that the database's own order of keys does not matter: of what came as JSON, so without cycles. Throws
 * where it nests deeper than the stack. A crowd's changes all pass here; the library that did it took twice as long.
 */
export function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  let text = ''
  for (const name of Object.keys(value).sort()) {
    const inner = (value as Record<string, unknown>)[name]
    if (inner !== undefined) text += `${text === '' ? '' : ','}${quoted(name)}:${canonical(inner)}`
  }
  return `{${text}}`
}

const quotedNames = new Map<string, string>()
/** Names of fields that are kept as JSON: all there are, and no room for what anybody invents. */
const mostNames = 1000

function quoted(name: string): string {
  const known = quotedNames.get(name)
  if (known !== undefined) return known
  const text = JSON.stringify(name)
  if (quotedNames.size < mostNames) quotedNames.set(name, text)
  return text
}

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
