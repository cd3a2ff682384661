import { useState } from 'react'
import { retention } from '../../../shared/records/retention.ts'
import { longest } from '../../../shared/records/longest.ts'
import type { KeepingRow } from '../../workerLink/retentionViews.ts'
import { useWorker } from '../../workerLink/link.ts'
import { useSaving } from '../../parts/useSaving.ts'
import { useInWindow } from '../../state/drafts.ts'
import { Button } from '../../ui/Button.tsx'
import { WhyDialog } from '../../ui/WhyDialog.tsx'
import { useWords } from '../../words/useWords.ts'
import { keepingInWords } from './inWords.ts'

/** Decisions to keep a record that stand, each to be ended. @param named with the name of whose record it is */
export function Kept({ rows, named }: { rows: readonly KeepingRow[]; named?: true }) {
  const words = useWords()
  const worker = useWorker()
  const [ending, setEnding] = useState<KeepingRow | null>(null)
  const [why, keep, drop] = useInWindow(`why/keeping/${ending?.retentionId ?? ''}`, '')
  const { refused, refuse, saved } = useSaving<unknown>(() => {
    drop()
    setEnding(null)
  })
  const end = async (because: string) => ending && saved(await worker.run('endKeeping', { retentionId: ending.retentionId, because }))
  const close = () => {
    refuse(null)
    setEnding(null)
  }
  const says = {
    label: words.say('retention.endWhy'),
    hint: words.say('retention.endHint'),
    does: words.say('retention.end'),
    missing: words.say('retention.endMissing'),
    cancel: words.say('common.close'),
  }
  return (
    <ul className="rows" aria-label={words.say('retention.kept')}>
      {rows.map((one) => (
        <li key={one.retentionId}>
          <span className="grow">
            {named && (
              <>
                <b>{one.name}</b>
                <br />
              </>
            )}
            {keepingInWords(one, words)}
            <br />
            <span className="soft">{words.say('retention.by', { by: one.by, day: words.fullDate(words.dateOf(one.at)) })}</span>
          </span>
          <Button about={one.name} onClick={() => setEnding(one)}>
            {words.say('retention.end')}
          </Button>
        </li>
      ))}
      {ending && (
        <WhyDialog
          title={words.say('retention.end')}
          most={longest(retention, 'voidedBecause')}
          says={says}
          refused={refused}
          kept={[why, keep]}
          onWhy={(because) => void end(because)}
          onClose={close}
        />
      )}
    </ul>
  )
}
