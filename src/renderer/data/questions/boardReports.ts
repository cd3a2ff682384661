import { boardDueOn } from '../../../shared/rules/boardDue.ts'
import { compareTexts } from '../../../shared/std/order.ts'
import type { BoardReportView } from '../../workerLink/boardViews.ts'
import { defineQuestion } from './defineQuestion.ts'

/** The reports for boards, by name: for leads. */
export const boardReports = defineQuestion({
  madeOf: ['boardReport', 'colleague'],
  afterLease: false,
  answer: (context): BoardReportView[] => {
    if (context.store.role() !== 'lead') return []
    const standing = context.store.memory.list('boardReport').filter((one) => !one.voidedBecause)
    return standing
      .map((one) => {
        const { id: boardReportId, name, groupIds, parts, from, words, every } = one
        return { boardReportId, name, groupIds, parts, from, words, every, due: boardDueOn(one, context.today()) }
      })
      .sort((a, b) => compareTexts(a.name, b.name) || compareTexts(a.boardReportId, b.boardReportId))
  },
})
