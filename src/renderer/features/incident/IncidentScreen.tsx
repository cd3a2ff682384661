import './incident.css'
import { useView } from '../../workerLink/useView.ts'
import type { IncidentsView } from '../../workerLink/doorViews.ts'
import { go, goBack } from '../../state/place.ts'
import { Absent } from '../../parts/Absent.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Page } from '../../ui/Page.tsx'
import { useWords } from '../../words/useWords.ts'
import { IncidentForm } from './IncidentForm.tsx'
import { Reports } from './Reports.tsx'

/** Something happened: whom to ring and what to tell them first, then the report, then what was reported already (story 10). */
export function IncidentScreen({ sessionId }: { sessionId: string }) {
  const words = useWords()
  const view = useView('incidents', { sessionId })
  if (!view?.session) {
    const back = <Button onClick={() => go({ at: 'today' })}>{words.say('register.toToday')}</Button>
    return <Absent answer={view && null} what="register" actions={back} />
  }
  return (
    <Page
      className="strong"
      title={words.say('incident.title')}
      under={words.say('incident.under', { group: view.session.group, day: words.day(view.session.date) })}
      actions={
        <Button keyLabel="Esc" onClick={goBack}>
          {words.say('count.back')}
        </Button>
      }
    >
      <Ring view={view} session={view.session} />
      <div className="columns">
        <div className="column">
          <IncidentForm session={view.session} reports={view.reports} />
        </div>
        <div className="column">
          <Card title={words.say('incident.reports')}>
            {view.reports.length === 0 && <Empty title={words.say('incident.reportsNone')} />}
            <Reports reports={view.reports} mayLink />
          </Card>
        </div>
      </div>
    </Page>
  )
}

/** What is read out on the phone: large enough to read with shaking hands. */
function Ring({ view: { numbers }, session }: { view: IncidentsView; session: NonNullable<IncidentsView['session']> }) {
  const words = useWords()
  const where = [session.place, session.meetingPoint].filter(Boolean).join(', ')
  return (
    <dl className="ring">
      <div className="ring__999">
        <dt>{words.say('incident.ring')}</dt>
        <dd>999</dd>
      </div>
      <div>
        <dt>{words.say('incident.duty')}</dt>
        <dd className={numbers.dutyPhone ? undefined : 'ring__none'}>{numbers.dutyPhone ?? words.say('incident.dutyNone')}</dd>
      </div>
      <div>
        <dt>{words.say('incident.where')}</dt>
        <dd className="ring__where">
          {where}
          <span className={session.gridReference ? 'ring__grid' : 'ring__none'}>
            {session.gridReference ? words.say('incident.grid', { grid: session.gridReference }) : words.say('incident.gridNone')}
          </span>
        </dd>
      </div>
    </dl>
  )
}
