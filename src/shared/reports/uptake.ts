import { z } from 'zod'
import { caseRoles } from '../records/defineRecord.ts'
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
import { isFew } from '../rules/smallNumbers.ts'
import type { PlainDate } from '../std/dates.ts'
import { grouped } from '../std/grouped.ts'
import { dateSchema } from '../std/schemas.ts'
import { said } from './cellWords.ts'
import { counted, defineReport, type Behind, type CellValue, type Picked, type ReportReader } from './defineReport.ts'
import { hiddenIn, type Counts } from './hiding.ts'
import { inLots } from './inLots.ts'
import { wholeTeam } from './teamAndGroups.ts'
import { groupsByName, membershipsOf, registersOf, toldBefore, type Membership } from './registers.ts'

/** One group in a period, or all of them together: each person of these is counted once. Every figure is the list of whom or what it counts. */
export interface UptakeLine {
  group: CellValue
  /** null: all of them. */
  groupId: string | null
  signedUp: readonly string[]
  joined: readonly string[]
  sessions: readonly string[]
  cancelled: readonly string[]
  /** Whoever came, as often as they came. */
  came: readonly string[]
  people: readonly string[]
  newPeople: readonly string[]
  median: number | null
  heads: number
  regular: readonly string[]
  stopped: readonly string[]
  /** Who can be told of whether they stayed, and who did: in two groups, twice. */
  sixSessions: readonly string[]
  stayed: readonly string[]
  /** Who said yes long enough ago, and who got there: to two groups, twice. */
  saidYes: readonly string[]
  gotThere: readonly string[]
}

const ofOffer = ['groupId', 'personId', 'state', 'offeredOn', 'answeredOn', 'voidedBecause'] as const
const ofCompanion = ['sessionId', 'kind', 'number', 'voidedBecause'] as const

/** What one line is counted from. */
interface Counted {
  /** Every register, also after the period: who said yes on its last day has four weeks. */
  registers: readonly CountedRegister[]
  inPeriod: readonly CountedRegister[]
  memberships: readonly Membership[]
  offers: readonly Picked<'offer', (typeof ofOffer)[number]>[]
  companions: readonly Picked<'companion', (typeof ofCompanion)[number]>[]
  told: ReadonlyMap<string, ReadonlySet<string>>
}

type Listed = { [Id in keyof UptakeLine]: UptakeLine[Id] extends readonly string[] ? Id : never }[keyof UptakeLine]

const listed = <Id extends Listed>(id: Id, what: Behind['what'] = 'people') => counted(id, what, (line: UptakeLine) => line[id])

/** What counts people, for what is hidden: a whole before its parts. */
const ofPeople: readonly Counts<UptakeLine>[] = [
  ...(['signedUp', 'joined', 'came', 'people', 'sixSessions', 'saidYes'] as const).map((id) => ({ id, of: (line: UptakeLine) => line[id].length })),
  ...(['newPeople', 'regular', 'stopped'] as const).map((id) => ({ id, of: (line: UptakeLine) => line[id].length, partOf: 'people' })),
  { id: 'stayed', of: (line) => line.stayed.length, partOf: 'sixSessions' },
  { id: 'gotThere', of: (line) => line.gotThere.length, partOf: 'saidYes' },
  { id: 'heads', of: (line) => line.heads },
]

/**
 * How many people each group reached in a period, and all groups together (story 28). What each figure counts is decided in
 * rules/figures.ts. These are counts of sessions and of who came to them, as the register shows them: nothing here says who they are.
 */
export const uptake = defineReport({
  params: z.object({ from: dateSchema, to: dateSchema }),
  roles: caseRoles,
  columns: [
    { id: 'group', kind: 'text', of: ['group.name', 'group.organiser'], value: (line: UptakeLine) => line.group },
    { ...listed('signedUp'), means: 'signedUp', of: ['membership.groupId'] },
    { ...listed('joined'), means: 'joined', of: ['membership.since'] },
    { ...listed('sessions', 'sessions'), means: 'sessions', of: ['session.date'] },
    { ...listed('cancelled', 'sessions'), means: 'cancelled', of: ['session.cancelledBecause'] },
    { ...listed('came', 'attendances'), means: 'came', of: ['signIn.sessionId'] },
    { ...listed('people'), means: 'people', of: ['signIn.sessionId'] },
    { ...listed('newPeople'), means: 'newPeople', of: ['signIn.sessionId'] },
    { id: 'median', kind: 'figure', value: (line) => line.median, means: 'median', of: ['signIn.sessionId'] },
    { id: 'heads', kind: 'figure', value: (line) => line.heads, means: 'heads', of: ['companion.number'] },
    { ...listed('regular'), means: 'regular', of: ['signIn.sessionId'] },
    { ...listed('stopped'), means: 'stopped', of: ['signIn.sessionId', 'registerMark.state'] },
    { ...listed('sixSessions'), of: ['membership.since', 'signIn.sessionId'] },
    { ...listed('stayed'), means: 'stayed', of: ['membership.since', 'signIn.sessionId'] },
    { ...listed('saidYes'), of: ['offer.state', 'offer.answeredOn'] },
    { ...listed('gotThere'), means: 'gotThere', of: ['offer.state', 'offer.answeredOn', 'signIn.sessionId'] },
  ],
  /** The middle size of sessions to which few came is a few people too. */
  hides(lines) {
    const hidden = hiddenIn(lines, ofPeople, ({ groupId }) => groupId === null)
    return hidden.map((one, at) => (isFew(Math.floor(lines[at]?.median ?? 0)) || one.has('people') ? new Set([...one, 'median']) : one))
  },
  key: ({ groupId }) => groupId ?? wholeTeam,
  async rows(reader, days, today) {
    const groups = await groupsByName(reader)
    const ids = groups.map((one) => one.id)
    const byGroup = splitByGroup(await countedOf(reader, days, ids))
    const each = await inLots(ids, 1, reader, (id) => reckoned(byGroup(id), days, today))
    const lines = await inLots(groups, 2, reader, (one, at) => lineOf(one, [each[at]!], days))
    await reader.giveWay()
    const isThere = (line: UptakeLine) => [line.signedUp, line.joined, line.sessions, line.cancelled, line.saidYes].some((one) => one.length > 0)
    return lines.some(isThere) ? [...lines.filter(isThere), lineOf({ id: null, name: said('allGroups') }, each, days)] : []
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
    offers: await reader.pickLinked('offer', 'groupId', groupIds, ofOffer),
    companions: await reader.pickLinked('companion', 'sessionId', sessionIds, ofCompanion),
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

/** What of a group is the same in its own line and in that of all. */
interface Reckoned extends Counted {
  still: readonly string[]
  stays: Told
  yes: Told
}

/** Of whom something can be told, and of whom it is true. */
interface Told {
  of: readonly string[]
  who: readonly string[]
}

function reckoned(counted: Counted, days: Days, today: PlainDate): Reckoned {
  return { ...counted, still: stillComing(counted), stays: stayOf(counted, days), yes: gotThereOf(counted, days, today) }
}

function lineOf({ id, name }: { id: string | null; name: CellValue }, each: readonly Reckoned[], days: Days): UptakeLine {
  const inPeriod = each.flatMap((one) => one.inPeriod)
  const memberships = each.flatMap((one) => one.memberships)
  const met = inPeriod.filter(tookPlace)
  return {
    group: name,
    groupId: id,
    signedUp: people(memberships.filter((one) => isSignedUpOn(one, days.to))),
    joined: people(memberships.filter((one) => isWithin(one.since, days) && hadSignedUpBy(one, days.to))),
    sessions: met.map((one) => one.sessionId),
    cancelled: inPeriod.flatMap((one) => (one.state === 'cancelled' ? [one.sessionId] : [])),
    median: medianOf(met.map((one) => one.came.size)),
    heads: headsWithoutRecord(each.flatMap((one) => one.companions)),
    ...whoCameTo(each, days),
    sixSessions: each.flatMap((one) => one.stays.of),
    stayed: each.flatMap((one) => one.stays.who),
    saidYes: each.flatMap((one) => one.yes.of),
    gotThere: each.flatMap((one) => one.yes.who),
  }
}

/** Who came in the period. Of several groups each person is one: new with the first of them, and stopped only where they have stopped coming to each they came to. */
function whoCameTo(each: readonly Reckoned[], days: Days): Pick<UptakeLine, 'came' | 'people' | 'newPeople' | 'regular' | 'stopped'> {
  const inPeriod = each.flatMap((one) => one.inPeriod)
  const times = timesEach(inPeriod)
  const first = firstTimes(inOrder(each.flatMap((one) => one.registers)))
  const still = new Set(each.flatMap((one) => one.still))
  const came = [...times.keys()]
  return {
    came: inPeriod.flatMap((one) => [...one.came]),
    people: came,
    newPeople: came.filter((one) => isWithin(first.get(one) ?? '', days)),
    regular: came.filter((one) => (times.get(one) ?? 0) >= timesToBeRegular),
    stopped: came.filter((one) => !still.has(one)),
  }
}

/** Who came in the period to this group and has not stopped by its end: counted are the sessions held since they last came. */
function stillComing({ inPeriod, told }: Counted): string[] {
  const last = new Map<string, number>()
  for (const [at, one] of inPeriod.entries()) for (const who of one.came) last.set(who, at)
  const heldBy: number[] = [0]
  for (const one of inPeriod) heldBy.push(heldBy.at(-1)! + (one.state === 'held' ? 1 : 0))
  const missed = new Map([...last].map(([who, at]) => [who, heldBy.at(-1)! - heldBy[at + 1]!]))
  for (const [at, one] of inPeriod.entries()) {
    if (one.state !== 'held') continue
    for (const who of told.get(one.sessionId) ?? []) if ((last.get(who) ?? at) < at) missed.set(who, missed.get(who)! - 1)
  }
  return [...missed].flatMap(([who, many]) => (hasStopped(many) ? [] : [who]))
}

/** Of whose first six sessions the last was in the period, and who of them stayed. */
function stayOf({ registers, memberships }: Counted, days: Days): Told {
  const met = registers.filter(tookPlace)
  const asked = [...firstSignedUp(memberships, days.to)].flatMap(([who, since]) => {
    const first = firstSessions(met, since)
    return first && isWithin(first.at(-1)?.date ?? '', days) ? [{ who, stays: stayed(who, first) }] : []
  })
  return { of: asked.map((one) => one.who), who: asked.flatMap((one) => (one.stays ? [one.who] : [])) }
}

/** Who said yes to the group in the period, four weeks ago or longer, and who of them came within these four weeks. */
function gotThereOf({ registers, offers }: Counted, days: Days, today: PlainDate): Told {
  const said = new Map<string, PlainDate>()
  for (const one of offers) {
    const on = one.answeredOn ?? one.offeredOn
    const counts = one.state === 'accepted' && !one.voidedBecause && isWithin(on, days) && lastDayToGetThere(on) <= today
    if (counts && on < (said.get(one.personId) ?? '9999')) said.set(one.personId, on)
  }
  const came = [...said].filter(([who, on]) => {
    const last = lastDayToGetThere(on)
    return registers.some(({ date, came: there }) => date >= on && date <= last && there.has(who))
  })
  return { of: [...said.keys()], who: came.map(([who]) => who) }
}

function people(rows: readonly { personId: string }[]): string[] {
  return [...new Set(rows.map((one) => one.personId))]
}

function inOrder(registers: readonly CountedRegister[]): CountedRegister[] {
  return [...registers].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}
