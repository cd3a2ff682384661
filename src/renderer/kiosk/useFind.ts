import { useEffect, useRef, useState } from 'react'
import type { KioskFound } from '../../shared/ipc/kiosk.ts'
import { words } from '../../shared/std/text.ts'
import type { KioskClient } from './client.ts'

/** Half a breath after the last letter: while somebody types on, no name flashes up that is not theirs. */
const quietMs = 450

export interface Finding {
  /** The answer to the text as it stands, or null while none is due. */
  found: KioskFound | null
  /** Asks at once, with the text as the whole name. */
  now(text: string): Promise<KioskFound | null>
  show(found: KioskFound | null): void
}

/** Finds the one person that the letters mean. Only the latest question is answered. */
export function useFind(client: KioskClient, text: string): Finding {
  const [found, setFound] = useState<KioskFound | null>(null)
  const latest = useRef(0)
  const ask = async (typed: string, all: boolean): Promise<KioskFound | null> => {
    const number = ++latest.current
    const answer = await client.ask('find', { text: typed, all }).catch((): KioskFound => ({ found: 'none' }))
    if (number !== latest.current) return null
    setFound(answer)
    if (answer.found === 'wait')
      setTimeout(() => {
        if (number === latest.current) void ask(typed, all)
      }, answer.ms)
    return answer
  }
  const asking = useRef(ask)
  asking.current = ask
  useEffect(() => {
    latest.current++
    setFound(null)
    if (words(text).join('').length < 2) return
    const timer = setTimeout(() => void asking.current(text, false), quietMs)
    return () => clearTimeout(timer)
  }, [text])
  return {
    found,
    now: (typed) => ask(typed, true),
    show: (answer) => {
      latest.current++
      setFound(answer)
    },
  }
}
