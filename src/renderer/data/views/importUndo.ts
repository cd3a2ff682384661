import type { ImportUndoView } from '../../desk/views.ts'
import { keyOf, type Row } from '../../../shared/changes/row.ts'
import { nameOf } from '../../../shared/rules/names.ts'
import type { ViewContext } from './context.ts'

/** What taking back an import would remove, and whom somebody has touched since: they stay. */
export async function importUndoView(context: ViewContext, importId: string): Promise<ImportUndoView | null> {
  const { memory } = context.store
  const memberships = memory.list('membership').filter((one) => one.importId === importId && !one.endedOn)
  const people = memory.list('person').filter((one) => one.importId === importId && !one.removedBecause)
  if (memberships.length === 0 && people.length === 0) return null
  const ids = [...new Set([...people.map((one) => one.id), ...memberships.map((one) => one.personId)])]
  await Promise.all([
    context.store.load('signIn', 'personId', ids), context.store.load('note', 'aboutId', ids),
    context.store.load('emergencyContact', 'personId', ids),
  ])
  const touched = new Set(ids.filter((id) => wasTouched(context, id, importId)))
  return {
    importId,
    people: people.filter((one) => !touched.has(one.id)).map((one) => one.id),
    memberships: memberships.filter((one) => !touched.has(one.personId)).map((one) => one.id),
    touched: [...touched].flatMap((personId) => {
      const person = memory.get('person', personId)
      return person ? [{ personId, name: nameOf(person) }] : []
    }),
  }
}

/** Somebody signed them in, wrote about them, changed them, or put them into another group. */
function wasTouched(context: ViewContext, personId: string, importId: string): boolean {
  const { memory } = context.store
  const rows = [
    memory.row(keyOf('person', personId)),
    ...memory.linked('emergencyContact', 'personId', personId).map((one) => memory.row(keyOf('emergencyContact', one.id))),
  ]
  const person = memory.get('person', personId)
  return (
    memory.linked('signIn', 'personId', personId).length > 0 ||
    memory.linked('note', 'aboutId', personId).length > 0 ||
    (person?.importId === importId && memory.linked('membership', 'personId', personId).some((one) => one.importId !== importId)) ||
    (person?.importId === importId && rows.some((row) => row?.view && wasEdited(row.view)))
  )
}

/** More than one change made the row. */
function wasEdited(row: Row): boolean {
  const sides = Object.values(row.sides ?? {})
  return new Set(Object.values(row.stamps)).size > 1 || sides.some((side) => side.over.length > 0)
}
