import { z } from 'zod'
import type { Entity } from '../records/index.ts'
import { changeOf, enoughPairs, type Pair } from '../rules/change.ts'
import { pairedConfidence, withThoseAtCafe, type ConfidencePair } from '../rules/confidence.ts'
import { nameOf, sortedByName } from '../rules/names.ts'
import { isFew, maskedAmong, maskedBeside } from '../rules/smallNumbers.ts'
import type { PlainDate } from '../std/dates.ts'
import { idSchema } from '../std/schemas.ts'
import { countOf, shownOr, type Said } from './cellWords.ts'
import { defineReport, type ReportReader } from './defineReport.ts'
import { removedPeople } from './removedPeople.ts'
import { everyGroup, isAskedFor, teamAndGroups, wholeTeam, type InTime, type Part } from './teamAndGroups.ts'

/** How sure people are, of the team or of a group. */
export interface ConfidenceLine {
  who: string | Said
  /** null: the whole team. */
  groupId: string | null
  asked: number | Said
  pairs: number | Said
  first: number | null
  latest: number | null
  mean: number | null
  low: number | null
  high: number | null
  better: number | Said | null
  same: number | Said | null
  worse: number | Said | null
  /** Who they are. */
  ofAsked: readonly string[]
  ofPairs: readonly string[]
}

const answers = ['planConfidence.value', 'planConfidence.on', 'cafeConfidence.value', 'cafeConfidence.on'] as const

/** How sure people are that they can do what they set out to do, asked with their plan and at the café: the first answer against the latest one, of the team and of groups. */
export const confidence = defineReport({
  params: z.object({ groupId: idSchema.nullable() }),
  columns: [
    {
      id: 'who',
      kind: 'text',
      of: [...answers, 'group.name', 'group.organiser', 'membership.groupId', 'membership.since'],
      value: (line: ConfidenceLine) => line.who,
    },
    {
      id: 'asked',
      kind: 'figure',
      of: answers,
      value: (line: ConfidenceLine) => line.asked,
      behind: (line) => ({ what: 'people', ids: line.ofAsked }),
    },
    {
      id: 'pairs',
      kind: 'figure',
      of: answers,
      value: (line: ConfidenceLine) => line.pairs,
      behind: (line) => ({ what: 'people', ids: line.ofPairs }),
    },
    { id: 'first', kind: 'figure', of: answers, value: (line: ConfidenceLine) => line.first },
    { id: 'latest', kind: 'figure', of: answers, value: (line: ConfidenceLine) => line.latest },
    { id: 'mean', kind: 'figure', of: answers, value: (line: ConfidenceLine) => line.mean },
    { id: 'low', kind: 'figure', of: answers, value: (line: ConfidenceLine) => line.low },
    { id: 'high', kind: 'figure', of: answers, value: (line: ConfidenceLine) => line.high },
    { id: 'better', kind: 'figure', of: answers, value: (line: ConfidenceLine) => line.better },
    { id: 'same', kind: 'figure', of: answers, value: (line: ConfidenceLine) => line.same },
    { id: 'worse', kind: 'figure', of: answers, value: (line: ConfidenceLine) => line.worse },
  ],
  notes: ['confidenceAsked', 'noControl', 'whoAnswered', 'tenPairs', 'interval', 'groupsOverlap', 'small'],
  key: ({ groupId }) => groupId ?? wholeTeam,
  async rows(reader, { groupId }, today) {
    const people = (await pairsOf(reader)).map((one): Answered => ({ ...one, from: one.firstOn, to: one.latestOn ?? today }))
    const parts = teamAndGroups(people, (one) => one.latest !== null, await everyGroup(reader))
    return people.length === 0 ? [] : parts.filter((one) => isAskedFor(one, groupId)).map(lineOf)
  },
})

type Answered = ConfidencePair & InTime

async function pairsOf(reader: ReportReader): Promise<ConfidencePair[]> {
  const removed = await removedPeople(reader)
  const answered = withThoseAtCafe(await reader.all('planConfidence'), await reader.all('cafeConfidence'))
  return pairedConfidence(answered.filter((one) => !removed.has(one.personId)))
}

function lineOf({ groupId, who, of, rest }: Part<Answered>): ConfidenceLine {
  const [pairs, others] = [pairsIn(of), pairsIn(rest)]
  const [change, elsewhere] = [changeOf(pairs, 'higher'), changeOf(others, 'higher')]
  const [better = null, same = null, worse = null] = maskedBeside(
    [change.better, change.same, change.worse],
    [elsewhere.better, elsewhere.same, elsewhere.worse],
  ).map(shownOr)
  // Who was asked once is left of who was asked, here and elsewhere.
  const once = [of.length - pairs.length, rest.length - others.length]
  const asked = isFew(of.length) ? countOf(of.length) : shownOr(maskedAmong(of.length, [rest.length, ...once]))
  const { mean, low, high } = change
  return {
    who,
    groupId,
    asked,
    pairs: countOf(pairs.length),
    first: average(pairs, 'first'),
    latest: average(pairs, 'then'),
    mean,
    low,
    high,
    better,
    same,
    worse,
    ofAsked: of.map((one) => one.personId),
    ofPairs: of.flatMap((one) => (one.latest === null ? [] : [one.personId])),
  }
}

function pairsIn(some: readonly Answered[]): Pair[] {
  return some.flatMap(({ first, latest }) => (latest === null ? [] : [{ first, then: latest }]))
}

function average(pairs: readonly Pair[], which: keyof Pair): number | null {
  if (pairs.length < enoughPairs) return null
  return Math.round((pairs.reduce((sum, one) => sum + one[which], 0) / pairs.length) * 100) / 100
}

/** How sure one person is. */
export interface PersonConfidenceLine {
  name: string
  first: number
  firstOn: PlainDate
  latest: number | null
  latestOn: PlainDate | null
  change: number | null
  times: number
}

const ofOne = [...answers, 'planConfidence.personId', 'cafeConfidence.personId'] as const

/** The same by person, for the link worker and the lead: no file gets it. */
export const confidencePeople = defineReport({
  params: z.object({}),
  columns: [
    {
      id: 'name',
      kind: 'text',
      of: ['person.givenName', 'person.familyName', 'person.knownAs', ...ofOne],
      value: (line: PersonConfidenceLine) => line.name,
    },
    { id: 'firstOn', kind: 'date', of: ofOne, value: (line: PersonConfidenceLine) => line.firstOn },
    { id: 'first', kind: 'figure', of: ofOne, value: (line: PersonConfidenceLine) => line.first },
    { id: 'latestOn', kind: 'date', of: ofOne, value: (line: PersonConfidenceLine) => line.latestOn },
    { id: 'latest', kind: 'figure', of: ofOne, value: (line: PersonConfidenceLine) => line.latest },
    { id: 'change', kind: 'figure', of: ofOne, value: (line: PersonConfidenceLine) => line.change },
    { id: 'times', kind: 'figure', of: ofOne, value: (line: PersonConfidenceLine) => line.times },
  ],
  notes: ['confidenceAsked'],
  async rows(reader) {
    const pairs = new Map((await pairsOf(reader)).map((one) => [one.personId, one]))
    return sortedByName((await reader.all('person')).filter((one) => pairs.has(one.id))).flatMap((one) => personLine(one, pairs.get(one.id)))
  },
})

function personLine(person: Entity<'person'>, pair: ConfidencePair | undefined): PersonConfidenceLine[] {
  if (!pair) return []
  const { first, firstOn, latest, latestOn, times } = pair
  return [{ name: nameOf(person), first, firstOn, latest, latestOn, change: latest === null ? null : latest - first, times }]
}
