import type { Instant } from '../../shared/std/dates.ts'

/** The present moment, for handlers. What is drawn asks `useNow`, so that it moves on by itself. */
export function present(): Instant {
  return new Date().toISOString()
}
