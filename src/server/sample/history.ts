import type { HeadCountMoment } from '../../shared/records/headCount.ts'
import { partsOf } from '../../shared/rules/templates.ts'
import { addDays, instantOf, weekdayOf, type PlainDate } from '../../shared/std/dates.ts'
import { sessionIdOf } from '../../shared/std/ids.ts'
import type { Json } from '../../shared/changes/change.ts'
import type { DatedDraft } from '../ownWriting.ts'
import { sampleId, type SampleGroup } from './data.ts'
import type { Member } from './members.ts'
import { between, oneOf, type Chance } from './random.ts'

const minute = 60_000
const dayNumbers = { MO: 1, TU: 2, WE: 3, TH: 4, FR: 5, SA: 6, SU: 7 }
const cancellations = ['Amber wind warning', 'Leader ill, nobody to stand in', 'Venue closed', 'Ice on the paths']
const summaries = ['Good turn-out, long chat in the café.', 'Wet, but cheerful.', 'Quiz on the seventies.']

/** One date of one group, as its register is being invented. */
interface Held {
  group: SampleGroup
  groupId: string
  sessionId: string
  date: PlainDate
  /** The colleague who leads it. */
  by: string
  startMs: number
  endMs: number
  chance: Chance
}

/** All registers of a group between two dates, and nothing for a session that is not over yet. */
export function historyOf(
  group: SampleGroup,
  members: readonly Member[],
  from: PlainDate,
  today: PlainDate,
  nowMs: number,
  chance: Chance,
): DatedDraft[] {
  const drafts: DatedDraft[] = []
  const dates = datesOf(group, from, today)
  dates.forEach((date, place) => {
    const held = heldOn(group, date, chance)
    if (held.endMs > nowMs) return
    if (group.key === 'W' && place === dates.length - 2) return // a register that nobody wrote: Today asks about it
    drafts.push(...registerOf(held, members, dates.length - place))
  })
  return drafts
}

/** The weekly dates, today included. */
export function datesOf(group: SampleGroup, from: PlainDate, today: PlainDate): PlainDate[] {
  const start = group.since > from ? group.since : from
  const days = (dayNumbers[group.day] - weekdayOf(start) + 7) % 7
  const dates: PlainDate[] = []
  for (let date = addDays(start, days); date <= today; date = addDays(date, 7)) dates.push(date)
  return dates
}

function heldOn(group: SampleGroup, date: PlainDate, chance: Chance): Held {
  const groupId = sampleId('group', group.key)
  return {
    group,
    groupId,
    date,
    chance,
    sessionId: sessionIdOf(groupId, date, 1),
    by: sampleId('colleague', group.leader),
    startMs: Date.parse(instantOf(date, group.start)),
    endMs: Date.parse(instantOf(date, group.end)),
  }
}

/** @param ago how many sessions ago, 1 for the latest */
function registerOf(held: Held, members: readonly Member[], ago: number): DatedDraft[] {
  const opening = sessionDraft(held, held.startMs - 20 * minute, { groupId: held.groupId, date: held.date, slot: 1 })
  const why = reasonAgainst(held)
  if (why && ago > 3) return [opening, sessionDraft(held, held.startMs - 15 * minute, { cancelledBecause: why })]
  const here = members.filter((member) => comes(member, held, ago))
  const arrivals = here.flatMap((member) => arrivalOf(held, member))
  return [opening, ...arrivals, ...countsOf(held, here), closing(held, here.length)]
}

function reasonAgainst({ date, chance }: Held): string | null {
  const day = date.slice(5)
  const off = chance() < 0.025 ? oneOf(chance, cancellations) : null
  return day >= '12-24' || day <= '01-01' ? 'Christmas week' : off
}

function comes({ person, since, until }: Member, { date, chance }: Held, ago: number): boolean {
  const lucky = chance()
  if (date < since || date > until) return false
  if (person.isNew) return ago === 1
  if (person.given === 'Dot' && ago <= 3) return ago === 3
  const winter = ['12', '01', '02'].includes(date.slice(5, 7)) ? 0.85 : 1
  return lucky < (0.06 + 0.095 * person.regular) * winter
}

/** The sign-in; now and then written on two laptops, or taken back as a mis-click and written again. */
function arrivalOf(held: Held, { personId }: Member): DatedDraft[] {
  const { chance, sessionId, by } = held
  const atMs = held.startMs + between(chance, -12 * 60, 6 * 60) * 1000
  const how = chance() < 0.86 ? 'facilitator' : chance() < 0.7 ? 'kiosk' : 'paper'
  const signIn = (sign: number, later: number): DatedDraft => {
    const arrivedAt = new Date(atMs + later).toISOString()
    const fields: { [field: string]: Json } = { sessionId, personId, arrivedAt, how, byId: by }
    return dated(held, atMs + later, { record: 'signIn', row: sampleId('signIn', sessionId, personId, sign), fields })
  }
  const first = signIn(1, 0)
  const luck = chance()
  if (luck < 0.006) return [first, signIn(2, 40_000)]
  if (luck < 0.012) return [first, voided(held, first, atMs + 20_000), signIn(2, 90_000)]
  if (luck < 0.045) return [first, leaving(held, first)]
  return [first]
}

function voided(held: Held, first: DatedDraft, atMs: number): DatedDraft {
  const fields = { voidedBecause: 'a mistake', voidedBy: held.by, voidedAt: new Date(atMs).toISOString() }
  return dated(held, atMs, { record: 'signIn', row: first.row, fields })
}

function leaving(held: Held, first: DatedDraft): DatedDraft {
  const atMs = held.endMs - between(held.chance, 15, 35) * minute
  return dated(held, atMs, { record: 'signIn', row: first.row, fields: { leftAt: new Date(atMs).toISOString() } })
}

/** Minutes after the start. */
const countedAfter: Record<HeadCountMoment, number> = { out: 8, in: 5, halfway: 35, back: 62, end: 58 }

/** The counts of its template; half-way sometimes somebody is behind a bush. */
function countsOf(held: Held, here: readonly Member[]): DatedDraft[] {
  if (here.length === 0) return []
  return partsOf(held.group).moments.map((moment) => {
    const atMs = held.startMs + countedAfter[moment] * minute
    const behind = moment === 'halfway' && held.chance() < 0.05 ? here.slice(0, 1) : []
    const fields = {
      sessionId: held.sessionId,
      moment,
      counted: here.length - behind.length,
      expected: here.length,
      missingIds: behind.map((member) => member.personId),
      at: new Date(atMs).toISOString(),
      byId: held.by,
    }
    return dated(held, atMs, { record: 'headCount', row: sampleId('headCount', held.sessionId, moment), fields })
  })
}

function closing(held: Held, came: number): DatedDraft {
  const atMs = held.endMs + 10 * minute
  const summary = held.chance() < 0.08 && came > 0 ? oneOf(held.chance, summaries) : null
  return sessionDraft(held, atMs, { closedAt: new Date(atMs).toISOString(), closedBy: held.by, summary })
}

function sessionDraft(held: Held, atMs: number, fields: { [field: string]: Json }): DatedDraft {
  return dated(held, atMs, { record: 'session', row: held.sessionId, fields })
}

function dated(held: Held, atMs: number, draft: { record: string; row: string; fields: { [field: string]: Json } }): DatedDraft {
  return { ...draft, atMs, actor: held.by, act: sampleId('act', draft.row, atMs) }
}
