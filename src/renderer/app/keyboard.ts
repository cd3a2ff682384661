import { useEffect } from 'react'
import { actionFor, actionsNow, keyOf, useActionScopes } from '../state/actions.ts'
import { isOverlaid, takesEnter, takesLetters } from '../ui/overlay.ts'

/** Listens to the keys of the whole window and runs the one action of each. */
export function useKeyboard(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isOverlaid() || belongsToField(event)) return
      const action = actionFor(keyOf(event), actionsNow(useActionScopes.getState().scopes))
      if (!action) return
      event.preventDefault()
      action.run()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}

/** Keys that the focused thing uses itself: Enter on a button, Ctrl+Z in a note that is being written. */
function belongsToField(event: KeyboardEvent): boolean {
  const key = keyOf(event)
  if (key === 'Enter') return takesEnter(event.target)
  const undo = key === 'Ctrl+Z'
  return undo && takesLetters(event.target) && (event.target as HTMLInputElement).value !== ''
}
