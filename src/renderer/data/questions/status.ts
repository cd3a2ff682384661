import { defineQuestion } from './defineQuestion.ts'

/** How saving and sending stand. */
export const status = defineQuestion({
  early: true,
  afterLease: true,
  answer: (_context, _: null, { status }) => status.view(),
})
