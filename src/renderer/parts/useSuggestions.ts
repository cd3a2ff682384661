import { useEffect, useRef, useState } from 'react'
import type { Sought } from '../../shared/rules/duplicates.ts'
import { useWorker } from '../workerLink/link.ts'
import type { Suggestion } from '../workerLink/contract.ts'

/** A pause in the typing. Milliseconds. */
const pauseMs = 100

/** People who may be the same as who is being written down, asked for at each pause. */
export function useSuggestions(sessionId: string | null, sought: Sought, except: string | null): Suggestion[] {
  const worker = useWorker()
  const [found, setFound] = useState<Suggestion[]>([])
  const latest = useRef(0)
  const question = JSON.stringify(sought)
  useEffect(() => {
    const asked = ++latest.current
    const timer = setTimeout(() => {
      void worker.ask('suggestions', { sessionId, sought: JSON.parse(question) as Sought, except }).then((answer) => {
        if (asked === latest.current) setFound(answer ?? [])
      })
    }, pauseMs)
    return () => clearTimeout(timer)
  }, [worker, sessionId, question, except])
  return found
}
