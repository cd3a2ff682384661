import type { Clock, Clocks as ClocksOf } from '../../../shared/rules/referrals.ts'
import { Card } from '../../ui/Card.tsx'
import { useWords, type Words } from '../../words/useWords.ts'

/** The three clocks of a referral. */
export function Clocks({ clocks }: { clocks: ClocksOf }) {
  const words = useWords()
  const lines = [
    [words.say('referral.clockAnswer'), clocks.answer],
    [words.say('referral.clockContact'), clocks.firstContact],
    [words.say('referral.clockConversation'), clocks.firstConversation],
  ] as const
  return (
    <Card title={words.say('referral.clocks')}>
      <dl className="card__body days">
        {lines.map(([label, clock]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{clockInWords(clock, words)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

function clockInWords(clock: Clock | null, words: Words): string {
  if (!clock) return words.say('referral.clockNever')
  return words.say(clock.runs ? 'referral.clockRuns' : 'referral.clockDone', { days: clock.days })
}
