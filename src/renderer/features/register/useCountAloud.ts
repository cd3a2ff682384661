import { useEffect } from 'react'
import type { Found } from '../../parts/useSearch.ts'
import { whisper } from '../../state/said.ts'
import { useWords } from '../../words/useWords.ts'

/** As long as a hand rests between two letters: counted sooner, each letter would speak over the last. Milliseconds. */
const restMs = 700

/** Once typing pauses, says to a screen reader how many were found, or that nobody was: the eye sees it in the list. */
export function useCountAloud(text: string, found: Found): void {
  const words = useWords()
  const typed = text.trim()
  const count = found.text === text ? found.hits.length : null
  useEffect(() => {
    if (typed === '' || count === null) return
    const sentence = count > 0 ? words.say('register.found', { count }) : words.say('register.nobody', { text: typed })
    const timer = setTimeout(() => whisper(sentence), restMs)
    return () => clearTimeout(timer)
  }, [typed, count, words])
}
