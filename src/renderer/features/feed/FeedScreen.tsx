import './feed.css'
import { useEffect, useRef, useState } from 'react'
import type { FeedPlan } from '../../../shared/portable/openReferralPlan.ts'
import { useSaving } from '../../parts/useSaving.ts'
import { useInWindow } from '../../state/drafts.ts'
import { go, goBack } from '../../state/place.ts'
import { FileButton } from '../../ui/FileButton.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { TextField } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { useWords } from '../../words/useWords.ts'
import { useWorker } from '../../workerLink/link.ts'
import { FeedPreview } from './FeedPreview.tsx'

interface Chosen {
  name: string
  text: string
}
interface Draft {
  feed: string
  file: Chosen | null
  takes: string[]
}
const empty: Draft = { feed: '', file: null, takes: [] }
/** A list of a whole county has some ten megabytes. */
const mostBytes = 30_000_000

interface Done {
  added: number
  changed: number
  gone: number
}

/** A list of services in Open Referral UK: choose, look at every difference, import, undo (story 32). */
export function FeedScreen() {
  const words = useWords()
  const worker = useWorker()
  const [draft, keep, drop] = useInWindow<Draft>('feed', empty)
  const [done, setDone] = useInWindow<Done | null>('feed/done', null)
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const plan = useFeedPlan(draft)
  const { refused, saved } = useSaving<Done>((answer) => {
    drop()
    setDone(answer ?? { added: 0, changed: 0, gone: 0 })
  })
  const bring = async () => {
    setAsked(true)
    if (!plan || !draft.feed.trim()) return
    setBusy(true)
    const result = await worker.run('importServices', { ...plan.writes, feed: draft.feed.trim() })
    setBusy(false)
    saved(result)
  }
  return (
    <Page
      title={words.say('feed.title')}
      under={words.say('feed.under')}
      actions={
        <Button keyLabel="Esc" onClick={goBack}>
          {words.say('service.back')}
        </Button>
      }
    >
      {refused && (
        <Notice tone="danger" urgent>
          {refused}
        </Notice>
      )}
      {busy && <p role="status">{words.say('feed.doing')}</p>}
      {done && !busy && <Finished done={done} onAnother={() => setDone(null)} />}
      {!done && !busy && (
        <>
          <Choose draft={draft} asked={asked} onDraft={keep} />
          {plan && <FeedPreview plan={plan} takes={draft.takes} onTakes={(takes) => keep({ ...draft, takes })} onImport={() => void bring()} />}
        </>
      )}
    </Page>
  )
}

function Finished({ done, onAnother }: { done: Done; onAnother: () => void }) {
  const words = useWords()
  const count = { added: words.number(done.added), changed: words.number(done.changed), gone: words.number(done.gone) }
  return (
    <Notice
      tone="good"
      title={words.say('feed.done', count)}
      actions={
        <>
          <Button look="go" onClick={() => go({ at: 'directory' })}>
            {words.say('feed.toDirectory')}
          </Button>
          <Button onClick={onAnother}>{words.say('feed.another')}</Button>
        </>
      }
    >
      {words.say('feed.doneMore')}
    </Notice>
  )
}

function Choose({ draft, asked, onDraft }: { draft: Draft; asked: boolean; onDraft: (draft: Draft) => void }) {
  const words = useWords()
  const [trouble, setTrouble] = useState<'feed.unreadable' | 'feed.tooLarge' | null>(null)
  const read = async (file: File | undefined) => {
    if (!file) return
    if (file.size > mostBytes) return setTrouble('feed.tooLarge')
    const text = await file.text().catch(() => null)
    setTrouble(text === null ? 'feed.unreadable' : null)
    if (text !== null) onDraft({ ...draft, file: { name: file.name, text }, takes: [] })
  }
  return (
    <Card>
      <div className="card__body">
        {trouble && (
          <Notice tone="danger" urgent>
            {words.say(trouble)}
          </Notice>
        )}
        <TextField
          label={words.say('feed.name')}
          hint={words.say('feed.nameHint')}
          value={draft.feed}
          autoFocus
          maxLength={200}
          error={asked && !draft.feed.trim() ? words.say('feed.nameMissing') : null}
          onChange={(event) => onDraft({ ...draft, feed: event.target.value })}
        />
        <div className="feed__file">
          <FileButton accept=".json,application/json" onFile={(file) => void read(file)}>
            {words.say(draft.file ? 'feed.another' : 'feed.choose')}
          </FileButton>
          {draft.file && <span>{words.say('feed.chosen', { name: draft.file.name })}</span>}
        </div>
      </div>
    </Card>
  )
}

/** A name that is being typed asks again only when the hand rests. */
const restMs = 250

/** What importing the file would do; null without a file. */
function useFeedPlan({ feed, file, takes }: Draft): FeedPlan | null {
  const worker = useWorker()
  const [plan, setPlan] = useState<FeedPlan | null>(null)
  const latest = useRef(0)
  useEffect(() => setPlan(null), [file]) // another file: nobody imports what the last one said
  useEffect(() => {
    const asked = ++latest.current
    if (!file) return undefined
    const ask = () =>
      void worker.ask('feedPlan', { file: file.text, choices: { feed, takes } }).then((made) => asked === latest.current && setPlan(made))
    const timer = setTimeout(ask, restMs)
    return () => clearTimeout(timer)
  }, [worker, feed, file, takes])
  return plan
}
