import { useState, type ReactNode } from 'react'
import type { RegisterView } from '../../workerLink/views.ts'
import { useEvent } from '../../ui/useEvent.ts'
import { useWords } from '../../words/useWords.ts'
import type { RegisterActs } from './registerActs.ts'
import type { AskWhy } from './registerPorts.ts'
import { SomeoneNew } from './SomeoneNew.tsx'

interface Adding {
  /** Why a closed register is corrected. */
  because?: string
  /** What the form begins with. */
  text: string
  /** What is done with whoever asked for the form, at the kiosk. */
  done?: () => void
}

/** The form of somebody new, which lies over the register: with what is typed in the search, or a name told at the kiosk. */
export function useSomeoneNew({
  register,
  acts,
  askWhy,
  toSearch,
}: {
  register: RegisterView
  acts: RegisterActs
  askWhy: AskWhy
  toSearch: () => void
}): { open: (called?: { text: string; done: () => void }) => void; dialog: ReactNode } {
  const words = useWords()
  const [adding, setAdding] = useState<Adding | null>(null)
  const ask = async (called?: { text: string; done: () => void }) => {
    const because = register.closed ? await askWhy(words.say('register.someoneNew')) : undefined
    if (because !== null) setAdding({ text: acts.shown.getState().text, ...(because ? { because } : {}), ...called })
  }
  const open = useEvent((called?: { text: string; done: () => void }) => void ask(called))
  const close = () => {
    setAdding(null)
    requestAnimationFrame(toSearch)
  }
  const end = () => {
    adding?.done?.()
    close()
  }
  const dialog = adding && (
    <SomeoneNew
      register={register}
      text={adding.text}
      because={adding.because}
      onClose={close}
      onPick={(personId, name) => {
        end()
        acts.pick(personId, name)
      }}
      onDone={(personId, name) => {
        acts.clear()
        end()
        acts.tell({ tone: 'good', text: words.say('new.done', { name }), personId, fillIn: true })
      }}
    />
  )
  return { open, dialog }
}
