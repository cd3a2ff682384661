import { useWorker } from '../../workerLink/link.ts'
import type { OfficeAsk } from '../../workerLink/officeViews.ts'
import { say } from '../../state/said.ts'
import type { OfficeOutcome } from '../../../shared/sync/office.ts'
import { whyNoAnswer } from '../../words/officeWords.ts'
import { useWords } from '../../words/useWords.ts'

/** How each ending but "done" is said; `ownLaptop` is asked before, so it never comes here unasked. */
const endings = { cannot: 'office.cannot', gone: 'office.gone', ownLaptop: 'office.ownMissing' } as const

/** Asks the server to do it and says how it ended. Answers null when the server did not. @param done what to say when it did */
export function useDecide(): (input: OfficeAsk, done: string) => Promise<OfficeOutcome | null> {
  const words = useWords()
  const worker = useWorker()
  return async (input, done) => {
    const answer = await worker.decideAtOffice(input)
    if (!answer.ok) say(whyNoAnswer(answer.reason, words))
    else say(answer.value === 'done' ? done : words.say('device' in input && answer.value === 'gone' ? 'office.laptopGone' : endings[answer.value]))
    return answer.ok ? answer.value : null
  }
}
