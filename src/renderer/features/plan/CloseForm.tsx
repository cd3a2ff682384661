import { useState } from 'react'
import { useWorker } from '../../workerLink/link.ts'
import type { PlanOfCase } from '../../workerLink/planViews.ts'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { Button } from '../../ui/Button.tsx'
import { Radios } from '../../ui/Choices.tsx'
import { useWords } from '../../words/useWords.ts'

const whys = ['goalsMet', 'personsChoice', 'noContact', 'moved', 'referredOn', 'died'] as const

/** Why a plan ends. */
export function CloseForm({ personId, plan, today, onClose }: { personId: string; plan: PlanOfCase; today: string; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const [why, setWhy] = useState<(typeof whys)[number] | null>(null)
  const { refused, refuse, saved } = useSaving<unknown>(onClose)
  const save = async () => {
    if (!why) return refuse(words.say('plan.close.whyMissing'))
    saved(await worker.run('closePlan', { personId, episodeId: plan.episodeId, closedOn: today, closedAs: why }))
  }
  return (
    <DialogForm title={words.say('plan.close.title')} refused={refused} onSubmit={() => void save()} onClose={onClose}>
      <Radios
        legend={words.say('plan.close.why')}
        value={why}
        onChoose={setWhy}
        choices={whys.map((value) => ({ value, label: words.say(`plan.closed.${value}`) }))}
      />
      <Button type="submit" look="go">
        {words.say('plan.close.do')}
      </Button>
    </DialogForm>
  )
}
