import type { AskedReport } from '../../../shared/reports/index.ts'
import { daysOfQuarter } from '../../../shared/std/quarters.ts'
import { useView } from '../../workerLink/useView.ts'
import { useNow } from '../../state/useNow.ts'
import { useWords } from '../../words/useWords.ts'

/**
 * As at when these figures are, and what is not in them yet as far as this laptop knows: its own changes that are not sent, and registers
 * of the period that nobody has closed. When other laptops were last heard only the surgery knows.
 */
export function AsAt({ asked }: { asked: AskedReport }) {
  const words = useWords()
  const now = useNow()
  const pending = useView('status', null)?.pending ?? 0
  const isLead = useView('me', null)?.role === 'lead'
  return (
    <p className="report__asAt">
      {words.say('report.asAt', { time: words.clock(now), date: words.fullDate(words.dateOf(now)), pending })} <StillOpen asked={asked} />{' '}
      {isLead && <span className="no-print">{words.say('report.heard')}</span>}
    </p>
  )
}

function StillOpen({ asked }: { asked: AskedReport }) {
  const words = useWords()
  const days = periodOf(asked)
  const { open = 0, of = 0 } = useView('openRegisters', days ?? { from: '', to: '' }) ?? {}
  return days && of > 0 ? <>{words.say('report.stillOpen', { open, of })}</> : null
}

/** The days of a report, where it has some. */
function periodOf({ params }: AskedReport): { from: string; to: string } | null {
  if ('quarter' in params) return daysOfQuarter(params.quarter)
  return 'from' in params ? { from: params.from, to: params.to } : null
}
