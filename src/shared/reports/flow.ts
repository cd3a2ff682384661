import { z } from 'zod'
import type { Entity } from '../records/index.ts'
import { flowSteps, waitsOf, wayOf, type FlowStep, type Waits, type Way } from '../rules/flow.ts'
import type { PlainDate } from '../std/dates.ts'
import { grouped } from '../std/grouped.ts'
import { compareTexts } from '../std/order.ts'
import { said, type Said } from './cellWords.ts'
import { defineReport, type ReportReader } from './defineReport.ts'
import { maskParts, maskSmall } from './maskSmall.ts'

/** One step of the referrals of a month, or of all months. */
export interface FlowLine {
  month: PlainDate | Said
  step: Said
  referrals: number | Said
  reached: number | Said
  median: number | Said | null
  ninetieth: number | Said | null
  waiting: number
  longest: number | null
}

const from = ['referral.receivedOn', 'referral.decided'] as const
const steps = [...from, 'caseContact.on', 'episode.startedOn', 'signIn.arrivedAt', 'session.date'] as const
/** How many wait is a count of people that is not masked: who works with cases has their names, and no file gets it. */
const people = [...steps, 'referral.personId'] as const

/**
 * How long from the day a referral came to the first try to reach the person, to the first conversation and to the first time at a group:
 * the median and the 90th percentile in days, by the month in which it came; how many wait now, and how long the longest has.
 */
export const flow = defineReport({
  params: z.object({}),
  columns: [
    { id: 'month', kind: 'month', of: from, value: (line: FlowLine) => line.month },
    { id: 'step', kind: 'text', of: from, value: (line: FlowLine) => line.step },
    { id: 'referrals', kind: 'figure', of: from, value: (line: FlowLine) => line.referrals },
    { id: 'reached', kind: 'figure', of: steps, value: (line: FlowLine) => line.reached },
    { id: 'median', kind: 'figure', of: steps, value: (line: FlowLine) => line.median },
    { id: 'ninetieth', kind: 'figure', of: steps, value: (line: FlowLine) => line.ninetieth },
    { id: 'waiting', kind: 'figure', of: people, value: (line: FlowLine) => line.waiting },
    { id: 'longest', kind: 'figure', of: people, value: (line: FlowLine) => line.longest },
  ],
  notes: ['clocks', 'percentile', 'waitingNow', 'small'],
  async rows(reader, _params, today) {
    const ways = await waysOf(reader, today)
    const byMonth = grouped(ways, (one) => `${one.referral.receivedOn.slice(0, 7)}-01`)
    const months = [...byMonth.keys()].sort((a, b) => compareTexts(b, a))
    const all = { month: said('allMonths'), ways }
    const blocks = [all, ...months.map((month) => ({ month, ways: byMonth.get(month) ?? [] }))]
    const byStep = flowSteps.map((step) => linesOf(step, blocks))
    return ways.length === 0 ? [] : blocks.flatMap((_, nth) => byStep.flatMap((lines) => lines[nth] ?? []))
  },
})

interface Referred {
  referral: Entity<'referral'>
  way: Way
}

/** The way of every referral that stands, of people who are on our lists. */
async function waysOf(reader: ReportReader, today: PlainDate): Promise<Referred[]> {
  const removed = new Set((await reader.all('person')).filter((one) => one.removedBecause).map((one) => one.id))
  const referrals = (await reader.all('referral')).filter((one) => !one.voidedBecause && !removed.has(one.personId))
  const episodes = new Map((await reader.all('episode')).map((one) => [one.id, one]))
  const contacts = grouped(await reader.all('caseContact'), (one) => one.episodeId)
  const came = await daysOf(reader, [...new Set(referrals.map((one) => one.personId))])
  return referrals.map((referral) => {
    const [id, days] = [referral.episodeId ?? '', came.get(referral.personId) ?? []]
    const cameOn = days.find((day) => day >= referral.receivedOn) ?? null
    return { referral, way: wayOf(referral, episodes.get(id), contacts.get(id) ?? [], cameOn, today) }
  })
}

/** The days on which people came to any group, in order. */
async function daysOf(reader: ReportReader, ids: readonly string[]): Promise<Map<string, PlainDate[]>> {
  const dates = new Map((await reader.all('session')).map((one) => [one.id, one.date]))
  const days = new Map<string, PlainDate[]>()
  for (const { personId, sessionId, voidedBecause } of await reader.linked('signIn', 'personId', ids)) {
    const date = voidedBecause ? undefined : dates.get(sessionId)
    if (date) days.set(personId, [...(days.get(personId) ?? []), date])
  }
  for (const all of days.values()) all.sort(compareTexts)
  return days
}

interface Block {
  month: PlainDate | Said
  ways: readonly Referred[]
}

/** One step over all blocks: the first is the sum of the others, so a small count of a month takes that of another with it. */
function linesOf(step: FlowStep, blocks: readonly Block[]): FlowLine[] {
  const waits = blocks.map((one) => waitsOf(one.ways.map(({ way }) => way[step])))
  const masked = (counts: readonly number[]) => [maskSmall(counts[0] ?? 0), ...maskParts(counts.slice(1))]
  const referrals = masked(blocks.map((one) => one.ways.length))
  const reached = masked(waits.map((one) => one.reached))
  return blocks.map(({ month }, nth) => lineOf(month, step, waits[nth] as Waits, referrals[nth] ?? 0, reached[nth] ?? 0))
}

function lineOf(month: PlainDate | Said, step: FlowStep, waits: Waits, referrals: number | Said, reached: number | Said): FlowLine {
  const days = (value: number | null) => (typeof reached === 'number' ? value : said('notShown'))
  const { median, ninetieth, waiting, longest } = waits
  return { month, step: said(step), referrals, reached, median: days(median), ninetieth: days(ninetieth), waiting, longest }
}
