import fc from 'fast-check'
import type { Entity } from '../../../src/shared/records/index.ts'
import { addDays } from '../../../src/shared/std/dates.ts'
import { episodeIdOf, planIdOf, sessionIdOf } from '../../../src/shared/std/ids.ts'
import { aGroup, aMembership, aPerson, at, idFor, thursday, type Known } from '../../support/builders.ts'
import { manyNames } from '../../world/names.ts'
import { chanceOf } from '../../world/results.ts'

// Teams of a few people, told by what became of each: for the question what one can work out from reports of them.

export const today = thursday
export const groupNames = ['Walk and Talk', 'Pain Café'].map((name) => ({ name, id: idFor(name) }))
const names = manyNames(120)
const firstDay = '2026-01-12'
const byId = idFor('Priya')

/** What became of one score of somebody: a second answer in time or out of it, or none. */
export const states = ['in better', 'in same', 'in worse', 'out better', 'out same', 'out worse', 'none'] as const
type State = (typeof states)[number]

/** Somebody who was asked: in which groups, and what became of two scores of theirs. */
export interface Somebody {
  groups: number[]
  states: State[]
}

/** Teams with more and fewer of everything. */
export const team = fc
  .record({
    count: fc.integer({ min: 4, max: 90 }),
    inGroup: fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 })),
    weights: fc.tuple(...[0, 1].map(() => fc.array(fc.nat(20), { minLength: states.length, maxLength: states.length }))),
    seed: fc.integer({ min: 1, max: 1_000_000 }),
  })
  .map(({ count, inGroup, weights, seed }): Somebody[] => {
    const chance = chanceOf(seed)
    const state = (some: readonly number[]) => weighted(states, some, chance) ?? 'none'
    return Array.from({ length: count }, () => ({
      groups: inGroup.flatMap((tenth, nth) => (chance(10) < tenth ? [nth] : [])),
      states: weights.map(state),
    }))
  })

function weighted<One>(all: readonly One[], weights: readonly number[], chance: (below: number) => number): One | undefined {
  const sum = weights.reduce((so, one) => so + one, 0)
  let left = chance(Math.max(1, sum))
  return all.find((_, at) => (left -= weights[at] ?? 0) < 0)
}

const people = (many: number) => names.slice(0, many).map((name) => aPerson(name))

function ofTeam(all: readonly Somebody[]): Known {
  return {
    group: groupNames.map(({ name }) => aGroup(name)),
    person: people(all.length),
    membership: all.flatMap(({ groups }, nth) => groups.map((at) => aMembership(groupNames[at]!.name, names[nth]!, { since: '2025-01-01' }))),
  }
}

const change = { better: 2, same: 0, worse: -2 }
const changeOf = (state: State) => change[state.split(' ')[1] as keyof typeof change]

/** Their answers to two of the four questions of ONS4: first five, then what their state says. */
export function scored(all: readonly Somebody[]): Known {
  const measure = (nth: number, days: number, scores: Record<string, number | null>): Entity<'measure'> => ({
    id: idFor(`${nth} ${days}`),
    personId: idFor(names[nth]!),
    ...{ questionnaire: 'ons4', version: '2011', language: 'en', items: {}, how: 'asked', byId },
    scores: { happy: null, anxious: null, ...scores },
    on: addDays(firstDay, days),
    at: at('10:00', addDays(firstDay, days)),
  })
  const again = ({ states: [satis, worth] }: Somebody, when: string) => {
    const scoreOf = (state: State | undefined) => (state?.startsWith(when) ? 5 + changeOf(state) : null)
    return { satis: scoreOf(satis), worth: scoreOf(worth) }
  }
  const measures = all.flatMap((one, nth) => [
    measure(nth, 0, { satis: 5, worth: 5 }),
    measure(nth, 84, again(one, 'in')),
    measure(nth, 150, again(one, 'out')),
  ])
  return { ...ofTeam(all), measure: measures }
}

/** How sure they were: asked twice where their first score was answered in time, else once. */
export function sureOf(all: readonly Somebody[]): Known {
  const sure = (nth: number, days: number, value: number): Entity<'planConfidence'> => {
    const [personId, on] = [idFor(names[nth]!), addDays(firstDay, days)]
    const planId = planIdOf(episodeIdOf(personId, 1))
    return { id: idFor(`sure ${nth} ${days}`), personId, planId, value, asked: days === 0 ? 'agreed' : 'review', on, at: at('10:00', on), byId }
  }
  const answers = all.flatMap(({ states: [state] }, nth) => [
    sure(nth, 0, 5),
    ...(state?.startsWith('in') ? [sure(nth, 42, 5 + changeOf(state))] : []),
  ])
  return { ...ofTeam(all), planConfidence: answers }
}

/** One referral: its month, and how far it came, whether the person came to a group and whether the case has ended: "contact true false". */
export interface Referred {
  month: string
  way: string
}

const months = ['2026-06-01', '2026-07-01', '2026-08-01', '2026-09-01']

/** Referrals of some months. */
export const steps = fc
  .record({
    count: fc.integer({ min: 3, max: 110 }),
    byMonth: fc.array(fc.nat(20), { minLength: months.length, maxLength: months.length }),
    far: fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20)),
    came: fc.integer({ min: 0, max: 10 }),
    ended: fc.integer({ min: 0, max: 10 }),
    seed: fc.integer({ min: 1, max: 1_000_000 }),
  })
  .map(({ count, byMonth, far, came, ended, seed }): Referred[] => {
    const chance = chanceOf(seed)
    return Array.from({ length: count }, () => ({
      month: weighted(months, byMonth, chance) ?? months[0]!,
      way: `${weighted(['nothing', 'contact', 'conversation'], far, chance) ?? 'nothing'} ${chance(10) < came} ${chance(10) < ended}`,
    }))
  })

/** The rows of these referrals, each of somebody else. */
export function referred(all: readonly Referred[]): Known {
  const date = '2026-10-01'
  const sessionId = sessionIdOf(groupNames[0]!.id, date, 1)
  const signed = (on: string) => ({ at: at('09:00', on), byId })
  const each = all.map(({ month, way }, nth) => {
    const [far, came, ended] = way.split(' ') as [string, string, string]
    const personId = idFor(names[nth]!)
    const episodeId = episodeIdOf(personId, 1)
    return { month, far, came: came === 'true', ended: ended === 'true', personId, episodeId, nth }
  })
  return {
    group: [aGroup(groupNames[0]!.name)],
    person: people(all.length),
    session: [{ id: sessionId, groupId: groupNames[0]!.id, date, slot: 1 }],
    referral: each.map(({ personId, episodeId, month, nth }): Entity<'referral'> => ({
      id: idFor(`referral ${nth}`),
      ...{ personId, episodeId, receivedOn: month, source: 'practice', urgency: 'routine', agreed: 'yes', reason: 'Lonely' },
      ...{ decided: 'accepted', decidedAt: at('09:00', addDays(month, 1)), decidedBy: byId, ...signed(month) },
    })),
    episode: each.map(({ personId, episodeId, month, far, ended }): Entity<'episode'> => ({
      ...{ id: episodeId, personId, number: 1, openedOn: addDays(month, 1), ...signed(month) },
      ...(far === 'conversation' ? { startedOn: addDays(month, 9) } : {}),
      ...(ended ? { closedOn: addDays(month, 20), closedAs: 'moved' } : {}),
    })),
    caseContact: each.flatMap(({ personId, episodeId, month, far, nth }): Entity<'caseContact'>[] => {
      if (far === 'nothing') return []
      const on = addDays(month, 4)
      return [{ id: idFor(`call ${nth}`), personId, episodeId, how: 'call', came: 'spoke', on: at('10:00', on), ...signed(on) }]
    }),
    signIn: each.flatMap(({ personId, came, nth }): Entity<'signIn'>[] =>
      came ? [{ id: idFor(`came ${nth}`), sessionId, personId, arrivedAt: at('10:31', date), how: 'facilitator', byId }] : [],
    ),
  }
}
