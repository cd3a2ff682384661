import './measures.css'
import { useView } from '../../workerLink/useView.ts'
import { go, goBack } from '../../state/place.ts'
import { Absent } from '../../parts/Absent.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Page } from '../../ui/Page.tsx'
import { useWords } from '../../words/useWords.ts'
import { AskForm } from './AskForm.tsx'
import { Protocol } from './Protocol.tsx'

/** One questionnaire for one person: asked, copied from paper, or answered by the person with nothing else to see (story 24). */
export function AskMeasureScreen({ personId, questionnaire }: { personId: string; questionnaire: string }) {
  const words = useWords()
  const view = useView('measureToAsk', { personId, questionnaire })
  if (!view)
    return <Absent answer={view} what="person" actions={<Button onClick={() => go({ at: 'people' })}>{words.say('person.toPeople')}</Button>} />
  const back = (
    <Button keyLabel="Esc" onClick={goBack}>
      {words.say('common.back')}
    </Button>
  )
  return (
    <Page title={view.definition.title} under={words.say('ask.under', { name: view.name })} actions={back}>
      <div className="measure">
        {view.availability === 'ready' ? (
          <AskForm view={view} />
        ) : (
          <Card>
            <Empty
              title={words.say(`measures.${view.availability}`)}
              actions={<Button onClick={() => go({ at: 'measureLicences' })}>{words.say('licences.do')}</Button>}
            />
          </Card>
        )}
      </div>
      {view.protocolOpen && view.definition.protocol && <Protocol view={view} open={view.protocolOpen} protocol={view.definition.protocol} />}
    </Page>
  )
}
