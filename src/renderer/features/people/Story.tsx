import type { Story as StoryView } from '../../workerLink/questions.ts'
import { Card } from '../../ui/Card.tsx'
import { Chip, Chips } from '../../ui/Chip.tsx'
import { useNow } from '../../state/useNow.ts'
import { fromInWords } from '../../words/storyWords.ts'
import { useWords } from '../../words/useWords.ts'

/** Why somebody came, what matters to them, who supports them, and what they hope for. For link workers and leads. */
export function Story({ story }: { story: StoryView }) {
  const words = useWords()
  return (
    <>
      {story.matters && (
        <Card title={words.say('story.matters')}>
          <blockquote className="card__body story__matters">{story.matters}</blockquote>
        </Card>
      )}
      {story.why && <Why why={story.why} />}
      <Support story={story} />
    </>
  )
}

function Why({ why }: { why: NonNullable<StoryView['why']> }) {
  const words = useWords()
  return (
    <Card title={words.say('story.why')}>
      <div className="card__body">
        <p>{words.say('story.from', { from: fromInWords(why.from, words), day: words.fullDate(why.receivedOn) })}</p>
        {why.reason && <p className="timeline__note">{why.reason}</p>}
        {why.needs.length > 0 && (
          <Chips>
            {why.needs.map((need) => (
              <Chip key={need}>{need}</Chip>
            ))}
          </Chips>
        )}
      </div>
    </Card>
  )
}

function Support({ story }: { story: StoryView }) {
  const words = useWords()
  const today = words.dateOf(useNow())
  const { owner, openedOn, closedOn, agreedOn, reviewOn, next, goals } = story
  if (!openedOn) return null
  const lines = [
    owner ? words.say('story.owner', { owner, day: words.fullDate(openedOn) }) : words.say('story.noOwner', { day: words.fullDate(openedOn) }),
    closedOn ? words.say('story.closed', { day: words.fullDate(closedOn) }) : '',
    agreedOn ? words.say('story.agreed', { day: words.fullDate(agreedOn) }) : words.say('story.notAgreed'),
    reviewOn && !closedOn ? words.say(reviewOn < today ? 'story.reviewOver' : 'story.review', { day: words.fullDate(reviewOn) }) : '',
    next ? words.say(next.on ? 'story.nextOn' : 'story.next', { action: next.action, day: next.on ? words.fullDate(next.on) : '' }) : '',
  ]
  return (
    <Card title={words.say('story.support')}>
      <ul className="rows">
        {lines.filter(Boolean).map((line) => (
          <li key={line}>
            <span className="grow">{line}</span>
          </li>
        ))}
        {goals.map((goal) => (
          <li key={goal.id}>
            <span className="grow">{words.say('story.goal', { words: goal.words })}</span>
            <span className="soft small">{words.say(`story.outcome.${goal.outcome}`)}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
