import type { DutyRole } from '../records/rotaDuty.ts'
import type { Entity } from '../records/index.ts'
import { addDays, type PlainDate } from '../std/dates.ts'
import type { Attendance } from './attendance.ts'
import { cafeOnly, headsOf } from './heads.ts'
import { ratioOf, type Ratio } from './ratio.ts'
import { oldestFirst } from '../std/order.ts'

type Duty = Entity<'rotaDuty'>

/** Said this many days before a paper of a colleague ends. */
const daysWarned = 30

/** The lines of a rota that stand: not taken off. Swapped ones stay, so that everybody sees who was to come. */
export function standingDuties(duties: readonly Duty[]): Duty[] {
  return duties.filter((one) => !one.voidedBecause).sort(oldestFirst)
}

/** Who runs a session, each once, whatever they do there. Ids of colleagues and of people who take part. */
export interface InCharge {
  leaders: ReadonlySet<string>
  /** All adults who help to run it, the leaders among them. */
  adults: ReadonlySet<string>
}

/** Those who said yes; and the leader it was planned with, unless the rota says that they do not come. */
export function inChargeOf(duties: readonly Duty[], plannedLeaderId: string | null): InCharge {
  const standing = standingDuties(duties)
  const yes = standing.filter((one) => one.state === 'yes')
  const idOf = (one: Duty) => one.colleagueId ?? one.personId ?? ''
  const mentioned = standing.filter((one) => one.role === 'leader').map(idOf)
  const planned = plannedLeaderId && !mentioned.includes(plannedLeaderId) ? [plannedLeaderId] : []
  const leaders = new Set([...planned, ...yes.filter((one) => one.role === 'leader').map(idOf)].filter(Boolean))
  return { leaders, adults: new Set([...leaders, ...yes.map(idOf)].filter(Boolean)) }
}

/** Whether who is here is enough to lead who is here: the one answer of the register and of the rota. Who leads is not led too (story 37); who came for the café only is not on the walk. */
export function ratioHere(
  { leaders, adults }: InCharge,
  attendance: readonly Attendance[],
  companions: readonly Entity<'companion'>[],
  peoplePerLeader: number | null,
): Ratio {
  const { people, others } = headsOf(attendance, companions, 'walk')
  const led = attendance.filter((one) => one.state === 'here' && !cafeOnly(one) && leaders.has(one.personId)).length
  return ratioOf(people + others - led, leaders.size, peoplePerLeader, adults.size)
}

export type Paper = 'training' | 'dbs' | 'firstAid'

/** What is to say of one paper of a colleague on the day: nothing while it holds. `until`: the last day it holds. */
export interface PaperSaid {
  paper: Paper
  state: 'missing' | 'ended' | 'endsSoon'
  until: PlainDate | null
}

/**
 * Papers of a colleague that want a word. Only what the role needs is missed: who leads was trained, the first aider has a
 * date. A walk leader need not have a DBS check (domain 9.5), so only one that ends is said.
 */
export function papersOf(colleague: Entity<'colleague'>, role: DutyRole, date: PlainDate): PaperSaid[] {
  const said: PaperSaid[] = []
  const leads = role === 'leader' || role === 'backMarker'
  if (leads && (!colleague.trainedOn || colleague.trainedOn > date)) said.push({ paper: 'training', state: 'missing', until: null })
  for (const [paper, until] of [
    ['dbs', colleague.dbsUntil],
    ['firstAid', colleague.firstAidUntil],
  ] as const) {
    if (!until && paper === 'firstAid' && role === 'firstAider') said.push({ paper, state: 'missing', until: null })
    else if (until && until < date) said.push({ paper, state: 'ended', until })
    else if (until && until <= addDays(date, daysWarned)) said.push({ paper, state: 'endsSoon', until })
  }
  return said
}
