import { useState } from 'react'
import { useWorker } from '../../workerLink/link.ts'
import type { PlanOfCase } from '../../workerLink/planViews.ts'
import { say } from '../../state/said.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import { sureInWords } from '../../words/sureInWords.ts'
import { AgreeForm } from './AgreeForm.tsx'
import { CloseForm } from './CloseForm.tsx'
import { ReviewForm } from './ReviewForm.tsx'

/** Who agreed the plan and when, when it is looked at again, and how it ends. */
export function Agreement({ personId, name, plan, today }: { personId: string; name: string; plan: PlanOfCase; today: string }) {
  const words = useWords()
  const worker = useWorker()
  const [open, setOpen] = useState<'agree' | 'review' | 'close' | null>(null)
  const { episodeId } = plan
  const of = { personId, episodeId }
  const tell = (result: { ok: true } | { ok: false; reason: Parameters<typeof reasonInWords>[0] }, done: string) =>
    say(result.ok ? done : reasonInWords(result.reason, words))
  const share = async () => tell(await worker.run('sharePlan', { ...of, sharedOn: today }), words.say('plan.share.done'))
  const reopen = async () => tell(await worker.run('reopenPlan', of), words.say('plan.reopen.done'))
  return (
    <Card title={words.say('plan.agree.title')}>
      <div className="card__body plan__agreement">
        <Facts plan={plan} />
        {plan.changedSince && <Notice tone="needs">{words.say('plan.agree.changed')}</Notice>}
        <div className="notice__actions">
          {!plan.readOnly && plan.state !== 'none' && (
            <>
              <Button look={plan.state === 'agreed' && !plan.changedSince ? 'plain' : 'go'} onClick={() => setOpen('agree')}>
                {words.say(plan.agreedOn ? 'plan.agree.again' : 'plan.agree.do')}
              </Button>
              {plan.sharedOn !== today && !plan.agreedOn && <Button onClick={() => void share()}>{words.say('plan.share.do')}</Button>}
              {plan.agreedOn && plan.reviewedOn !== today && <Button onClick={() => setOpen('review')}>{words.say('plan.review.do')}</Button>}
              <Button onClick={() => setOpen('close')}>{words.say('plan.close.do')}</Button>
            </>
          )}
          {plan.closedOn && <Button onClick={() => void reopen()}>{words.say('plan.reopen.do')}</Button>}
        </div>
        {plan.closedOn && <p className="soft small">{words.say('plan.reopen.more')}</p>}
      </div>
      {open === 'agree' && <AgreeForm personId={personId} name={name} plan={plan} today={today} onClose={() => setOpen(null)} />}
      {open === 'review' && <ReviewForm personId={personId} plan={plan} today={today} onClose={() => setOpen(null)} />}
      {open === 'close' && <CloseForm personId={personId} plan={plan} today={today} onClose={() => setOpen(null)} />}
    </Card>
  )
}

function Facts({ plan }: { plan: PlanOfCase }) {
  const words = useWords()
  const day = (date: string) => words.fullDate(date)
  const copy = plan.copyAs && [
    words.say('plan.copyFact', { as: words.say(`plan.copy.${plan.copyAs}`).toLocaleLowerCase() }),
    plan.copyGivenOn ? words.say('plan.copyGiven', { day: day(plan.copyGivenOn) }) : '',
  ]
  const lines = [
    plan.agreedOn
      ? words.say('plan.agree.with', { who: plan.agreedWith, as: words.say(`plan.as.${plan.agreedAs ?? 'self'}`), day: day(plan.agreedOn) })
      : words.say('plan.agree.notYet'),
    plan.sharedOn && !plan.agreedOn ? words.say('plan.share.on', { day: day(plan.sharedOn) }) : null,
    plan.reviewedOn ? words.say('plan.review.was', { day: day(plan.reviewedOn) }) : null,
    plan.reviewOn && plan.agreedOn && !plan.closedOn ? words.say('plan.review.on', { day: day(plan.reviewOn) }) : null,
    plan.sure.length > 0 ? sureInWords(plan.sure, words) : null,
    copy ? copy.filter(Boolean).join(', ') : null,
    plan.closedOn ? words.say('plan.closedOn', { day: day(plan.closedOn), why: words.say(`plan.closed.${plan.closedAs ?? 'personsChoice'}`) }) : null,
  ]
  return (
    <ul className="plan__facts">
      {lines.filter(Boolean).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
