import { listingsOf } from '../../../shared/rules/directory.ts'
import type { MatchEntry } from '../../../shared/rules/match.ts'
import { partsOf } from '../../../shared/rules/templates.ts'
import type { ViewContext } from './context.ts'

/** Everything somebody can be sent to, with what only our registers know of it. Worked out once until something is written. */
export function entriesOnce(context: ViewContext): Promise<readonly MatchEntry[]> {
  return context.onceUntilTouched(`entries ${context.today()}`, async () => entriesOf(context))
}

function entriesOf(context: ViewContext): MatchEntry[] {
  const { memory, opened } = context.store
  const [today, { checkAfterDays }] = [context.today(), memory.get('team', opened.identity.team.id) ?? {}]
  const members = (groupId: string) => context.expectedAt(groupId, today)
  const rows = {
    services: memory.list('service'),
    groups: memory.list('group'),
    venue: (id: string) => memory.get('venue', id),
    colleague: (id: string) => memory.get('colleague', id),
    members,
  }
  return listingsOf(rows, today, checkAfterDays).map((entry): MatchEntry => {
    const group = entry.groupId ? memory.get('group', entry.groupId) : undefined
    if (!group) return entry
    const placesLeft = group.capacity ? Math.max(0, group.capacity - members(group.id)) : null
    return { ...entry, placesLeft, takesCarers: partsOf(group).companions.includes('carer') }
  })
}
