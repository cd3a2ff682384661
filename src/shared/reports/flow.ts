import { z } from 'zod'
import type { Entity } from '../records/index.ts'
import { flowSteps, waitsOf, wayOf, type FlowStep, type Waits, type Way } from '../rules/flow.ts'
import type { PlainDate } from '../std/dates.ts'
import { grouped } from '../std/grouped.ts'
import { compareTexts } from '../std/order.ts'
import { isFew, maskedAmong, maskedBreakdown, maskedParts, type Masked } from '../rules/smallNumbers.ts'
import { countOf, said, shownOr, type Said } from './cellWords.ts'
import { defineReport, type ReportReader } from './defineReport.ts'

/** One step of the referrals of a month, or of all months. */
export interface FlowLine {
  month: PlainDate | Said
  step: Said
  referrals: number | Said
  reached: number | Said
  median: number | Said | null
  ninetieth: number | Said | null
  /** Of all months alone: by month, a few who wait would say who has got there. */
  waiting: number | null
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
    await reader.giveWay()
    const byMonth = grouped(ways, (one) => `${one.referral.receivedOn.slice(0, 7)}-01`)
    const months = [...byMonth.keys()].sort((a, b) => compareTexts(b, a))
    const all = { month: said('allMonths'), ways }
    const blocks = [all, ...months.map((month) => ({ month, ways: byMonth.get(month) ?? [] }))]
    return ways.length === 0 ? [] : linesOf(blocks)
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
  await reader.giveWay()
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

/** The steps of each block. The first is the sum of the others, so what is hidden of one month takes more with it (rules/smallNumbers.ts). */
function linesOf(blocks: readonly Block[]): FlowLine[] {
  const referrals = blocks.map((one) => one.ways.length)
  const shown: Masked[] = [referrals[0] ?? 0, ...maskedBreakdown(referrals.slice(1))]
  const waits = stepsOf((step) => blocks.map((one) => waitsOf(one.ways.map(({ way }) => way[step]))))
  const ended = (step: FlowStep) => (referrals[0] ?? 0) - (waits[step][0]?.reached ?? 0) - (waits[step][0]?.waiting ?? 0)
  const contact = reachedOf(waits.contact, referrals, shown, ended('contact'))
  const reached = {
    contact,
    // Who was spoken to was tried: they are a part of these.
    conversation: reachedOf(waits.conversation, reachedIn(waits.contact), contact, ended('conversation')),
    attendance: reachedOf(waits.attendance, referrals, shown, ended('attendance')),
  }
  return blocks.flatMap(({ month }, nth) =>
    flowSteps.map((step): FlowLine => {
      const found = { month, step: said(step), reached: shownOr(reached[step][nth] ?? null) }
      if (nth === 0) return { ...found, referrals: countOf(referrals[0] ?? 0), ...daysOfAll(waits[step][0] as Waits) }
      return { ...found, referrals: shownOr(shown[nth] ?? null), ...daysOfMonth(waits[step][nth] as Waits, reached[step][nth] ?? null) }
    }),
  )
}

function stepsOf<Value>(of: (step: FlowStep) => Value): Record<FlowStep, Value> {
  return { contact: of('contact'), conversation: of('conversation'), attendance: of('attendance') }
}

function reachedIn(waits: readonly Waits[]): number[] {
  return waits.map((one) => one.reached)
}

/**
 * How many got to a step, in all and by month, as it may be shown beside the wholes that they are a part of.
 * @param ended of all, who neither got there nor waits
 */
function reachedOf(waits: readonly Waits[], wholes: readonly number[], shown: readonly Masked[], ended: number): Masked[] {
  const [all = 0, ...months] = reachedIn(waits)
  const together = shown[0] === null ? null : maskedAmong(all, [(wholes[0] ?? 0) - all, ended])
  return [together, ...maskedParts(months, wholes.slice(1), shown.slice(1), together !== null)]
}

type Days = Pick<FlowLine, 'median' | 'ninetieth' | 'waiting' | 'longest'>

/** A median of five or more says nothing of how many they are. */
function daysOfAll({ reached, median, ninetieth, waiting, longest }: Waits): Days {
  return { ...(isFew(reached) ? notShown : { median, ninetieth }), waiting, longest }
}

/** By month, that there is a median would say which hidden number is no few. */
function daysOfMonth({ median, ninetieth }: Waits, reached: Masked): Days {
  return { ...(reached === null ? notShown : { median, ninetieth }), waiting: null, longest: null }
}

const notShown = { median: said('notShown'), ninetieth: said('notShown') }
