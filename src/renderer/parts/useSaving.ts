import { useState } from 'react'
import type { Reason } from '../../shared/commands/reasons.ts'
import type { Result } from '../../shared/std/result.ts'
import { reasonInWords } from '../words/sentences.ts'
import { useWords } from '../words/useWords.ts'

/**
 * What becomes of a form that is saved: it is refused with a sentence and keeps all that was typed, or it is done with. Where nothing was
 * changed there was nothing to save.
 * @param onSaved the form is done with: its draft goes, its dialog closes
 */
export function useSaving<Answer>(onSaved: (answer: Answer | null) => void) {
  const words = useWords()
  const [refused, refuse] = useState<string | null>(null)
  const saved = (result: Result<Answer, Reason>) => {
    if (!result.ok && result.reason !== 'nothingChanged') return refuse(reasonInWords(result.reason, words))
    refuse(null)
    onSaved(result.ok ? result.value : null)
  }
  return { refused, refuse, saved }
}
