import type { MatchEntry } from '../../../shared/rules/match.ts'
import { partsOf } from '../../../shared/rules/templates.ts'
import type { ViewContext } from './context.ts'
import { directoryMadeOf, listings } from './directory.ts'

/** Everything somebody can be sent to, with what only our registers know of it. Worked out once until something is written. */
export function entriesOnce(context: ViewContext): Promise<readonly MatchEntry[]> {
  return context.onceUntilTouched(`entries ${context.today()}`, () => entriesOf(context), directoryMadeOf)
}

async function entriesOf(context: ViewContext): Promise<MatchEntry[]> {
  const today = context.today()
  return (await listings(context)).map((entry): MatchEntry => {
    const group = entry.groupId ? context.store.memory.get('group', entry.groupId) : undefined
    if (!group) return entry
    const placesLeft = group.capacity ? Math.max(0, group.capacity - context.expectedAt(group.id, today)) : null
    return { ...entry, placesLeft, takesCarers: partsOf(group).companions.includes('carer') }
  })
}
