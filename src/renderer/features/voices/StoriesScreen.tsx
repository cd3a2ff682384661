import './voices.css'
import { useState } from 'react'
import { uses } from '../../../shared/rules/mayUse.ts'
import type { StoriesView, Use } from '../../workerLink/voiceViews.ts'
import { useView } from '../../workerLink/useView.ts'
import { useInWindow } from '../../state/drafts.ts'
import { go, goBack } from '../../state/place.ts'
import { useActions, type Action } from '../../state/actions.ts'
import { Absent } from '../../parts/Absent.tsx'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { SelectField } from '../../ui/Field.tsx'
import { Page } from '../../ui/Page.tsx'
import { useWords } from '../../words/useWords.ts'
import { StoryCard } from './StoryCard.tsx'
import { StoryForm } from './StoryForm.tsx'
import { TakeDown } from './TakeDown.tsx'

/** Stories and quotes, where each may be used, where it is shown, and what is to be taken down (stories 33 and 34). */
export function StoriesScreen() {
  const words = useWords()
  const view = useView('stories', null)
  const [writing, setWriting] = useState(false)
  const write: Action = { id: 'stories.new', label: words.say('stories.new'), key: 'Ctrl+N', also: 'Alt+N', run: () => setWriting(true) }
  useActions([write])
  if (!view) return <Absent answer={view} />
  const actions = (
    <>
      <Button keyLabel="Esc" onClick={goBack}>
        {words.say('common.back')}
      </Button>
      <Button onClick={() => go({ at: 'voices' })}>{words.say('told.voices')}</Button>
      <ActionButton action={write} />
    </>
  )
  return (
    <Page title={words.say('stories.title')} under={words.say('stories.under')} actions={actions}>
      <div className="stories">
        <TakeDown rows={view.takeDown} />
        {view.stories.length === 0 ? (
          <Card title={words.say('stories.list')}>
            <Empty title={words.say('stories.none')}>{words.say('stories.noneMore')}</Empty>
          </Card>
        ) : (
          <List view={view} />
        )}
      </div>
      {writing && <StoryForm view={view} onClose={() => setWriting(false)} />}
    </Page>
  )
}

/** All of them, or what may be used in one place. */
function List({ view }: { view: StoriesView }) {
  const words = useWords()
  const [use, setUse] = useInWindow<Use | ''>('stories/use', '')
  const shown = view.stories.filter((one) => use === '' || one.uses.some((each) => each.use === use && each.stands.may))
  return (
    <>
      <SelectField label={words.say('stories.show.label')} value={use} onChange={(event) => setUse(event.target.value as Use | '')}>
        <option value="">{words.say('stories.show.all')}</option>
        {uses.map((one) => (
          <option key={one} value={one}>
            {words.say('stories.show.use', { use: words.say(`use.${one}`) })}
          </option>
        ))}
      </SelectField>
      {shown.length === 0 && (
        <Card title={words.say('stories.list')}>
          <Empty title={words.say('stories.showEmpty')}>{words.say('stories.showEmptyMore')}</Empty>
        </Card>
      )}
      {shown.map((one) => (
        <StoryCard key={one.storyId} story={one} today={view.today} />
      ))}
    </>
  )
}
