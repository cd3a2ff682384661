import type { Action } from '../../state/actions.ts'
import { go } from '../../state/place.ts'
import type { Words } from '../../words/useWords.ts'

/** What one can do on a register; each feeds its button, its key and the sheet of keys. */
export function registerActions(
  { sessionId, counts, closed }: { sessionId: string; counts: boolean; closed: boolean },
  words: Words,
  openKiosk: () => void,
) {
  return {
    emergency: {
      id: 'register.emergency',
      label: words.say('register.emergency'),
      key: 'F8',
      run: () => go({ at: 'emergency', sessionId }),
    },
    headCount: {
      id: 'register.headCount',
      label: words.say('register.headCount'),
      key: 'F9',
      when: counts,
      run: () => go({ at: 'headCount', sessionId }),
    },
    kiosk: { id: 'register.kiosk', label: words.say('kiosk.start'), key: 'F10', when: !closed, run: openKiosk },
    close: { id: 'register.close', label: words.say('register.close'), key: 'Alt+S', run: () => go({ at: 'closing', sessionId }) },
  } satisfies Record<string, Action>
}

/** Adds somebody new, by the name that is typed. */
export function someoneNewAction(text: string, words: Words, run: () => void): Action {
  const typed = text.trim()
  return {
    id: 'register.someoneNew',
    key: 'Ctrl+N',
    also: 'Alt+N',
    run: () => run(),
    label: typed ? words.say('register.someoneNewCalled', { text: short(typed) }) : words.say('register.someoneNew'),
  }
}

/** What depends on whether a name is typed. Escape never leaves a queue. */
export function typingActions(text: string, words: Words, does: { someoneNew: () => void; clear: () => void; toSearch: () => void }) {
  const typing = text.trim() !== ''
  return {
    someoneNew: someoneNewAction(text, words, does.someoneNew),
    clear: { id: 'register.clear', label: words.say('do.clear'), key: 'Escape', when: typing, run: does.clear },
    toSearch: { id: 'register.toSearch', label: words.say('do.toSearch'), key: 'Escape', when: !typing, run: does.toSearch },
  } satisfies Record<string, Action>
}

function short(text: string): string {
  return text.length > 24 ? `${text.slice(0, 23)}…` : text
}
