import { useEffect } from 'react'
import { useEvent } from '../ui/useEvent.ts'
import { keyOf, type KeyName } from './actions.ts'

/** Keys of a dialog, while it is open: those of the screen below it rest then. */
export function useKeysHere(doing: Readonly<Record<KeyName, () => void>>): void {
  const press = useEvent((event: KeyboardEvent) => {
    const run = event.repeat ? undefined : doing[keyOf(event)]
    if (!run) return
    event.preventDefault()
    run()
  })
  useEffect(() => {
    document.addEventListener('keydown', press, true)
    return () => document.removeEventListener('keydown', press, true)
  }, [press])
}
