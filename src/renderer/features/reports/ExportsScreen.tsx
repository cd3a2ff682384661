import { dimensions } from '../../../shared/reports/whoTheyAre.ts'
import './reports.css'
import { ownCopy } from '../../../shared/rules/retention.ts'
import { reports, type ReportName } from '../../../shared/reports/index.ts'
import { useInWindow } from '../../state/drafts.ts'
import { goBack } from '../../state/place.ts'
import type { ExportRow } from '../../workerLink/exportViews.ts'
import { useView } from '../../workerLink/useView.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Page } from '../../ui/Page.tsx'
import { useWords, type Words } from '../../words/useWords.ts'

/** Lines that are shown at first, and more with each press. */
const atOnce = 50

/** Which reports were saved as files, by whom and why. */
export function ExportsScreen() {
  const words = useWords()
  const [most, setMost] = useInWindow('exports/most', atOnce)
  const view = useView('exports', { most })
  const back = (
    <Button keyLabel="Esc" onClick={goBack}>
      {words.say('common.back')}
    </Button>
  )
  return (
    <Page title={words.say('export.log')} under={words.say('export.logMore')} actions={back}>
      {view && (
        <Card>
          {view.rows.length === 0 ? <Empty title={words.say('export.none')}>{words.say('export.noneMore')}</Empty> : <Log rows={view.rows} />}
          {view.total > view.rows.length && (
            <div className="card__body">
              <Button onClick={() => setMost(most + atOnce)}>{words.say('cases.more')}</Button>
            </div>
          )}
        </Card>
      )}
    </Page>
  )
}

function Log({ rows }: { rows: readonly ExportRow[] }) {
  const words = useWords()
  return (
    <ul className="rows" aria-label={words.say('export.log')}>
      {rows.map((one) => (
        <li key={one.exportId}>
          <span className="grow">
            <b>{nameIn(one, words)}</b>
            <br />
            {words.say('export.line', {
              by: one.by || words.say('act.somebody'),
              date: words.fullDate(words.dateOf(one.at)),
              time: words.clock(one.at),
              rows: one.rows,
              format: words.say(`export.${one.format}`),
            })}
            <br />
            <span className="soft">{words.say('export.lineWhy', { why: one.why, number: one.exportId.slice(-8) })}</span>
          </span>
          {!one.saved && <Chip>{words.say('export.notSaved')}</Chip>}
        </li>
      ))}
    </ul>
  )
}

/** "Attendance of a group: Walk and Talk, 1 October to 22 October 2026" */
function nameIn({ report, group, from, to, apartBy, media }: ExportRow, words: Words): string {
  if (media) return words.say('export.copyOf', { title: media })
  const title = titleOf(report, words)
  const days = from && to ? words.say('export.days', { from: words.fullDate(from), to: words.fullDate(to) }) : ''
  const apart = dimensions.find((one) => one === apartBy)
  const about = [group, apart && words.say(`report.by.${apart}`), days].filter(Boolean).join(', ')
  return about ? `${title}: ${about}` : title
}

function titleOf(report: string, words: Words): string {
  if (Object.hasOwn(reports, report)) return words.say(`report.${report as ReportName}`)
  return report === ownCopy ? words.say('export.ownCopy') : report
}
