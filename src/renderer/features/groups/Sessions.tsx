import type { GroupView, SessionCard } from '../../workerLink/views.ts'
import { go } from '../../state/place.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { useWords } from '../../words/useWords.ts'

/** What is planned, and the ways to its rota and to calling it off. */
export function UpcomingSessions({ group }: { group: GroupView }) {
  const words = useWords()
  return (
    <Card title={words.say('group.upcoming')}>
      {group.upcoming.length === 0 && <Empty title={words.say('group.upcomingNone')}>{words.say('group.upcomingNoneMore')}</Empty>}
      <ul className="rows">
        {group.upcoming.map((session) => {
          const { sessionId } = session
          const day = words.shortDay(session.date)
          return (
            <li key={sessionId}>
              <span className="grow">
                <OpenRegister session={session} />
                {session.cancelledBecause && (
                  <span className="person__more">
                    <Chip tone="danger">{words.say('group.cancelled', { why: session.cancelledBecause })}</Chip>
                  </span>
                )}
              </span>
              <Button look="link" aria-label={words.say('group.rotaNamed', { day })} onClick={() => go({ at: 'rota', sessionId })}>
                {words.say('rota.do')}
              </Button>
              <Button look="link" aria-label={words.say('group.callingNamed', { day })} onClick={() => go({ at: 'calling', sessionId })}>
                {words.say(session.cancelledBecause ? 'group.toRing' : 'calling.do')}
              </Button>
            </li>
          )
        })}
      </ul>
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
            <span className="grow">
              <OpenRegister session={session} />
            </span>
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
      type="button"
      className="link"
      aria-label={words.say('group.openNamed', { day: `${day}, ${words.time(session.start)}` })}
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
