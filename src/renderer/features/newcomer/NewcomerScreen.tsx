import './newcomer.css'
import { useView } from '../../workerLink/useView.ts'
import { go, goBack } from '../../state/place.ts'
import { Absent } from '../../parts/Absent.tsx'
import { Button } from '../../ui/Button.tsx'
import { Page } from '../../ui/Page.tsx'
import { useWords } from '../../words/useWords.ts'
import { CoreForm } from './CoreForm.tsx'

/** The core form of somebody who is new at a session: begun at the gate, finished at the café (story 5). */
export function NewcomerScreen({ sessionId, personId }: { sessionId: string; personId: string }) {
  const words = useWords()
  const newcomer = useView('newcomer', { sessionId, personId })
  if (!newcomer) {
    const back = <Button onClick={() => go({ at: 'register', sessionId })}>{words.say('core.done')}</Button>
    return <Absent answer={newcomer} what="newcomer" actions={back} />
  }
  return (
    <Page
      className="newcomer"
      title={newcomer.person.name}
      under={words.say('core.under', { group: newcomer.group })}
      actions={
        <Button look="go" keyLabel="Esc" onClick={goBack}>
          {words.say('core.done')}
        </Button>
      }
    >
      <CoreForm newcomer={newcomer} />
    </Page>
  )
}
