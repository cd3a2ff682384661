import { memo } from 'react'
import type { SessionCard } from '../../workerLink/views.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { momentInWords } from '../../words/sentences.ts'
import { useWords, type Words } from '../../words/useWords.ts'

/** One session of today, with the way into its register. */
export const SessionOfToday = memo(function SessionOfToday({
  session,
  next,
  onOpen,
}: {
  session: SessionCard
  next: boolean
  onOpen: (session: SessionCard) => void
}) {
  const words = useWords()
  return (
    <li className={next ? 'card card--main session' : 'card session'}>
      <span className="session__time figures">{words.time(session.start)}</span>
      <div className="grow">
        <div className="chips">
          <h2 className="session__group">{session.group}</h2>
          <StateChip session={session} />
        </div>
        <p>{whereAndWho(session, words)}</p>
        <p className="soft small">{session.onThisLaptop ? numbers(session, words) : words.say('today.notOnThisLaptop')}</p>
      </div>
      {session.onThisLaptop && (
        <Button
          look={next ? 'go' : 'plain'}
          keyLabel={next ? 'Enter' : undefined}
          onClick={() => onOpen(session)}
          about={words.say('today.openOf', { group: session.group, time: words.time(session.start) })}
        >
          {words.say(verbOf(session))}
        </Button>
      )}
    </li>
  )
})

function verbOf(session: SessionCard) {
  if (session.state === 'closed') return 'today.look'
  return session.here > 0 ? 'today.carryOn' : 'today.open'
}

function whereAndWho(session: SessionCard, words: Words): string {
  const place = [session.place, session.meetingPoint].filter(Boolean).join(', ')
  return session.leader ? words.say('today.ledBy', { place, leader: session.leader }) : place
}

function numbers(session: SessionCard, words: Words): string {
  const said = [words.say('today.expected', { count: session.expected })]
  if (session.here > 0 || session.state === 'closed') said.push(words.say('today.here', { count: session.here }))
  const { count } = session
  if (count) {
    const moment = momentInWords(count.moment, words).toLocaleLowerCase()
    said.push(words.say('today.counted', { moment, counted: count.counted, expected: count.expected }))
  }
  return said.join(' · ')
}

function StateChip({ session }: { session: SessionCard }) {
  const words = useWords()
  if (!session.onThisLaptop) return <Chip>{words.say('today.notOnThisLaptopChip')}</Chip>
  switch (session.state) {
    case 'running':
      return <Chip tone="good">{words.say('today.running')}</Chip>
    case 'closed':
      return <Chip>{words.say('today.closed')}</Chip>
    case 'cancelled':
      return <Chip tone="danger">{words.say('today.cancelledWhy', { why: session.cancelledBecause ?? '' })}</Chip>
    case 'cancelledButAttended':
      return <Chip tone="needs">{words.say('today.cancelledButAttended')}</Chip>
    case 'noRegister':
      return <Chip tone="needs">{words.say('today.noRegister')}</Chip>
    case 'planned':
      return null
  }
}
