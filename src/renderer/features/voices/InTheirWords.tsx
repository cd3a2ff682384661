import { useState } from 'react'
import { longest } from '../../../shared/records/longest.ts'
import { voice as record } from '../../../shared/records/voice.ts'
import type { VoicesTold } from '../../workerLink/voiceViews.ts'
import { useWorker } from '../../workerLink/link.ts'
import { useSaving } from '../../parts/useSaving.ts'
import { useInWindow } from '../../state/drafts.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { WhyDialog } from '../../ui/WhyDialog.tsx'
import { useWords } from '../../words/useWords.ts'

type Words = VoicesTold['words'][number]

/** What people wrote or said, by month; what names somebody is taken off the list. */
export function InTheirWords({ told }: { told: VoicesTold }) {
  const words = useWords()
  const [off, setOff] = useState<Words | null>(null)
  return (
    <Card title={words.say('voices.words')}>
      {told.words.length === 0 && <Empty title={words.say('voices.wordsNone')} />}
      <ul className="rows" aria-label={words.say('voices.words')}>
        {told.words.map((one) => (
          <li key={one.voiceId} className="row--top">
            <span className="grow">
              <q className="voices__words">{one.words}</q>
              <br />
              <span className="soft small">
                {[words.monthOfYear(`${one.month}-01`), ...one.wishes.map((wish) => words.say(`voices.wish.${wish}`))].join(' · ')}
              </span>
            </span>
            <Button look="link" about={one.words} onClick={() => setOff(one)}>
              {words.say('voices.hide')}
            </Button>
          </li>
        ))}
      </ul>
      {off && <Off one={off} onClose={() => setOff(null)} />}
    </Card>
  )
}

function Off({ one: { voiceId }, onClose }: { one: Words; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const [why, keep, drop] = useInWindow(`why/voice/${voiceId}`, '')
  const { refused, saved } = useSaving(() => {
    drop()
    onClose()
  })
  const says = {
    hint: words.say('voices.hideHint'),
    label: words.say('voices.hideWhy'),
    does: words.say('voices.hide'),
    missing: words.say('reason.whyNeeded'),
    cancel: words.say('common.close'),
  }
  return (
    <WhyDialog
      title={words.say('voices.hide')}
      most={longest(record, 'voidedBecause')}
      says={says}
      refused={refused}
      kept={[why, keep]}
      onWhy={(because) => void worker.run('voidVoice', { voiceId, because }).then(saved)}
      onClose={onClose}
    />
  )
}
