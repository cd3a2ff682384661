import type { StoryEvent } from '../../workerLink/questions.ts'
import { useWords } from '../../words/useWords.ts'
import { eventInWords } from '../../words/storyWords.ts'

/** One line of the support somebody got: what happened, what was said, and who wrote it. */
export function SupportLine({ event }: { event: StoryEvent }) {
  const words = useWords()
  return (
    <span className="grow">
      <span>{eventInWords(event, words)}</span>
      {event.text && <span className="timeline__note person__more">{event.text}</span>}
      {event.by && <span className="soft small person__more">{words.say('story.by', { by: event.by })}</span>}
    </span>
  )
}
