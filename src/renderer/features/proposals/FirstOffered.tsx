import { go } from '../../state/place.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { useWords } from '../../words/useWords.ts'
import type { ProposalView } from '../../workerLink/gapViews.ts'

/** The people of the gap who may be asked: the first to be offered the group. */
export function FirstOffered({ view: { first } }: { view: ProposalView }) {
  const words = useWords()
  return (
    <Card title={words.say('proposal.first')}>
      <p className="proposal__note">{words.say(first.length > 0 ? 'proposal.firstMore' : 'proposal.firstNone')}</p>
      <ul className="rows" aria-label={words.say('proposal.first')}>
        {first.map(({ personId, name, phone }) => (
          <li key={personId} className="proposal__person">
            <span>
              <Button look="link" onClick={() => go({ at: 'person', personId })}>
                {name}
              </Button>
            </span>
            {phone && (
              <a className="link" href={`tel:${phone.replaceAll(' ', '')}`}>
                {phone}
              </a>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
