import './proposals.css'
import { needLabel } from '../../../shared/rules/needs.ts'
import { Absent } from '../../parts/Absent.tsx'
import { go, goBack } from '../../state/place.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Page } from '../../ui/Page.tsx'
import { useWords } from '../../words/useWords.ts'
import { useView } from '../../workerLink/useView.ts'
import { stageTones } from './stageTones.ts'

/** Groups that were proposed, those that wait for somebody first (story 27). */
export function ProposalsScreen() {
  const words = useWords()
  const proposals = useView('proposals', null)
  if (!proposals) return <Absent answer={proposals} />
  return (
    <Page
      title={words.say('proposals.title')}
      under={words.say('proposals.under')}
      actions={
        <Button keyLabel="Esc" onClick={goBack}>
          {words.say('nav.gaps')}
        </Button>
      }
    >
      <Card>
        {proposals.length === 0 && (
          <Empty
            title={words.say('proposals.empty')}
            actions={
              <Button look="go" onClick={() => go({ at: 'gaps' })}>
                {words.say('proposals.toGaps')}
              </Button>
            }
          >
            {words.say('proposals.emptyMore')}
          </Empty>
        )}
        <ul className="rows" aria-label={words.say('proposals.list')}>
          {proposals.map((one) => (
            <li key={one.proposalId} className="proposals__row">
              <button type="button" className="proposals__open" onClick={() => go({ at: 'proposal', proposalId: one.proposalId })}>
                <span className="proposals__who">
                  <span className="row__name">{one.name}</span>
                  <span className="soft small">
                    {[words.say('gaps.line', { need: needLabel(one.need), place: one.place }), one.by].filter(Boolean).join(' · ')}
                  </span>
                </span>
                <Chip tone={stageTones[one.stage]}>{words.say(`stage.${one.stage}`)}</Chip>
              </button>
            </li>
          ))}
        </ul>
      </Card>
    </Page>
  )
}
