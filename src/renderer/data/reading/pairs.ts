import type { PairRow, PairsView } from '../../workerLink/twoPeopleViews.ts'
import type { Entity, RecordName } from '../../../shared/records/index.ts'
import { likenessOf, traitsOf } from '../../../shared/rules/duplicates.ts'
import { likelyPairs, type LikelyPair } from '../../../shared/rules/likelyPairs.ts'
import { nameOf } from '../../../shared/rules/names.ts'
import { samePersonIdOf } from '../../../shared/std/ids.ts'
import { newestFirst } from '../../../shared/std/order.ts'
import type { ViewContext } from './context.ts'

/** What they are made of: a tick at the register changes none of it, and looking at ten thousand people takes a tenth of a second. */
export const pairsMadeOf = ['person', 'samePerson', 'colleague'] as const satisfies readonly RecordName[]

/** Pairs to look at for whoever may say what they are, until the next write; the others have none. */
export function pairsOnce(context: ViewContext): Promise<PairsView> {
  return context.onceUntilTouched('pairs', async () => pairsView(context), pairsMadeOf)
}

function pairsView(context: ViewContext): PairsView {
  if (context.store.role() === 'facilitator') return { open: [], later: [], joined: [] }
  const { memory } = context.store
  const said = memory
    .list('samePerson')
    .filter((one) => !one.voidedBecause)
    .sort(newestFirst)
  const answered = new Set(said.map((one) => one.id))
  const people = memory.list('person').filter((one) => !one.removedBecause)
  const open = likelyPairs(people).filter((one) => !answered.has(samePersonIdOf(one.personId, one.otherId)))
  const rows = (answer: 'same' | 'later') => said.filter((one) => one.answer === answer).flatMap((one) => rowOf(context, compared(context, one)))
  return { open: open.flatMap((one) => rowOf(context, one)), later: rows('later'), joined: rows('same') }
}

function compared({ store }: ViewContext, { personId, otherId }: Entity<'samePerson'>): LikelyPair {
  const [one, other] = [store.memory.written('person', personId), store.memory.written('person', otherId)]
  return { personId, otherId, because: one && other ? likenessOf(traitsOf(one), traitsOf(other)) : [] }
}

function rowOf({ store }: ViewContext, { personId, otherId, because }: LikelyPair): PairRow[] {
  const [one, other] = [store.memory.written('person', personId), store.memory.written('person', otherId)]
  return one && other ? [{ one: named(one), other: named(other), because }] : []
}

function named(person: Entity<'person'>): PairRow['one'] {
  return { personId: person.id, name: nameOf(person), bornOn: person.bornOn ?? null }
}
