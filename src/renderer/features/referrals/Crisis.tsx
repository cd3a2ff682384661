import type { ReferralView } from '../../workerLink/caseViews.ts'
import { go } from '../../state/place.ts'
import { CrisisHelp } from '../../parts/CrisisHelp.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/useWords.ts'

/** Words of crisis were found: what to do and who to call. It decides nothing. */
export function Crisis({ view }: { view: Pick<ReferralView, 'crisis' | 'safeguarding'> }) {
  const words = useWords()
  const contact = view.safeguarding && [view.safeguarding.name, view.safeguarding.phone].filter(Boolean).join(', ')
  return (
    <Notice
      tone="danger"
      heading
      title={words.say('crisis.title')}
      actions={<Button onClick={() => go({ at: 'concern', sessionId: null, addsTo: null })}>{words.say('crisis.concern')}</Button>}
    >
      <p>{words.say('crisis.found', { words: view.crisis.map((one) => `“${one}”`).join(', ') })}</p>
      <div className="crisis">
        <div>
          <p>
            <b>{words.say('crisis.do')}</b>
          </p>
          <ul>
            <li>{words.say('crisis.doRead')}</li>
            <li>{words.say('crisis.doStay')}</li>
            <li>{contact ? words.say('crisis.doTell', { contact }) : words.say('crisis.doTellNobody')}</li>
          </ul>
        </div>
        <div>
          <p>
            <b>{words.say('crisis.call')}</b>
          </p>
          <CrisisHelp />
        </div>
      </div>
    </Notice>
  )
}
