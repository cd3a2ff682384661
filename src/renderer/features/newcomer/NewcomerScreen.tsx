import './newcomer.css'
import { useView } from '../../workerLink/useView.ts'
import { go, goBack } from '../../state/place.ts'
import { Button } from '../../ui/Button.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Page } from '../../ui/Page.tsx'
import { useWords } from '../../words/useWords.ts'
import { CoreForm } from './CoreForm.tsx'

/** The core form of somebody who is new at a session: begun at the gate, finished at the café (story 5). */
export function NewcomerScreen({ sessionId, personId }: { sessionId: string; personId: string }) {
  const words = useWords()
  const newcomer = useView('newcomer', { sessionId, personId })
  if (newcomer === undefined) return <Page title={words.say('common.loading')}>{null}</Page>
  if (newcomer === null) {
    const back = <Button onClick={() => go({ at: 'register', sessionId })}>{words.say('core.done')}</Button>
    return <Page title={words.say('core.gone')}><Empty title={words.say('person.goneMore')} actions={back} /></Page>
  }
  return (
    <Page
      className="newcomer" title={newcomer.person.name} under={words.say('core.under', { group: newcomer.group })}
      actions={<Button look="go" keyLabel="Esc" onClick={goBack}>{words.say('core.done')}</Button>}
    >
      <CoreForm newcomer={newcomer} />
    </Page>
  )
}
