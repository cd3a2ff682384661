import { useLayoutEffect, useRef, type RefObject } from 'react'

/**
 * For the heading of a step that says how it went: it takes the focus, so that a screen reader says it, once, and stands in
 * view whatever the size of text and window. The button to go on with may lie below; what is said may not.
 */
export function useHeard(): { ref: RefObject<HTMLHeadingElement | null>; tabIndex: -1 } {
  const ref = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    window.scrollTo(0, 0)
    ref.current?.focus({ preventScroll: true })
    if (!isInView(ref.current)) ref.current?.scrollIntoView({ block: 'start' })
  }, [])
  return { ref, tabIndex: -1 }
}

function isInView(heading: HTMLElement | null): boolean {
  return heading !== null && heading.getBoundingClientRect().bottom <= window.innerHeight
}
