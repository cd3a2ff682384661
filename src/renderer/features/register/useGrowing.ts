import { startTransition, useEffect, useState } from 'react'

/** As many rows as a screen shows, and some: drawn at once. */
const atFirst = 40
/** Drawn with each further step: some milliseconds of a frame. */
const more = 60
/** Between two steps: a letter that is typed meanwhile comes first. Milliseconds. */
const stepMs = 40

/** How many of so many rows are drawn by now. Three hundred at once behind each sign-in were half a frame too much. */
export function useGrowing(total: number): number {
  const [drawn, setDrawn] = useState(atFirst)
  useEffect(() => {
    if (drawn >= total) return
    const timer = setTimeout(() => startTransition(() => setDrawn((count) => count + more)), stepMs)
    return () => clearTimeout(timer)
  }, [drawn, total])
  return Math.min(drawn, total)
}
