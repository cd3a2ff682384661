import { useEffect, useLayoutEffect, type RefObject } from 'react'
import type { Found } from '../../parts/useSearch.ts'

/** Between the edge of the window and what is typed. */
const edge = 8

/**
 * With twice the text the page is longer than the window. Whoever types then sees what they type and the first hit: the head
 * of the page goes up out of sight, and stays there for the next name.
 */
export function useSeeHits(search: RefObject<HTMLInputElement | null>, text: string, found: Found): void {
  useEffect(() => {
    const drawn = requestAnimationFrame(() => reveal(search.current, search.current)) // after the new place has gone to its top
    return () => cancelAnimationFrame(drawn)
  }, [search])
  useLayoutEffect(() => {
    const box = search.current
    if (text.trim() !== '') reveal(box, box?.closest('.card')?.querySelector('[role="option"], .empty') ?? box)
  }, [search, text, found])
}

/** @param last what must be in view besides the box */
function reveal(box: Element | null, last: Element | null): void {
  const card = box?.closest('.card')
  if (!box || !last || !card) return
  const outOfSight = box.getBoundingClientRect().top < 0 || last.getBoundingClientRect().bottom > window.innerHeight
  if (outOfSight) window.scrollBy(0, card.getBoundingClientRect().top - edge)
}
