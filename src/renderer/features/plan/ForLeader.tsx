import { useState } from 'react'
import { useWorker } from '../../workerLink/link.ts'
import type { PlanOfCase } from '../../workerLink/planViews.ts'
import { Card } from '../../ui/Card.tsx'
import { Radios } from '../../ui/Choices.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import { PlanBox } from './PlanBox.tsx'

/** The two boxes that who leads a group may see, and whether the person agrees to it. */
export function ForLeader({ personId, plan }: { personId: string; plan: PlanOfCase }) {
  const words = useWords()
  const worker = useWorker()
  const [refused, setRefused] = useState<string | null>(null)
  const choose = async (cardAgreed: 'yes' | 'no') => {
    const result = await worker.run('writePlan', { personId, episodeId: plan.episodeId, fields: { cardAgreed } })
    setRefused(result.ok || result.reason === 'nothingChanged' ? null : reasonInWords(result.reason, words))
  }
  const box = { personId, plan }
  return (
    <Card title={words.say('plan.forLeader')}>
      <div className="card__body">
        <p className="soft">{words.say('plan.forLeaderHint')}</p>
        <PlanBox {...box} name="pleaseDo" />
        <PlanBox {...box} name="pleaseDont" />
        {refused && (
          <Notice tone="danger" urgent>
            {refused}
          </Notice>
        )}
        <Radios
          legend={words.say('plan.cardAgreed')}
          hint={words.say(plan.cardAgreed === 'yes' ? 'plan.cardOn' : 'plan.cardOff')}
          inline
          value={plan.cardAgreed}
          onChoose={(answer) => void choose(answer)}
          choices={[
            { value: 'yes', label: words.say('plan.cardYes') },
            { value: 'no', label: words.say('plan.cardNo') },
          ]}
        />
      </div>
    </Card>
  )
}
