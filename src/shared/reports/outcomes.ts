import { z } from 'zod'
import { definitionIn, measureDefinitions } from '../measures/index.ts'
import type { MeasureDefinition, MeasureScore } from '../measures/definition.ts'
import { changeOf, type Change } from '../rules/change.ts'
import { belongsTo, windowIsOver } from '../rules/measuresDue.ts'
import { pairedOf, type Paired } from '../rules/outcomePairs.ts'
import { isFew, maskedAmong, maskedBeside } from '../rules/smallNumbers.ts'
import type { PlainDate } from '../std/dates.ts'
import { grouped } from '../std/grouped.ts'
import { compareTexts } from '../std/order.ts'
import { idSchema } from '../std/schemas.ts'
import { countOf, said, shownOr, type Said } from './cellWords.ts'
import { defineReport, type Behind, type Picked, type ReportReader } from './defineReport.ts'
import { removedPeople } from './removedPeople.ts'
import { everyGroup, isAskedFor, teamAndGroups, wholeTeam, type InTime, type Part, type Sources } from './teamAndGroups.ts'

type Cell = number | Said | null

/** One score of one questionnaire in one version, of the team or of a group. */
export interface OutcomeLine {
  measure: string
  version: string
  score: string
  who: string | Said
  /** null: the whole team. */
  groupId: string | null
  when: Said
  /** People who were asked at all. */
  asked: Cell
  pairs: Cell
  /** Of those whose follow-up was due, how many in a hundred have both. */
  completion: Cell
  mean: number | null
  low: number | null
  high: number | null
  better: Cell
  same: Cell
  worse: Cell
  /** Who they are. */
  ofAsked: readonly string[]
  ofPairs: readonly string[]
}

const whoIn =
  (list: 'ofAsked' | 'ofPairs') =>
  (line: OutcomeLine): Behind => ({ what: 'people', ids: line[list] })

const answered = ['measure.questionnaire', 'measure.version', 'measure.scores', 'measure.on'] as const
const ofGroups = ['group.name', 'group.organiser', 'membership.groupId', 'membership.since'] as const

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
    { id: 'asked', kind: 'figure', of: answered, value: (line: OutcomeLine) => line.asked, behind: whoIn('ofAsked') },
    { id: 'pairs', kind: 'figure', of: answered, value: (line: OutcomeLine) => line.pairs, behind: whoIn('ofPairs') },
    { id: 'completion', kind: 'figure', of: answered, value: (line: OutcomeLine) => line.completion },
    { id: 'mean', kind: 'figure', places: 2, of: answered, value: (line: OutcomeLine) => line.mean },
    { id: 'low', kind: 'figure', places: 2, of: answered, value: (line: OutcomeLine) => line.low },
    { id: 'high', kind: 'figure', places: 2, of: answered, value: (line: OutcomeLine) => line.high },
    { id: 'better', kind: 'figure', of: answered, value: (line: OutcomeLine) => line.better },
    { id: 'same', kind: 'figure', of: answered, value: (line: OutcomeLine) => line.same },
    { id: 'worse', kind: 'figure', of: answered, value: (line: OutcomeLine) => line.worse },
  ],
  notes: ['noControl', 'whoAnswered', 'tenPairs', 'interval', 'direction', 'versions', 'window', 'ons4', 'groupsOverlap', 'small'],
  /** What came outside of the window is not what a page of a board shows. */
  key: ({ groupId, when }) => (when.says === 'inWindow' ? (groupId ?? wholeTeam) : when.says),
  async rows(reader, { groupId }, today) {
    const [all, sources, caseOf] = [await standingMeasures(reader), await everyGroup(reader), await casesIn(reader)]
    const kinds = [...grouped(all, (one) => `${one.questionnaire}|${one.version}`).values()].sort(inOrder)
    const lines: OutcomeLine[] = []
    for (const measures of kinds) {
      const scores: Reckoned[] = []
      const byPerson = grouped(measures, (one) => one.personId)
      for (const score of scoresOf(measures)) {
        scores.push(await reckoned(reader, { byPerson, version: measures[0]?.version ?? '', ...score, caseOf, ...sources, today }))
      }
      lines.push(...linesOf(scores, groupId, today))
    }
    return lines
  },
})

const ofMeasure = ['personId', 'episodeId', 'questionnaire', 'version', 'scores', 'on', 'at', 'voidedBecause'] as const
type Measure = Picked<'measure', (typeof ofMeasure)[number]>

/** Measures that stand, of people who are on our lists. */
async function standingMeasures(reader: ReportReader): Promise<Measure[]> {
  const removed = await removedPeople(reader)
  return (await reader.pick('measure', ofMeasure)).filter((one) => !one.voidedBecause && !removed.has(one.personId))
}

/** Of which case a measure is: the one it names, or else the one in whose time it was taken; of two the one that was opened later. */
async function casesIn(reader: ReportReader): Promise<(one: Measure) => string> {
  const standing = (await reader.pick('episode', ['personId', 'openedOn', 'closedOn', 'voidedBecause'])).filter((one) => !one.voidedBecause)
  const latestFirst = standing.sort((a, b) => compareTexts(b.openedOn, a.openedOn) || compareTexts(b.id, a.id))
  const ofPerson = grouped(latestFirst, (one) => one.personId)
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

interface Asking extends Scored, Sources {
  /** Those of one questionnaire in one version. */
  byPerson: ReadonlyMap<string, Measure[]>
  version: string
  caseOf: (one: Measure) => string
  today: PlainDate
}

/** Somebody who was asked, with what they said where it was whole. */
type AskedPerson = InTime & { pair: Paired | null }

/** One score, and of whom it is told. */
interface Reckoned extends Scored {
  version: string
  people: AskedPerson[]
  parts: Part<AskedPerson>[]
}

/** Between its lots others have their turn: of five thousand people it takes longer than somebody at the door would wait. */
async function reckoned({ giveWay }: ReportReader, asking: Asking): Promise<Reckoned> {
  const { version, score, definition } = asking
  await giveWay()
  const people = peopleAsked(asking)
  await giveWay()
  return { version, score, definition, people, parts: teamAndGroups(people, hasPair(true), asking) }
}

/** The lines of one questionnaire: how many were asked is the same for each of its scores, so it is hidden of all or of none. */
function linesOf(scores: readonly Reckoned[], groupId: string | null, today: PlainDate): OutcomeLine[] {
  const all = scores.flatMap(({ parts }) => parts)
  const untold = new Set(all.filter((one) => !mayTellAsked(one)).map((one) => one.groupId))
  return scores.flatMap((one) => linesOfScore({ ...one, parts: one.parts.filter((part) => isAskedFor(part, groupId)) }, untold, today))
}

/** The follow-ups in time, for the team and for each group that has enough; then those outside of the window, for the team alone. */
function linesOfScore({ version, score, definition, people, parts }: Reckoned, untold: ReadonlySet<string | null>, today: PlainDate): OutcomeLine[] {
  const start = { measure: definition.title, version, score: score.title }
  const inTime = parts.map((part): OutcomeLine => ({
    ...start,
    who: part.who,
    groupId: part.groupId,
    when: said('inWindow'),
    asked: isFew(part.of.length) ? countOf(part.of.length) : shownOr(untold.has(part.groupId) ? null : part.of.length),
    completion: completionOf(part, today),
    ofAsked: part.of.map((one) => one.personId),
    ...figuresOf(part, true, score),
  }))
  const team = { of: people, rest: [] }
  const apart = {
    ...start,
    who: said('team'),
    groupId: null,
    when: said('outsideWindow'),
    asked: null,
    completion: null,
    ofAsked: [],
    ...figuresOf(team, false, score),
  }
  return people.some(hasPair(false)) ? [...inTime, apart] : inTime
}

function hasPair(inWindow: boolean): (one: AskedPerson) => boolean {
  return ({ pair }) => pair?.then?.inWindow === inWindow
}

function peopleAsked({ byPerson, score, caseOf, today }: Asking): AskedPerson[] {
  return [...byPerson].map(([personId, own]) => {
    const pair = pairedOf(own, score.id, caseOf)
    const from = pair?.firstOn ?? own.map((one) => one.on).sort()[0] ?? today
    return { personId, pair, from, to: pair?.then?.on ?? today }
  })
}

type Some = Pick<Part<AskedPerson>, 'of' | 'rest'>

/** Whether who was asked can be told beside who has both answers: who is left is nobody, or five or more, here and elsewhere. */
function mayTellAsked({ groupId, of, rest }: Part<AskedPerson>): boolean {
  const left = (some: readonly AskedPerson[]) => {
    const [inside, outside] = [some.filter(hasPair(true)).length, some.filter(hasPair(false)).length]
    // What came outside of the window is told of the team alone.
    return [some.length - inside, ...(groupId !== null || isFew(outside) ? [] : [some.length - inside - outside])]
  }
  return maskedAmong(of.length, [rest.length, ...left(of), ...left(rest)]) !== null
}

/** Of whose 15 weeks are over, how many in a hundred answered again in time; not where they or the others are a few. */
function completionOf({ of, rest }: Some, today: PlainDate): Cell {
  const due = (some: readonly AskedPerson[]) => some.filter((one) => one.pair && windowIsOver(one.pair.firstOn, today))
  const counts = [of, rest].map((some) => [due(some).length, due(some).filter(hasPair(true)).length] as const)
  const [[all, both] = [0, 0]] = counts
  if (all === 0) return null
  const tells = counts.every(([asked, answered]) => maskedAmong(answered, [asked - answered]) !== null)
  return tells ? Math.round((both / all) * 100) : said('notShown')
}

type Figures = Pick<OutcomeLine, 'pairs' | 'ofPairs' | 'mean' | 'low' | 'high' | 'better' | 'same' | 'worse'>

function figuresOf({ of, rest }: Some, inWindow: boolean, { better, matters }: Scored['score']): Figures {
  const change = (some: readonly AskedPerson[]) => changeOf(pairsIn(some, inWindow), better === 'lower' ? 'lower' : 'higher', matters)
  const [here, others] = [change(of), change(rest)]
  const pairs = countOf(here.pairs)
  const ofPairs = of.filter(hasPair(inWindow)).map((one) => one.personId)
  if (better === 'none') return { pairs, ofPairs, mean: null, low: null, high: null, better: null, same: null, worse: null }
  const [up = null, same = null, down = null] = maskedBeside(partsOfChange(here), partsOfChange(others)).map(shownOr)
  return { pairs, ofPairs, mean: here.mean, low: here.low, high: here.high, better: up, same, worse: down }
}

function partsOfChange({ better, same, worse }: Change): number[] {
  return [better, same, worse]
}

function pairsIn(some: readonly AskedPerson[], inWindow: boolean) {
  return some.flatMap(({ pair }) => (pair?.then?.inWindow === inWindow ? [{ first: pair.first, then: pair.then.value }] : []))
}
