/** The outcome of anything a user or a machine may expect to fail. Impossible states throw instead (std/assert.ts). */
export type Result<Value, Reason> = { ok: true; value: Value } | { ok: false; reason: Reason }

/** A good outcome. */
export function ok<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value }
}

/** An expected failure, named by a word from a closed list. */
export function fail<const Reason>(reason: Reason): { ok: false; reason: Reason } {
  return { ok: false, reason }
}
