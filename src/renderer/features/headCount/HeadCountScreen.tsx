import './headCount.css'
import { useEffect, useState, type FormEvent } from 'react'
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
import { Babies, babiesOf } from './Babies.tsx'
import { Because } from './Because.tsx'
import { Counted } from './Counted.tsx'
import { CountsSoFar } from './CountsSoFar.tsx'
import { LeftEarly } from './LeftEarly.tsx'
import { TickNames } from './TickNames.tsx'
import { VerdictBox } from './VerdictBox.tsx'
import { nothingCounted, verdictOf, type Counting } from './verdict.ts'

/** The worker has answered again by then. Milliseconds. */
const settledMs = 400

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
  // The first answer may be the one remembered from before the last count: what is typed on it is pinned to no count yet.
  const [settled, setSettled] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), settledMs)
    return () => clearTimeout(timer)
  }, [])
  const [chosen, setMoment] = useState<HeadCountMoment | null>(null)
  const moment = chosen ?? view.next ?? view.moments.at(-1) ?? 'back'
  const [counting, keepDraft, drop] = useDraft<Counting>(`count/${view.sessionId}`, nothingCounted)
  const keep = (draft: Counting) => {
    if (settled) setMoment(moment)
    keepDraft(draft)
  }
  const choose = (other: HeadCountMoment) => {
    if (other !== moment) drop()
    setMoment(other)
  }
  const [error, setError] = useState<string | null>(null)
  const [leaving, setLeaving] = useState(false)
  const verdict = verdictOf(counting, view.expected)
  const { number, missing } = verdict
  const expected = headsIn(view.expected)
  const differs = number !== null && (verdict.kind !== 'agrees' || babiesOf(counting, view) !== (view.babies ?? 0))
  const save = async (event?: FormEvent) => {
    event?.preventDefault()
    if (number === null) return
    const missingIds = missing.filter((one) => !one.companion).map((one) => one.personId)
    const apart = view.babies === null ? {} : { babies: babiesOf(counting, view) }
    const because = counting.because && differs ? { because: counting.because } : {}
    const result = await desk.run('recordHeadCount', { session: view.which, ...(chosen ? { moment: chosen } : {}), counted: number, missingIds, ...apart, ...because })
    if (!result.ok) return setError(reasonInWords(result.reason, words))
    drop()
    say(words.say('count.saved', { counted: number, expected, moment: momentInWords(result.value.moment, words).toLocaleLowerCase() }))
    goBack()
  }
  const people = missing.filter((one) => !one.companion)
  const contacts = () => {
    useDrafts.getState().keep(`emergency/${view.sessionId}`, missing.filter((one) => !one.companion).map((one) => one.personId))
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
          <VerdictBox verdict={verdict} expected={expected} />
          {view.babies !== null && <Babies view={view} counting={counting} onBabies={(babies) => keep({ ...counting, babies })} />}
          {view.assistanceDogs > 0 && <p className="soft">{words.say('count.dogs', { count: view.assistanceDogs })}</p>}
          {differs && <Because counting={counting} onBecause={(because) => keep({ ...counting, because })} />}
          <CountsSoFar moments={view.moments} counts={view.counts} moment={moment} onMoment={choose} />
          <div className="page__actions">
            <Button type="submit" look="go" off={number === null} keyLabel="Enter">{words.say('count.save')}</Button>
            {people.length > 0 && <Button onClick={() => setLeaving(true)}>{leftLabel(people, words)}</Button>}
            {people.length > 0 && (
              <Button look="danger" keyLabel="F8" onClick={contacts}>
                {people[0] && people.length === 1 ? words.say('count.contactsOf', { name: people[0].name }) : words.say('count.contacts')}
              </Button>
            )}
          </div>
        </div>
        <TickNames expected={view.expected} seen={counting.seen} onSeen={(seen) => keep({ ...counting, typed: null, seen })} />
      </form>
      {leaving && <LeftEarly sessionId={view.sessionId} missing={people} onClose={() => setLeaving(false)} />}
    </Page>
  )
}

/** How many heads these lines are. */
function headsIn(rows: HeadCountView['expected']): number {
  return rows.reduce((all, one) => all + one.heads, 0)
}

function leftLabel(missing: readonly { name: string }[], words: ReturnType<typeof useWords>): string {
  const [only, ...others] = missing
  return only && others.length === 0 ? words.say('count.leftEarly', { name: only.name }) : words.say('count.leftEarlyMany')
}
