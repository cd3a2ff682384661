import type { SureView } from '../workerLink/planViews.ts'
import type { Words } from './useWords.ts'

/** "How sure they are that they can do it: 3 on 17 September 2026, 6 on 29 October 2026." */
export function sureInWords(sure: readonly SureView[], words: Words): string {
  return words.say('plan.sureSaid', {
    answers: words.list(
      sure.map(({ value, on, asked }) => words.say(asked === 'cafe' ? 'plan.sureAtCafe' : 'plan.sureOn', { value, day: words.fullDate(on) })),
    ),
  })
}
