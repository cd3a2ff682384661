import { useState } from 'react'
import { longest } from '../../../shared/records/longest.ts'
import { planGoal } from '../../../shared/records/planGoal.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { GoalView, PlanOfCase } from '../../workerLink/planViews.ts'
import { say } from '../../state/said.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Chip, Chips } from '../../ui/Chip.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import { BothTexts } from './BothTexts.tsx'
import { GoalForm } from './GoalForm.tsx'

/** What the person hopes for, in the order they gave. */
export function Goals({ personId, plan }: { personId: string; plan: PlanOfCase }) {
  const words = useWords()
  const [open, setOpen] = useState<GoalView | 'new' | null>(null)
  const add = !plan.readOnly && <Button onClick={() => setOpen('new')}>{words.say('plan.addGoal')}</Button>
  return (
    <Card title={words.say('plan.goals')} foot={add}>
      {plan.goals.length === 0 && <Empty title={words.say('plan.goalsNone')}>{words.say('plan.goalsNoneMore')}</Empty>}
      <ul className="rows" aria-label={words.say('plan.goals')}>
        {plan.goals.map((goal) => (
          <Goal key={goal.goalId} goal={goal} plan={plan} onChange={() => setOpen(goal)} />
        ))}
      </ul>
      {open && <GoalForm personId={personId} plan={plan} goal={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Card>
  )
}

function Goal({ goal, plan, onChange }: { goal: GoalView; plan: PlanOfCase; onChange: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const text = goal.words.value ?? ''
  const remove = async () => {
    const result = await worker.run('removeGoal', { goalId: goal.goalId, because: words.say('plan.removeAgain') })
    if (!result.ok) say(reasonInWords(result.reason, words))
  }
  if (goal.words.versions.length > 1 && !plan.readOnly)
    return (
      <li>
        <BothTexts
          of="planGoal"
          id={goal.goalId}
          field="words"
          label={words.say('plan.goalTitle')}
          kept={goal.words}
          most={longest(planGoal, 'words')}
        />
      </li>
    )
  return (
    <li className="plan__row">
      <span className="grow">
        <span className="plan__goal">{text}</span>
        <Chips>
          <Chip tone={goal.outcome === 'done' ? 'good' : 'plain'}>{words.say(`plan.outcome.${goal.outcome}`)}</Chip>
          {goal.confidence !== null && <Chip>{words.say('plan.sure', { confidence: goal.confidence })}</Chip>}
          {goal.targetOn && <Chip>{words.say('plan.until', { day: words.fullDate(goal.targetOn) })}</Chip>}
        </Chips>
        {goal.outcomeWords && <span className="plan__more">{goal.outcomeWords}</span>}
      </span>
      {!plan.readOnly && (
        <span className="plan__do">
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
