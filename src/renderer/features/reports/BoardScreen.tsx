import './reports.css'
import './board.css'
import { useState } from 'react'
import { savesPdf } from '../../host/printing.ts'
import { Absent } from '../../parts/Absent.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { useInWindow } from '../../state/drafts.ts'
import { goBack } from '../../state/place.ts'
import { useNow } from '../../state/useNow.ts'
import { usePrinting } from '../../state/usePrinting.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Choices.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PrintPage } from '../../ui/PrintPage.tsx'
import { SureDialog } from '../../ui/SureDialog.tsx'
import { printSays } from '../../words/printSays.ts'
import { useWords } from '../../words/useWords.ts'
import type { BoardReportView } from '../../workerLink/boardViews.ts'
import { useWorker } from '../../workerLink/link.ts'
import { useView } from '../../workerLink/useView.ts'
import { BehindDialog } from './BehindDialog.tsx'
import { BoardForm } from './BoardForm.tsx'
import { BoardPage, type OpenOnBoard } from './BoardPage.tsx'

/** A report for a board: a page of the team and one of each of its groups, on the screen and on paper. */
export function BoardScreen({ boardReportId }: { boardReportId: string }) {
  const [reports, groups] = [useView('boardReports', null), useView('groups', null)]
  const report = reports?.find((one) => one.boardReportId === boardReportId)
  if (!report || !groups) return <Absent answer={reports && groups ? null : undefined} what="boardReport" />
  return <Board report={report} groups={groups.filter((one) => report.groupIds.includes(one.groupId))} />
}

function Board({ report, groups }: { report: BoardReportView; groups: readonly { groupId: string; name: string }[] }) {
  const words = useWords()
  const today = words.dateOf(useNow())
  const [isLarge, setLarge] = useInWindow('board/large', false)
  const [open, setOpen] = useInWindow<OpenOnBoard | null>(`board/${report.boardReportId}/open`, null)
  const says = printSays(words, savesPdf())
  const printing = usePrinting(`${words.say('board.file', { date: today })}.pdf`, says)
  const page = { report, today, isLarge, onOpen: setOpen }
  return (
    <PrintPage
      title={report.name}
      under={words.say('board.days', { from: words.fullDate(report.from), to: words.fullDate(today) })}
      says={says}
      printing={printing}
      onBack={goBack}
      before={<Above report={report} isLarge={isLarge} onLarge={setLarge} />}
    >
      <BoardPage {...page} group={null} />
      {groups.map((one) => (
        <BoardPage key={one.groupId} {...page} group={one} />
      ))}
      {open && <BehindDialog asked={open.asked} figure={open} onClose={() => setOpen(null)} />}
    </PrintPage>
  )
}

/** That it is due, what is on it, and how it is printed. */
function Above({ report, isLarge, onLarge }: { report: BoardReportView; isLarge: boolean; onLarge: (isLarge: boolean) => void }) {
  const words = useWords()
  const worker = useWorker()
  const [isChanged, setChanged] = useState(false)
  const [isRemoved, setRemoved] = useState(false)
  const { boardReportId, due } = report
  return (
    <>
      {due && (
        <Notice
          tone="needs"
          title={words.say('board.due', { day: words.fullDate(due) })}
          actions={<Button onClick={() => void worker.run('boardReportDone', { boardReportId })}>{words.say('board.done')}</Button>}
        >
          {words.say('board.dueMore')}
        </Notice>
      )}
      <div className="board__above">
        <Checkbox label={words.say('board.large')} checked={isLarge} onChange={onLarge} />
        <Button onClick={() => setChanged(true)}>{words.say('board.change')}</Button>
        <Button look="danger" onClick={() => setRemoved(true)}>
          {words.say('board.remove')}
        </Button>
      </div>
      {isChanged && <BoardForm report={report} onClose={() => setChanged(false)} />}
      {isRemoved && <Remove boardReportId={boardReportId} onClose={() => setRemoved(false)} />}
    </>
  )
}

function Remove({ boardReportId, onClose }: { boardReportId: string; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const { refused, saved } = useSaving<unknown>(goBack)
  return (
    <SureDialog
      title={words.say('board.removeTitle')}
      says={{ does: words.say('board.remove'), cancel: words.say('common.cancel') }}
      refused={refused}
      onSure={() => void worker.run('voidBoardReport', { boardReportId }).then(saved)}
      onClose={onClose}
    >
      {words.say('board.removeMore')}
    </SureDialog>
  )
}
