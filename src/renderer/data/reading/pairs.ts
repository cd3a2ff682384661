import type { PairRow, PairsView } from '../../workerLink/twoPeopleViews.ts'
import type { Entity, RecordName } from '../../../shared/records/index.ts'
import { likenessOf, traitsOf } from '../../../shared/rules/duplicates.ts'
import { pairsInSteps, type LikelyPair } from '../../../shared/rules/likelyPairs.ts'
import { nameOf } from '../../../shared/rules/names.ts'
import { samePersonIdOf } from '../../../shared/std/ids.ts'
import { newestFirst } from '../../../shared/std/order.ts'
import type { ViewContext } from './context.ts'

/** What they are made of: a tick at the register changes none of it, and looking at ten thousand people takes a tenth of a second. */
export const pairsMadeOf = ['person', 'samePerson', 'colleague'] as const satisfies readonly RecordName[]

/** Pairs to look at for whoever may say what they are, until the next write; the others have none. */
export function pairsOnce(context: ViewContext): Promise<PairsView> {
  return context.onceUntilTouched('pairs', () => pairsView(context), pairsMadeOf)
}

/** Where the names were folded already. */
const folded = new WeakSet<ViewContext>()

async function pairsView(context: ViewContext): Promise<PairsView> {
  if (context.store.role() === 'facilitator') return { open: [], later: [], joined: [] }
  const { memory } = context.store
  const people = memory.list('person').filter((one) => !one.removedBecause)
  const pairs = await likelyOf(people)
  if (!folded.has(context)) context.leavesBehind(people.length) // the names are folded the first time
  folded.add(context)
  const said = memory
    .list('samePerson')
    .filter((one) => !one.voidedBecause)
    .sort(newestFirst)
  const answered = new Set(said.map((one) => one.id))
  const open = pairs.filter((one) => !answered.has(samePersonIdOf(one.personId, one.otherId)))
  const rows = (answer: 'same' | 'later') => said.filter((one) => one.answer === answer).flatMap((one) => rowOf(context, compared(context, one)))
  return { open: open.flatMap((one) => rowOf(context, one)), later: rows('later'), joined: rows('same') }
}

/** Step by step: a person's page that is asked for meanwhile does not wait until ten thousand were compared. */
async function likelyOf(people: readonly Entity<'person'>[]): Promise<LikelyPair[]> {
  const steps = pairsInSteps(people)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    await new Promise((resolve) => setTimeout(resolve))
  }
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
