import type { Action } from '../../state/actions.ts'
import { go } from '../../state/place.ts'
import type { Words } from '../../words/useWords.ts'

/** What belongs to a session and not to the queue: paper, rota, cancelling. For the register's menu. */
export function sheetActions(sessionId: string, words: Words) {
  return {
    paper: { id: 'register.paper', label: words.say('paper.do'), key: 'Alt+P', run: () => go({ at: 'paper', sessionId }) },
    rota: { id: 'register.rota', label: words.say('rota.do'), key: 'Alt+R', run: () => go({ at: 'rota', sessionId }) },
    calling: { id: 'register.calling', label: words.say('calling.do'), key: 'Alt+M', run: () => go({ at: 'calling', sessionId }) },
  } satisfies Record<string, Action>
}
