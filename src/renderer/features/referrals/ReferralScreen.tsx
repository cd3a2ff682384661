import './referrals.css'
import { useState } from 'react'
import { isUnanswered } from '../../../shared/rules/referrals.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { ReferralView } from '../../workerLink/caseViews.ts'
import { useView } from '../../workerLink/useView.ts'
import { Absent } from '../../parts/Absent.tsx'
import { go } from '../../state/place.ts'
import { say } from '../../state/said.ts'
import { useNow } from '../../state/useNow.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import { Clocks } from './Clocks.tsx'
import { Crisis } from './Crisis.tsx'
import { Decide } from './Decide.tsx'
import { WhatWasSaid } from './WhatWasSaid.tsx'

/** One referral: what to look at first, everything that was said, what to decide (story 19). */
export function ReferralScreen({ referralId }: { referralId: string }) {
  const words = useWords()
  const view = useView('referral', { referralId })
  if (!view) {
    const back = <Button onClick={() => go({ at: 'referrals' })}>{words.say('referral.toList')}</Button>
    return <Absent answer={view} what="referral" actions={back} />
  }
  return <Referral view={view} />
}

function Referral({ view }: { view: ReferralView }) {
  const words = useWords()
  const under = words.say('referral.under', { day: words.shortDay(view.receivedOn), source: view.from ?? words.say(`source.${view.source}`) })
  return (
    <Page
      title={words.say('referral.title', { name: view.name })}
      under={under}
      actions={<Button onClick={() => go({ at: 'person', personId: view.personId })}>{words.say('referral.toPerson')}</Button>}
    >
      {view.crisis.length > 0 && isUnanswered(view.state) && <Crisis view={view} />}
      <Warnings view={view} />
      <div className="columns">
        <div className="column">
          <WhatWasSaid view={view} />
        </div>
        <div className="column">
          {isUnanswered(view.state) ? <Decide view={view} key={view.referralId} /> : <Answered view={view} />}
          {view.state === 'asked' && <AnswerSoFar view={view} />}
          <Clocks clocks={view.clocks} />
          <Others view={view} />
        </div>
      </div>
    </Page>
  )
}

/** What to look at before one decides. None of it decides. */
function Warnings({ view }: { view: ReferralView }) {
  const words = useWords()
  if (view.warnings.length === 0) return null
  const serious = view.warnings.some((one) => one === 'died' || one === 'notAgreed' || one === 'riskToStaff')
  return (
    <Notice tone={serious ? 'danger' : 'needs'}>
      <ul className="warnings">
        {view.warnings.map((one) => (
          <li key={one}>{words.say(`warning.${one}`, { district: view.district ?? '', risk: view.riskToStaff ?? '' })}</li>
        ))}
      </ul>
    </Notice>
  )
}

function AnswerSoFar({ view }: { view: ReferralView }) {
  const words = useWords()
  const now = useNow()
  const day = view.decidedAt ? words.momentToday(view.decidedAt, now) : ''
  return (
    <Card title={words.say(`referralState.${view.state}`)}>
      <div className="card__body">
        <p className="said">{view.decidedBecause}</p>
        <p className="soft small">
          {words.say('referral.answered', { state: words.say(`referralState.${view.state}`), by: view.decidedBy ?? '', day })}
        </p>
      </div>
    </Card>
  )
}

function Answered({ view }: { view: ReferralView }) {
  const words = useWords()
  const worker = useWorker()
  const now = useNow()
  const [failed, setFailed] = useState<string | null>(null)
  const remove = async () => {
    const result = await worker.run('voidReferral', { referralId: view.referralId, because: 'a mistake' })
    if (!result.ok) return setFailed(reasonInWords(result.reason, words))
    say(words.say('referral.removed'))
    go({ at: 'referrals' })
  }
  return (
    <Card title={words.say(`referralState.${view.state}`)}>
      <div className="card__body">
        {failed && (
          <Notice tone="danger" urgent>
            {failed}
          </Notice>
        )}
        {view.decidedAt && (
          <p>
            {words.say('referral.answered', {
              state: words.say(`referralState.${view.state}`),
              by: view.decidedBy ?? '',
              day: words.momentToday(view.decidedAt, now),
            })}
          </p>
        )}
        {view.decidedBecause && <p className="said">{view.decidedBecause}</p>}
        <div className="notice__actions">
          {view.episodeId ? (
            <Button look="go" onClick={() => go({ at: 'case', episodeId: view.episodeId! })}>
              {words.say('referral.toCase')}
            </Button>
          ) : (
            <Button onClick={() => void remove()}>{words.say('referral.remove')}</Button>
          )}
        </div>
      </div>
    </Card>
  )
}

function Others({ view }: { view: ReferralView }) {
  const words = useWords()
  if (view.others.length === 0) return null
  return (
    <Card title={words.say('referral.others')}>
      <ul className="rows">
        {view.others.map((one) => (
          <li key={one.referralId}>
            <button type="button" className="link" onClick={() => go({ at: 'referral', referralId: one.referralId })}>
              {words.fullDate(one.receivedOn)}
            </button>
            <span className="soft small">{words.say(`referralState.${one.state}`)}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
