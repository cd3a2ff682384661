import './headCount.css'
import { useState, type FormEvent } from 'react'
import { useView } from '../../workerLink/useView.ts'
import type { CountedRow, HeadCountView } from '../../workerLink/views.ts'
import { useActions } from '../../state/actions.ts'
import { useDrafts } from '../../state/drafts.ts'
import { go, goBack } from '../../state/place.ts'
import { useNow } from '../../state/useNow.ts'
import { Absent } from '../../parts/Absent.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { fullName } from '../../words/apartInWords.ts'
import { momentInWords } from '../../words/sentences.ts'
import { useWords, type Words } from '../../words/useWords.ts'
import { AskWhy } from './AskWhy.tsx'
import { Babies } from './Babies.tsx'
import { Because } from './Because.tsx'
import { Counted } from './Counted.tsx'
import { CountsSoFar } from './CountsSoFar.tsx'
import { LeftEarly } from './LeftEarly.tsx'
import { TickNames } from './TickNames.tsx'
import { headsIn, useCounting } from './useCounting.ts'
import { VerdictBox, verdictTitle } from './VerdictBox.tsx'

/** Heads counted out, half-way and back, with names when the number does not agree. */
export function HeadCountScreen({ sessionId }: { sessionId: string }) {
  const view = useView('headCount', { sessionId })
  if (!view) return <Absent answer={view} what="register" />
  return <HeadCount view={view} />
}

function HeadCount({ view }: { view: HeadCountView }) {
  const words = useWords()
  const now = useNow()
  const count = useCounting(view)
  const [asking, setAsking] = useState(false)
  const { moment, counting, verdict, keep } = count
  const save = (event?: FormEvent) => {
    event?.preventDefault()
    if (verdict.number === null) return
    if (count.asks) setAsking(true)
    else void count.save()
  }
  const contacts = () => {
    useDrafts.getState().keep(
      `emergency/${view.sessionId}`,
      count.people.map((one) => one.personId),
    )
    go({ at: 'emergency', sessionId: view.sessionId })
  }
  useActions([
    { id: 'count.contacts', label: words.say('do.emergency'), key: 'F8', run: contacts },
    { id: 'count.save', label: words.say('count.save'), key: 'Enter', when: verdict.number !== null, run: save },
  ])
  const title = words.say('count.title', { moment: momentInWords(moment, words).toLocaleLowerCase() })
  const under = words.say('count.under', { group: view.group, place: view.place, time: words.clock(now) })
  return (
    <Page
      className="strong"
      title={title}
      under={under}
      actions={
        <Button keyLabel="Esc" onClick={goBack}>
          {words.say('count.back')}
        </Button>
      }
    >
      <form className="columns columns--even" onSubmit={save}>
        <div className="column count-side">
          {count.error && (
            <Notice tone="danger" urgent actions={<Button onClick={() => void count.save()}>{words.say('common.tryAgain')}</Button>}>
              {count.error}
            </Notice>
          )}
          <Counted number={verdict.number} onNumber={(typed) => keep({ typed })} />
          <VerdictBox verdict={verdict} expected={headsIn(view.expected)} />
          {view.babies !== null && <Babies view={view} counting={counting} onBabies={(babies) => keep({ babies })} />}
          {view.assistanceDogs > 0 && <p className="soft">{words.say('count.dogs', { count: view.assistanceDogs })}</p>}
          {count.differs && <Because because={counting.because} onBecause={(because) => keep({ because })} />}
          <Doings view={view} people={count.people} off={verdict.number === null} short={verdict.kind === 'fewer'} onContacts={contacts} />
          <CountsSoFar moments={view.moments} counts={view.counts} moment={moment} onMoment={count.choose} />
        </div>
        <TickNames expected={view.expected} seen={counting.seen} onSeen={(seen) => keep({ typed: null, seen })} />
      </form>
      {asking && (
        <AskWhy
          title={verdictTitle(verdict, words) || words.say('count.because')}
          onTick={() => setAsking(false)}
          onWhy={(why) => {
            setAsking(false)
            void count.save(why)
          }}
        />
      )}
    </Page>
  )
}

/** Saving, and what one does about who is missing: above the fold, as nothing on this screen is needed sooner. */
function Doings({
  view,
  people,
  off,
  short,
  onContacts,
}: {
  view: HeadCountView
  people: readonly CountedRow[]
  off: boolean
  short: boolean
  onContacts: () => void
}) {
  const words = useWords()
  const [leaving, setLeaving] = useState(false)
  return (
    <div className="page__actions count-actions">
      <Button type="submit" look="go" off={off} keyLabel="Enter">
        {words.say('count.save')}
      </Button>
      {(short || people.length > 0) && (
        <Button look="danger" keyLabel="F8" onClick={onContacts}>
          {contactsLabel(people, words)}
        </Button>
      )}
      {people.length > 0 && <Button onClick={() => setLeaving(true)}>{leftLabel(people, words)}</Button>}
      {leaving && <LeftEarly sessionId={view.sessionId} missing={people} onClose={() => setLeaving(false)} />}
    </div>
  )
}

function contactsLabel([only, ...others]: readonly CountedRow[], words: Words): string {
  if (!only) return words.say('register.emergency')
  return others.length === 0 ? words.say('count.contactsOf', { name: fullName(only, words) }) : words.say('count.contacts')
}

function leftLabel([only, ...others]: readonly CountedRow[], words: Words): string {
  return only && others.length === 0 ? words.say('count.leftEarly', { name: fullName(only, words) }) : words.say('count.leftEarlyMany')
}
