import type { Hint } from '../../workerLink/views.ts'
import type { Occurrence } from '../../../shared/rules/sessions.ts'
import { addDays } from '../../../shared/std/dates.ts'
import type { ViewContext } from './context.ts'

/** How far back "came 31 of the last 34" looks: a year of weeks. */
const daysBack = 366

/** How often each person came to a group's sessions before one date. */
export interface Regulars {
  /** Sessions held before, newest first: somebody came to each of them. */
  held: { sessionId: string; date: string; came: ReadonlySet<string> }[]
  times(personId: string): number
  /** Who came at all. */
  everyone(): Iterable<string>
}

/** A moment of a group's year: a session, or the end of a day. */
type Moment = Pick<Occurrence, 'groupId' | 'date' | 'start'>

/** Reads the year before a session; an earlier one of the same day belongs to it. */
export async function regularsOf(context: ViewContext, moment: Moment): Promise<Regulars> {
  const past = context.agenda
    .ofGroup(moment.groupId, addDays(moment.date, -daysBack), moment.date)
    .filter((one) => `${one.date} ${one.start}` < `${moment.date} ${moment.start}`)
    .reverse()
  const came = await context.cameTo(past.map((one) => one.sessionId))
  const held = past
    .map(({ sessionId, date }) => ({ sessionId, date, came: came.get(sessionId) ?? new Set<string>() }))
    .filter((one) => one.came.size > 0)
  const counts = new Map<string, number>()
  for (const one of held) for (const id of one.came) counts.set(id, (counts.get(id) ?? 0) + 1)
  return { held, times: (personId) => counts.get(personId) ?? 0, everyone: () => counts.keys() }
}

/** How a person stands to the group, for the line under the name. */
export function hintFor(context: ViewContext, regulars: Regulars, groupId: string, personId: string, since: string | null): Hint {
  if (since === null) return strangerHint(context, groupId, personId)
  const sinceJoined = regulars.held.filter((one) => one.date >= since)
  const times = sinceJoined.filter((one) => one.came.has(personId)).length
  const missed = sinceJoined.findIndex((one) => one.came.has(personId))
  if (times > 0 && missed >= 2) return { kind: 'missed', times: missed, since }
  if (times > 0) return { kind: 'came', times, of: sinceJoined.length }
  return { kind: 'member', since }
}

function strangerHint(context: ViewContext, groupId: string, personId: string): Hint {
  const others = context.store.memory.linked('membership', 'personId', personId).filter((one) => !one.endedOn && one.groupId !== groupId)
  const group = others[0] && context.store.memory.get('group', others[0].groupId)
  return group ? { kind: 'otherGroup', group: group.name } : { kind: 'noGroup' }
}
