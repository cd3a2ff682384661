import { useLayoutEffect, useRef, type RefObject } from 'react'

/**
 * Brings what was found into view, where the text is large or the window low: nobody says yes to a name they have not seen.
 * The field keeps the focus, and comes back into view with the next letter.
 * @param found what is drawn; another one is brought into view anew
 */
export function useInSight(found: unknown): RefObject<HTMLElement | null> {
  const section = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    const card = section.current?.firstElementChild
    if (card && card.getBoundingClientRect().bottom > window.innerHeight) card.scrollIntoView({ block: 'start' })
  }, [found])
  return section
}
