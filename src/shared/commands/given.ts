import type { Json } from '../changes/change.ts'

/** Only the fields that were given: an unset one must not overwrite what others wrote. */
export function given(fields: Record<string, unknown>): Record<string, Json> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Record<string, Json>
}
