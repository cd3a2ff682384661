import { useState } from 'react'
import { longest } from '../../../shared/records/longest.ts'
import { proposal as record } from '../../../shared/records/proposal.ts'
import { useSaving } from '../../parts/useSaving.ts'
import { useForm } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { TextArea } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/useWords.ts'
import type { ProposalView } from '../../workerLink/gapViews.ts'
import { useWorker } from '../../workerLink/link.ts'

/** What a lead decides: on the proposal, and later on what its pilot came to. Always with why. */
export function Decide({ view, lead }: { view: ProposalView; lead: boolean }) {
  const words = useWords()
  const { stage } = view
  const running = stage === 'approved' || stage === 'pilot' || stage === 'review'
  if (stage !== 'proposed' && !running) return null
  const title = words.say(running ? 'proposal.endTitle' : 'proposal.decide')
  if (!lead) return running ? null : <Card title={title}>{<p className="proposal__note">{words.say('proposal.leadDecides')}</p>}</Card>
  return (
    <Card title={title}>
      <div className="card__body">
        <WhyAndKeys view={view} running={running} />
      </div>
    </Card>
  )
}

function WhyAndKeys({ view, running }: { view: ProposalView; running: boolean }) {
  const words = useWords()
  const worker = useWorker()
  const proposalId = view.proposal.id
  const [because, keep, drop] = useForm(formKey('decision', { proposalId }), '')
  const [asked, setAsked] = useState(false)
  const { refused, saved } = useSaving(() => {
    drop()
    setAsked(false)
  })
  const why = because.trim()
  const press = (run: () => Promise<Parameters<typeof saved>[0]>) => {
    setAsked(true)
    if (why) void run().then(saved)
  }
  const decide = (decision: 'approved' | 'refused') => press(() => worker.run('decideProposal', { proposalId, decision, because: why }))
  const end = (came: 'working' | 'stopped') => press(() => worker.run('endPilot', { proposalId, came, because: why }))
  return (
    <>
      {refused && (
        <Notice tone="danger" urgent>
          {refused}
        </Notice>
      )}
      <p>{words.say(running ? 'proposal.endMore' : 'proposal.decideMore')}</p>
      {running && view.stage !== 'review' && <p className="soft">{words.say('proposal.early')}</p>}
      <TextArea
        label={words.say('proposal.why')}
        value={because}
        maxLength={longest(record, 'decidedBecause')}
        error={asked && !why ? words.say('proposal.whyMissing') : null}
        onChange={(event) => keep(event.target.value)}
      />
      <div className="proposal__keys">
        <Button look="go" onClick={() => (running ? end('working') : decide('approved'))}>
          {words.say(running ? 'proposal.working' : 'proposal.approve')}
        </Button>
        <Button look="danger" onClick={() => (running ? end('stopped') : decide('refused'))}>
          {words.say(running ? 'proposal.stop' : 'proposal.refuse')}
        </Button>
      </div>
    </>
  )
}
