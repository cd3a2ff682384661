/** No server may send a laptop away for longer. Milliseconds. */
const longestMs = 15 * 60_000

/**
 * How long a server asks to be left alone, in milliseconds, by its Retry-After header in seconds; undefined where it does not
 * say. A date instead of seconds counts as not said: our server sends none, and a laptop's clock may be wrong.
 */
function comeBackAfter(retryAfter: string | null): number | undefined {
  if (retryAfter === null || !/^\d{1,9}$/.test(retryAfter.trim())) return undefined
  return Math.min(longestMs, Math.max(1, Number(retryAfter)) * 1000)
}

/** Too much to do, for this laptop or for all. A 503 that does not say when is a server that is down. */
const busyStatuses = [429, 503]

/** A failed answer as it is told on: busy where it says when to come back. @param reason what the status means otherwise */
export function failureOf<Reason>(
  status: number,
  reason: Reason,
  retryAfter: string | null,
): { ok: false; reason: Reason | 'busy'; afterMs?: number } {
  const afterMs = busyStatuses.includes(status) ? comeBackAfter(retryAfter) : undefined
  return afterMs === undefined ? { ok: false, reason } : { ok: false, reason: 'busy', afterMs }
}
