import type { Entity } from '../../src/shared/records/index.ts'
import { ageBands } from '../../src/shared/rules/age.ts'
import { ethnicities } from '../../src/shared/rules/ethnicity.ts'
import { needs } from '../../src/shared/rules/needs.ts'
import { addDays, weekdayOf } from '../../src/shared/std/dates.ts'
import { deprivationIdOf, samePersonIdOf } from '../../src/shared/std/ids.ts'
import { aGroup, aMembership, aPerson, aSession, aSlot, at, idFor, sessionId, thursday, which, type Known } from '../support/builders.ts'

/** A team of three years: how many people, and by which seed. */
export interface ThreeYears {
  people: number
  seed: number
  /** To how many sessions somebody comes, about. */
  timesEach?: number
}

/** What everybody wrote, and what one laptop wrote that has not been heard yet: the sign-ins of one group's last weeks. */
export interface Written {
  known: Required<
    Pick<
      Known,
      | 'venue'
      | 'group'
      | 'person'
      | 'membership'
      | 'session'
      | 'signIn'
      | 'registerMark'
      | 'companion'
      | 'offer'
      | 'referral'
      | 'samePerson'
      | 'deprivation'
    >
  >
  late: Entity<'signIn'>[]
}

const begun = '2023-10-05'
const weeks = 159
const groupNames = ['Walk and Talk', 'Walking Football', 'Buggy Talk', 'Seated Exercise', 'Active Sky Blues', 'Pain Café']
const venueNames = ['Riversley Park', 'The Pingles', 'Miners’ Welfare Park']
/** Where each group meets: two share a park, and of two nobody has written it. */
const venues = [0, 1, 2, null, null, 0].map((nth) => (nth === null ? null : idFor(venueNames[nth]!)))
const practices = [
  { practice: 'Manor Court Surgery', odsCode: 'M84001' },
  { practice: 'Riversley Surgery' },
  { practice: 'M84013' },
  { practice: 'The Old Bakery Practice' },
  {},
]
const addresses = ['CV11 4JP', 'cv107aa', 'CV12 8AB', 'CV7 8NN', 'B1 1AA', 'ZZ99 3VZ'].map((postcode) => ({ postcode }))
const towns = [{ town: 'nuneaton ' }, { town: 'Bulkington' }]
const written = { at: at('09:00', begun), byId: idFor('Tom') }

/** Numbers that look like chance and are the same for the same seed (mulberry32). */
export function chanceOf(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  return {
    is: (likely: number) => next() < likely,
    below: (most: number) => Math.floor(next() * most),
    one: <Value>(of: readonly Value[]): Value => of[Math.floor(next() * of.length)]!,
  }
}
export type Chance = ReturnType<typeof chanceOf>

const sector = (index: '2019' | '2025', of: string, deciles: { [unit: string]: number }, more: Partial<Entity<'deprivation'>> = {}) => ({
  ...{ id: deprivationIdOf(of, index), index, sector: of, deciles, source: 'A table', at: at('09:00'), byId: idFor('Nisha') },
  ...more,
})

/** Of the addresses some are in the table; what an older index says, and a row that was removed, tell nothing. */
const deciles: Entity<'deprivation'>[] = [
  sector('2025', 'CV11 4', { JP: 2, JQ: 9 }),
  sector('2025', 'CV10 7', { AA: 3 }),
  sector('2025', 'B1 1', { AA: 2 }),
  sector('2025', 'CV12 8', { AB: 1 }, { voidedBecause: 'a mistake' }),
  sector('2019', 'CV7 8', { NN: 10 }),
]

/** Six groups from October 2023 to October 2026, with everything a report has to get right: two laptops at one door, mistakes, people written down twice, answers nobody gave. */
export function threeYears({ people, seed, timesEach = 10 }: ThreeYears): Written {
  const chance = chanceOf(seed)
  const everybody = Array.from({ length: people }, (_, nth) => `Given${nth % 89} Family${nth}`)
  const known: Written['known'] = {
    deprivation: deciles,
    venue: [],
    group: [],
    person: [],
    membership: [],
    session: [],
    signIn: [],
    registerMark: [],
    companion: [],
    offer: [],
    referral: [],
    samePerson: [],
  }
  known.venue = venueNames.map((name) => ({ id: idFor(name), name }))
  known.group = groupNames.map((name, nth) =>
    aGroup(name, { venueId: venues[nth] ?? null, schedule: [aSlot({ rule: `FREQ=WEEKLY;BYDAY=${['TH', 'MO', 'TU', 'WE', 'FR', 'TH'][nth]}` })] }),
  )
  known.person = everybody.map((name) => somebody(name, chance))
  known.session = groupNames.flatMap((group, nth) => sessionsOf(group, nth, chance))
  for (const name of everybody) takesPart(name, timesEach, known, chance)
  writtenTwice(everybody, known, chance)
  const lastWeeks = new Set(
    known.session.filter((one) => one.groupId === idFor('Pain Café') && one.date > addDays(thursday, -60)).map((one) => one.id),
  )
  const late = known.signIn.filter((one) => lastWeeks.has(one.sessionId))
  return { known: { ...known, signIn: known.signIn.filter((one) => !lastWeeks.has(one.sessionId)) }, late }
}

function somebody(name: string, chance: Chance): Entity<'person'> {
  const more: Partial<Entity<'person'>> = { ...(chance.is(0.9) ? chance.one(practices) : {}) }
  if (chance.is(0.6)) more.bornOn = `${1930 + chance.below(78)}-0${1 + chance.below(9)}-1${chance.below(9)}`
  else if (chance.is(0.5)) more.ageBand = chance.one(ageBands)
  if (chance.is(0.8)) more.address = chance.is(0.85) ? chance.one(addresses) : chance.one(towns)
  if (chance.is(0.8)) more.gender = chance.one(['1', '1', '2', '2', '2', '2', '3', '4', 'Z', 'X'])
  if (chance.is(0.75)) more.ethnicity = chance.is(0.7) ? 'A' : chance.one(ethnicities).code
  if (chance.is(0.01)) more.removedBecause = 'added by mistake'
  if (chance.is(0.03)) more.archivedOn = addDays(thursday, -chance.below(300))
  return aPerson(name, more)
}

/** Each on its own weekday; Walk and Talk and the Pain Café share one. */
function sessionsOf(group: string, nth: number, chance: Chance): Entity<'session'>[] {
  const weekday = [4, 1, 2, 3, 5, 4][nth]!
  const first = addDays(begun, (weekday - weekdayOf(begun) + 7) % 7)
  return Array.from({ length: weeks }, (_, week) => addDays(first, week * 7))
    .filter((date) => date <= thursday)
    .map((date) => {
      const cancelled = chance.is(0.05) ? { cancelledBecause: 'Ice' } : {}
      const moved = nth !== 4 && date.endsWith('4') ? { venueId: idFor(venueNames[1]!) } : {}
      return aSession(which(group, date), { ...cancelled, ...moved, ...(chance.is(0.85) ? { closedAt: at('12:05', date) } : {}) })
    })
}

/** Signs up to one group or two, comes for a while, and is written down as people are. */
function takesPart(name: string, timesEach: number, known: Written['known'], chance: Chance): void {
  const wants = chance.is(0.25) ? 2 : 1
  const groups = [...new Set(Array.from({ length: wants }, () => chance.one(groupNames)))]
  if (chance.is(0.4)) known.referral.push(referralOf(name, chance))
  for (const group of groups) {
    const since = addDays(begun, chance.below(weeks * 7))
    const ends = chance.is(0.15) ? { endedOn: addDays(since, chance.is(0.2) ? 0 : chance.below(400)) } : {}
    known.membership.push(aMembership(group, name, { since, ...ends }))
    if (chance.is(0.3)) known.offer.push(offerOf(name, group, since, chance))
    comesTo(name, group, since, timesEach, known, chance)
  }
}

function comesTo(name: string, group: string, since: string, timesEach: number, known: Written['known'], chance: Chance): void {
  const groupId = idFor(group)
  const from = addDays(since, chance.is(0.2) ? 21 + chance.below(30) : 0)
  const open = known.session.filter((one) => one.groupId === groupId && one.date >= from && (!one.cancelledBecause || chance.is(0.02)))
  for (const session of open.slice(0, Math.round(timesEach * (chance.is(0.2) ? 4 : 1.6)))) {
    if (chance.is(0.62)) known.signIn.push(...signInsOf(name, session, chance))
    else if (chance.is(0.2)) known.registerMark.push(markOf(name, session, chance))
    if (chance.is(0.03)) known.companion.push(companionOf(name, session, chance))
  }
}

function signInsOf(name: string, session: Entity<'session'>, chance: Chance): Entity<'signIn'>[] {
  const one = (nth: number, more: Partial<Entity<'signIn'>>): Entity<'signIn'> => ({
    id: idFor(`${name} ${session.id} ${nth}`),
    sessionId: session.id,
    personId: idFor(name),
    arrivedAt: at(`10:3${nth}`, session.date),
    how: 'facilitator',
    byId: idFor('Tom'),
    ...more,
  })
  const first = one(1, {
    ...(chance.is(0.03) ? { voidedBecause: 'a mistake', voidedAt: at('10:40', session.date) } : {}),
    ...(chance.is(0.05) ? { leftAt: at('11:00', session.date) } : {}),
  })
  return chance.is(0.03) ? [first, one(2, { how: 'kiosk' })] : [first]
}

function markOf(name: string, session: Entity<'session'>, chance: Chance): Entity<'registerMark'> {
  const state = chance.is(0.7) ? 'apologies' : 'absent'
  const voided = chance.is(0.1) ? { voidedBecause: 'a mistake' } : {}
  return {
    id: idFor(`mark ${name} ${session.id}`),
    sessionId: session.id,
    personId: idFor(name),
    state,
    at: at('10:00', session.date),
    byId: idFor('Tom'),
    ...voided,
  }
}

function companionOf(name: string, session: Entity<'session'>, chance: Chance): Entity<'companion'> {
  const kind = chance.one(['guest', 'carer', 'child', 'baby', 'unknown', 'assistanceDog'] as const)
  const voided = chance.is(0.1) ? { voidedBecause: 'a mistake' } : {}
  return {
    id: idFor(`with ${name} ${session.id}`),
    sessionId: session.id,
    kind,
    number: 1 + chance.below(3),
    at: at('10:31', session.date),
    byId: idFor('Tom'),
    ...voided,
  }
}

function offerOf(name: string, group: string, since: string, chance: Chance): Entity<'offer'> {
  const offeredOn = addDays(since, -chance.below(20))
  const answered = chance.is(0.9) ? { answeredOn: since } : {}
  const voided = chance.is(0.05) ? { voidedBecause: 'a mistake' } : {}
  const state = chance.one(['accepted', 'accepted', 'accepted', 'declined', 'waiting'] as const)
  return {
    id: idFor(`offer ${name} ${group}`),
    personId: idFor(name),
    episodeId: idFor(`case ${name}`),
    groupId: idFor(group),
    offeredOn,
    state,
    ...answered,
    ...written,
    ...voided,
  }
}

function referralOf(name: string, chance: Chance): Entity<'referral'> {
  const codes = [...new Set(Array.from({ length: chance.below(4) }, () => needs[chance.below(5)]!.code))]
  const voided = chance.is(0.05) ? { voidedBecause: 'a mistake' } : {}
  return {
    id: idFor(`referral ${name}`),
    personId: idFor(name),
    source: 'practice',
    receivedOn: begun,
    urgency: 'routine',
    agreed: 'yes',
    needs: codes,
    ...written,
    ...voided,
  }
}

/** Some of them were written down twice, and somebody has said so; of some somebody has said that they are two, or has taken it back. */
function writtenTwice(everybody: readonly string[], known: Written['known'], chance: Chance): void {
  for (let nth = 0; nth + 1 < everybody.length && nth < 60; nth += 6) {
    const [personId, otherId] = [idFor(everybody[nth]!), idFor(everybody[nth + 1]!)].sort() as [string, string]
    const more = chance.is(0.7) ? { answer: 'same' as const, survivorId: chance.one([personId, otherId]) } : { answer: 'notSame' as const }
    const voided = chance.is(0.15) ? { voidedBecause: 'undone' } : {}
    known.samePerson.push({ id: samePersonIdOf(personId, otherId), personId, otherId, ...more, ...written, ...voided })
  }
}

/** The id of a session of one of the groups. */
export function sessionOf(group: string, date: string): string {
  return sessionId(which(group, date))
}
