import { useView } from '../workerLink/useView.ts'
import { go } from '../state/place.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { useWords } from '../words/useWords.ts'

/** The way from somebody's page to their case, or to a new referral; for whoever works with cases. */
export function ToCase({ personId }: { personId: string }) {
  const role = useView('me', null)?.role
  if (!role || role === 'facilitator') return null
  return <Cases personId={personId} />
}

function Cases({ personId }: { personId: string }) {
  const words = useWords()
  const view = useView('caseOf', { personId })
  if (!view) return null
  const { open, closed } = view
  const latest = open ?? closed[0]
  return (
    <Card title={words.say('nav.cases')} aside={open && (open.owner ?? words.say('cases.noOwner'))}>
      <div className="card__body">
        {closed.map((one) => (
          <p key={one.episodeId}>
            <button type="button" className="link" onClick={() => go({ at: 'case', episodeId: one.episodeId })}>
              {words.say('cases.closedOn', { day: words.fullDate(one.closedOn) })}
            </button>
          </p>
        ))}
        <div className="notice__actions">
          {open && <Button onClick={() => go({ at: 'case', episodeId: open.episodeId })}>{words.say('referral.toCase')}</Button>}
          {latest && <Button onClick={() => go({ at: 'practiceMessages', episodeId: latest.episodeId })}>{words.say('message.do')}</Button>}
          <Button onClick={() => go({ at: 'newReferral', personId })}>{words.say('referrals.new')}</Button>
        </div>
      </div>
    </Card>
  )
}
