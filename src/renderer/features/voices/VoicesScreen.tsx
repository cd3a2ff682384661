import './voices.css'
import { useState } from 'react'
import type { VoicesView } from '../../workerLink/voiceViews.ts'
import { useView } from '../../workerLink/useView.ts'
import { useInWindow } from '../../state/drafts.ts'
import { go, goBack } from '../../state/place.ts'
import { Absent } from '../../parts/Absent.tsx'
import { TellVoice } from '../../parts/TellVoice.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { SelectField } from '../../ui/Field.tsx'
import { present } from '../../words/present.ts'
import { useWords } from '../../words/useWords.ts'
import { Counted } from './Counted.tsx'
import { HowItWas } from './HowItWas.tsx'
import { InTheirWords } from './InTheirWords.tsx'
import { ReadAlready, ToRead } from './ToRead.tsx'

/** What people told us of a group, in counts and in words, with nobody named (story 33). */
export function VoicesScreen() {
  const words = useWords()
  const [groupId, setGroupId] = useInWindow<string | null>('voices/group', null)
  const view = useView('voices', { groupId })
  const [telling, setTelling] = useState(false)
  if (!view) return <Absent answer={view} />
  const actions = (
    <>
      <Button keyLabel="Esc" onClick={goBack}>
        {words.say('common.back')}
      </Button>
      <Button onClick={() => go({ at: 'stories' })}>{words.say('told.stories')}</Button>
      {view.groupId && <Button onClick={() => setTelling(true)}>{words.say('voices.tell')}</Button>}
    </>
  )
  return (
    <Page title={words.say('voices.title')} under={words.say('voices.under')} actions={actions}>
      <ToRead rows={view.toRead} />
      {view.groups.length === 0 ? (
        <NoGroup />
      ) : (
        <SelectField label={words.say('voices.group')} value={view.groupId ?? ''} onChange={(event) => setGroupId(event.target.value)}>
          {view.groups.map((one) => (
            <option key={one.groupId} value={one.groupId}>
              {one.name}
            </option>
          ))}
        </SelectField>
      )}
      {view.told && <OfGroup view={view} told={view.told} />}
      {telling && view.groupId && (
        <TellVoice where={{ groupId: view.groupId, session: null, on: words.dateOf(present()), said: 'leader' }} onClose={() => setTelling(false)} />
      )}
    </Page>
  )
}

/** People answer at a group: where there is none yet, that comes first. */
function NoGroup() {
  const words = useWords()
  const actions = <Button onClick={() => go({ at: 'groups' })}>{words.say('voices.toGroups')}</Button>
  return (
    <Card>
      <Empty title={words.say('voices.noGroup')} actions={actions}>
        {words.say('voices.howNoneMore')}
      </Empty>
    </Card>
  )
}

function OfGroup({ view, told }: { view: VoicesView; told: NonNullable<VoicesView['told']> }) {
  const words = useWords()
  const waits = told.waiting > 0 && view.toRead.length === 0
  return (
    <>
      <p className="soft">{words.say('voices.note')}</p>
      {waits && <Notice title={words.say('voices.waiting', { count: told.waiting })}>{words.say('voices.waitingMore')}</Notice>}
      <div className="columns">
        <div className="column">
          <HowItWas months={told.months} />
          <InTheirWords told={told} />
        </div>
        <div className="column">
          <Counted title={words.say('voices.changes')} counted={told.changes} label={(one) => words.say(`voices.change.${one}`)} />
          <Counted title={words.say('voices.wishes')} counted={told.wishes} label={(one) => words.say(`voices.wish.${one}`)} />
          <ReadAlready rows={view.read} />
        </div>
      </div>
    </>
  )
}
