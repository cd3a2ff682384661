import type { RightsView } from '../../workerLink/retentionViews.ts'
import type { Entity } from '../../../shared/records/index.ts'
import { nameOf } from '../../../shared/rules/names.ts'
import { blockedBy, keepingRows, retentionRow } from '../reading/retention.ts'
import { defineQuestion } from './defineQuestion.ts'

/** One person's record and rights, for leads: until when it is kept, what keeps it, whether it may be erased (story 35). */
export const rights = defineQuestion({
  afterLease: false,
  answer: async (context, { personId: asked }: { personId: string }, { lastSeen: { known } }): Promise<RightsView | null> => {
    const { memory } = context.store
    const person = memory.get('person', asked)
    if (!person || context.store.role() !== 'lead') return null
    const personId = person.id
    await context.store.load('signIn', 'personId', [personId])
    const ids = memory.joins.any ? memory.joins.idsOf(personId) : [personId]
    return {
      personId,
      name: nameOf(person),
      asAt: known?.at ?? null,
      retention: known ? retentionRow(context, person, known.days) : null,
      kept: keepingRows(context, memory.linked('retention', 'personId', personId)),
      blockedBy: blockedBy(context, person),
      joinedIds: ids.filter((one) => one !== personId),
      erasing: memory.list('erasure').some((one) => ids.includes(one.personId)),
      withOthers: memory
        .list('media')
        .filter((one) => !one.removedAt && isOfOthersToo(one, ids))
        .map((one) => ({ mediaId: one.id, title: one.title })),
    }
  },
})

function isOfOthersToo({ personIds = [], babiesOf = [] }: Pick<Entity<'media'>, 'personIds' | 'babiesOf'>, ids: readonly string[]): boolean {
  const shown = [...personIds, ...babiesOf]
  return shown.some((one) => ids.includes(one)) && shown.some((one) => !ids.includes(one))
}
