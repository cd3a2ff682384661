import { z } from 'zod'
import { caseRoles } from '../records/defineRecord.ts'
import type { Entity } from '../records/index.ts'
import {
  firstSessions,
  firstSignedUp,
  firstTimes,
  hadSignedUpBy,
  isSignedUpOn,
  isWithin,
  lastDayToGetThere,
  medianOf,
  stayed,
  timesEach,
  timesToBeRegular,
  tookPlace,
  type CountedRegister,
  type Days,
} from '../rules/figures.ts'
import { hasStopped } from '../rules/gotThere.ts'
import { headsWithoutRecord } from '../rules/heads.ts'
import type { PlainDate } from '../std/dates.ts'
import { grouped } from '../std/grouped.ts'
import { dateSchema } from '../std/schemas.ts'
import { said } from './cellWords.ts'
import { defineReport, type CellValue, type ReportReader } from './defineReport.ts'
import { inLots } from './inLots.ts'
import { groupsByName, membershipsOf, registersOf, toldBefore } from './registers.ts'

/** One group in a period, or all of them together: each person of these is counted once. */
export interface UptakeLine {
  group: CellValue
  signedUp: number
  joined: number
  sessions: number
  cancelled: number
  came: number
  people: number
  newPeople: number
  median: number | null
  heads: number
  regular: number
  stopped: number
  /** Who can be told of whether they stayed, and who did. */
  sixSessions: number
  stayed: number
  /** Who said yes long enough ago, and who got there. */
  saidYes: number
  gotThere: number
}

/** What one line is counted from. */
interface Counted {
  /** Every register, also after the period: who said yes on its last day has four weeks. */
  registers: readonly CountedRegister[]
  inPeriod: readonly CountedRegister[]
  memberships: readonly Entity<'membership'>[]
  offers: readonly Entity<'offer'>[]
  companions: readonly Entity<'companion'>[]
  told: ReadonlyMap<string, ReadonlySet<string>>
}

const number = <Id extends keyof UptakeLine>(id: Id) => ({
  id,
  kind: 'figure' as const,
  value: (line: UptakeLine) => line[id],
})

/**
 * How many people each group reached in a period, and all groups together (story 28). What each figure counts is decided in
 * rules/figures.ts. These are counts of sessions and of who came to them, as the register shows them: nothing here says who they are.
 */
export const uptake = defineReport({
  params: z.object({ from: dateSchema, to: dateSchema }),
  roles: caseRoles,
  columns: [
    { id: 'group', kind: 'text', of: ['group.name', 'group.organiser'], value: (line: UptakeLine) => line.group },
    { ...number('signedUp'), means: 'signedUp', of: ['membership.groupId'] },
    { ...number('joined'), means: 'joined', of: ['membership.since'] },
    { ...number('sessions'), means: 'sessions', of: ['session.date'] },
    { ...number('cancelled'), means: 'cancelled', of: ['session.cancelledBecause'] },
    { ...number('came'), means: 'came', of: ['signIn.sessionId'] },
    { ...number('people'), means: 'people', of: ['signIn.sessionId'] },
    { ...number('newPeople'), means: 'newPeople', of: ['signIn.sessionId'] },
    { ...number('median'), means: 'median', of: ['signIn.sessionId'] },
    { ...number('heads'), means: 'heads', of: ['companion.number'] },
    { ...number('regular'), means: 'regular', of: ['signIn.sessionId'] },
    { ...number('stopped'), means: 'stopped', of: ['signIn.sessionId', 'registerMark.state'] },
    { ...number('sixSessions'), of: ['membership.since', 'signIn.sessionId'] },
    { ...number('stayed'), means: 'stayed', of: ['membership.since', 'signIn.sessionId'] },
    { ...number('saidYes'), of: ['offer.state', 'offer.answeredOn'] },
    { ...number('gotThere'), means: 'gotThere', of: ['offer.state', 'offer.answeredOn', 'signIn.sessionId'] },
  ],
  async rows(reader, days, today) {
    const groups = await groupsByName(reader)
    const all = await countedOf(
      reader,
      days,
      groups.map((one) => one.id),
    )
    const byGroup = splitByGroup(all)
    const lines = await inLots(groups, 2, reader, ({ id, name }) => lineOf(name, [byGroup(id)], days, today))
    await reader.giveWay()
    const whole = lineOf(
      said('allGroups'),
      groups.map((one) => byGroup(one.id)),
      days,
      today,
    )
    const isThere = (line: UptakeLine) => line.signedUp + line.joined + line.sessions + line.cancelled + line.saidYes > 0
    return lines.some(isThere) ? [...lines.filter(isThere), whole] : []
  },
})

async function countedOf(reader: ReportReader, days: Days, groupIds: readonly string[]): Promise<Counted> {
  const registers = await registersOf(reader, groupIds)
  const inPeriod = registers.filter((one) => isWithin(one.date, days))
  const sessionIds = inPeriod.map((one) => one.sessionId)
  return {
    registers,
    inPeriod,
    memberships: await membershipsOf(reader, groupIds),
    offers: await reader.linked('offer', 'groupId', groupIds),
    companions: await reader.linked('companion', 'sessionId', sessionIds),
    told: await toldBefore(reader, inPeriod),
  }
}

/** The same of one group alone. Sorted out once: a group does not look through the rows of all. */
function splitByGroup(all: Counted): (groupId: string) => Counted {
  const groupOf = new Map(all.inPeriod.map((one) => [one.sessionId, one.groupId]))
  const registers = grouped(all.registers, (one) => one.groupId)
  const inPeriod = grouped(all.inPeriod, (one) => one.groupId)
  const memberships = grouped(all.memberships, (one) => one.groupId)
  const offers = grouped(all.offers, (one) => one.groupId ?? '')
  const companions = grouped(all.companions, (one) => groupOf.get(one.sessionId) ?? '')
  return (id) => ({
    registers: registers.get(id) ?? [],
    inPeriod: inPeriod.get(id) ?? [],
    memberships: memberships.get(id) ?? [],
    offers: offers.get(id) ?? [],
    companions: companions.get(id) ?? [],
    told: all.told,
  })
}

function lineOf(group: CellValue, each: readonly Counted[], days: Days, today: PlainDate): UptakeLine {
  const inPeriod = each.flatMap((one) => one.inPeriod)
  const memberships = each.flatMap((one) => one.memberships)
  const met = inPeriod.filter(tookPlace)
  const stays = each.map((one) => stayOf(one, days))
  const yes = each.map((one) => gotThereOf(one, days, today))
  return {
    group,
    signedUp: people(memberships.filter((one) => isSignedUpOn(one, days.to))),
    joined: people(memberships.filter((one) => isWithin(one.since, days) && hadSignedUpBy(one, days.to))),
    sessions: met.length,
    cancelled: inPeriod.filter((one) => one.state === 'cancelled').length,
    median: medianOf(met.map((one) => one.came.size)),
    heads: headsWithoutRecord(each.flatMap((one) => one.companions)),
    ...whoCame(each, days),
    sixSessions: sum(stays.map((one) => one.of)),
    stayed: sum(stays.map((one) => one.many)),
    saidYes: sum(yes.map((one) => one.of)),
    gotThere: sum(yes.map((one) => one.many)),
  }
}

/** Who came in the period. Of several groups each person is one: new with the first of them, and stopped only where they have stopped coming to each they came to. */
function whoCame(each: readonly Counted[], days: Days): Pick<UptakeLine, 'came' | 'people' | 'newPeople' | 'regular' | 'stopped'> {
  const inPeriod = each.flatMap((one) => one.inPeriod)
  const times = timesEach(inPeriod)
  const first = firstTimes(inOrder(each.flatMap((one) => one.registers)))
  const still = new Set(each.flatMap((one) => stillComing(one)))
  const came = [...times.keys()]
  return {
    came: sum([...times.values()]),
    people: times.size,
    newPeople: came.filter((one) => isWithin(first.get(one) ?? '', days)).length,
    regular: [...times.values()].filter((many) => many >= timesToBeRegular).length,
    stopped: came.filter((one) => !still.has(one)).length,
  }
}

/** Who came in the period to this group and has not stopped by its end. Read from the last session backwards, so that nobody's sessions are counted one by one. */
function stillComing({ inPeriod, told }: Counted): string[] {
  const missed = new Map<string, number>()
  const [still, seen] = [new Set<string>(), new Set<string>()]
  const everybody = new Set(inPeriod.flatMap((one) => [...one.came]))
  for (const one of [...inPeriod].reverse()) {
    for (const who of one.came) if (!seen.has(who) && seen.add(who) && !hasStopped(missed.get(who) ?? 0)) still.add(who)
    if (one.state !== 'held') continue
    const excused = told.get(one.sessionId)
    for (const who of everybody) if (!seen.has(who) && !one.came.has(who) && !excused?.has(who)) missed.set(who, (missed.get(who) ?? 0) + 1)
  }
  return [...still]
}

/** Of whose first six sessions the last was in the period, and who of them stayed. */
function stayOf({ registers, memberships }: Counted, days: Days): { of: number; many: number } {
  const met = registers.filter(tookPlace)
  const asked = [...firstSignedUp(memberships, days.to)].flatMap(([who, since]) => {
    const first = firstSessions(met, since)
    return first && isWithin(first.at(-1)?.date ?? '', days) ? [stayed(who, first)] : []
  })
  return { of: asked.length, many: asked.filter(Boolean).length }
}

/** Who said yes to the group in the period, four weeks ago or longer, and who of them came within these four weeks. */
function gotThereOf({ registers, offers }: Counted, days: Days, today: PlainDate): { of: number; many: number } {
  const said = new Map<string, PlainDate>()
  for (const one of offers) {
    const on = one.answeredOn ?? one.offeredOn
    const counts = one.state === 'accepted' && !one.voidedBecause && isWithin(on, days) && lastDayToGetThere(on) <= today
    if (counts && on < (said.get(one.personId) ?? '9999')) said.set(one.personId, on)
  }
  const came = [...said].filter(([who, on]) =>
    registers.some(({ date, came: there }) => date >= on && date <= lastDayToGetThere(on) && there.has(who)),
  )
  return { of: said.size, many: came.length }
}

function people(rows: readonly { personId: string }[]): number {
  return new Set(rows.map((one) => one.personId)).size
}

function inOrder(registers: readonly CountedRegister[]): CountedRegister[] {
  return [...registers].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}
