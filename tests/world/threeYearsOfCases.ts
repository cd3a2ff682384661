import type { LooseDraft } from '../../src/shared/changes/change.ts'
import { measureDefinitions } from '../../src/shared/measures/index.ts'
import type { Entity } from '../../src/shared/records/index.ts'
import { scoresOf } from '../../src/shared/rules/measures.ts'
import { addDays, type PlainDate } from '../../src/shared/std/dates.ts'
import { episodeIdOf, planIdOf, samePersonIdOf } from '../../src/shared/std/ids.ts'
import { at, idFor, thursday, type Known } from '../support/builders.ts'
import { chanceOf, type Chance } from './threeYears.ts'

type Made = Required<
  Pick<
    Known,
    'colleague' | 'referral' | 'episode' | 'assignment' | 'caseContact' | 'measure' | 'plan' | 'planConfidence' | 'cafeConfidence' | 'samePerson'
  >
>

/** The case work of the golden team: what the surgery has, and what one laptop wrote that has not been heard yet. */
export interface Cases {
  known: Made
  late: LooseDraft[]
}

const tom = idFor('Tom')
const begun = '2024-08-01'
const daysOfCases = 812
/** Who works with cases, who did, and who never does. */
const workers: Partial<Entity<'colleague'>>[] = [
  { name: 'Priya Nair', role: 'linkWorker' },
  { name: 'Marcus Bright', role: 'linkWorker', leftOn: thursday },
  { name: 'Gwen Lister', role: 'linkWorker', leftOn: addDays(thursday, -1) },
  { name: 'Sunita Rao', role: 'lead' },
  { name: 'Tom', role: 'facilitator' },
  { name: 'Ewa Zając', role: 'linkWorker', leftOn: null },
]
const owners = ['Priya Nair', 'Marcus Bright', 'Gwen Lister', 'Sunita Rao', 'Tom', 'Ewa Zając', 'nobody we know'].map(idFor)
const signed = (day: PlainDate, time = '09:00') => ({ at: at(time, day), byId: tom })
const mistake = (chance: Chance, likely = 0.05) => (chance.is(likely) ? { voidedBecause: 'a mistake' } : {})

/** The cases of these people over two years, with all that reports have to get right: two cases that touch, one that was closed by mistake, answers that nobody gave, the same person written down twice. */
export function threeYearsOfCases(people: readonly Entity<'person'>[], cafe: readonly Entity<'session'>[], seed: number): Cases {
  const chance = chanceOf(seed)
  const made: Made = {
    colleague: workers.map((one) => ({ id: idFor(one.name!), ...one }) as Entity<'colleague'>),
    referral: [],
    episode: [],
    assignment: [],
    caseContact: [],
    measure: [],
    plan: [],
    planConfidence: [],
    cafeConfidence: [],
    samePerson: [],
  }
  people.forEach(({ id }, nth) => livesThrough(id, nth, cafe, made, chance))
  return apart(made, people, chance)
}

/** Of people who were written down twice both were referred on one day and asked on one day: nothing but their id tells them apart. */
const isTwin = (nth: number) => nth < 90 && nth % 6 <= 1

function livesThrough(personId: string, nth: number, cafe: readonly Entity<'session'>[], made: Made, chance: Chance): void {
  const twins = isTwin(nth) ? 11 + 31 * Math.floor(nth / 6) : null
  const first = addDays(begun, twins ?? chance.below(daysOfCases))
  if (twins === null && chance.is(0.1)) return
  const one = caseOf(personId, 1, first, twins !== null, made, chance)
  if (one?.closedOn && chance.is(0.6)) caseOf(personId, 2, addDays(one.closedOn, chance.below(18)), false, made, chance)
  else if (one && chance.is(0.25)) referredAgain(one, made, chance)
  if (chance.is(0.35)) asksAtCafe(personId, cafe, made, chance)
}

type Of = Pick<Entity<'caseContact'>, 'personId' | 'episodeId'>

/** One referral and, where it was accepted, its case. */
function caseOf(personId: string, number: number, receivedOn: PlainDate, twin: boolean, made: Made, chance: Chance): Entity<'episode'> | null {
  if (receivedOn > thursday) return null
  const decided = twin ? 'accepted' : chance.one([...Array<'accepted'>(14).fill('accepted'), 'declined', 'unsuitable', 'askReferrer', null] as const)
  const episodeId = episodeIdOf(personId, number)
  const day = addDays(receivedOn, twin ? 1 : chance.below(6))
  const decision = decided === null ? {} : { decided, decidedAt: at(chance.is(0.2) ? '00:30' : '10:00', day), decidedBy: tom }
  made.referral.push({
    ...referral(idFor(`case ${personId} ${number}`), personId, receivedOn),
    ...decision,
    ...(decided === 'accepted' ? { episodeId } : {}),
    ...mistake(chance, 0.03),
  })
  if (decided !== 'accepted' || day > thursday || chance.is(0.01)) return null
  const episode = episodeOf({ personId, episodeId }, number, day, twin, chance)
  made.episode.push(episode)
  worksOn(episode, { personId, episodeId }, twin, made, chance)
  return episode
}

function referral(id: string, personId: string, receivedOn: PlainDate): Entity<'referral'> {
  return { id, personId, source: 'practice', receivedOn, urgency: 'routine', agreed: 'yes', ...signed(receivedOn) }
}

function episodeOf({ personId, episodeId }: Of, number: number, openedOn: PlainDate, twin: boolean, chance: Chance): Entity<'episode'> {
  // Some conversations were before the referral came: somebody had rung first.
  const startedOn = addDays(openedOn, twin ? 7 : chance.below(26) - 2)
  const closedOn = addDays(openedOn, 30 + chance.below(300))
  const began = startedOn <= thursday && chance.is(twin ? 1 : 0.8) ? { startedOn } : {}
  const ended = closedOn <= thursday && chance.is(0.65)
  const reopened = chance.is(0.06)
  const end = ended ? { closedOn: reopened ? null : closedOn, closedAs: reopened ? null : ('goalsMet' as const) } : {}
  return { id: episodeId, personId, number, openedOn, ...began, ...end, ...signed(openedOn), ...mistake(chance, 0.02) }
}

/** Sent to us again while a case runs, or after it had ended on another laptop: then it waits. */
function referredAgain({ id, personId, openedOn, closedOn }: Entity<'episode'>, made: Made, chance: Chance): void {
  const day = addDays(closedOn ?? openedOn, chance.below(30) - 10)
  if (day > thursday) return
  const attached = { episodeId: id, decided: 'attached', decidedAt: at('10:00', addDays(day, 1)), decidedBy: tom } as const
  made.referral.push({ ...referral(idFor(`again ${personId}`), personId, day), ...attached, ...mistake(chance) })
}

function worksOn(episode: Entity<'episode'>, of: Of, twin: boolean, made: Made, chance: Chance): void {
  ownersOf(episode, of, made, chance)
  for (let nth = chance.below(5); nth > 0; nth -= 1) contactOf(episode, of, nth, made, chance)
  if (!episode.startedOn || chance.is(twin ? 0 : 0.12)) return
  for (const [kind, likely] of [
    ['ons4', 0.9],
    ['loneliness', 0.85],
    ['peg', 0.4],
    ['activity', 0.08],
  ] as const)
    if (chance.is(twin ? 1 : likely)) asks(kind, of, addDays(episode.startedOn, twin ? 0 : chance.below(12)), made, chance)
  if (twin || chance.is(0.7)) plans(of, addDays(episode.startedOn, twin ? 5 : chance.below(20)), made, chance)
}

/** Some were given on twice at one moment. */
function ownersOf({ openedOn }: Entity<'episode'>, of: Of, made: Made, chance: Chance): void {
  if (chance.is(0.08)) return
  const times = 1 + chance.below(3)
  for (let nth = 0; nth < times; nth += 1) {
    const day = addDays(openedOn, chance.is(0.2) ? 0 : nth * 5)
    const ownerId = chance.is(0.06) ? null : chance.one(owners)
    made.assignment.push({ id: idFor(`owner ${of.episodeId} ${nth}`), ...of, ownerId, ...signed(day), ...mistake(chance) })
  }
}

/** Some late at night, when it is another day in Greenwich; some before the referral came. */
function contactOf({ openedOn }: Entity<'episode'>, of: Of, nth: number, made: Made, chance: Chance): void {
  const day = addDays(openedOn, chance.below(16) - 3)
  if (day > thursday) return
  const on = at(chance.is(0.3) ? '00:20' : '11:00', day)
  const came = chance.one(['spoke', 'noAnswer', 'message', 'sent'] as const)
  made.caseContact.push({ id: idFor(`contact ${of.episodeId} ${nth}`), ...of, how: 'call', came, on, at: on, byId: tom, ...mistake(chance, 0.1) })
}

/** Days after the first answer on which somebody asks again: at the edges of the window, twice as far from its middle, outside of it. */
const again = [62, 63, 64, 78, 80, 84, 88, 90, 104, 105, 106, 150]

function asks(kind: string, of: Of, first: PlainDate, made: Made, chance: Chance): void {
  const later = chance.is(0.2) ? [80, 88] : [chance.one(again), ...(chance.is(0.3) ? [chance.one(again)] : [])]
  const days = [0, ...(chance.is(0.12) ? [0] : []), ...(chance.is(0.85) ? later : [])].map((more) => addDays(first, more))
  days.forEach((on, nth) => {
    if (on <= thursday) made.measure.push(measureOf(kind, of, on, nth, chance))
  })
}

/** Broken off, of a version that no app knows, or with no case named: as people write them. */
function measureOf(kind: string, of: Of, on: PlainDate, nth: number, chance: Chance): Entity<'measure'> {
  const definition = measureDefinitions().find((one) => one.id === kind)!
  const items = Object.fromEntries(
    definition.items.map((item) => {
      const [from, to] = item.kind === 'scale' ? [item.from, item.to] : [1, item.id === 'lonely' ? 5 : 3]
      return [item.id, chance.is(0.02) ? 'notSaid' : from + chance.below(to - from + 1)]
    }),
  )
  const answers = chance.is(0.03) ? Object.fromEntries(Object.entries(items).slice(1)) : items
  const version = kind === 'activity' && chance.is(0.4) ? 'of another year' : definition.version
  const more = { questionnaire: kind, version, language: 'en', how: 'asked', items: answers, scores: scoresOf(definition, answers) } as const
  const named = chance.is(0.8) ? { episodeId: of.episodeId } : {}
  const time = chance.one(['11:30', '11:30', '14:00'])
  return {
    id: idFor(`${kind} ${of.episodeId} ${on} ${nth}`),
    personId: of.personId,
    ...named,
    ...more,
    on,
    ...signed(on, time),
    ...mistake(chance, 0.04),
  }
}

function plans({ personId, episodeId }: Of, agreedOn: PlainDate, made: Made, chance: Chance): void {
  if (agreedOn > thursday) return
  const planId = planIdOf(episodeId)
  made.plan.push({ id: planId, personId, episodeId, agreedOn, agreedWith: 'them', agreedAs: 'self', ...signed(agreedOn) })
  for (const [nth, more] of [0, 0, 42, 84, 126].entries()) {
    const on = addDays(agreedOn, more)
    if (on > thursday || chance.is(nth === 1 ? 0.8 : 0.25)) continue
    const asked = { value: Math.min(10, 2 + chance.below(6) + Math.floor(more / 42)), asked: more === 0 ? 'agreed' : 'review' } as const
    const of = { id: idFor(`sure ${planId} ${nth}`), personId, planId }
    made.planConfidence.push({ ...of, ...asked, on, ...signed(on, chance.one(['12:00', '15:00'])), ...mistake(chance) })
  }
}

/** At some meetings of the café, now and then twice at one: before a plan, beside it and without one. */
function asksAtCafe(personId: string, cafe: readonly Entity<'session'>[], made: Made, chance: Chance): void {
  for (let nth = 1 + chance.below(4); nth > 0; nth -= 1) {
    const { id: sessionId, date: on } = chance.one(cafe.slice(40))
    for (let twice = chance.is(0.1) ? 2 : 1; twice > 0; twice -= 1) {
      const id = idFor(`café ${personId} ${on} ${nth} ${twice}`)
      made.cafeConfidence.push({ id, personId, sessionId, value: chance.below(11), on, ...signed(on, '11:45'), ...mistake(chance, 0.1) })
    }
  }
}

/** One laptop has not been heard for a while: some rows are on it alone, and there some of the others were changed since. */
function apart(made: Made, people: readonly Entity<'person'>[], chance: Chance): Cases {
  const late: LooseDraft[] = []
  const known = { ...made }
  for (const record of ['referral', 'assignment', 'caseContact', 'measure', 'planConfidence', 'cafeConfidence'] as const) {
    const held = new Set(made[record].filter(() => chance.is(0.07)).map((one) => one.id))
    late.push(...made[record].filter((one) => held.has(one.id)).map(({ id, ...fields }) => ({ record, row: id, fields }) as unknown as LooseDraft))
    Object.assign(known, { [record]: (made[record] as { id: string }[]).filter((one) => !held.has(one.id)) })
  }
  return { known, late: [...late, ...changed(known, chance), ...saidLate(people)] }
}

/** What the late laptop did with rows that everybody knows. */
function changed(known: Made, chance: Chance): LooseDraft[] {
  const voided = (record: 'measure' | 'planConfidence' | 'cafeConfidence' | 'caseContact') =>
    known[record].flatMap((one) => (chance.is(0.02) ? [{ record, row: one.id, fields: { voidedBecause: 'a mistake' } }] : []))
  const closed = known.episode.flatMap((one): LooseDraft[] => {
    if (one.closedOn || !chance.is(0.1)) return []
    return [{ record: 'episode', row: one.id, fields: { closedOn: thursday, closedAs: 'moved' } }]
  })
  const opened = known.episode.flatMap((one): LooseDraft[] => {
    if (!one.closedOn || !chance.is(0.04)) return []
    return [{ record: 'episode', row: one.id, fields: { closedOn: null, closedAs: null } }]
  })
  return [...voided('measure'), ...voided('planConfidence'), ...voided('cafeConfidence'), ...voided('caseContact'), ...closed, ...opened]
}

/** That some who were written down twice are one. */
function saidLate(people: readonly Entity<'person'>[]): LooseDraft[] {
  return [60, 66, 72, 78, 84].map((nth) => {
    const [personId, otherId] = [people[nth]!.id, people[nth + 1]!.id].sort() as [string, string]
    const fields = { personId, otherId, answer: 'same', survivorId: nth % 12 === 0 ? personId : otherId, ...signed(thursday) }
    return { record: 'samePerson', row: samePersonIdOf(personId, otherId), fields } as LooseDraft
  })
}
