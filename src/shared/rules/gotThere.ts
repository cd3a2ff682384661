import type { Entity } from '../records/index.ts'
import type { PlainDate } from '../std/dates.ts'
import { addDays } from '../std/dates.ts'

/** A session of the group somebody accepted, as the register has it. */
export interface SessionSince {
  date: PlainDate
  /**
   * held: closed, so who was not there is known; open: not closed, or nobody has told this laptop yet; cancelled: nobody could come.
   * Only one that was held can be missed (story 23).
   */
  state: 'held' | 'open' | 'cancelled'
  /** They were there, under any record that is theirs. */
  came: boolean
  /** They told the team before that they cannot come: no miss either. */
  toldBefore?: boolean
}

/** What was agreed, and what was done about it since. */
export interface Accepted {
  acceptedOn: PlainDate
  /** The first date that was agreed, if one was. */
  firstOn: PlainDate | null
  /** The last call about it. */
  calledOn: PlainDate | null
}

/** Whether somebody got there; nobody types it. */
export interface GotThere {
  /** came: and goes on; notYet: never; stopped: came, and missed two in a row since. */
  state: 'came' | 'notYet' | 'stopped'
  times: number
  firstCame: PlainDate | null
  lastCame: PlainDate | null
  /** Sessions missed in a row, up to today. */
  missed: number
  /** Of how many sessions that were held since. */
  of: number
  /** What the link worker is asked to do now: call after two missed, call after the first time. */
  call: 'missed' | 'first' | null
  /** The day that asks for the call. */
  callSince: PlainDate | null
}

/** So many sessions missed in a row ask for a call (story 23). */
export const missesToCall = 2

/** Whether somebody who came has stopped coming: they missed two in a row since. @param missed sessions that were held since they last came, without those of which they told the team before */
export function hasStopped(missed: number): boolean {
  return missed >= missesToCall
}

/** Cancelled, unless somebody came; held once it is closed. @param anybody whether anybody came */
export function stateOfSession(session: Pick<Entity<'session'>, 'cancelledBecause' | 'closedAt'> | null, anybody: boolean): SessionSince['state'] {
  if (session?.cancelledBecause && !anybody) return 'cancelled'
  return session?.closedAt ? 'held' : 'open'
}

/** The call after a first time is asked for until this many days later: then it is no longer about the first time. */
const firstCallDays = 14

/** Whether somebody who accepted a group got there, worked out from its registers (story 23). @param sessions since the acceptance, in any order */
export function gotThere(accepted: Accepted, sessions: readonly SessionSince[], today: PlainDate): GotThere {
  const since = [...sessions].filter((one) => one.date >= accepted.acceptedOn && one.date <= today).sort((a, b) => (a.date < b.date ? -1 : 1))
  const came = since.filter((one) => one.came)
  const [firstCame, lastCame] = [came[0]?.date ?? null, came.at(-1)?.date ?? null]
  const missed = since.filter((one) => one.date > (lastCame ?? '') && isMiss(accepted, one))
  return {
    state: !lastCame ? 'notYet' : hasStopped(missed.length) ? 'stopped' : 'came',
    times: came.length,
    firstCame,
    lastCame,
    missed: missed.length,
    of: since.filter((one) => one.came || isMiss(accepted, one)).length,
    ...callFor(accepted, firstCame, missed, today),
  }
}

/** Nobody misses what they had not been expected at: before the first date agreed, or on the day they said yes. */
function isMiss({ acceptedOn, firstOn }: Accepted, one: SessionSince): boolean {
  const expected = firstOn ? one.date >= firstOn : one.date > acceptedOn
  return expected && one.state === 'held' && !one.came && !one.toldBefore
}

/** A call settles what asked for it; two more missed after it ask again. */
function callFor(
  { calledOn }: Accepted,
  firstCame: PlainDate | null,
  missed: readonly SessionSince[],
  today: PlainDate,
): Pick<GotThere, 'call' | 'callSince'> {
  const second = missed.filter((one) => !calledOn || one.date > calledOn)[missesToCall - 1]
  if (second) return { call: 'missed', callSince: second.date }
  const asksAfterFirst = firstCame && firstCame < today && today <= addDays(firstCame, firstCallDays) && !(calledOn && calledOn >= firstCame)
  return asksAfterFirst ? { call: 'first', callSince: firstCame } : { call: null, callSince: null }
}
