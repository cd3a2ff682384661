import { useEffect, useState } from 'react'
import type { Instant } from '../../shared/std/dates.ts'

/** Often enough for "today" and "since Tuesday" to stay true. */
const tickMs = 30_000

/** The present moment, for saying how long ago something was. */
export function useNow(): Instant {
  const [now, setNow] = useState(() => new Date().toISOString())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), tickMs)
    return () => clearInterval(timer)
  }, [])
  return now
}
