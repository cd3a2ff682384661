import type { ConcernsView } from '../../desk/doorViews.ts'
import { concernsView } from '../reading/happened.ts'
import { defineQuestion } from './defineQuestion.ts'

/** Concerns that were passed on. */
export const concerns = defineQuestion({
  afterLease: true,
  overLease: (all: ConcernsView) => ({ ...all, toRead: null }), // others’ concerns wait too; passing one on does not
  answer: (context) => concernsView(context),
})
