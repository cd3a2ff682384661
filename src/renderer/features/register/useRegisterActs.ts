import { useLayoutEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { useWorker } from '../../workerLink/link.ts'
import type { RegisterView } from '../../workerLink/views.ts'
import { whisper } from '../../state/said.ts'
import { afterDrawing } from '../../ui/afterDrawing.ts'
import { useEvent } from '../../ui/useEvent.ts'
import { present } from '../../words/present.ts'
import { useWords } from '../../words/useWords.ts'
import { RegisterActs } from './registerActs.ts'
import type { AskWhy } from './registerPorts.ts'
import type { RegisterShown } from './registerShown.ts'
import { useHeldBack } from './useHeldBack.ts'

/** The acts of the register that is open: the same object for as long as it is. */
export function useRegisterActs(register: RegisterView, askWhy: AskWhy, toSearch: () => void): RegisterActs {
  const worker = useWorker()
  const heldBack = useHeldBack()
  const latest = useRef(register)
  const words = useWords()
  const wordsNow = useEvent(() => words)
  const [acts] = useState(
    () =>
      new RegisterActs({
        worker,
        askWhy,
        toSearch,
        heldBack,
        afterDrawing,
        register: () => latest.current,
        words: wordsNow,
        now: present,
        readOut: whisper,
        later: (ms, run) => {
          setTimeout(run, ms)
        },
      }),
  )
  useLayoutEffect(() => {
    // before it is drawn: a row often comes before the answer
    latest.current = register
    acts.registerCame()
  }, [acts, register])
  return acts
}

/** A part of what a register shows; drawn again when that part changes. */
export function useShown<Part>(acts: RegisterActs, part: (shown: RegisterShown) => Part): Part {
  return useStore(acts.shown, part)
}
