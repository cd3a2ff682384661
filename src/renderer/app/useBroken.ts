import { useEffect } from 'react'
import { say } from '../state/said.ts'
import { useWords } from '../words/useWords.ts'

/** Says so when something that was asked of the worker broke: the one kind of failure that has no sentence of its own. */
export function useBroken(): void {
  const words = useWords()
  useEffect(() => {
    const tell = () => say(`${words.say('broke.title')} ${words.say('broke.text')}`)
    window.addEventListener('unhandledrejection', tell)
    return () => window.removeEventListener('unhandledrejection', tell)
  }, [words])
}
