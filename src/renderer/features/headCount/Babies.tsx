import type { HeadCountView } from '../../workerLink/views.ts'
import { Card } from '../../ui/Card.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Stepper } from '../../ui/Stepper.tsx'
import { kindInWords } from '../../words/companionsInWords.ts'
import { useWords } from '../../words/useWords.ts'
import type { Counting } from './verdict.ts'

/** Babies as counted so far; until somebody counts them, as many as came. */
export function babiesOf(counting: Counting, view: HeadCountView): number {
  return counting.babies ?? view.babies ?? 0
}

/** Babies are counted apart from the grown-ups (story 8). */
export function Babies({ view, counting, onBabies }: { view: HeadCountView; counting: Counting; onBabies: (babies: number) => void }) {
  const words = useWords()
  const expected = view.babies ?? 0
  const counted = babiesOf(counting, view)
  const baby = kindInWords('baby', 1, words)
  return (
    <Card>
      <div className="babies">
        <Stepper
          value={counted}
          most={999}
          label={words.say('count.babiesLabel')}
          onValue={onBabies}
          fewer={words.say('along.fewer', { kind: baby })}
          more={words.say('along.more', { kind: baby })}
        />
        <p className="grow">
          {expected === 0 ? words.say('count.noBabies') : words.say('count.babies', { count: expected })}
          {counted !== expected && <Chip tone="danger">{words.say('count.babiesDiffer', { counted, expected })}</Chip>}
        </p>
      </div>
    </Card>
  )
}
