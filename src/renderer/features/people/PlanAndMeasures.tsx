import { mayWrite } from '../../../shared/rules/policies.ts'
import { useView } from '../../workerLink/useView.ts'
import { go } from '../../state/place.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { useWords } from '../../words/useWords.ts'

/** The way to somebody’s plan and measures, for who works with cases. */
export function PlanAndMeasures({ personId }: { personId: string }) {
  const words = useWords()
  const me = useView('me', null)
  if (!me || !mayWrite(me.role, 'plan')) return null
  return (
    <Card title={words.say('plan.andMeasures')}>
      <div className="card__body notice__actions">
        <Button onClick={() => go({ at: 'plan', personId })}>{words.say('plan.do')}</Button>
        <Button onClick={() => go({ at: 'measures', personId })}>{words.say('measures.do')}</Button>
      </div>
    </Card>
  )
}
