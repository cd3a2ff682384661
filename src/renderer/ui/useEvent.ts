import { useCallback, useLayoutEffect, useRef } from 'react'

/** A handler that is always the same function and always does what the latest render says. */
export function useEvent<Args extends unknown[], Answer>(handler: (...args: Args) => Answer): (...args: Args) => Answer {
  const latest = useRef(handler)
  useLayoutEffect(() => {
    latest.current = handler
  })
  return useCallback((...args: Args) => latest.current(...args), [])
}
