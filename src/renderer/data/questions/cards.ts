import type { CardRow } from '../../workerLink/views.ts'
import { kioskName, nameOf, sortedByName } from '../../../shared/rules/names.ts'
import { apartFor, apartIn } from '../reading/apart.ts'
import type { ViewContext } from '../reading/context.ts'
import { defineQuestion } from './defineQuestion.ts'

/** A person’s cards, or those of a group’s members. */
export const cards = defineQuestion({
  madeOf: ['card', 'person', 'membership'],
  afterLease: false,
  answer: (context, whose: { groupId: string } | { personId: string }) => cardsView(context, whose),
})

/** Cards of a group's members by family name, or of one person. Who is not on lists any more gets none. */
function cardsView(context: ViewContext, whose: { groupId: string } | { personId: string }): CardRow[] {
  const { memory } = context.store
  const ids = 'personId' in whose ? [whose.personId] : context.membersOf(whose.groupId, context.today()).map((one) => one.personId)
  const people = ids.flatMap((id) => memory.get('person', id) ?? []).filter((person) => !person.removedBecause && !person.archivedOn)
  const apart = apartIn(context, people)
  return sortedByName(people).map((person) => ({ ...rowOf(context, person.id, nameOf(person), kioskName(person)), ...apartFor(apart, person.id) }))
}

function rowOf(context: ViewContext, personId: string, name: string, short: string): CardRow {
  const all = context.store.memory.linked('card', 'personId', personId)
  const [newest] = all.filter((one) => !one.revokedAt).sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1))
  return {
    personId,
    name,
    kioskName: short,
    revoked: all.filter((one) => one.revokedAt).length,
    card: newest ? { cardId: newest.id, token: newest.token, madeAt: newest.madeAt } : null,
  }
}
