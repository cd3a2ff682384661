import './proposals.css'
import { useState } from 'react'
import { longest } from '../../../shared/records/longest.ts'
import { proposal as record } from '../../../shared/records/proposal.ts'
import { needLabel } from '../../../shared/rules/needs.ts'
import { mayWrite } from '../../../shared/rules/policies.ts'
import { Absent } from '../../parts/Absent.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { go, goBack } from '../../state/place.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Chip, Chips } from '../../ui/Chip.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { WhyDialog } from '../../ui/WhyDialog.tsx'
import { maskedInWords } from '../../words/gapsInWords.ts'
import { useWords } from '../../words/useWords.ts'
import type { ProposalView } from '../../workerLink/gapViews.ts'
import { useWorker } from '../../workerLink/link.ts'
import { useView } from '../../workerLink/useView.ts'
import { Decide } from './Decide.tsx'
import { DecisionLog } from './DecisionLog.tsx'
import { FirstOffered } from './FirstOffered.tsx'
import { PilotFacts } from './PilotFacts.tsx'
import { PlanFacts } from './PlanFacts.tsx'
import { ProposalForm } from './ProposalForm.tsx'
import { stageTones } from './stageTones.ts'

/** One proposal from the idea to what its pilot came to (story 27). */
export function ProposalScreen({ proposalId }: { proposalId: string }) {
  const view = useView('proposal', { proposalId })
  if (!view) return <Absent answer={view} what="proposal" />
  return <Proposal view={view} />
}

function Proposal({ view }: { view: ProposalView }) {
  const words = useWords()
  const me = useView('me', null)
  const [open, setOpen] = useState<'form' | 'remove' | null>(null)
  const may = me !== undefined && mayWrite(me.role, 'proposal')
  const { proposal, stage, group } = view
  const undecided = stage === 'idea' || stage === 'proposed'
  return (
    <Page
      title={proposal.name}
      under={words.say('gaps.line', { need: needLabel(proposal.need), place: proposal.place })}
      actions={
        <>
          <Button keyLabel="Esc" onClick={goBack}>
            {words.say('proposals.title')}
          </Button>
          {group && <Button onClick={() => go({ at: 'group', groupId: group.groupId })}>{words.say('proposal.group')}</Button>}
          {may && undecided && <Button onClick={() => setOpen('form')}>{words.say('proposal.edit')}</Button>}
        </>
      }
    >
      <NextStep view={view} may={may} onRemove={() => setOpen('remove')} />
      <div className="proposal">
        <div className="proposal__column">
          <PilotFacts view={view} />
          <Card title={words.say('proposal.plan')} aside={<Chip tone={stageTones[stage]}>{words.say(`stage.${stage}`)}</Chip>}>
            <PlanFacts view={view} />
          </Card>
        </div>
        <div className="proposal__column">
          {me && <Decide view={view} lead={me.role === 'lead'} />}
          <Card title={words.say('proposal.evidence')}>
            <p className="proposal__note">
              {view.people === 0
                ? words.say('proposal.evidenceGone')
                : words.say('proposal.evidenceSaid', {
                    people: maskedInWords(view.people, words),
                    need: needLabel(proposal.need),
                    place: proposal.place,
                  })}
            </p>
          </Card>
          <FirstOffered view={view} />
          <DecisionLog view={view} />
        </div>
      </div>
      {open === 'form' && <ProposalForm view={view} onClose={() => setOpen(null)} />}
      {open === 'remove' && <Remove view={view} onClose={() => setOpen(null)} />}
    </Page>
  )
}

/** What is still missing, and the key that hands it in. */
function NextStep({ view, may, onRemove }: { view: ProposalView; may: boolean; onRemove: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const { refused, saved } = useSaving(() => {})
  const { proposal, stage, missing, group } = view
  const hand = (state: 'idea' | 'proposed') => void worker.run('handInProposal', { proposalId: proposal.id, state }).then(saved)
  const trouble =
    group && stage === 'pilot' ? (group.state === 'paused' ? 'proposal.groupPaused' : group.venue ? null : 'proposal.groupNoVenue') : null
  return (
    <>
      {refused && (
        <Notice tone="danger" urgent>
          {refused}
        </Notice>
      )}
      {trouble && <Notice tone="needs">{words.say(trouble)}</Notice>}
      {stage === 'idea' && missing.length > 0 && (
        <Notice tone="needs" title={words.say('proposal.missing')}>
          <Chips>
            {missing.map((piece) => (
              <Chip key={piece}>{words.say(`proposal.piece.${piece}`)}</Chip>
            ))}
          </Chips>
        </Notice>
      )}
      {may && (stage === 'idea' || stage === 'proposed') && (
        <div className="proposal__keys">
          {stage === 'idea' && (
            <Button look="go" onClick={() => hand('proposed')}>
              {words.say('proposal.handIn')}
            </Button>
          )}
          {stage === 'proposed' && <Button onClick={() => hand('idea')}>{words.say('proposal.takeBack')}</Button>}
          <Button look="danger" onClick={onRemove}>
            {words.say('proposal.remove')}
          </Button>
        </div>
      )}
    </>
  )
}

function Remove({ view, onClose }: { view: ProposalView; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const remove = async (because: string) => {
    const done = await worker.run('voidProposal', { proposalId: view.proposal.id, because })
    onClose()
    if (done.ok) goBack()
  }
  return (
    <WhyDialog
      title={words.say('proposal.removeTitle')}
      most={longest(record, 'voidedBecause')}
      says={{
        hint: words.say('proposal.removeHint'),
        label: words.say('proposal.why'),
        does: words.say('proposal.remove'),
        missing: words.say('proposal.whyMissing'),
        cancel: words.say('common.cancel'),
      }}
      onWhy={(why) => void remove(why)}
      onClose={onClose}
    />
  )
}
