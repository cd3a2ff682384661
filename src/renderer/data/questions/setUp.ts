import { setUpOf } from '../../../shared/rules/setUp.ts'
import type { SetUpView } from '../../workerLink/views.ts'
import type { ViewContext } from '../reading/context.ts'
import { defineQuestion } from './defineQuestion.ts'

/** What a new team still has to do. */
export const setUp = defineQuestion({
  madeOf: ['team', 'venue', 'group', 'membership', 'device', 'colleague'],
  afterLease: true,
  answer: (context) => setUpView(context),
})

/** What a new team still has to do, for a lead; nothing once all is done, and nothing while not all is fetched: what is missing here may be there. */
function setUpView({ store }: ViewContext): SetUpView | null {
  const { memory, state, opened } = store
  if (store.role() !== 'lead' || state.bookmark === null || !store.isWhole) return null
  const steps = setUpOf({
    team: memory.get('team', opened.identity.team.id),
    venues: memory.list('venue').length,
    groups: memory.list('group').length,
    memberships: memory.list('membership').length,
    devices: memory.list('device'),
    durable: state.durable,
  })
  return steps.every((one) => one.done) ? null : { steps }
}
