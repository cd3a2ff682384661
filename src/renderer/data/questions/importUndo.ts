import type { ImportUndoView } from '../../workerLink/views.ts'
import { keyOf } from '../../../shared/changes/row.ts'
import type { Entity } from '../../../shared/records/index.ts'
import { nameOf } from '../../../shared/rules/names.ts'
import { dateOf } from '../../../shared/std/dates.ts'
import { later, readStamp, zeroStamp, type Stamp } from '../../../shared/std/stamp.ts'
import type { ViewContext } from '../reading/context.ts'
import { lastTouches, latestOf } from '../reading/touchedSince.ts'
import { defineQuestion } from './defineQuestion.ts'

/** What undoing an import would take back, and what stays because somebody touched it since. */
export const importUndo = defineQuestion({
  afterLease: false,
  answer: (context, { importId }: { importId: string }) => importUndoView(context, importId),
})

/** What taking back an import would remove, and whom somebody has touched since: they stay. */
async function importUndoView(context: ViewContext, importId: string): Promise<ImportUndoView | null> {
  const { memory } = context.store
  const memberships = memory.list('membership').filter((one) => one.importId === importId && !one.endedOn)
  const people = memory.list('person').filter((one) => one.importId === importId && !one.removedBecause)
  if (memberships.length === 0 && people.length === 0) return null
  const ids = [...new Set([...people.map((one) => one.id), ...memberships.map((one) => one.personId)])]
  const imported = new Map(ids.map((id) => [id, importedAt(context, id, importId)]))
  const firstDay = dateOf(new Date(readStamp([...imported.values()].sort()[0] ?? zeroStamp).ms).toISOString())
  const last = await lastTouches(context, ids, firstDay)
  const brought = new Set(people.map((one) => one.id))
  const wasTouched = (id: string) => (last.get(id) ?? zeroStamp) > (imported.get(id) ?? zeroStamp)
  const touched = new Set(ids.filter((id) => (brought.has(id) ? wasTouched(id) : hasComeSince(context, id, importId))))
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

/** Somebody known before, whom the import only signed up: only coming to that group since makes the membership theirs. */
function hasComeSince(context: ViewContext, personId: string, importId: string): boolean {
  const { memory } = context.store
  const since = importedAt(context, personId, importId)
  const groups = new Set(importedMemberships(context, personId, importId).map((one) => one.groupId))
  return memory
    .linked('signIn', 'personId', personId)
    .filter((one) => groups.has(memory.get('session', one.sessionId)?.groupId ?? ''))
    .some((one) => latestOf(context, 'signIn', one.id) > since)
}

function importedMemberships(context: ViewContext, personId: string, importId: string): Entity<'membership'>[] {
  return context.store.memory.linked('membership', 'personId', personId).filter((one) => one.importId === importId)
}

/** When the import wrote the last of a person's rows: the membership comes after person and contact. */
function importedAt(context: ViewContext, personId: string, importId: string): Stamp {
  const { memory } = context.store
  const memberships = importedMemberships(context, personId, importId).map((one) => keyOf('membership', one.id))
  const keys = [keyOf('person', personId), ...memberships]
  return keys.map((key) => memory.row(key)?.view?.stamps['importId'] ?? zeroStamp).reduce(later, zeroStamp)
}
