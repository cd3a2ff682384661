import { headCountBecause, type HeadCountBecause } from '../../../shared/records/headCount.ts'
import { useKeysHere } from '../../state/useKeysHere.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { becauseInWords } from '../../words/countInWords.ts'
import { useWords } from '../../words/useWords.ts'

/**
 * A count that does not agree is not saved without a word (story 8): who is missing, why, or "I don't know yet". No answer has
 * the focus, so that Enter pressed twice answers nothing; each has a key of its own.
 */
export function AskWhy({ title, onWhy, onTick }: { title: string; onWhy: (because: HeadCountBecause | null) => void; onTick: () => void }) {
  const words = useWords()
  const answers = [
    ...headCountBecause.options.map((why, at) => ({ key: String(at + 1), why, label: becauseInWords(why, words) })),
    { key: '0', why: null, label: words.say('count.becauseNone') },
  ]
  useKeysHere(Object.fromEntries(answers.map(({ key, why }) => [key, () => onWhy(why)])))
  return (
    <Dialog title={title} closeLabel={words.say('count.tickInstead')} onClose={onTick}>
      <div className="ask-why">
        <p>{words.say('count.askWhy')}</p>
        {answers.map((one) => (
          <Button key={one.key} keyLabel={one.key} onClick={() => onWhy(one.why)}>
            {one.label}
          </Button>
        ))}
      </div>
    </Dialog>
  )
}
