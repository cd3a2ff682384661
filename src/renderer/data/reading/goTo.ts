import type { GoToHit } from '../../workerLink/views.ts'
import { byName, nameOf } from '../../../shared/rules/names.ts'
import { plain } from '../../../shared/std/text.ts'
import { apartFor, apartIn } from './apart.ts'
import type { ViewContext } from './context.ts'

/** People shown; more would not be read. */
const mostPeople = 8
const anyone = { known: () => [], isMember: () => false, isHere: () => false, came: () => 0 }

/** What Ctrl+K finds: groups by name or place, and people. With nothing typed, all groups. */
export function goToHits(context: ViewContext, text: string): GoToHit[] {
  const { memory } = context.store
  const wanted = plain(text.trim())
  const groups = memory
    .list('group')
    .sort(byName)
    .flatMap((group): GoToHit[] => {
      const place = (group.venueId && memory.get('venue', group.venueId)?.name) ?? ''
      return plain(`${group.name} ${place}`).includes(wanted) ? [{ kind: 'group', id: group.id, name: group.name, detail: place }] : []
    })
  const found = context.search.find(text, anyone, mostPeople).flatMap(({ personId }) => memory.get('person', personId) ?? [])
  const apart = apartIn(context, found)
  const people = found.map((person): GoToHit => ({ kind: 'person', id: person.id, name: nameOf(person), detail: '', ...apartFor(apart, person.id) }))
  return [...groups, ...people]
}
