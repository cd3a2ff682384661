import type { ActView } from '../workerLink/views.ts'
import { actMessage } from './actInWords.ts'
import { Say } from './Say.tsx'
import { useWords } from './useWords.ts'

/** One act as a sentence, with what it is about in bold. */
export function ActSentence({ act }: { act: Pick<ActView, 'by' | 'command' | 'subjects'> }) {
  const words = useWords()
  return <Say {...actMessage(act, words)} />
}
