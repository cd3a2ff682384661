import { useEffect, useRef, useState } from 'react'

/** 30 s: a queue forms behind an abandoned kiosk (domain 10.9). */
const idleMs = 30_000
/** The last seconds are counted down in words, so that nobody slow is cut off without warning: twenty of them (WCAG 2.2.1). */
export const warnMs = 20_000

/** Where nothing has to be answered: so long after the last touch it begins to count. */
const quietMs = 3_000

/**
 * Seconds left before it starts again, or null while somebody is there. @param on whether there is anything to clear
 * @param counts it counts soon: nothing here has to be answered, and a queue waits
 */
export function useIdle(on: boolean, reset: () => void, counts = false): number | null {
  const [left, setLeft] = useState<number | null>(null)
  const clear = useRef(reset)
  clear.current = reset
  useEffect(() => {
    if (!on) return setLeft(null)
    let last = Date.now()
    const moved = () => {
      last = Date.now()
      setLeft(null)
    }
    const look = () => {
      const rest = (counts ? warnMs + quietMs : idleMs) - (Date.now() - last)
      if (rest <= 0) clear.current()
      else setLeft(rest <= warnMs ? Math.ceil(rest / 1000) : null)
    }
    const timer = setInterval(look, 500)
    const signs = ['keydown', 'pointerdown', 'input', 'scroll'] as const
    signs.forEach((sign) => window.addEventListener(sign, moved, { capture: true, passive: true }))
    return () => {
      clearInterval(timer)
      signs.forEach((sign) => window.removeEventListener(sign, moved, { capture: true }))
    }
  }, [on, counts])
  return on ? left : null
}
