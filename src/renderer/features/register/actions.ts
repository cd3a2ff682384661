import type { RegisterView } from '../../workerLink/views.ts'
import type { Action } from '../../state/actions.ts'
import { go } from '../../state/place.ts'
import type { Words } from '../../words/useWords.ts'

interface Told {
  typing: boolean
  text: string
  clear: () => void
  toSearch: () => void
  someoneNew: () => void
  kiosk: () => void
}

/** What one can do on a register; each feeds its button, its key and the sheet of keys. */
export function registerActions(register: RegisterView, words: Words, told: Told) {
  const { sessionId } = register
  const typed = told.text.trim()
  return {
    emergency: {
      id: 'register.emergency', label: words.say('register.emergency'), key: 'F8', run: () => go({ at: 'emergency', sessionId }),
    },
    headCount: {
      id: 'register.headCount', label: words.say('register.headCount'), key: 'F9', when: register.counts,
      run: () => go({ at: 'headCount', sessionId }),
    },
    kiosk: { id: 'register.kiosk', label: words.say('kiosk.start'), key: 'F10', when: !register.closed, run: told.kiosk },
    close: { id: 'register.close', label: words.say('register.close'), key: 'Alt+S', run: () => go({ at: 'closing', sessionId }) },
    someoneNew: {
      id: 'register.someoneNew', key: 'Ctrl+N', also: 'Alt+N', run: told.someoneNew,
      label: typed ? words.say('register.someoneNewCalled', { text: short(typed) }) : words.say('register.someoneNew'),
    },
    clear: { id: 'register.clear', label: words.say('do.clear'), key: 'Escape', when: told.typing, run: told.clear },
    toSearch: { id: 'register.toSearch', label: words.say('do.toSearch'), key: 'Escape', when: !told.typing, run: told.toSearch }, // it never leaves a queue
  } satisfies Record<string, Action>
}

function short(text: string): string {
  return text.length > 24 ? `${text.slice(0, 23)}…` : text
}
