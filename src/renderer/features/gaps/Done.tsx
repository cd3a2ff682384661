import { needLabel } from '../../../shared/rules/needs.ts'
import { go } from '../../state/place.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { maskedInWords } from '../../words/gapsInWords.ts'
import { useWords } from '../../words/useWords.ts'
import type { GapsView } from '../../workerLink/gapViews.ts'

/** "You said, we did": what people asked for, and the group there is now. */
export function Done({ view }: { view: GapsView }) {
  const words = useWords()
  return (
    <Card title={words.say('gaps.did')}>
      {view.filled.length === 0 && <p className="gaps__note">{words.say('gaps.didNone')}</p>}
      <ul className="rows" aria-label={words.say('gaps.did')}>
        {view.filled.map((one) => (
          <li key={one.key} className="gaps__line">
            <span className="gaps__line-text">
              <b>{words.say('gaps.didLine', { need: needLabel(one.need), place: one.place })}</b>
              <br />
              {words.say('gaps.didBy', {
                people: maskedInWords(one.people, words),
                group: one.group,
                day: one.filledOn ? words.fullDate(one.filledOn) : 'none',
              })}
            </span>
            <Button look="link" onClick={() => go({ at: 'group', groupId: one.groupId })}>
              {one.group}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
