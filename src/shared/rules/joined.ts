import type { Entity } from '../records/index.ts'
import { oldestFirst } from '../std/order.ts'

/** What is said of two people, as far as joining asks. */
export type SaidOfTwo = Pick<Entity<'samePerson'>, 'id' | 'personId' | 'otherId' | 'answer' | 'survivorId' | 'at' | 'voidedBecause'>

/** Whether somebody's own row is there, was removed, or is not on this laptop. */
export type Standing = 'here' | 'removed' | 'unknown'

/** People who are one, and the answers that say so, oldest first. */
interface OnePerson {
  ids: string[]
  answers: SaidOfTwo[]
}

/**
 * With whom each joined person is shown (story 18): by their id, the one who goes on. Whoever is not in it is themselves. Chains are
 * followed to their end. Two who were called two people are never joined by way of a third: the later answer is not followed. A circle
 * goes to the one named last. Nobody is joined to somebody whom this laptop does not have, and nobody who was removed is joined.
 */
export function survivorsOf(said: Iterable<SaidOfTwo>, is: (id: string) => Standing): Map<string, string> {
  const found = new Map<string, string>()
  for (const one of peopleOf([...said].filter((answer) => !answer.voidedBecause).sort(oldestFirst), is)) {
    const survivor = survivorOf(one, is)
    if (survivor) for (const id of one.ids) if (id !== survivor) found.set(id, survivor)
  }
  return found
}

function peopleOf(standing: readonly SaidOfTwo[], is: (id: string) => Standing): Set<OnePerson> {
  const apart = apartFrom(standing)
  const byId = new Map<string, OnePerson>()
  for (const answer of standing) {
    if (answer.answer !== 'same' || is(answer.personId) === 'removed' || is(answer.otherId) === 'removed') continue
    const [one, other] = [answer.personId, answer.otherId].map((id) => byId.get(id) ?? { ids: [id], answers: [] }) as [OnePerson, OnePerson]
    if (one !== other && one.ids.some((id) => other.ids.some((with_) => apart.get(id)?.has(with_)))) continue
    const ids = [...new Set([...one.ids, ...other.ids])]
    const answers = one === other ? [...one.answers, answer] : [...one.answers, ...other.answers, answer]
    const joined = { ids, answers: answers.sort(oldestFirst) }
    for (const id of ids) byId.set(id, joined)
  }
  return new Set(byId.values())
}

/** Who is somebody else than whom, both ways round. */
function apartFrom(standing: readonly SaidOfTwo[]): Map<string, Set<string>> {
  const apart = new Map<string, Set<string>>()
  for (const { answer, personId, otherId } of standing) {
    if (answer !== 'notSame') continue
    apart.set(personId, (apart.get(personId) ?? new Set()).add(otherId))
    apart.set(otherId, (apart.get(otherId) ?? new Set()).add(personId))
  }
  return apart
}

/** Who of them goes on: one who goes on in every answer that names them, else whoever was named last. */
function survivorOf({ ids, answers }: OnePerson, is: (id: string) => Standing): string | undefined {
  const here = ids.filter((id) => is(id) === 'here')
  const gone = new Set(answers.map((one) => (keptBy(one) === one.personId ? one.otherId : one.personId)))
  const lastNamed = answers.map(keptBy).reverse()
  const ends = lastNamed.filter((id) => !gone.has(id))
  return [...ends, ...lastNamed].find((id) => here.includes(id)) ?? here.sort()[0]
}

/** Who goes on by one answer. Where it does not say, the same on every laptop. */
function keptBy({ personId, otherId, survivorId }: SaidOfTwo): string {
  return survivorId === personId || survivorId === otherId ? survivorId : personId < otherId ? personId : otherId
}
