import './paper.css'
import { useView } from '../../workerLink/useView.ts'
import type { PaperView } from '../../workerLink/sheetViews.ts'
import { useActions, type Action } from '../../state/actions.ts'
import { go, goBack } from '../../state/place.ts'
import { Absent } from '../../parts/Absent.tsx'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Page } from '../../ui/Page.tsx'
import { sessionInWords } from '../../words/sheetWords.ts'
import { useWords } from '../../words/useWords.ts'
import { Sheets } from './Sheets.tsx'

/** A session on paper: printing, keying in, and what of it is out (story 15). */
export function PaperScreen({ sessionId }: { sessionId: string }) {
  const view = useView('paper', { sessionId })
  if (!view) return <Absent answer={view} what="register" />
  return <Paper view={view} />
}

function Paper({ view }: { view: PaperView }) {
  const words = useWords()
  const { sessionId, here, unknown } = view
  const keyIn: Action = { id: 'paper.keyIn', label: words.say('paper.keyIn'), key: 'F2', run: () => go({ at: 'keyIn', sessionId }) }
  const register: Action = {
    id: 'paper.register',
    label: words.say('paper.register'),
    key: 'Ctrl+P',
    run: () => go({ at: 'registerSheet', sessionId }),
  }
  const emergency: Action = {
    id: 'paper.emergency',
    label: words.say('paper.emergency'),
    key: 'F8',
    run: () => go({ at: 'emergencySheet', sessionId }),
  }
  useActions([keyIn, register, emergency])
  return (
    <Page
      title={words.say('paper.title')}
      under={sessionInWords(view, words)}
      actions={
        <Button keyLabel="Esc" onClick={goBack}>
          {words.say('paper.back')}
        </Button>
      }
    >
      <div className="columns paper__columns">
        <div className="column">
          <Card title={words.say('paper.print')}>
            <Choice action={register} more={words.say('paper.registerMore')} />
            <Choice action={emergency} more={words.say('paper.emergencyMore')} />
          </Card>
          <Card title={words.say('paper.keyIn')}>
            <div className="paper__choice">
              <p>{words.say('paper.keyInMore', { here, unknown })}</p>
              <ActionButton action={keyIn} look="go" />
            </div>
          </Card>
        </div>
        <div className="column">
          <Sheets sheets={view.sheets} />
        </div>
      </div>
    </Page>
  )
}

function Choice({ action, more }: { action: Action; more: string }) {
  return (
    <div className="paper__choice">
      <p>{more}</p>
      <ActionButton action={action} />
    </div>
  )
}
