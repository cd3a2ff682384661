import { useEffect, useRef, useState } from 'react'
import { useWorker } from '../workerLink/link.ts'
import type { SearchHit } from '../workerLink/views.ts'

export interface Found {
  /** The text these belong to; typing may have outrun them. */
  text: string
  hits: SearchHit[]
}

const nothing: Found = { text: '', hits: [] }

/** People who match the text, the last answer staying until the next. @param version asks again when the register changed */
export function useSearch(sessionId: string, text: string, version: unknown): Found {
  const worker = useWorker()
  const [found, setFound] = useState<Found>(nothing)
  const latest = useRef(0)
  useEffect(() => {
    const asked = ++latest.current
    if (text.trim() === '') return setFound(nothing)
    void worker.search({ sessionId, text }).then((hits) => {
      if (asked === latest.current) setFound({ text, hits })
    })
  }, [worker, sessionId, text, version])
  return found
}
