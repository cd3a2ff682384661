import { Card } from '../../ui/Card.tsx'
import { useWords } from '../../words/useWords.ts'
import type { ProposalView } from '../../workerLink/gapViews.ts'

const sentences = {
  proposed: 'proposal.logProposed',
  approved: 'proposal.logApproved',
  refused: 'proposal.logRefused',
  working: 'proposal.logWorking',
  stopped: 'proposal.logStopped',
} as const

/** Who decided what, when and why. */
export function DecisionLog({ view: { log, stage } }: { view: ProposalView }) {
  const words = useWords()
  return (
    <Card title={words.say('proposal.log')}>
      <ol className="proposal__log">
        {log.map(({ what, at, by, because }) => (
          <li key={what}>
            <span className="soft small">{words.fullDate(words.dateOf(at))}</span>
            <br />
            {words.say(sentences[what], { by: by ?? words.say('act.somebody'), because: because ?? '' })}
          </li>
        ))}
      </ol>
      {stage === 'refused' && <p className="proposal__note">{words.say('proposal.refusedMore')}</p>}
    </Card>
  )
}
