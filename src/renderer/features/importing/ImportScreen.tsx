import './importing.css'
import { useState } from 'react'
import { useWorker } from '../../workerLink/link.ts'
import { useView } from '../../workerLink/useView.ts'
import { useInWindow } from '../../state/drafts.ts'
import { go, goBack } from '../../state/place.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import { ChooseList } from './ChooseList.tsx'
import { ImportDone } from './ImportDone.tsx'
import { ImportPreview } from './ImportPreview.tsx'
import { noList, usePlan, type ImportDraft } from './usePlan.ts'
import { present } from '../../words/present.ts'

interface Done {
  importId: string
  added: number
  joined: number
  filled: number
}

/** Members from a file: choose, look, put right, import, and take back. */
export function ImportScreen({ groupId }: { groupId: string }) {
  const words = useWords()
  const worker = useWorker()
  const group = useView('group', { groupId })
  const [draft, keep, drop] = useInWindow<ImportDraft>(`import/${groupId}`, noList)
  const [busy, setBusy] = useState(0)
  const [error, setError] = useState<string | null>(null)
  const [done, setDone] = useInWindow<Done | null>(`imported/${groupId}`, null)
  const plan = usePlan(groupId, draft)
  const bring = async () => {
    const people = plan?.rows.flatMap((row) => row.person ?? []) ?? []
    setBusy(people.length)
    const result = await worker.run('importMembers', { groupId, since: words.dateOf(present()), people })
    setBusy(0)
    if (!result.ok) return setError(reasonInWords(result.reason, words))
    drop()
    setDone(result.value)
  }
  return (
    <Page
      title={words.say('import.title')}
      under={words.say(done ? 'import.doneUnder' : 'import.under', { group: group?.name ?? '' })}
      actions={
        <Button keyLabel="Esc" onClick={goBack}>
          {words.say('import.toGroup')}
        </Button>
      }
    >
      {error && (
        <Notice tone="danger" urgent>
          {error}
        </Notice>
      )}
      {busy > 0 && <Writing people={busy} />}
      {busy === 0 && done && <ImportDone done={done} onAnother={() => setDone(null)} onGroup={() => go({ at: 'group', groupId })} />}
      {busy === 0 && !done && <ChooseList draft={draft} onDraft={keep} />}
      {busy === 0 && !done && plan && (
        <ImportPreview plan={plan} choices={draft.choices} onChoices={(choices) => keep({ ...draft, choices })} onImport={() => void bring()} />
      )}
    </Page>
  )
}

/** How far a long list is: nothing of it is there before all of it is. */
function Writing({ people }: { people: number }) {
  const words = useWords()
  const part = useView('status', null)?.writing ?? null
  const done = Math.round((part ?? 0) * people)
  return (
    <Card>
      <div className="card__body">
        <p role="status">{words.say('import.doing', { count: people })}</p>
        {part !== null && <p>{words.say('import.done.of', { done: words.number(done), of: words.number(people) })}</p>}
        <progress className="progress" max={people} value={done} aria-label={words.say('import.doing', { count: people })} />
      </div>
    </Card>
  )
}
