import type { PersonChips } from '../../workerLink/views.ts'
import { missingPieces } from '../../../shared/rules/missing.ts'
import { photoOn } from '../../../shared/rules/photoMark.ts'
import type { ViewContext } from './context.ts'

/** What one must know of a person at a glance. Emergency contacts must be loaded before. */
export function chipsOf(context: ViewContext, personId: string, isNew: boolean): PersonChips {
  const person = context.store.memory.get('person', personId)
  if (!person) return { alerts: [], noPhoto: false, isNew, missing: [] }
  return {
    alerts: person.alerts ?? [],
    noPhoto: photoOn(person, context.today()) === 'no',
    isNew,
    missing: missingPieces(person, context.contactsOf(personId).filter((one) => one.phone !== '').length, context.store.role()),
  }
}
