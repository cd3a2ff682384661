import type { MediaView, UseView } from '../../workerLink/mediaViews.ts'
import { Card } from '../../ui/Card.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { useWords } from '../../words/useWords.ts'

/** For what it may be used today, and who stands in the way: one refusal makes a picture unusable for everybody. */
export function Uses({ view }: { view: MediaView }) {
  const words = useWords()
  return (
    <Card title={words.say('media.uses')}>
      <ul className="rows" aria-label={words.say('media.uses')}>
        {view.uses.map((one) => (
          <li key={one.use}>
            <span className="grow">
              {words.say(`use.${one.use}`)}
              <Why because={one.because} />
            </span>
            <Chip tone={one.may ? 'good' : 'plain'}>{says(one)}</Chip>
          </li>
        ))}
      </ul>
    </Card>
  )
  function says({ may, until }: UseView): string {
    if (!may) return words.say('media.mayNot')
    return until ? words.say('media.mayUntil', { day: words.fullDate(until) }) : words.say('media.may')
  }
}

function Why({ because }: Pick<UseView, 'because'>) {
  const words = useWords()
  const says = (why: UseView['because'][number]['why']) => words.say(why === 'unknown' ? 'media.whyUnknown' : `useStands.${why}`)
  if (because.length === 0) return null
  return (
    <ul className="media__why soft">
      {because.map(({ name, baby, why }) => (
        <li key={`${name}/${baby}/${why}`}>
          {baby ? words.say('media.whyBaby', { baby, name, why: says(why) }) : words.say('media.why', { name, why: says(why) })}
        </li>
      ))}
    </ul>
  )
}
