import type { DirectoryFilter } from '../../workerLink/directoryViews.ts'
import { directoryMadeOf, directoryView } from '../reading/directory.ts'
import { defineQuestion } from './defineQuestion.ts'

/** Groups, partners and services that fit, and how many wait for a check (story 32). */
export const directory = defineQuestion({
  madeOf: directoryMadeOf,
  afterLease: false,
  answer: (context, { filter, most }: { filter: DirectoryFilter; most: number }) => directoryView(context, filter, most),
})
