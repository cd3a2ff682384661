import { Fragment } from 'react'
import { useView } from '../../workerLink/useView.ts'
import { go } from '../../state/place.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { useWords } from '../../words/useWords.ts'
import { FactList, type Fact } from './FactList.tsx'

/** What somebody agreed for photos and film, for who works with cases; the way to ask them. */
export function PicturesCard({ personId }: { personId: string }) {
  const words = useWords()
  const view = useView('pictures', { personId })
  if (!view) return null
  return (
    <Card title={words.say('pictures.card')}>
      {view.subjects.map(({ baby, uses }) => (
        <Fragment key={baby ?? ''}>
          {baby && <h3 className="facts__of">{words.say('pictures.baby', { name: baby })}</h3>}
          <FactList
            facts={uses.map(({ use, stands }): Fact => [words.say(`use.${use}`), stands === 'notAsked' ? null : words.say(`useStands.${stands}`)])}
            unknown={words.say('useStands.notAsked')}
          />
        </Fragment>
      ))}
      <div className="card__body">
        <Button onClick={() => go({ at: 'pictures', personId })}>{words.say(view.history.length > 0 ? 'pictures.change' : 'pictures.ask')}</Button>
      </div>
    </Card>
  )
}
