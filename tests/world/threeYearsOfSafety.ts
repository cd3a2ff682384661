import type { LooseDraft } from '../../src/shared/changes/change.ts'
import type { HeadCountMoment } from '../../src/shared/records/headCount.ts'
import type { Entity } from '../../src/shared/records/index.ts'
import { addDays, type PlainDate } from '../../src/shared/std/dates.ts'
import { aGroup, aMembership, aSession, aSlot, at, idFor, thursday, which, type Known } from '../support/builders.ts'
import { chanceOf, sessionOf, type Chance, type Written } from './threeYears.ts'

type Made = Required<Pick<Known, 'headCount' | 'incident' | 'rotaDuty' | 'declaration' | 'emergencyContact'>>

/** What is written around the sessions of the golden team: what the surgery has, and what one laptop wrote that has not been heard yet. */
export interface Safety {
  known: Known
  late: LooseDraft[]
}

const tom = idFor('Tom')
const signed = (day: PlainDate, time = '11:00') => ({ at: at(time, day), byId: tom })
const mistake = (chance: Chance, likely = 0.1) => (chance.is(likely) ? { voidedBecause: 'a mistake' } : {})
/** A week longer than the board looks back. */
const lately = addDays(thursday, -98)

/** Counts, incidents, the rota, health questions, papers and contacts of these three years; of their people and sessions what reports read beside. */
export function threeYearsOfSafety(world: Written['known'], seed: number): Safety {
  const chance = chanceOf(seed)
  const made: Made = { headCount: [], incident: [], rotaDuty: [], declaration: [], emergencyContact: [] }
  const group = groupsOf(world.group)
  const session = sessionsOf(world.session, chance)
  const here = hereOf(world.signIn)
  for (const one of session) happensAt(one, group, here.get(one.id) ?? [], made, chance)
  for (const { id } of world.person) tells(id, made, chance)
  const known: Known = {
    ...{ group, session, membership: [...world.membership, ...walksToo(world.person)], person: world.person.map((one) => known_(one, chance)) },
    ...{ signIn: world.signIn.map((one) => (chance.is(0.15) ? { ...one, part: 'cafe' } : one)) },
    ...{ companion: world.companion.map((one) => withSomebody(one, here.get(one.sessionId) ?? [], chance)) },
    ...{ colleague: papersOf(), proposal: proposals(), ...laptops() },
  }
  return apart(known, made, session, chance)
}

const templates: Record<string, Partial<Entity<'group'>>> = {
  'Walk and Talk': { template: 'walk', leaderId: idFor('Ann Walker') },
  'Walking Football': { template: 'football', leaderId: idFor('Ben Goal'), peoplePerLeader: 4 },
  'Buggy Talk': { template: 'buggy' },
  'Seated Exercise': { template: 'seated', leaderId: idFor('Cara Chair') },
  'Active Sky Blues': { template: 'partner', state: 'paused', leaderId: idFor('Dai Blue') },
  'Pain Café': { template: 'cafe', counts: false },
}
const secondSlot = aSlot({ slot: 2, rule: 'FREQ=WEEKLY;BYDAY=MO', start: '09:15', from: '2026-09-03', until: '2026-10-12' })

/** The six; one that has closed, and another of the same name that somebody else runs. */
function groupsOf(six: readonly Entity<'group'>[]): Entity<'group'>[] {
  const all = six.map((one) => ({ ...one, ...templates[one.name] }))
  const seated = all.map((one) => (one.template === 'seated' ? { ...one, schedule: [...one.schedule, secondSlot] } : one))
  const choir = aGroup('Old Choir', { template: 'seated', state: 'closed', schedule: [aSlot({ until: '2026-09-10' })] })
  return [...seated, choir, aGroup('Walk too', { name: 'Walk and Talk', organiser: 'The Trust', template: 'walk', counts: true, schedule: [] })]
}

/** Of one group that has no sessions: left months ago, left today, signed up today, or tomorrow. */
const memberships: Partial<Entity<'membership'>>[] = [
  { endedOn: '2026-02-01' },
  { endedOn: thursday },
  { endedOn: addDays(thursday, 1) },
  { since: thursday },
  { since: addDays(thursday, 1) },
]

/** Both of those who were written down twice are signed up. */
function walksToo(people: readonly Entity<'person'>[]): Entity<'membership'>[] {
  return people
    .filter((_, nth) => nth % 5 === 0 || (nth < 90 && nth % 6 <= 1))
    .map(({ givenName, familyName }, nth) => aMembership('Walk too', `${givenName} ${familyName}`, { since: '2024-06-03', ...memberships[nth % 12] }))
}

/** Begun ones of the last weeks, some long ago that nobody closed, one that nobody had planned, and two of groups that are no more. */
function sessionsOf(all: readonly Entity<'session'>[], chance: Chance): Entity<'session'>[] {
  const begun = all.map((one): Entity<'session'> => {
    const likely = one.date < lately ? 0.06 : one.cancelledBecause ? 0.1 : 0.85
    const startedAt = chance.is(likely) ? { startedAt: at('10:25', one.date) } : {}
    return { ...one, ...startedAt, ...(chance.is(0.1) ? { mismatchReason: 'One went home' } : {}), ...(chance.is(0.1) ? { leaderId: tom } : {}) }
  })
  const more = { startedAt: at('09:20', '2026-09-07') }
  return [
    ...begun,
    aSession(which('Seated Exercise', '2026-09-07', 2), more),
    aSession(which('Pain Café', '2026-09-08', 1), { ...more, start: '14:00', unplannedBecause: 'A talk', closedAt: at('16:00', '2026-09-08') }),
    aSession(which('Old Choir', '2026-09-03'), more),
    aSession(which('Old Choir', '2025-03-06'), { startedAt: at('10:30', '2025-03-06') }),
  ]
}

function hereOf(signIns: readonly Entity<'signIn'>[]): Map<string, string[]> {
  const here = new Map<string, string[]>()
  for (const one of signIns) here.set(one.sessionId, [...(here.get(one.sessionId) ?? []), one.personId])
  return here
}

/** What was written at one session of the last weeks; of the others now and then an incident. */
function happensAt(session: Entity<'session'>, groups: readonly Entity<'group'>[], here: readonly string[], made: Made, chance: Chance): void {
  if (chance.is(session.date < lately ? 0.02 : 0.15)) incidentAt(session, made, chance)
  if (session.date < lately || !session.startedAt) return
  const { template } = groups.find((one) => one.id === session.groupId)!
  if (chance.is(0.75)) countsAt(session, template === 'walk' || template === 'buggy' ? ['out', 'halfway', 'back'] : ['in', 'end'], here, made, chance)
  if (chance.is(0.7)) rotaOf(session, here, made, chance)
}

function countsAt(session: Entity<'session'>, moments: readonly HeadCountMoment[], here: readonly string[], made: Made, chance: Chance): void {
  for (const moment of moments.filter(() => chance.is(0.8)))
    for (let nth = chance.is(0.2) ? 2 : 1; nth > 0; nth -= 1) {
      const expected = 5 + chance.below(9)
      made.headCount.push({
        ...{ id: idFor(`heads ${session.id} ${moment} ${nth}`), sessionId: session.id, moment, expected },
        counted: expected + (chance.is(0.15) ? -1 : 0),
        missingIds: chance.is(0.08) ? here.slice(0, 1) : [],
        ...(chance.is(0.2) ? { babies: chance.below(2) + 1, babiesExpected: 1 } : {}),
        ...signed(session.date, chance.one(['11:00', '11:05', '11:30'])),
        ...mistake(chance),
      })
    }
}

function incidentAt(session: Entity<'session'>, made: Made, chance: Chance): void {
  const before = made.incident.at(-1)
  const same = chance.is(0.15) && before ? { sameAs: before.id } : {}
  made.incident.push({
    ...{ id: idFor(`incident ${session.id}`), sessionId: session.id, kind: chance.one(['fall', 'unwell', 'nearMiss', 'other'] as const) },
    ...{ happenedAt: at(chance.is(0.2) ? '00:10' : '11:10', session.date), personIds: [], what: 'Somebody slipped', ambulance: false },
    ...(chance.is(0.5) ? { followUp: chance.one(['Ring them', '  ']) } : {}),
    ...(chance.is(0.5) ? { closedAt: at('09:00', thursday), closedBy: tom } : {}),
    ...same,
    ...signed(session.date),
  })
}

/** Colleagues, and people who take part and help. */
function rotaOf(session: Entity<'session'>, here: readonly string[], made: Made, chance: Chance): void {
  const who = () => (here.length > 0 && chance.is(0.6) ? { personId: chance.one(here) } : { colleagueId: idFor(chance.one(helpers).name!) })
  for (let nth = chance.below(4); nth > 0; nth -= 1)
    made.rotaDuty.push({
      ...{ id: idFor(`duty ${session.id} ${nth}`), sessionId: session.id, role: chance.one(['leader', 'leader', 'helper', 'firstAider'] as const) },
      ...who(),
      state: chance.one(['yes', 'yes', 'yes', 'no', 'asked', 'swapped'] as const),
      ...signed(session.date, '08:00'),
      ...mistake(chance),
    })
}

/** Days on which the questions were asked: some are a year old today, tomorrow or yesterday, one of them in a leap year. */
const asked = ['2024-02-29', '2025-10-21', '2025-10-22', '2025-10-23', '2026-03-01', '2026-10-22']

/** Health questions, and whom to ring. */
function tells(personId: string, made: Made, chance: Chance): void {
  for (let nth = chance.below(3); nth > 0; nth -= 1) {
    const day = chance.one(asked)
    made.declaration.push({
      ...{ id: idFor(`declaration ${personId} ${nth}`), personId, questions: '1', answers: {}, outcome: 'takingPart', signedAs: 'them' },
      ...(chance.is(0.3) ? { unchanged: true, askedAt: at('10:00', chance.one(asked)) } : {}),
      ...signed(day, chance.one(['00:20', '10:00'])),
      ...mistake(chance),
    })
  }
  for (let nth = chance.below(3); nth > 0; nth -= 1) {
    const phone = chance.one(['01632 960 983', '01632 960 983', '', '  '])
    const removed = chance.is(0.2) ? { removedBecause: 'they moved' } : {}
    made.emergencyContact.push({ id: idFor(`contact ${personId} ${nth}`), personId, name: 'A daughter', phone, ...removed })
  }
}

function known_(person: Entity<'person'>, chance: Chance): Entity<'person'> {
  return {
    ...person,
    ...(chance.is(0.5) ? { phone: `07700 900${100 + chance.below(900)}` } : {}),
    ...(chance.is(0.2) ? { knownAs: chance.one(['Bea', 'Sid', 'Zoë']) } : {}),
    ...(chance.is(0.05) ? { noContactBecause: 'they have nobody' } : {}),
    ...(chance.is(0.2) ? { photo: chance.one(['yes', 'no'] as const) } : {}),
  }
}

function withSomebody(one: Entity<'companion'>, here: readonly string[], chance: Chance): Entity<'companion'> {
  const withId = here.length > 0 && chance.is(0.6) ? { withId: chance.one(here) } : {}
  return { ...one, ...withId, ...(chance.is(0.1) ? { leftAt: at('11:00', thursday) } : {}) }
}

/** Papers that are over, end within thirty days or in thirty-one, of who leads and of who helps; of one who has left. */
const helpers: Partial<Entity<'colleague'>>[] = [
  { name: 'Ann Walker', trainedOn: '2024-01-01', dbsUntil: addDays(thursday, -1), firstAidUntil: addDays(thursday, 30) },
  { name: 'Ben Goal', trainedOn: addDays(thursday, 1), dbsUntil: thursday, firstAidUntil: null },
  { name: 'Cara Chair', dbsUntil: addDays(thursday, 31), firstAidUntil: addDays(thursday, 400) },
  { name: 'Dai Blue', dbsUntil: '2027-05-01', firstAidUntil: '2026-10-01' },
  { name: 'Élodie Mars', dbsUntil: addDays(thursday, 30), leftOn: thursday },
  { name: 'Fay Gone', dbsUntil: '2020-01-01', leftOn: addDays(thursday, -1) },
]

function papersOf(): Entity<'colleague'>[] {
  return helpers.map((one) => ({ id: idFor(one.name!), role: 'facilitator', ...one }) as Entity<'colleague'>)
}

function proposals(): Entity<'proposal'>[] {
  const all: [string, Partial<Entity<'proposal'>>][] = [
    ['Walk and Talk', { riskAssessedOn: '2025-01-09' }],
    ['Walk and Talk', { riskAssessedOn: '2026-01-09' }],
    ['Walk and Talk', { riskAssessedOn: '2026-06-09', voidedBecause: 'a mistake' }],
    ['Walking Football', {}],
    ['Active Sky Blues', { riskAssessedOn: '2026-02-03' }],
  ]
  return all.map(([group, more], nth) => ({
    ...{ id: idFor(`proposal ${nth}`), name: group, need: 'lonely', gapIds: [], place: 'Nuneaton', state: 'working', groupId: idFor(group) },
    ...signed('2024-01-04'),
    ...more,
  }))
}

/** Laptops and when they got ready: for a walk that is to come, for one long ago, for a group that has paused since, for none. */
function laptops(): Pick<Known, 'device' | 'takenLaptop'> {
  const device = (name: string, on: PlainDate, more: Partial<Entity<'device'>> = {}): Entity<'device'> => ({
    ...{ id: idFor(name), name, colleagueId: tom, enrolledAt: at('00:30', on) },
    ...more,
  })
  const taken = (name: string, on: PlainDate, sessionId: string): Entity<'takenLaptop'> => ({
    ...{ id: idFor(`${name} ${on}`), sessionId, deviceId: idFor(name), deviceName: name },
    ...signed(on),
  })
  return {
    device: [
      device('Park laptop', '2024-05-02'),
      device('Café laptop', '2024-05-02'),
      device('Pitch laptop', '2024-05-02'),
      device('Fortnight laptop', addDays(thursday, -14)),
      device('Quiet laptop', addDays(thursday, -15)),
      device('Lost laptop', '2024-05-02', { revokedAt: at('10:00', '2025-05-02') }),
    ],
    takenLaptop: [
      taken('Park laptop', addDays(thursday, -2), sessionOf('Walk and Talk', addDays(thursday, 7))),
      taken('Café laptop', '2026-05-01', sessionOf('Pain Café', '2026-04-30')),
      taken('Pitch laptop', addDays(thursday, -3), sessionOf('Active Sky Blues', '2026-10-23')),
    ],
  }
}

/** One laptop was out for weeks: some rows are on it alone, and it closed sessions that everybody else sees open. */
function apart(known: Known, made: Made, sessions: readonly Entity<'session'>[], chance: Chance): Safety {
  const late: LooseDraft[] = []
  for (const record of Object.keys(made) as (keyof Made)[]) {
    const held = new Set(made[record].filter(() => chance.is(0.08)).map((one) => one.id))
    late.push(...made[record].filter((one) => held.has(one.id)).map(({ id, ...fields }) => ({ record, row: id, fields }) as unknown as LooseDraft))
    Object.assign(known, { [record]: (made[record] as { id: string }[]).filter((one) => !held.has(one.id)) })
  }
  const closed = sessions.filter((one) => one.startedAt && !one.closedAt && chance.is(0.4))
  late.push(...closed.map((one) => ({ record: 'session', row: one.id, fields: { closedAt: at('12:05', one.date) } })))
  return { known, late }
}
