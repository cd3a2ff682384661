import { useState } from 'react'
import { useDesk } from '../../desk/link.ts'
import type { GroupView, SessionCard } from '../../desk/views.ts'
import { go } from '../../state/place.ts'
import { say } from '../../state/said.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { WhyDialog } from '../../ui/WhyDialog.tsx'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import { MoveSession } from './MoveSession.tsx'
import { whySays } from '../../words/whySays.ts'

/** What is planned, and the way to call it off. */
export function UpcomingSessions({ group }: { group: GroupView }) {
  const words = useWords()
  const desk = useDesk()
  const [cancelling, setCancelling] = useState<SessionCard | null>(null)
  const [moving, setMoving] = useState<SessionCard | null>(null)
  const cancel = async (session: SessionCard, because: string | null) => {
    setCancelling(null)
    const result = await desk.run('cancelSession', { session: session.which, because })
    if (!result.ok) say(reasonInWords(result.reason, words))
  }
  return (
    <Card title={words.say('group.upcoming')}>
      {group.upcoming.length === 0 && <Empty title={words.say('group.upcomingNone')}>{words.say('group.upcomingNoneMore')}</Empty>}
      <ul className="rows">
        {group.upcoming.map((session) => {
          const day = words.shortDay(session.date)
          return (
            <li key={session.sessionId}>
              <span className="grow">
                <OpenRegister session={session} />
                {session.cancelledBecause && <span className="person__more"><Chip tone="danger">{words.say('group.cancelled', { why: session.cancelledBecause })}</Chip></span>}
              </span>
              {!session.cancelledBecause && (
                <Button look="link" aria-label={words.say('group.moveNamed', { day })} onClick={() => setMoving(session)}>{words.say('group.move')}</Button>
              )}
              {session.cancelledBecause
                ? <Button look="link" aria-label={words.say('group.setOnNamed', { day })} onClick={() => void cancel(session, null)}>{words.say('group.setOn')}</Button>
                : <Button look="link" aria-label={words.say('group.cancelNamed', { day })} onClick={() => setCancelling(session)}>{words.say('group.cancel')}</Button>}
            </li>
          )
        })}
      </ul>
      {moving && <MoveSession session={moving} onClose={() => setMoving(null)} />}
      {cancelling && (
        <WhyDialog
          title={words.say('group.cancelTitle', { day: words.day(cancelling.date) })} onClose={() => setCancelling(null)}
          says={whySays(words, { hint: words.say('group.cancelHint'), does: words.say('group.cancelDo') })}
          onWhy={(because) => void cancel(cancelling, because)}
        />
      )}
    </Card>
  )
}

/** What has been, with how many came. */
export function PastSessions({ group }: { group: GroupView }) {
  const words = useWords()
  return (
    <Card title={words.say('group.past')}>
      {group.past.length === 0 && <Empty title={words.say('group.pastNone')} />}
      <ul className="rows">
        {group.past.map((session) => (
          <li key={session.sessionId}>
            <span className="grow"><OpenRegister session={session} /></span>
            <Came session={session} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function OpenRegister({ session }: { session: SessionCard }) {
  const words = useWords()
  const day = words.shortDay(session.date)
  return (
    <button
      type="button" className="link" aria-label={words.say('group.openNamed', { day: `${day}, ${words.time(session.start)}` })}
      onClick={() => go({ at: 'register', sessionId: session.sessionId })}
    >
      {day}, {words.time(session.start)}
    </button>
  )
}

function Came({ session }: { session: SessionCard }) {
  const words = useWords()
  if (session.state === 'cancelled') return <span className="soft small">{words.say('group.pastCancelled')}</span>
  if (session.state === 'noRegister') return <Chip tone="needs">{words.say('group.pastNotRecorded')}</Chip>
  return <span className="small">{words.say('group.pastHere', { count: session.here })}</span>
}
