import type { GoToHit } from '../../workerLink/views.ts'
import { goToHits } from '../reading/goTo.ts'
import { defineQuestion } from './defineQuestion.ts'

/** What Ctrl+K finds: groups and people. Once the lease is over groups alone. */
export const goTo = defineQuestion({
  afterLease: true,
  overLease: (hits: GoToHit[]) => hits.filter((hit) => hit.kind !== 'person'),
  answer: (context, { text }: { text: string }) => goToHits(context, text),
})
