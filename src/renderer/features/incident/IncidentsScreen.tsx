import './incident.css'
import { useView } from '../../workerLink/useView.ts'
import { goBack } from '../../state/place.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Page } from '../../ui/Page.tsx'
import { useWords } from '../../words/useWords.ts'
import { Reports } from './Reports.tsx'

/** What was reported at all sessions this laptop carries; on a lead's laptop that is all of them. */
export function IncidentsScreen() {
  const words = useWords()
  const view = useView('incidents', { sessionId: null })
  const isLead = useView('me', null)?.role === 'lead'
  return (
    <Page
      title={words.say('incident.listTitle')}
      under={words.say('incident.listUnder')}
      actions={
        <Button keyLabel="Esc" onClick={goBack}>
          {words.say('common.back')}
        </Button>
      }
    >
      <Card className="narrow">
        {view?.reports.length === 0 && <Empty title={words.say('incident.allNone')}>{words.say('incident.allNoneMore')}</Empty>}
        <Reports reports={view?.reports ?? []} mayLink mayClose={isLead} />
      </Card>
    </Page>
  )
}
