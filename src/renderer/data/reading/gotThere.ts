import type { Entity } from '../../../shared/records/index.ts'
import { gotThere, stateOfSession, type GotThere, type SessionSince } from '../../../shared/rules/gotThere.ts'
import { standingMarks } from '../../../shared/rules/marks.ts'
import type { Occurrence } from '../../../shared/rules/sessions.ts'
import { addDays } from '../../../shared/std/dates.ts'
import type { ViewContext } from './context.ts'

/** No register is read further back: who has come for half a year has got there. */
const daysBack = 182

type Offer = Entity<'offer'>

/** Whether those who said yes to a group of ours got there, by offer. The registers of each group are read once. */
export async function gotThereBy(context: ViewContext, offers: readonly Offer[]): Promise<Map<string, GotThere>> {
  const accepted = offers.filter((one) => one.groupId && one.state === 'accepted')
  const sessions = new Map(accepted.map((one) => [one.id, sessionsSince(context, one)]))
  const ids = [...new Set([...sessions.values()].flat().map((one) => one.sessionId))]
  const people = new Map(accepted.map((one) => [one.personId, idsOf(context, one.personId)]))
  const [came] = await Promise.all([context.cameTo(ids), context.store.load('registerMark', 'personId', [...people.values()].flat())])
  return new Map(
    accepted.map((one) => {
      const [theirs, told] = [people.get(one.personId) ?? [], toldBefore(context, people.get(one.personId) ?? [])]
      const since = (sessions.get(one.id) ?? []).map((session): SessionSince => {
        const there = came.get(session.sessionId) ?? new Set<string>()
        return {
          date: session.date,
          state: stateOfSession(session.session, there.size > 0),
          came: theirs.some((id) => there.has(id)),
          toldBefore: told.has(session.sessionId),
        }
      })
      const agreed = { acceptedOn: one.answeredOn ?? one.offeredOn, firstOn: one.firstOn ?? null, calledOn: one.calledOn ?? null }
      return [one.id, gotThere(agreed, since, context.today())]
    }),
  )
}

function sessionsSince(context: ViewContext, one: Offer): Occurrence[] {
  const today = context.today()
  const earliest = addDays(today, -daysBack)
  const from = one.answeredOn ?? one.offeredOn
  return one.groupId ? context.agenda.ofGroup(one.groupId, from > earliest ? from : earliest, today) : []
}

/** Sessions of which somebody told the team before that they cannot come. */
function toldBefore(context: ViewContext, ids: readonly string[]): Set<string> {
  const marks = ids.flatMap((id) => context.store.memory.linked('registerMark', 'personId', id))
  const bySession = new Map<string, Entity<'registerMark'>[]>()
  for (const mark of marks) bySession.set(mark.sessionId, [...(bySession.get(mark.sessionId) ?? []), mark])
  const told = [...bySession].filter(([, all]) => [...standingMarks(all).values()].some((mark) => mark.state === 'apologies'))
  return new Set(told.map(([sessionId]) => sessionId))
}

/** Every id under which somebody was written down, as far as somebody has said that they are one (story 18). */
function idsOf(context: ViewContext, personId: string): string[] {
  const said = [...context.store.memory.linked('samePerson', 'personId', personId), ...context.store.memory.linked('samePerson', 'otherId', personId)]
  const same = said.filter((one) => one.answer === 'same' && !one.voidedBecause)
  return [...new Set([personId, ...same.flatMap((one) => [one.personId, one.otherId])])]
}
