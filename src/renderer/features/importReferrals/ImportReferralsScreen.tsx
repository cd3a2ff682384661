import './importReferrals.css'
import { useState } from 'react'
import { useWorker } from '../../workerLink/link.ts'
import { useView } from '../../workerLink/useView.ts'
import type { ReferralPlanView } from '../../workerLink/referralPlanView.ts'
import { useInWindow } from '../../state/drafts.ts'
import { say } from '../../state/said.ts'
import { Button } from '../../ui/Button.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import { ChooseFile } from './ChooseFile.tsx'
import { ListColumnsCard } from './ListColumnsCard.tsx'
import { PastImports } from './PastImports.tsx'
import { Preview } from './Preview.tsx'
import { nothingChosen, useReferralPlan, type ReferralDraft } from './useReferralPlan.ts'

interface Done {
  personIds: string[]
  referralIds: string[]
}

/** Referrals from a file: choose, look, correct, import, and take back (story 39). */
export function ImportReferralsScreen() {
  const words = useWords()
  const worker = useWorker()
  const me = useView('me', null)
  const [draft, keep, drop] = useInWindow<ReferralDraft>('importReferrals', nothingChosen)
  const [done, setDone] = useInWindow<Done | null>('importedReferrals', null)
  const [error, setError] = useState<string | null>(null)
  const plan = useReferralPlan(draft)
  if (me?.role === 'facilitator')
    return (
      <Page title={words.say('referrals.importTitle')}>
        <Empty title={words.say('referrals.notYours')} />
      </Page>
    )
  const bring = async () => {
    const result = await worker.run('importReferrals', { entries: entriesOf(plan) })
    setError(result.ok ? null : reasonInWords(result.reason, words))
    if (!result.ok) return
    drop()
    setDone(result.value)
  }
  return (
    <Page title={words.say('referrals.importTitle')} under={words.say('referrals.importUnder')}>
      {error && (
        <Notice tone="danger" urgent>
          {error}
        </Notice>
      )}
      {done && <Imported done={done} onAnother={() => setDone(null)} />}
      {!done && <ChooseFile draft={draft} onDraft={keep} />}
      {!done && plan && <Preview plan={plan} onImport={() => void bring()} />}
      {!done && !plan && <PastImports />}
      {!done && plan?.list && !plan.fault && <ListColumnsCard list={plan.list} onColumns={(columns) => keep({ ...draft, columns })} />}
    </Page>
  )
}

/** What comes in: everything but what came before and what has a problem. */
function entriesOf(plan: ReferralPlanView | null) {
  const rows = plan?.rows.filter((row) => row.what === 'add' || row.what === 'known') ?? []
  return rows.map(({ personId, episodeId, person, referral }) => ({ personId, episodeId, person, referral })) as never // plain JSON, checked by the command
}

function Imported({ done, onAnother }: { done: Done; onAnother: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const undo = async () => {
    const result = await worker.run('undoReferralImport', done)
    say(result.ok ? words.say('referrals.undone') : reasonInWords(result.reason, words))
    if (result.ok) onAnother()
  }
  return (
    <Notice
      tone="plain"
      title={words.say('referrals.done', { count: done.referralIds.length })}
      actions={
        <>
          <Button onClick={onAnother}>{words.say('referrals.again')}</Button>
          <Button look="danger" onClick={() => void undo()}>
            {words.say('referrals.undo')}
          </Button>
        </>
      }
    >
      {words.say('referrals.doneMore', { count: done.personIds.length })}
    </Notice>
  )
}
