import { useCallback, useEffect, useMemo, useRef } from 'react'
import { flushSync } from 'react-dom'
import { quietMs } from './quietMs.ts'

/** What may come next from a hand: it must find the screen as it would be without any waiting. */
const hands = ['keydown', 'beforeinput', 'pointerdown'] as const

/**
 * Holds one drawing back until it is let go, until the disk has had its moment, or until the next key: typing that outruns
 * the disk meets an empty box.
 */
export function useHeldBack(): { hold(draw: () => void): void; letGo(): void } {
  const held = useRef<(() => void) | null>(null)
  const letGo = useCallback(() => {
    const draw = held.current
    held.current = null
    if (draw) flushSync(draw) // drawn later, a key that comes between would still find the old text, and join on to it
  }, [])
  const hold = useCallback(
    (draw: () => void) => {
      letGo()
      held.current = draw
      setTimeout(() => held.current === draw && letGo(), quietMs)
    },
    [letGo],
  )
  useEffect(() => {
    for (const hand of hands) window.addEventListener(hand, letGo, true)
    return () => hands.forEach((hand) => window.removeEventListener(hand, letGo, true))
  }, [letGo])
  return useMemo(() => ({ hold, letGo }), [hold, letGo])
}
