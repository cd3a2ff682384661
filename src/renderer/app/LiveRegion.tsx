import { useEffect, useRef } from 'react'
import { useSaid } from '../state/said.ts'

/**
 * What was said last, for screen readers. Written into the page by hand: React keeps a second copy of what it drew, and the
 * name in it would outlive the lock.
 */
export function LiveRegion() {
  const region = useRef<HTMLDivElement>(null)
  useEffect(
    () =>
      useSaid.subscribe(({ text, number }, before) => {
        if (number === before.number && text === before.text) return
        const line = document.createElement('span') // a new one each time: the same sentence twice is read out twice
        line.textContent = text
        region.current?.replaceChildren(...(text ? [line] : []))
      }),
    [],
  )
  return <div ref={region} className="out-of-sight" role="status" aria-live="polite" />
}
