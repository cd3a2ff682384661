import { behindFigure, type Opened } from '../../../shared/reports/defineReport.ts'
import { reportOf, type AskedReport } from '../../../shared/reports/index.ts'
import { compareTexts } from '../../../shared/std/order.ts'
import type { BehindView } from '../../workerLink/reportViews.ts'
import type { ViewContext } from '../reading/context.ts'
import { named, plainly } from '../reading/namesThere.ts'
import { reportLines } from '../reading/reportLines.ts'
import { defineQuestion } from './defineQuestion.ts'

/** A figure of a report opened: the people or sessions that it counts, of the same lines as the report itself. null: it cannot be opened by whoever asks. */
export const reportBehind = defineQuestion({
  afterLease: false,
  answer: async (context, { row, column, ...asked }: AskedReport & { row: number; column: string }): Promise<BehindView | null> => {
    const lines = await reportLines(context, asked)
    const opened = lines && behindFigure(reportOf(asked.name), lines, { row, column }, [context.store.role()])
    return opened && { line: opened.line, what: opened.what, count: opened.ids.length, ...listed(context, opened) }
  },
})

function listed(context: ViewContext, { what, ids }: Opened): Pick<BehindView, 'people' | 'sessions'> {
  if (what === 'sessions') return { people: [], sessions: sessionsOf(context, ids) }
  const times = new Map<string, number>()
  for (const id of ids) times.set(id, (times.get(id) ?? 0) + 1)
  return { people: named(context, [...times.keys()]).map((one) => ({ ...plainly(one), times: times.get(one.personId) ?? 0 })), sessions: [] }
}

/** The latest first. */
function sessionsOf({ store: { memory } }: ViewContext, ids: readonly string[]): BehindView['sessions'] {
  const found = ids.flatMap((sessionId) => {
    const session = memory.get('session', sessionId)
    return session ? [{ sessionId, date: session.date, group: memory.get('group', session.groupId)?.name ?? '' }] : []
  })
  return found.sort((a, b) => compareTexts(b.date, a.date) || compareTexts(a.group, b.group))
}
