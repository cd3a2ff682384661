import { useState } from 'react'
import { longest } from '../../../shared/records/longest.ts'
import { planAction } from '../../../shared/records/planAction.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { ActionView, PlanOfCase } from '../../workerLink/planViews.ts'
import { say } from '../../state/said.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Chip, Chips } from '../../ui/Chip.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import { ActionForm } from './ActionForm.tsx'
import { BothTexts } from './BothTexts.tsx'

/** What will be done, by who, until when. */
export function Actions({ personId, plan, today }: { personId: string; plan: PlanOfCase; today: string }) {
  const words = useWords()
  const [open, setOpen] = useState<ActionView | 'new' | null>(null)
  const add = !plan.readOnly && <Button onClick={() => setOpen('new')}>{words.say('plan.addAction')}</Button>
  return (
    <Card title={words.say('plan.actions')} foot={add}>
      {plan.actions.length === 0 && <Empty title={words.say('plan.actionsNone')}>{words.say('plan.actionsNoneMore')}</Empty>}
      <ul className="rows" aria-label={words.say('plan.actions')}>
        {plan.actions.map((action) => (
          <ActionRow key={action.actionId} action={action} plan={plan} today={today} onChange={() => setOpen(action)} />
        ))}
      </ul>
      {open && <ActionForm personId={personId} plan={plan} action={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Card>
  )
}

function ActionRow({ action, plan, today, onChange }: { action: ActionView; plan: PlanOfCase; today: string; onChange: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const text = action.what.value ?? ''
  const tell = (result: Awaited<ReturnType<typeof worker.run>>) => {
    if (!result.ok) say(reasonInWords(result.reason, words))
  }
  const done = async () => tell(await worker.run('changeAction', { actionId: action.actionId, planId: plan.planId, fields: { state: 'done' } }))
  const remove = async () => tell(await worker.run('removeAction', { actionId: action.actionId, because: words.say('plan.removeAgain') }))
  if (action.what.versions.length > 1 && !plan.readOnly)
    return (
      <li>
        <BothTexts
          of="planAction"
          id={action.actionId}
          field="what"
          label={words.say('plan.actionTitle')}
          kept={action.what}
          most={longest(planAction, 'what')}
        />
      </li>
    )
  return (
    <li className="plan__row">
      <span className="grow">
        <span className="plan__goal">{text}</span>
        <Chips>
          <Chip>{action.who}</Chip>
          <Chip tone={action.state === 'done' ? 'good' : 'plain'}>{words.say(`plan.action.${action.state}`)}</Chip>
          {action.dueOn && (
            <Chip tone={action.state === 'toDo' && action.dueOn < today ? 'needs' : 'plain'}>
              {words.say('plan.until', { day: words.fullDate(action.dueOn) })}
            </Chip>
          )}
        </Chips>
      </span>
      {!plan.readOnly && (
        <span className="plan__do">
          {action.state === 'toDo' && (
            <Button look="link" about={text} onClick={() => void done()}>
              {words.say('plan.tickDone')}
            </Button>
          )}
          <Button look="link" about={text} onClick={onChange}>
            {words.say('plan.change')}
          </Button>
          <Button look="link" about={text} onClick={() => void remove()}>
            {words.say('plan.remove')}
          </Button>
        </span>
      )}
    </li>
  )
}
