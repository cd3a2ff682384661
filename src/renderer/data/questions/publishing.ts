import type { PublishTyped } from '../../workerLink/publishingViews.ts'
import { publishingView } from '../reading/publishing.ts'
import { defineQuestion } from './defineQuestion.ts'

/** What everybody would read of a group, with what is being typed. */
export const publishing = defineQuestion({
  madeOf: ['group', 'venue', 'service', 'team', 'colleague', 'session'],
  afterLease: false,
  answer: (context, { groupId, typed }: { groupId: string; typed: PublishTyped | null }) => publishingView(context, groupId, typed),
})
