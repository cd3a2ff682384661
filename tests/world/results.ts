import { measureDefinitions } from '../../src/shared/measures/index.ts'
import { scoresOf } from '../../src/shared/rules/measures.ts'
import type { Entity } from '../../src/shared/records/index.ts'
import { addDays, daysBetween, type PlainDate } from '../../src/shared/std/dates.ts'
import { episodeIdOf, planIdOf, sessionIdOf } from '../../src/shared/std/ids.ts'
import { aGroup, aMembership, aPerson, at, idFor, thursday, type Known } from '../support/builders.ts'
import { priya } from './office.ts'
import { manyNames } from './names.ts'

const marcus = idFor('Marcus Bright')
/** The first day of what is measured here: so that most follow-ups are over on that Thursday. */
const firstDay = '2026-02-02'

/** Numbers that look like chance and are the same each time. */
export function chanceOf(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

type Chance = (below: number) => number

/** What came of a year: people who were referred, measured, asked again and asked how sure they are. @param count how many people */
export function results(count: number, seed = 7): Known {
  const chance = chanceOf(seed)
  const people = manyNames(count).map((name) => aPerson(name))
  const parts = people.map((one, nth) => oneOf(one.id, nth, addDays(firstDay, Math.floor((nth * 250) / count) + chance(3)), chance))
  const all = <Name extends keyof Known>(name: Name) => parts.flatMap((one) => (one[name] ?? []) as object[]) as Known[Name]
  return {
    person: people,
    group: [aGroup('Walk and Talk'), aGroup('Pain Café', { counts: false, template: 'cafe' })],
    membership: people.flatMap((one, nth) => membershipsOf(`${one.givenName} ${one.familyName}`, nth)),
    session: sessionsOfWalk(),
    referral: all('referral'),
    episode: all('episode'),
    assignment: all('assignment'),
    caseContact: all('caseContact'),
    measure: all('measure'),
    plan: all('plan'),
    planConfidence: all('planConfidence'),
    signIn: all('signIn'),
  } as Known
}

/** Three in four walk, every third goes to the Pain Café. */
function membershipsOf(name: string, nth: number): Entity<'membership'>[] {
  return [
    ...(nth % 4 !== 3 ? [aMembership('Walk and Talk', name, { since: '2026-01-08' })] : []),
    ...(nth % 3 === 0 ? [aMembership('Pain Café', name, { since: '2026-01-08' })] : []),
  ]
}

const walkId = idFor('Walk and Talk')
const weeks = Array.from({ length: 37 }, (_, nth) => addDays('2026-02-05', nth * 7)).filter((date) => date <= thursday)

function sessionsOfWalk(): Entity<'session'>[] {
  return weeks.map((date) => ({
    id: sessionIdOf(walkId, date, 1),
    groupId: walkId,
    date,
    slot: 1,
    startedAt: at('10:20', date),
    closedAt: at('12:05', date),
    closedBy: priya,
  }))
}

function oneOf(personId: string, nth: number, received: PlainDate, chance: Chance): Known {
  const episodeId = episodeIdOf(personId, 1)
  const signed = { at: at('09:00', received), byId: priya }
  const state = nth % 11 === 10 ? 'new' : nth % 13 === 12 ? 'waiting' : 'started'
  const started = addDays(received, 4 + chance(20))
  const of = { personId, episodeId }
  const referral: Entity<'referral'> = {
    id: idFor(`referral ${personId}`),
    personId,
    source: 'practice',
    receivedOn: received,
    urgency: 'routine',
    agreed: 'yes',
    reason: 'Lonely',
    ...signed,
    ...(state === 'new' ? {} : { episodeId, decided: 'accepted', decidedAt: at('10:00', addDays(received, 1)), decidedBy: priya }),
  }
  if (state === 'new') return { referral: [referral] }
  const isStarted = state === 'started' && started <= thursday
  const opened = { openedOn: addDays(received, 1), ...(isStarted ? { startedOn: started } : {}) }
  const met = { referral: [referral], episode: [{ id: episodeId, personId, number: 1, ...opened, ...signed }] }
  const assignment = [{ id: idFor(`owner ${personId}`), ...of, ownerId: nth % 3 === 0 ? priya : marcus, ...signed }]
  const caseContact = contactsOf(of, received, nth, chance)
  return isStarted ? { ...met, assignment, caseContact, ...workOf(of, started, nth, chance) } : { ...met, assignment, caseContact }
}

interface Of {
  personId: string
  episodeId: string
}

function contactsOf(of: Of, received: PlainDate, nth: number, chance: Chance): Entity<'caseContact'>[] {
  if (nth % 13 === 12) return []
  const on = addDays(received, 1 + chance(9))
  const signed = { at: at('11:00', on), byId: marcus }
  return [{ id: idFor(`call ${of.personId}`), ...of, how: 'call', came: nth % 5 === 0 ? 'noAnswer' : 'spoke', on: at('11:00', on), ...signed }]
}

/** What was asked of them, how sure they were, and when they came. */
function workOf(of: Of, started: PlainDate, nth: number, chance: Chance): Known {
  const kinds = ['ons4', 'loneliness', ...(nth % 3 === 0 ? ['peg'] : [])]
  const before = kinds.map((kind) => measured(of, kind, started, 0, chance))
  const after = addDays(started, nth % 9 === 8 ? 150 : 70 + chance(30))
  const again = nth % 6 === 5 || after > thursday ? [] : kinds.map((kind) => measured(of, kind, after, 2, chance))
  const walked = weeks.filter((date) => date > started && nth % 4 !== 3 && chance(3) > 0)
  return { measure: [...before, ...again], ...sureOf(of, started, nth, chance), signIn: walked.map((date) => cameOn(of.personId, date, nth)) }
}

/** Answers somewhere on the scale, better by so much where they are asked again. */
function measured(of: Of, kind: string, on: PlainDate, better: number, chance: Chance): Entity<'measure'> {
  const definition = measureDefinitions().find((one) => one.id === kind)
  if (!definition) throw new Error(`no questionnaire ${kind}`)
  const items = Object.fromEntries(
    definition.items.map((item) => {
      const [from, to] = item.kind === 'choice' ? [1, kind === 'loneliness' && item.id === 'lonely' ? 5 : 3] : [0, 10]
      const isBetterHigh = kind === 'ons4' && item.id !== 'anxious'
      const value = from + chance(to - from + 1) + (isBetterHigh ? better : -better)
      return [item.id, chance(40) === 0 && kind === 'ons4' ? 'notSaid' : Math.min(to, Math.max(from, value))]
    }),
  )
  const more = { questionnaire: kind, version: definition.version, language: 'en', how: 'asked', answeredBy: 'person' } as const
  const id = idFor(`${kind} ${of.personId} ${on}`)
  return { id, ...of, ...more, items, scores: scoresOf(definition, items), on, at: at('11:30', on), byId: marcus }
}

function sureOf({ personId, episodeId }: Of, started: PlainDate, nth: number, chance: Chance): Known {
  const planId = planIdOf(episodeId)
  const agreed = addDays(started, 7)
  const days = [agreed, ...[42, 84].map((more) => addDays(agreed, more))].filter((day) => day <= thursday && nth % 7 !== 6)
  const signed = (day: PlainDate) => ({ at: at('12:00', day), byId: marcus })
  const [lastDay] = days.slice(-1)
  const plan = { id: planId, personId, episodeId, agreedOn: agreed, agreedWith: 'them', agreedAs: 'self', ...signed(agreed) } as const
  const planConfidence = days.map((on, time): Entity<'planConfidence'> => ({
    id: idFor(`sure ${personId} ${on}`),
    personId,
    planId,
    value: Math.min(10, 2 + chance(4) + time),
    asked: time === 0 ? 'agreed' : 'review',
    on,
    ...signed(on),
  }))
  return { plan: lastDay && daysBetween(agreed, thursday) >= 0 ? [plan] : [], planConfidence }
}

function cameOn(personId: string, date: PlainDate, nth: number): Entity<'signIn'> {
  return {
    id: idFor(`${personId} ${date}`),
    sessionId: sessionIdOf(walkId, date, 1),
    personId,
    arrivedAt: at('10:31', date),
    how: 'facilitator',
    byId: priya,
    ...(nth % 17 === 16 ? { voidedBecause: 'a mistake' } : {}),
  }
}
