import { useWorker } from '../../workerLink/link.ts'
import type { TwoPeopleView } from '../../workerLink/twoPeopleViews.ts'
import { go } from '../../state/place.ts'
import { say } from '../../state/said.ts'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'

const done = { same: 'two.doneSame', notSame: 'two.doneNotSame', later: 'two.doneLater' } as const

/** Says what two people are, or takes it back. What is said leads on to the next pair. */
export function useSaying({ sides: [one, other] }: Pick<TwoPeopleView, 'sides'>) {
  const words = useWords()
  const worker = useWorker()
  const two = { personId: one.personId, otherId: other.personId }
  const names = { name: one.name, other: other.name }
  return {
    async answer(answer: keyof typeof done, survivorId: string | null) {
      const result = await worker.run('answerSamePerson', { ...two, answer, survivorId: answer === 'same' ? survivorId : null })
      if (!result.ok && result.reason !== 'nothingChanged') return say(reasonInWords(result.reason, words))
      say(words.say(done[answer], names))
      go({ at: 'pairs' })
    },
    async takeBack() {
      const result = await worker.run('takeBackSamePerson', { ...two, before: null })
      say(result.ok ? words.say('two.doneApart', names) : reasonInWords(result.reason, words))
    },
  }
}
