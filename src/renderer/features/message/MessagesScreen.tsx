import './message.css'
import { go, goBack } from '../../state/place.ts'
import type { MessagesView } from '../../workerLink/messageViews.ts'
import { useView } from '../../workerLink/useView.ts'
import { Absent } from '../../parts/Absent.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Chip, type Tone } from '../../ui/Chip.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { useWords } from '../../words/useWords.ts'
import { MessageForm } from './MessageForm.tsx'

/** The messages to the practice of one case: those there are, and the next one with how it will look (story 30). */
export function MessagesScreen({ episodeId }: { episodeId: string }) {
  const words = useWords()
  const view = useView('practiceMessages', { episodeId })
  if (!view) {
    const back = <Button onClick={() => go({ at: 'cases', ownerId: null })}>{words.say('case.toList')}</Button>
    return <Absent answer={view} what="case" actions={back} />
  }
  const actions = (
    <Button keyLabel="Esc" onClick={goBack}>
      {words.say('common.back')}
    </Button>
  )
  return (
    <Page title={words.say('message.title', { name: view.name })} actions={actions}>
      <div className="message">
        {view.messages.length > 0 && <List view={view} />}
        {view.practice ? <MessageForm view={view} /> : <NoPractice personId={view.personId} />}
      </div>
    </Page>
  )
}

function NoPractice({ personId }: { personId: string }) {
  const words = useWords()
  const open = <Button onClick={() => go({ at: 'person', personId })}>{words.say('message.toPerson')}</Button>
  return (
    <Notice tone="needs" actions={open}>
      {words.say('reason.practiceMissing')}
    </Notice>
  )
}

const tones: Partial<Record<MessagesView['messages'][number]['state'], Tone>> = { toSend: 'needs', returned: 'danger', sent: 'good' }

function List({ view }: { view: MessagesView }) {
  const words = useWords()
  return (
    <Card title={words.say('message.list')}>
      <ul className="rows" aria-label={words.say('message.list')}>
        {view.messages.map((one) => (
          <li key={one.messageId}>
            <span className="grow">
              <button
                type="button"
                className="link"
                onClick={() => go({ at: 'practiceMessage', episodeId: view.episodeId, messageId: one.messageId })}
              >
                {words.say('message.listOne', { kind: words.say(`message.kind.${one.kind}`), day: words.fullDate(one.on) })}
              </button>
              <br />
              <span className="soft">{words.say('message.listTo', { practice: one.practice, by: one.by })}</span>
            </span>
            <Chip tone={tones[one.state] ?? 'plain'}>{words.say(`message.state.${one.state}`)}</Chip>
          </li>
        ))}
      </ul>
    </Card>
  )
}
