import { useLayoutEffect, type RefObject } from 'react'
import { isOverlaid, takesLetters } from '../../ui/overlay.ts'

/** Puts the focus into the search when the screen opens and when a letter is typed anywhere on it. */
export function useTypeAnywhere(search: RefObject<HTMLInputElement | null>): void {
  useLayoutEffect(() => {
    search.current?.focus({ preventScroll: true })
    const onKeyDown = (event: KeyboardEvent) => {
      const letter = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey
      if (letter && !takesLetters(event.target) && !isOverlaid()) search.current?.focus() // the letter itself follows the focus
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [search])
}
