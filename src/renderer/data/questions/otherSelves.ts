import type { OtherSelvesView } from '../../workerLink/twoPeopleViews.ts'
import { nameOf } from '../../../shared/rules/names.ts'
import { pairsMadeOf, pairsOnce } from '../reading/pairs.ts'
import { defineQuestion } from './defineQuestion.ts'

/** As whom else somebody was written down, and who may be they (story 18). */
export const otherSelves = defineQuestion({
  madeOf: pairsMadeOf,
  afterLease: false,
  async answer(context, { personId }: { personId: string }): Promise<OtherSelvesView> {
    const { memory } = context.store
    const [, ...joined] = memory.joins.idsOf(personId)
    const { open } = await pairsOnce(context)
    return {
      joined: joined.flatMap((id) => {
        const person = memory.written('person', id)
        return person ? [{ personId: id, name: nameOf(person) }] : []
      }),
      likely: open.flatMap(({ one, other }) => (one.personId === personId ? [other] : other.personId === personId ? [one] : [])),
    }
  },
})
