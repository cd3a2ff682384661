import { addDays, dateOf, instantOf } from '../../src/shared/std/dates.ts'

/** How long it is until the day ends where the sessions are. @param nowMs since 1970 @returns milliseconds */
export function untilMidnight(nowMs: number): number {
  return Date.parse(instantOf(addDays(dateOf(new Date(nowMs).toISOString()), 1), '00:00')) - nowMs
}

/** Waits for the next day where this one does not last so long any more: what begins today then ends today. */
export async function clearOfMidnight(needsMs: number): Promise<void> {
  while (untilMidnight(Date.now()) < needsMs) await new Promise((later) => setTimeout(later, 1000))
}
