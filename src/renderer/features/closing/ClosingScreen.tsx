import './closing.css'
import { useState } from 'react'
import { useView } from '../../workerLink/useView.ts'
import type { ClosingView } from '../../workerLink/views.ts'
import { UnfinishedForms } from '../../parts/UnfinishedForms.tsx'
import { go, goBack } from '../../state/place.ts'
import { useNow } from '../../state/useNow.ts'
import { Absent } from '../../parts/Absent.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Chip, Chips } from '../../ui/Chip.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { kindInWords } from '../../words/companionsInWords.ts'
import { PersonName } from '../../parts/PersonName.tsx'
import { fullName } from '../../words/apartInWords.ts'
import { pieceInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import { RestAbsent } from '../../parts/RestAbsent.tsx'
import { TellVoice } from '../../parts/TellVoice.tsx'
import { CloseForm } from './CloseForm.tsx'
import { Gaps } from './Gaps.tsx'

/** The end of a session: what is missing, what is worth remembering, then closed in one press. */
export function ClosingScreen({ sessionId }: { sessionId: string }) {
  const words = useWords()
  const view = useView('closing', { sessionId })
  if (!view) return <Absent answer={view} what="register" />
  return (
    <Page
      title={words.say('close.title')}
      under={words.say('close.under', { group: view.group, day: words.day(view.date) })}
      actions={
        <Button keyLabel="Esc" onClick={goBack}>
          {words.say('count.back')}
        </Button>
      }
    >
      <div className="columns">
        <div className="column">
          <UnfinishedForms sessionId={sessionId} onHere={() => go({ at: 'register', sessionId })} />
          {view.closed ? <Closed view={view} /> : <CloseForm view={view} />}
        </div>
        <div className="column">
          <Numbers view={view} />
          <Newcomers view={view} />
          <Notes view={view} />
          <Told view={view} />
        </div>
      </div>
    </Page>
  )
}

function Closed({ view }: { view: ClosingView }) {
  const words = useWords()
  const { closed } = view
  const now = useNow()
  if (!closed) return null
  const when = words.moment(closed.at, now)
  return (
    <Notice
      tone="good"
      title={words.say('close.done')}
      actions={
        <>
          <Button look="go" onClick={() => go({ at: 'today' })}>
            {words.say('register.toToday')}
          </Button>
          <Button onClick={() => go({ at: 'register', sessionId: view.sessionId })}>{words.say('today.look')}</Button>
        </>
      }
    >
      <p>
        {words.say('close.closedBy', { when, by: closed.by })} {closed.reason && words.say('close.reasonWas', { reason: closed.reason })}
      </p>
      <Gaps gaps={view.gaps} />
      <p>{view.next ? words.say('close.next', { day: words.day(view.next) }) : words.say('close.nextNone')}</p>
    </Notice>
  )
}

function Numbers({ view }: { view: ClosingView }) {
  const words = useWords()
  const { notRecorded, heads } = view
  const [resting, setResting] = useState(false)
  const along = [
    ...(heads.others > 0 ? [words.say('kind.counted', { count: heads.others, kind: kindInWords('guest', heads.others, words) })] : []),
    ...(heads.babies > 0 ? [words.say('kind.counted', { count: heads.babies, kind: kindInWords('baby', heads.babies, words) })] : []),
  ]
  return (
    <Card title={words.say('close.numbers')}>
      <div className="card__body closing__numbers">
        <p>
          {words.say('close.here', { count: view.here + view.left })} {words.say('close.left', { count: view.left })}
        </p>
        {along.length > 0 && <p>{words.say('close.along', { list: words.list(along) })}</p>}
        {view.apologies > 0 && <p>{words.say('close.apologies', { count: view.apologies })}</p>}
        {view.absent > 0 && <p>{words.say('close.absent', { count: view.absent })}</p>}
        <p>{words.say('close.notRecorded', { count: notRecorded.length })}</p>
        {notRecorded.length > 0 && (
          <details>
            <summary className="link">{words.say('close.showNames')}</summary>
            <p className="soft">{words.list(notRecorded.map((one) => fullName(one, words)))}</p>
          </details>
        )}
        {notRecorded.length > 0 && !view.closed && (
          <Button look="link" onClick={() => setResting(true)}>
            {words.say('close.restAbsent')}
          </Button>
        )}
        {resting && <RestAbsent session={view.which} count={notRecorded.length} onClose={() => setResting(false)} />}
      </div>
    </Card>
  )
}

function Newcomers({ view }: { view: ClosingView }) {
  const words = useWords()
  return (
    <Card title={words.say('close.newcomers')}>
      {view.newcomers.length === 0 && <Empty title={words.say('close.newcomersNone')} />}
      <ul className="rows">
        {view.newcomers.map((one) => (
          <li key={one.personId}>
            <span className="grow">
              <PersonName of={one} />
              <Chips>
                {one.missing.map((piece) => (
                  <Chip key={piece} tone="needs">
                    {pieceInWords(piece, words)}
                  </Chip>
                ))}
              </Chips>
            </span>
            <Button
              look="link"
              about={fullName(one, words)}
              onClick={() => go({ at: 'newcomer', sessionId: view.sessionId, personId: one.personId })}
            >
              {words.say('close.fillIn')}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Notes({ view }: { view: ClosingView }) {
  const words = useWords()
  if (view.notes.length === 0) return null
  return (
    <Card title={words.say('close.notes')}>
      <ul className="rows">
        {view.notes.map((note) => (
          <li key={note.id} className="row--top">
            {note.kind && <Chip>{words.say(`note.${note.kind}`)}</Chip>}
            <span className="grow">{note.text}</span>
            <span className="soft small">{words.say('register.by', { time: words.clock(note.at), by: note.by })}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Somebody told the leader how it was: written down with no name (story 33). */
function Told({ view: { which, date } }: { view: ClosingView }) {
  const words = useWords()
  const [telling, setTelling] = useState(false)
  return (
    <p>
      <Button onClick={() => setTelling(true)}>{words.say('voices.tell')}</Button>
      {telling && <TellVoice where={{ groupId: which.groupId, session: which, on: date, said: 'leader' }} onClose={() => setTelling(false)} />}
    </p>
  )
}
