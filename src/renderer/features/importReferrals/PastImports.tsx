import { useState } from 'react'
import { useWorker } from '../../workerLink/link.ts'
import type { PastImport } from '../../workerLink/caseViews.ts'
import { useView } from '../../workerLink/useView.ts'
import { say } from '../../state/said.ts'
import { useNow } from '../../state/useNow.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'

/** Files that were imported before, each with what it brought; what nobody has decided about can still be taken back. */
export function PastImports() {
  const words = useWords()
  const now = useNow()
  const imports = useView('referralImports', null) ?? []
  const [asked, setAsked] = useState<PastImport | null>(null)
  if (imports.length === 0) return null
  return (
    <Card title={words.say('referrals.past')}>
      <ul className="rows" aria-label={words.say('referrals.past')}>
        {imports.map((one) => (
          <li key={one.importId} className="row--top">
            <span className="grow">
              <span className="row__name">{words.momentToday(one.at, now)}</span>
              <br />
              <span className="soft small">{words.say('referrals.pastOne', { count: one.referrals, decided: one.decided, by: one.by ?? '' })}</span>
            </span>
            {one.referralIds.length > 0 && (
              <Button about={words.momentToday(one.at, now)} onClick={() => setAsked(one)}>
                {words.say('referrals.undo')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {asked && <TakeBack past={asked} onClose={() => setAsked(null)} />}
    </Card>
  )
}

function TakeBack({ past, onClose }: { past: PastImport; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const [error, setError] = useState<string | null>(null)
  const { referralIds, personIds, decided } = past
  const takeBack = async () => {
    const result = await worker.run('undoReferralImport', { referralIds, personIds })
    if (!result.ok) return setError(reasonInWords(result.reason, words))
    say(words.say('referrals.undone'))
    onClose()
  }
  return (
    <Dialog
      title={words.say('referrals.undoTitle')}
      closeLabel={words.say('common.cancel')}
      onClose={onClose}
      foot={
        <Button look="danger" onClick={() => void takeBack()}>
          {words.say('referrals.undoDo', { count: referralIds.length })}
        </Button>
      }
    >
      {error && (
        <Notice tone="danger" urgent>
          {error}
        </Notice>
      )}
      <p>{words.say('referrals.undoText', { count: referralIds.length })}</p>
      {decided > 0 && <p>{words.say('referrals.undoStays', { count: decided })}</p>}
    </Dialog>
  )
}
