import { z } from 'zod'
import { definitionIn, measureDefinitions } from '../measures/index.ts'
import type { MeasureDefinition, MeasureScore } from '../measures/definition.ts'
import type { Entity } from '../records/index.ts'
import { changeOf, type Change } from '../rules/change.ts'
import { belongsTo, windowIsOver } from '../rules/measuresDue.ts'
import { pairedOf, type Paired } from '../rules/outcomePairs.ts'
import type { PlainDate } from '../std/dates.ts'
import { grouped } from '../std/grouped.ts'
import { compareTexts } from '../std/order.ts'
import { idSchema } from '../std/schemas.ts'
import { said, type Said } from './cellWords.ts'
import { defineReport, type ReportReader } from './defineReport.ts'
import { isSmall, maskParts, maskSmall } from './maskSmall.ts'
import { membershipsOf, teamAndGroups, type InTime, type Part } from './teamAndGroups.ts'

type Masked = number | Said | null

/** One score of one questionnaire in one version, of the team or of a group. */
export interface OutcomeLine {
  measure: string
  version: string
  score: string
  who: string | Said
  when: Said
  /** People who were asked at all. */
  asked: Masked
  pairs: Masked
  /** Of those whose follow-up was due, how many in a hundred have both. */
  completion: Masked
  mean: number | null
  low: number | null
  high: number | null
  better: Masked
  same: Masked
  worse: Masked
}

const answered = ['measure.questionnaire', 'measure.version', 'measure.scores', 'measure.on'] as const
const ofGroups = ['group.name', 'membership.groupId', 'membership.since'] as const

/**
 * What changed for people between the first time they were asked and the follow-up (story 29): by questionnaire, version and score, never
 * put together over versions, ONS4 by question. Means from ten pairs on.
 */
export const outcomes = defineReport({
  /** Of one group beside the team, or of all. */
  params: z.object({ groupId: idSchema.nullable() }),
  columns: [
    { id: 'measure', kind: 'text', of: ['measure.questionnaire'], value: (line: OutcomeLine) => line.measure },
    { id: 'version', kind: 'text', of: ['measure.version'], value: (line: OutcomeLine) => line.version },
    { id: 'score', kind: 'text', of: ['measure.scores'], value: (line: OutcomeLine) => line.score },
    { id: 'who', kind: 'text', of: [...answered, ...ofGroups], value: (line: OutcomeLine) => line.who },
    { id: 'when', kind: 'text', of: ['measure.on'], value: (line: OutcomeLine) => line.when },
    { id: 'asked', kind: 'figure', of: answered, value: (line: OutcomeLine) => line.asked },
    { id: 'pairs', kind: 'figure', of: answered, value: (line: OutcomeLine) => line.pairs },
    { id: 'completion', kind: 'figure', of: answered, value: (line: OutcomeLine) => line.completion },
    { id: 'mean', kind: 'figure', of: answered, value: (line: OutcomeLine) => line.mean },
    { id: 'low', kind: 'figure', of: answered, value: (line: OutcomeLine) => line.low },
    { id: 'high', kind: 'figure', of: answered, value: (line: OutcomeLine) => line.high },
    { id: 'better', kind: 'figure', of: answered, value: (line: OutcomeLine) => line.better },
    { id: 'same', kind: 'figure', of: answered, value: (line: OutcomeLine) => line.same },
    { id: 'worse', kind: 'figure', of: answered, value: (line: OutcomeLine) => line.worse },
  ],
  notes: ['noControl', 'whoAnswered', 'tenPairs', 'interval', 'direction', 'versions', 'window', 'ons4', 'groupsOverlap', 'small'],
  async rows(reader, { groupId }, today) {
    const [all, read] = [await standingMeasures(reader), await readGroups(reader, groupId)]
    const caseOf = await casesIn(reader)
    const kinds = [...grouped(all, (one) => `${one.questionnaire}|${one.version}`).values()].sort(inOrder)
    return kinds.flatMap((measures) => {
      const byPerson = grouped(measures, (one) => one.personId)
      return scoresOf(measures).flatMap((score) => linesOf({ byPerson, version: measures[0]?.version ?? '', ...score, caseOf, ...read, today }))
    })
  },
})

type Measure = Entity<'measure'>

/** Measures that stand, of people who are on our lists. */
async function standingMeasures(reader: ReportReader): Promise<Measure[]> {
  const removed = new Set((await reader.all('person')).filter((one) => one.removedBecause).map((one) => one.id))
  return (await reader.all('measure')).filter((one) => !one.voidedBecause && !removed.has(one.personId))
}

async function readGroups(reader: ReportReader, groupId: string | null) {
  const groups = (await reader.all('group')).filter((one) => groupId === null || one.id === groupId)
  return {
    groups,
    memberships: await membershipsOf(reader, groups),
  }
}

/** Of which case a measure is: the one it names, or else the one in whose time it was taken. */
async function casesIn(reader: ReportReader): Promise<(one: Measure) => string> {
  const ofPerson = grouped(
    (await reader.all('episode')).filter((one) => !one.voidedBecause),
    (one) => one.personId,
  )
  return (one) => one.episodeId ?? (ofPerson.get(one.personId) ?? []).find((episode) => belongsTo(episode, one))?.id ?? ''
}

/** Questionnaires in the order in which they are offered; of one, the versions by name. */
function inOrder([a]: Measure[], [b]: Measure[]): number {
  const order = measureDefinitions().map((one) => one.id)
  const key = (one: Measure | undefined) =>
    `${String(order.indexOf(one?.questionnaire ?? '') + 100)} ${one?.questionnaire ?? ''} ${one?.version ?? ''}`
  return compareTexts(key(a), key(b))
}

interface Scored {
  definition: Pick<MeasureDefinition, 'title'>
  score: Pick<MeasureScore, 'id' | 'title' | 'better' | 'matters'>
}

/** The scores to reckon with. A version that this app does not know has no direction: how many were asked and no more is said of it. */
function scoresOf(measures: readonly Measure[]): Scored[] {
  const [{ questionnaire, version }] = measures as [Measure]
  const definition = definitionIn(questionnaire, version)
  if (definition) return definition.scores.filter((one) => one.rule.kind !== 'digits').map((score) => ({ definition, score }))
  const names = new Set(measures.flatMap((one) => Object.keys(one.scores)))
  return [...names].sort(compareTexts).map((id) => ({ definition: { title: questionnaire }, score: { id, title: id, better: 'none' } }))
}

interface Asking extends Scored {
  /** Those of one questionnaire in one version. */
  byPerson: ReadonlyMap<string, Measure[]>
  version: string
  caseOf: (one: Measure) => string
  groups: readonly Entity<'group'>[]
  memberships: ReadonlyMap<string, Entity<'membership'>[]>
  today: PlainDate
}

/** Somebody who was asked, with what they said where it was whole. */
type AskedPerson = InTime & { pair: Paired | null }

/** The follow-ups in time, for the team and for each group that has enough; then those outside of the window, for the team alone. */
function linesOf(asking: Asking): OutcomeLine[] {
  const { version, score, definition, today } = asking
  const people = peopleAsked(asking)
  const start = { measure: definition.title, version, score: score.title }
  const inTime = teamAndGroups(people, (one) => one.pair?.then?.inWindow === true, asking).map((part): OutcomeLine => ({
    ...start,
    who: part.who,
    when: said('inWindow'),
    ...completionOf(part, today),
    ...figuresOf(part, true, score),
  }))
  const team = { of: people, rest: [] }
  const apart = { ...start, who: said('team'), when: said('outsideWindow'), asked: null, completion: null, ...figuresOf(team, false, score) }
  return people.some((one) => one.pair?.then?.inWindow === false) ? [...inTime, apart] : inTime
}

function peopleAsked({ byPerson, score, caseOf, today }: Asking): AskedPerson[] {
  return [...byPerson].map(([personId, own]) => {
    const pair = pairedOf(own, score.id, caseOf)
    const from = pair?.firstOn ?? own.map((one) => one.on).sort()[0] ?? today
    return { personId, pair, from, to: pair?.then?.on ?? today }
  })
}

type Some = Pick<Part<AskedPerson>, 'of' | 'rest'>

function completionOf({ of, rest }: Some, today: PlainDate): Pick<OutcomeLine, 'asked' | 'completion'> {
  if (isSmall(of.length)) return { asked: maskSmall(of.length), completion: said('notShown') }
  if (isSmall(rest.length)) return { asked: said('notShown'), completion: said('notShown') }
  const due = of.filter((one) => one.pair && windowIsOver(one.pair.firstOn, today))
  const both = due.filter((one) => one.pair?.then?.inWindow).length
  const completion = due.length === 0 ? null : isSmall(due.length) ? said('notShown') : Math.round((both / due.length) * 100)
  return { asked: of.length, completion }
}

type Figures = Pick<OutcomeLine, 'pairs' | 'mean' | 'low' | 'high' | 'better' | 'same' | 'worse'>

function figuresOf({ of, rest }: Some, inWindow: boolean, { better, matters }: Scored['score']): Figures {
  const change = (some: readonly AskedPerson[]) => changeOf(pairsIn(some, inWindow), better === 'lower' ? 'lower' : 'higher', matters)
  const [here, others] = [change(of), change(rest)]
  const pairs = maskSmall(here.pairs)
  if (better === 'none') return { pairs, mean: null, low: null, high: null, better: null, same: null, worse: null }
  const [up = null, same = null, down = null] = maskParts(partsOfChange(here), partsOfChange(others))
  return { pairs, mean: here.mean, low: here.low, high: here.high, better: up, same, worse: down }
}

function partsOfChange({ better, same, worse }: Change): number[] {
  return [better, same, worse]
}

function pairsIn(some: readonly AskedPerson[], inWindow: boolean) {
  return some.flatMap(({ pair }) => (pair?.then?.inWindow === inWindow ? [{ first: pair.first, then: pair.then.value }] : []))
}
