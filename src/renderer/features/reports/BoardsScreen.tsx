import { useState } from 'react'
import { go, goBack } from '../../state/place.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Page } from '../../ui/Page.tsx'
import { useWords } from '../../words/useWords.ts'
import type { BoardReportView } from '../../workerLink/boardViews.ts'
import { useView } from '../../workerLink/useView.ts'
import { BoardForm } from './BoardForm.tsx'

/** The reports for boards that were set up, and a new one. */
export function BoardsScreen() {
  const words = useWords()
  const reports = useView('boardReports', null)
  const [isNew, setNew] = useState(false)
  const actions = (
    <>
      <Button keyLabel="Esc" onClick={goBack}>
        {words.say('common.back')}
      </Button>
      <Button look="go" onClick={() => setNew(true)}>
        {words.say('board.new')}
      </Button>
    </>
  )
  return (
    <Page title={words.say('board.title')} under={words.say('board.under')} actions={actions}>
      {reports && (
        <Card>
          {reports.length === 0 ? <Empty title={words.say('board.none')}>{words.say('board.noneMore')}</Empty> : <Reports reports={reports} />}
        </Card>
      )}
      {isNew && <BoardForm onClose={() => setNew(false)} onSaved={(boardReportId) => go({ at: 'boardReport', boardReportId })} />}
    </Page>
  )
}

function Reports({ reports }: { reports: readonly BoardReportView[] }) {
  const words = useWords()
  return (
    <ul className="rows" aria-label={words.say('board.title')}>
      {reports.map(({ boardReportId, name, groupIds, every, due }) => (
        <li key={boardReportId}>
          <span className="grow">
            <Button look="link" onClick={() => go({ at: 'boardReport', boardReportId })}>
              {name}
            </Button>
            <br />
            <span className="soft">{words.say('board.line', { pages: groupIds.length + 1, every: words.say(`board.everyLine.${every}`) })}</span>
          </span>
          {due && <Chip>{words.say('board.dueShort', { day: words.fullDate(due) })}</Chip>}
        </li>
      ))}
    </ul>
  )
}
