import type { Entity } from '../records/index.ts'
import type { PlainDate } from '../std/dates.ts'
import { mayUse, uses, type InPicture, type MayUse, type Use } from './mayUse.ts'
import { babiesIn } from './mediaPeople.ts'

/** How people and their agreements are found. */
export interface MediaReader {
  person(id: string): Entity<'person'> | undefined
  agreements(personId: string): readonly Entity<'useAgreement'>[]
}

type Media = Pick<Entity<'media'>, 'kind' | 'personIds' | 'babiesOf' | 'babyNames' | 'nobody' | 'removedAt'>

/**
 * For what a picture, film or sound may be used: everybody in it must have agreed, also the parent of each baby. One in which nobody
 * can be known may be used for all. Signed papers are kept and never shown.
 */
export function mediaMayUse(one: Media, read: MediaReader, today: PlainDate): Record<Use, MayUse> {
  if (one.kind === 'paper' || one.removedAt) return forAll({ may: false, because: [] })
  if (one.nobody) return forAll({ may: true, until: null })
  const people = peopleIn(one, read)
  return mayUse(
    people,
    [...new Set(people.map(({ personId }) => personId))].flatMap((id) => read.agreements(id)),
    today,
  )
}

function peopleIn(one: Media, { person }: MediaReader): InPicture[] {
  const grown = (one.personIds ?? []).map((personId) => ({ personId, person: person(personId) }))
  const babies = babiesIn(one).map(({ withId, name }) => ({ personId: withId, baby: name || '?', person: person(withId) }))
  return [...grown, ...babies]
}

function forAll(answer: MayUse): Record<Use, MayUse> {
  return Object.fromEntries(uses.map((use) => [use, answer])) as Record<Use, MayUse>
}
