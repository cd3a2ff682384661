import { z } from 'zod'
import type { Entity } from '../records/index.ts'
import { flowSteps, waitsOf, wayOf, type FlowStep, type Waits, type Way } from '../rules/flow.ts'
import type { PlainDate } from '../std/dates.ts'
import { grouped } from '../std/grouped.ts'
import { compareTexts } from '../std/order.ts'
import { isFew, maskedAmong, maskedBreakdown, maskedParts, type Masked } from '../rules/smallNumbers.ts'
import { countOf, said, shownOr, type Said } from './cellWords.ts'
import { defineReport, type Behind, type ReportReader } from './defineReport.ts'
import { registersOf } from './registers.ts'
import { wholeTeam } from './teamAndGroups.ts'
import { removedPeople } from './removedPeople.ts'
import { inLots } from './inLots.ts'

/** One step of the referrals of a month, or of all months. */
export interface FlowLine {
  month: PlainDate | Said
  step: Said
  referrals: number | Said
  reached: number | Said
  median: number | Said | null
  ninetieth: number | Said | null
  /** Of all months alone: by month, who waits would say how many have got there. */
  waiting: number | Said | null
  longest: number | null
  /** Whose referrals they are. */
  ofReferrals: readonly string[]
  ofReached: readonly string[]
  ofWaiting: readonly string[]
}

const whoIn =
  (list: 'ofReferrals' | 'ofReached' | 'ofWaiting') =>
  (line: FlowLine): Behind => ({ what: 'people', ids: line[list] })

const from = ['referral.receivedOn', 'referral.decided'] as const
const steps = [...from, 'caseContact.on', 'episode.startedOn', 'signIn.arrivedAt', 'session.date'] as const
/** The longest wait is that of one person: who works with cases has their name, and no file gets it. */
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
    { id: 'referrals', kind: 'figure', of: from, value: (line: FlowLine) => line.referrals, behind: whoIn('ofReferrals') },
    { id: 'reached', kind: 'figure', of: steps, value: (line: FlowLine) => line.reached, behind: whoIn('ofReached') },
    { id: 'median', kind: 'figure', of: steps, value: (line: FlowLine) => line.median },
    { id: 'ninetieth', kind: 'figure', of: steps, value: (line: FlowLine) => line.ninetieth },
    { id: 'waiting', kind: 'figure', of: people, value: (line: FlowLine) => line.waiting, behind: whoIn('ofWaiting') },
    { id: 'longest', kind: 'figure', of: people, value: (line: FlowLine) => line.longest },
  ],
  notes: ['clocks', 'percentile', 'waitingNow', 'small'],
  key: ({ month }) => (typeof month === 'object' ? wholeTeam : month),
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
  const removed = await removedPeople(reader)
  const referrals = (await reader.all('referral')).filter((one) => !one.voidedBecause && !removed.has(one.personId))
  const episodes = new Map((await reader.all('episode')).map((one) => [one.id, one]))
  const contacts = grouped(await reader.all('caseContact'), (one) => one.episodeId)
  const came = await daysOf(reader, [...new Set(referrals.map((one) => one.personId))])
  return inLots(referrals, 1000, reader, (referral) => {
    const [id, days] = [referral.episodeId ?? '', came.get(referral.personId) ?? []]
    const cameOn = days.find((day) => day >= referral.receivedOn) ?? null
    return { referral, way: wayOf(referral, episodes.get(id), contacts.get(id) ?? [], cameOn, today) }
  })
}

/** The days on which people came to any group, in order. */
async function daysOf(reader: ReportReader, ids: readonly string[]): Promise<Map<string, PlainDate[]>> {
  const days = new Map(ids.map((id) => [id, [] as PlainDate[]]))
  const groups = await reader.pick('group', [])
  const registers = await registersOf(
    reader,
    groups.map((one) => one.id),
  )
  for (const { came, date } of registers) for (const id of came) days.get(id)?.push(date)
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
  const all = inAll(referrals[0] ?? 0, { contact: waits.contact[0]!, conversation: waits.conversation[0]!, attendance: waits.attendance[0]! })
  const contact = byMonth(waits.contact, referrals, shown, all.contact.reached)
  const reached = {
    contact,
    // Who was spoken to was tried: they are a part of these as well as of all referrals, and are hidden beside either.
    conversation: inBoth(
      byMonth(waits.conversation, referrals, shown, all.conversation.reached),
      byMonth(waits.conversation, reachedIn(waits.contact), [all.contact.reached, ...contact], all.conversation.reached),
    ),
    attendance: byMonth(waits.attendance, referrals, shown, all.attendance.reached),
  }
  return blocks.flatMap(({ month, ways }, nth) =>
    flowSteps.map((step): FlowLine => {
      const [own, start] = [waits[step][nth]!, { month, step: said(step), ...whoseOf(ways, step) }]
      if (nth === 0) return { ...start, referrals: countOf(referrals[0] ?? 0), ...lineOfAll(own, all[step]) }
      return { ...start, referrals: shownOr(shown[nth] ?? null), ...lineOfMonth(own, reached[step][nth - 1] ?? null) }
    }),
  )
}

/** Whose referrals are counted, and whose clock has stopped or runs: the same clocks as `waitsOf` counts. */
function whoseOf(ways: readonly Referred[], step: FlowStep): Pick<FlowLine, 'ofReferrals' | 'ofReached' | 'ofWaiting'> {
  const whose = (is: (one: Referred) => boolean) => ways.filter(is).map((one) => one.referral.personId)
  return {
    ofReferrals: whose(() => true),
    ofReached: whose(({ way }) => way[step]?.runs === false),
    ofWaiting: whose(({ way }) => way[step]?.runs === true),
  }
}

function stepsOf<Value>(of: (step: FlowStep) => Value): Record<FlowStep, Value> {
  return { contact: of('contact'), conversation: of('conversation'), attendance: of('attendance') }
}

function reachedIn(waits: readonly Waits[]): number[] {
  return waits.map((one) => one.reached)
}

interface Shown {
  reached: Masked
  waiting: Masked
}

/** How many of all got to each step, and how many wait, as far as nobody who is left of them is one of a few. */
function inAll(referrals: number, { contact, conversation, attendance }: Record<FlowStep, Waits>): Record<FlowStep, Shown> {
  // Who was spoken to was tried, so between these two steps there are people too: some wait, the others' cases have ended.
  const [between, waiting] = [contact.reached - conversation.reached, conversation.waiting - contact.waiting]
  const shown = (one: Waits, left: readonly number[] = []): Shown => {
    const ended = referrals - one.reached - one.waiting
    const tells = ![ended, ...left].some(isFew)
    return {
      reached: tells ? maskedAmong(one.reached, [referrals - one.reached]) : null,
      waiting: tells ? maskedAmong(one.waiting, [referrals - one.waiting]) : null,
    }
  }
  return { contact: shown(contact), conversation: shown(conversation, [between, waiting, between - waiting]), attendance: shown(attendance) }
}

/** How many got to a step by month, as it may be shown beside the wholes that they are a part of, and beside all. */
function byMonth(waits: readonly Waits[], wholes: readonly number[], shown: readonly Masked[], all: Masked): Masked[] {
  return maskedParts(reachedIn(waits).slice(1), wholes.slice(1), shown.slice(1), all !== null)
}

/** What is shown in both. */
function inBoth(some: readonly Masked[], others: readonly Masked[]): Masked[] {
  return some.map((one, at) => (others[at] === null ? null : one))
}

type Figures = Pick<FlowLine, 'reached' | 'median' | 'ninetieth' | 'waiting' | 'longest'>

/** A median of five or more says nothing of how many they are. */
function lineOfAll({ reached, median, ninetieth, waiting, longest }: Waits, shown: Shown): Figures {
  const told = (count: number, as: Masked) => (isFew(count) ? countOf(count) : shownOr(as))
  const days = isFew(reached) ? notShown : { median, ninetieth }
  return { reached: told(reached, shown.reached), waiting: told(waiting, shown.waiting), longest, ...days }
}

/** By month, that there is a median would say which hidden number is no few. */
function lineOfMonth({ median, ninetieth }: Waits, reached: Masked): Figures {
  return { reached: shownOr(reached), ...(reached === null ? notShown : { median, ninetieth }), waiting: null, longest: null }
}

const notShown = { median: said('notShown'), ninetieth: said('notShown') }
