import { useState } from 'react'
import { incident } from '../../../shared/records/incident.ts'
import { longest } from '../../../shared/records/longest.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { Arrival, IncidentView } from '../../workerLink/doorViews.ts'
import { useNow } from '../../state/useNow.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip, Chips, type Tone } from '../../ui/Chip.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { SelectField } from '../../ui/Field.tsx'
import { WhyDialog } from '../../ui/WhyDialog.tsx'
import type { MessageId } from '../../words/en.ts'
import { incidentKinds } from '../../words/healthInWords.ts'
import { useWords, type Words } from '../../words/useWords.ts'
import { whySays } from '../../words/whySays.ts'

const arrivals: Record<Arrival, { id: MessageId; tone: Tone }> = {
  waiting: { id: 'incident.waiting', tone: 'needs' },
  held: { id: 'incident.held', tone: 'danger' },
  arrived: { id: 'incident.sent', tone: 'good' },
}

/** Reports in their own words. Two of one event stay two, and say so. */
export function Reports({ reports, mayLink, mayClose = false }: { reports: readonly IncidentView[]; mayLink: boolean; mayClose?: boolean }) {
  const [linking, setLinking] = useState<IncidentView | null>(null)
  const linked = new Set(reports.flatMap((one) => (one.sameAs ? [one.id, one.sameAs] : [])))
  return (
    <>
      <ul className="rows reports">
        {reports.map((one) => (
          <Report
            key={one.id}
            report={one}
            mayClose={mayClose}
            linked={linked.has(one.id)}
            onLink={mayLink && reports.length > 1 ? () => setLinking(one) : null}
          />
        ))}
      </ul>
      {linking && <LinkReports report={linking} others={reports.filter((one) => one.id !== linking.id)} onClose={() => setLinking(null)} />}
    </>
  )
}

function Report({ report, linked, mayClose, onLink }: { report: IncidentView; linked: boolean; mayClose: boolean; onLink: (() => void) | null }) {
  const words = useWords()
  const now = useNow()
  const { id, tone } = arrivals[report.state]
  const who = [...report.who, ...(report.others ? [report.others] : [])]
  return (
    <li className="row--top">
      <div className="grow reports__one">
        <p className="row__name">
          {words.say(incidentKinds[report.kind])}{' '}
          <span className="soft small">
            {report.group} · {words.momentToday(report.happenedAt, now)}
          </span>
        </p>
        <Chips>
          <Chip tone={tone}>{words.say(id)}</Chip>
          {report.closed && <Chip tone="good">{words.say('incident.closed')}</Chip>}
          {linked && <Chip>{words.say('incident.sameAs')}</Chip>}
          {report.ambulance && (
            <Chip tone="danger">{words.say('incident.ambulanceSaid', { when: report.ambulanceAt ? words.clock(report.ambulanceAt) : '' })}</Chip>
          )}
        </Chips>
        {who.length > 0 && <p>{words.say('incident.about', { who: words.list(who) })}</p>}
        <p className="reports__what">{report.what}</p>
        <More report={report} words={words} />
        <p className="soft small">{words.say('incident.by', { by: report.by, when: words.momentToday(report.at, now) })}</p>
        {report.closed && (
          <p className="soft small">{words.say('incident.closedBy', { by: report.closed.by, when: words.momentToday(report.closed.at, now) })}</p>
        )}
        {mayClose && <ToClose report={report} />}
        {onLink && (
          <Button look="link" about={report.what.slice(0, 40)} onClick={onLink}>
            {words.say('incident.link')}
          </Button>
        )}
      </div>
    </li>
  )
}

/** How a lead closes a report, with what came of it, and opens it again. */
function ToClose({ report }: { report: IncidentView }) {
  const words = useWords()
  const worker = useWorker()
  const [asking, setAsking] = useState(false)
  const write = (said: string | null) => {
    setAsking(false)
    void worker.run('closeIncident', { incidentId: report.id, words: said })
  }
  const about = report.what.slice(0, 40)
  const hint = words.say('incident.closeHint')
  return (
    <>
      <Button look="link" about={about} onClick={() => (report.closed ? write(null) : setAsking(true))}>
        {words.say(report.closed ? 'incident.open' : 'incident.close')}
      </Button>
      {asking && (
        <WhyDialog
          title={words.say('incident.closeTitle')}
          most={longest(incident, 'closedWords')}
          onClose={() => setAsking(false)}
          says={{ ...whySays(words, { hint, does: words.say('incident.close') }), label: words.say('incident.cameOf') }}
          onWhy={write}
        />
      )}
    </>
  )
}

function More({ report, words }: { report: IncidentView; words: Words }) {
  const parts: [MessageId, string | null][] = [
    ['incident.injury', report.injury],
    ['incident.firstAid', report.firstAid],
    ['incident.witnesses', report.witnesses],
    ['incident.weather', report.weather],
    ['incident.followUp', report.followUp],
    ['incident.told', report.told],
    ['incident.cameOf', report.closed?.words ?? null],
  ]
  const said = parts.filter(([, text]) => text)
  if (said.length === 0) return null
  return (
    <dl className="reports__more">
      {said.map(([id, text]) => (
        <div key={id}>
          <dt>{words.say(id)}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}

function LinkReports({ report, others, onClose }: { report: IncidentView; others: readonly IncidentView[]; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const [chosen, setChosen] = useState(report.sameAs ?? others[0]?.id ?? '')
  const link = (sameAs: string | null) => {
    onClose()
    void worker.run('linkIncidents', { incidentId: report.id, sameAs })
  }
  return (
    <Dialog
      title={words.say('incident.linkTitle')}
      closeLabel={words.say('common.cancel')}
      onClose={onClose}
      foot={
        <>
          <Button look="go" onClick={() => link(chosen)}>
            {words.say('incident.linkDo')}
          </Button>
          {report.sameAs && <Button onClick={() => link(null)}>{words.say('incident.unlink')}</Button>}
        </>
      }
    >
      <SelectField label={words.say('incident.sameAs')} value={chosen} autoFocus onChange={(event) => setChosen(event.target.value)}>
        {others.map((one) => (
          <option key={one.id} value={one.id}>{`${words.say(incidentKinds[one.kind])}, ${one.by}: ${one.what.slice(0, 50)}`}</option>
        ))}
      </SelectField>
    </Dialog>
  )
}
