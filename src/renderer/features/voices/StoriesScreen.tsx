import './voices.css'
import { useState } from 'react'
import { useView } from '../../workerLink/useView.ts'
import { go, goBack } from '../../state/place.ts'
import { useActions, type Action } from '../../state/actions.ts'
import { Absent } from '../../parts/Absent.tsx'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Empty } from '../../ui/Empty.tsx'
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
        {view.stories.length === 0 && (
          <Card title={words.say('stories.list')}>
            <Empty title={words.say('stories.none')}>{words.say('stories.noneMore')}</Empty>
          </Card>
        )}
        {view.stories.map((one) => (
          <StoryCard key={one.storyId} story={one} today={view.today} />
        ))}
      </div>
      {writing && <StoryForm view={view} onClose={() => setWriting(false)} />}
    </Page>
  )
}
