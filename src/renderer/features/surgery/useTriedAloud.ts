import { useEffect, useRef } from 'react'
import type { StatusView } from '../../workerLink/views.ts'
import { say } from '../../state/said.ts'
import { whyNotReached } from '../../words/sentences.ts'
import { useEvent } from '../../ui/useEvent.ts'
import { useWords } from '../../words/useWords.ts'

/**
 * Says what came of "Send now" when it failed: the page as it stood would look as if nobody had tried. What fails by itself is
 * not said. @returns to be called when it is pressed
 */
export function useTriedAloud(trouble: StatusView['trouble']): () => void {
  const words = useWords()
  const pressed = useRef(false)
  const tell = useEvent(() => {
    if (!pressed.current || !trouble) return
    pressed.current = false
    say(words.say('surgery.tried', { time: words.clock(trouble.at), why: whyNotReached(trouble.what, words) }))
  })
  const at = trouble?.at
  useEffect(() => tell(), [at, tell])
  return () => {
    pressed.current = true
  }
}
