import { useCallback, useState, type ReactNode } from 'react'
import { longest } from '../../../shared/records/longest.ts'
import { signIn } from '../../../shared/records/signIn.ts'
import { useWords } from '../../words/useWords.ts'
import type { AskWhy } from './registerPorts.ts'
import { WhyDialog } from '../../ui/WhyDialog.tsx'
import { whySays } from '../../words/whySays.ts'

/** Asks why a closed register is corrected, and waits for the answer. @param onEnd when the question is gone */
export function useWhy(onEnd: () => void): { askWhy: AskWhy; dialog: ReactNode } {
  const words = useWords()
  const [asking, setAsking] = useState<{ what: string; answer: (why: string | null) => void } | null>(null)
  const askWhy: AskWhy = useCallback((what) => new Promise((answer) => setAsking({ what, answer })), [])
  const end = (why: string | null) => {
    asking?.answer(why)
    setAsking(null)
    requestAnimationFrame(onEnd)
  }
  const dialog = asking && (
    <WhyDialog
      title={`${words.say('register.correctTitle')} (${asking.what})`}
      most={longest(signIn, 'correctedBecause')}
      says={whySays(words, { hint: words.say('register.correctHint'), does: words.say('register.correctDo') })}
      onWhy={end}
      onClose={() => end(null)}
    />
  )
  return { askWhy, dialog }
}
