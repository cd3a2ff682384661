import './retention.css'
import { useState } from 'react'
import type { RightsView } from '../../workerLink/retentionViews.ts'
import { useView } from '../../workerLink/useView.ts'
import { Absent } from '../../parts/Absent.tsx'
import { go, goBack } from '../../state/place.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { useWords } from '../../words/useWords.ts'
import { Corrections } from './Corrections.tsx'
import { EraseForm } from './EraseForm.tsx'
import { KeepForm } from './KeepForm.tsx'
import { Kept } from './Kept.tsx'
import { untilInWords } from './inWords.ts'

/** One person's record and rights, for leads: how long it is kept, their own copy, what was corrected, and erasing (story 35). */
export function RightsScreen({ personId }: { personId: string }) {
  const words = useWords()
  const view = useView('rights', { personId })
  const back = (
    <Button keyLabel="Esc" onClick={goBack}>
      {words.say('common.back')}
    </Button>
  )
  if (!view) return <Absent answer={view} what="person" actions={back} />
  return (
    <Page title={words.say('rights.title', { name: view.name })} under={words.say('rights.under')} actions={back}>
      {view.erasing && <Notice tone="needs">{words.say('rights.erasing')}</Notice>}
      <div className="columns">
        <div className="column">
          <HowLong view={view} />
          <Corrections personId={view.personId} />
        </div>
        <div className="column">
          <OwnCopy personId={view.personId} />
          {!view.erasing && <Erase view={view} />}
        </div>
      </div>
    </Page>
  )
}

function HowLong({ view }: { view: RightsView }) {
  const words = useWords()
  const [keeping, setKeeping] = useState<'hold' | 'keep' | null>(null)
  const { retention } = view
  const acts = (
    <p className="notice__actions">
      <Button onClick={() => setKeeping('hold')}>{words.say('retention.hold.do')}</Button>
      <Button onClick={() => setKeeping('keep')}>{words.say('retention.keep.do')}</Button>
    </p>
  )
  return (
    <Card title={words.say('rights.howLong')} foot={acts}>
      <div className="card__body rights">
        <p>{retention ? untilInWords(retention, words) : words.say('retention.notAsked')}</p>
        {retention?.due && <p>{words.say('rights.due')}</p>}
        {(retention?.keptBy ?? view.blockedBy).map((one) => (
          <p key={one}>{words.say(`retention.keptBy.${one}`)}</p>
        ))}
      </div>
      {view.kept.length > 0 && <Kept rows={view.kept} />}
      {keeping && <KeepForm personId={view.personId} decision={keeping} onClose={() => setKeeping(null)} />}
    </Card>
  )
}

function OwnCopy({ personId }: { personId: string }) {
  const words = useWords()
  return (
    <Card title={words.say('ownCopy.title')}>
      <div className="card__body rights">
        <p>{words.say('ownCopy.more')}</p>
        <p className="notice__actions">
          <Button onClick={() => go({ at: 'ownCopy', personId })}>{words.say('ownCopy.do')}</Button>
        </p>
      </div>
    </Card>
  )
}

function Erase({ view }: { view: RightsView }) {
  const words = useWords()
  const [erasing, setErasing] = useState(false)
  return (
    <Card title={words.say('erase.title')}>
      <div className="card__body rights">
        <p>{words.say('erase.more')}</p>
        {view.blockedBy.length > 0 ? (
          <Notice tone="needs">{words.say('erase.blocked')}</Notice>
        ) : (
          <p className="notice__actions">
            <Button look="danger" onClick={() => setErasing(true)}>
              {words.say('erase.do')}
            </Button>
          </p>
        )}
      </div>
      {erasing && <EraseForm view={view} onClose={() => setErasing(false)} />}
    </Card>
  )
}
