import { useState } from 'react'
import { reviewDateAfter } from '../../../shared/rules/plans.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { PlanOfCase } from '../../workerLink/planViews.ts'
import { say } from '../../state/said.ts'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/useWords.ts'
import { numberOf, SureField } from './SureField.tsx'

/** The plan was looked at again today: how sure they are now, if they were asked. */
export function ReviewForm({ personId, plan, today, onClose }: { personId: string; plan: PlanOfCase; today: string; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const [sure, setSure] = useState('')
  const { refused, saved } = useSaving<unknown>(() => {
    say(words.say('plan.review.done', { day: words.fullDate(reviewDateAfter(today)) }))
    onClose()
  })
  const save = async () => {
    saved(await worker.run('reviewPlan', { personId, episodeId: plan.episodeId, reviewedOn: today, confidence: numberOf(sure) }))
  }
  return (
    <DialogForm title={words.say('plan.review.title')} refused={refused} onSubmit={() => void save()} onClose={onClose}>
      <SureField value={sure} onChoose={setSure} />
      <Button type="submit" look="go">
        {words.say('plan.review.do')}
      </Button>
    </DialogForm>
  )
}
