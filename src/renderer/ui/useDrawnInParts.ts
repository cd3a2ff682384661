import { useEffect, useState } from 'react'

/** More than a screen of rows. */
const screenful = 40

/**
 * How many rows of a long list are drawn by now: what is in sight with its answer, the rest a part a frame. Seven hundred rows drawn at once
 * kept the window from hearing a key for 170 ms. @param part rows a frame, fewer where each is a card
 */
export function useDrawnInParts(total: number, part = screenful): number {
  const [asked, setAsked] = useState(0)
  const drawn = Math.min(Math.max(asked, part), total)
  useEffect(() => {
    if (drawn >= total) return
    const frame = requestAnimationFrame(() => setAsked(drawn + part))
    return () => cancelAnimationFrame(frame)
  }, [drawn, total, part])
  return drawn
}
