import './headCount.css'
import { useState, type FormEvent } from 'react'
import type { HeadCountMoment } from '../../../shared/records/headCount.ts'
import { useDesk } from '../../desk/link.ts'
import { useView } from '../../desk/useView.ts'
import type { HeadCountView } from '../../desk/views.ts'
import { useActions, type Action } from '../../state/actions.ts'
import { useDraft, useDrafts } from '../../state/drafts.ts'
import { go, goBack } from '../../state/place.ts'
import { say } from '../../state/said.ts'
import { useNow } from '../../state/useNow.ts'
import { Button } from '../../ui/Button.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { momentInWords, reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import { Counted } from './Counted.tsx'
import { CountsSoFar } from './CountsSoFar.tsx'
import { LeftEarly } from './LeftEarly.tsx'
import { TickNames } from './TickNames.tsx'
import { VerdictBox } from './VerdictBox.tsx'
import { nothingCounted, verdictOf, type Counting } from './verdict.ts'

/** Heads counted out, half-way and back, with names when the number does not agree. */
export function HeadCountScreen({ sessionId }: { sessionId: string }) {
  const words = useWords()
  const view = useView('headCount', { sessionId })
  if (view === undefined) return <Page title={words.say('common.loading')}>{null}</Page>
  if (view === null) return <Page title={words.say('register.gone')}><Empty title={words.say('register.goneMore')} /></Page>
  return <HeadCount view={view} />
}

function HeadCount({ view }: { view: HeadCountView }) {
  const words = useWords()
  const desk = useDesk()
  const now = useNow()
  // Until somebody chooses or types, the count that comes next: the first answer may be the one remembered from before the last count.
  const [chosen, setMoment] = useState<HeadCountMoment | null>(null)
  const moment = chosen ?? view.next ?? 'back'
  const [counting, keepDraft, drop] = useDraft<Counting>(`count/${view.sessionId}/${moment}`, nothingCounted)
  const keep = (draft: Counting) => {
    setMoment(moment)
    keepDraft(draft)
  }
  const [error, setError] = useState<string | null>(null)
  const [leaving, setLeaving] = useState(false)
  const verdict = verdictOf(counting, view.expected)
  const { number, missing } = verdict
  const save = async (event?: FormEvent) => {
    event?.preventDefault()
    if (number === null) return
    const missingIds = missing.map((one) => one.personId)
    const result = await desk.run('recordHeadCount', { session: view.which, moment, counted: number, missingIds })
    if (!result.ok) return setError(reasonInWords(result.reason, words))
    drop()
    say(words.say('count.saved', { counted: number, expected: view.expected.length, moment: momentInWords(moment, words).toLocaleLowerCase() }))
    goBack()
  }
  const contacts = () => {
    useDrafts.getState().keep(`emergency/${view.sessionId}`, missing.map((one) => one.personId))
    go({ at: 'emergency', sessionId: view.sessionId })
  }
  const actions: Action[] = [
    { id: 'count.contacts', label: words.say('do.emergency'), key: 'F8', run: contacts },
    { id: 'count.save', label: words.say('count.save'), key: 'Enter', when: number !== null, run: () => void save() },
  ]
  useActions(actions)
  const title = words.say('count.title', { moment: momentInWords(moment, words).toLocaleLowerCase() })
  const under = words.say('count.under', { group: view.group, place: view.place, time: words.clock(now) })
  return (
    <Page className="strong" title={title} under={under} actions={<Button keyLabel="Esc" onClick={goBack}>{words.say('count.back')}</Button>}>
      <form className="columns columns--even" onSubmit={(event) => void save(event)}>
        <div className="column count-side">
          {error && <Notice tone="danger" urgent actions={<Button onClick={() => void save()}>{words.say('common.tryAgain')}</Button>}>{error}</Notice>}
          <Counted number={number} onNumber={(typed) => keep({ ...counting, typed })} />
          <VerdictBox verdict={verdict} expected={view.expected.length} />
          <CountsSoFar counts={view.counts} moment={moment} onMoment={setMoment} />
          <div className="page__actions">
            <Button type="submit" look="go" off={number === null} keyLabel="Enter">{words.say('count.save')}</Button>
            {missing.length > 0 && <Button onClick={() => setLeaving(true)}>{leftLabel(missing, words)}</Button>}
            {missing.length > 0 && (
              <Button look="danger" keyLabel="F8" onClick={contacts}>
                {missing[0] && missing.length === 1 ? words.say('count.contactsOf', { name: missing[0].name }) : words.say('count.contacts')}
              </Button>
            )}
          </div>
        </div>
        <TickNames expected={view.expected} seen={counting.seen} onSeen={(seen) => keep({ typed: null, seen })} />
      </form>
      {leaving && <LeftEarly sessionId={view.sessionId} missing={missing} onClose={() => setLeaving(false)} />}
    </Page>
  )
}

function leftLabel(missing: readonly { name: string }[], words: ReturnType<typeof useWords>): string {
  const [only, ...others] = missing
  return only && others.length === 0 ? words.say('count.leftEarly', { name: only.name }) : words.say('count.leftEarlyMany')
}
