import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { WhichSession } from '../../../shared/commands/which.ts'
import { savesPdf } from '../../host/printing.ts'
import { useWorker } from '../../workerLink/link.ts'
import { usePrinting } from '../../state/usePrinting.ts'
import { sayTrouble } from '../../words/sheetWords.ts'
import { printSays } from '../../words/printSays.ts'
import { useWords } from '../../words/useWords.ts'

/**
 * A sheet with a number of its own: written down as printed before the printer is asked, and under another number once that
 * one is on paper. What was cancelled at the printer keeps its number for the next try.
 */
export function useSheet(sheet: { which: WhichSession; nextNumber: string; kind: 'register' | 'emergency'; file: string }) {
  const words = useWords()
  const worker = useWorker()
  const [number, setNumber] = useState(sheet.nextNumber)
  const state = useRef<'new' | 'written' | 'onPaper'>('new')
  const next = useNext(sheet.nextNumber)
  const before = async () => {
    if (state.current === 'written') return true
    const fresh = state.current === 'onPaper' ? await next(number) : number
    const done = await worker.run('printSheet', { session: sheet.which, kind: sheet.kind, number: fresh })
    if (!done.ok) return sayTrouble(done, words)
    flushSync(() => setNumber(fresh)) // it is drawn before it is printed
    state.current = 'written'
    return true
  }
  const onDone = () => {
    state.current = 'onPaper'
  }
  const says = printSays(words, savesPdf())
  return { number, says, printing: usePrinting(sheet.file, says, onDone, before) }
}

/** The next number once it is another one than the last: a second press comes before the view that tells it. */
function useNext(now: string): (last: string) => Promise<string> {
  const latest = useRef(now)
  const waiting = useRef<((next: string) => void)[]>([])
  useEffect(() => {
    latest.current = now
    for (const go of waiting.current.splice(0)) go(now)
  }, [now])
  return (last) =>
    latest.current === last
      ? new Promise((go) => {
          waiting.current.push(go)
        })
      : Promise.resolve(latest.current)
}
