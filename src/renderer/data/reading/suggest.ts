import type { Suggestion } from '../../workerLink/contract.ts'
import type { Sought } from '../../../shared/rules/duplicates.ts'
import { kioskName } from '../../../shared/rules/names.ts'
import type { PeopleAlike } from '../likeness.ts'
import type { ViewContext } from './context.ts'
import type { OpenRegister } from './register.ts'

/** More would keep the queue waiting. */
const mostSuggested = 3

/** Who may be the same as somebody new: first name, initial and month of birth, and why. */
export function suggestionsOf(
  context: ViewContext,
  open: OpenRegister | null,
  alike: PeopleAlike,
  sought: Sought,
  except: string | null,
): Suggestion[] {
  return alike.find(sought, mostSuggested, except).flatMap(({ personId, because }) => {
    const person = context.store.memory.get('person', personId)
    if (!person) return []
    const bornIn = person.bornOn ? Number(person.bornOn.slice(5, 7)) : null
    return [{ personId, name: kioskName(person), bornIn, because, isHere: open?.attendance.get(personId)?.state === 'here' }]
  })
}
