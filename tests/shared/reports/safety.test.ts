import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Entity } from '../../../src/shared/records/index.ts'
import type { AskedReport } from '../../../src/shared/reports/index.ts'
import { safety } from '../../../src/shared/reports/safety.ts'
import { aGroup, aHeadCount, aMembership, aPerson, aSession, aSignIn, at, idFor, sessionId, which, type Known } from '../../support/builders.ts'
import { bothSides, linesBy, readerOf, type BothSides } from '../../support/reports.ts'

const asked: AskedReport = { name: 'safety', params: { groupId: null } }
const ofWalk: AskedReport = { name: 'safety', params: { groupId: idFor('Walk and Talk') } }
const walk = (date: string) => which('Walk and Talk', date)
const byId = idFor('Tom Ashby')
const people = Array.from({ length: 23 }, (_, nth) => `Person ${'ABCDEFGHIJKLMNOPQRSTUVW'[nth]}`)

const begun = (date: string, more: Partial<Entity<'session'>> = {}) => aSession(walk(date), { startedAt: at('10:25', date), ...more })
const closed = (date: string, more: Partial<Entity<'session'>> = {}) => begun(date, { closedAt: at('12:05', date), closedBy: byId, ...more })
const duty = (date: string, role: Entity<'rotaDuty'>['role'], who: string): Entity<'rotaDuty'> => ({
  id: idFor(`${role} ${date} ${who}`),
  sessionId: sessionId(walk(date)),
  role,
  colleagueId: idFor(who),
  state: 'yes',
  at: at('09:00', date),
  byId,
})
const incident = (kind: Entity<'incident'>['kind'], more: Partial<Entity<'incident'>> = {}): Entity<'incident'> => ({
  id: idFor(`${kind} ${JSON.stringify(more)}`),
  sessionId: sessionId(walk('2026-10-08')),
  kind,
  happenedAt: at('11:00', '2026-10-08'),
  personIds: [],
  what: 'Slipped on wet leaves',
  ambulance: false,
  at: at('12:00', '2026-10-08'),
  byId,
  ...more,
})

const closedOne = incident('injury', { closedAt: at('09:00', '2026-10-12'), closedBy: byId, closedWords: 'The gate was mended' })

/** Of a walk a year ago, which somebody began and nobody closed: one open, one closed. */
const lastYear = { sessionId: sessionId(walk('2025-10-09')), happenedAt: at('11:00', '2025-10-09') }
const longAgo = incident('cardiac', lastYear)
const longClosed = incident('unwell', { ...lastYear, closedAt: at('09:00', '2025-10-12'), closedBy: byId, closedWords: 'He is well' })

/** Three walks this October: one closed with a count that did not agree, one not closed, one of 23 people with one leader. */
const known: Known = {
  group: [aGroup('Walk and Talk', { template: 'walk', leaderId: byId })],
  colleague: [
    { id: byId, name: 'Tom Ashby', role: 'facilitator', trainedOn: '2023-01-01', firstAidUntil: '2026-11-12', dbsUntil: '2026-10-01' },
    { id: idFor('Gone'), name: 'Gone Away', role: 'facilitator', leftOn: '2026-01-01', dbsUntil: '2025-01-01' },
  ],
  device: [
    { id: idFor('Blue'), name: 'Blue laptop', colleagueId: byId, enrolledAt: '2026-01-05T09:00:00.000Z' },
    { id: idFor('Grey'), name: 'Grey laptop', colleagueId: byId, enrolledAt: '2026-01-05T09:00:00.000Z' },
    { id: idFor('Off'), name: 'Off laptop', colleagueId: byId, enrolledAt: '2026-01-05T09:00:00.000Z', revokedAt: '2026-02-05T09:00:00.000Z' },
  ],
  takenLaptop: [
    {
      id: idFor('taken'),
      sessionId: sessionId(walk('2026-10-15')),
      deviceId: idFor('Blue'),
      deviceName: 'Blue laptop',
      at: at('09:00', '2026-10-15'),
      byId,
    },
  ],
  person: people.map((name) => aPerson(name)),
  membership: people.slice(0, 6).map((name) => aMembership('Walk and Talk', name)),
  declaration: [
    { ...declared(people[0]!, '2025-10-01') },
    { ...declared(people[1]!, '2025-10-01') },
    { ...declared(people[1]!, '2026-10-01') },
    { ...declared(people[2]!, '2026-10-01') },
  ],
  session: [
    closed('2026-10-01', { mismatchReason: 'Two went home early' }),
    begun('2026-10-08'),
    begun('2025-10-09'),
    closed('2026-10-15'),
    aSession(walk('2026-09-24'), { cancelledBecause: 'Ice' }),
  ],
  headCount: [
    aHeadCount('out', 12, 12, '10:30', { sessionId: sessionId(walk('2026-10-01')) }),
    aHeadCount('back', 10, 12, '11:50', { sessionId: sessionId(walk('2026-10-01')) }),
  ],
  incident: [
    incident('fall'),
    incident('nearMiss', { followUp: 'The path was swept' }),
    incident('fall', { sameAs: idFor(`fall {}`) }),
    closedOne,
    longAgo,
    longClosed,
  ],
  rotaDuty: [duty('2026-10-15', 'leader', 'Tom Ashby'), duty('2026-10-01', 'leader', 'Tom Ashby'), duty('2026-10-01', 'secondAdult', 'Nisha')],
  signIn: people.map((name) => aSignIn(name, '10:31', { id: idFor(`${name} in`), sessionId: sessionId(walk('2026-10-15')) })),
}

function declared(person: string, date: string): Entity<'declaration'> {
  const id = idFor(`${person} declared ${date}`)
  return { id, personId: idFor(person), questions: '2026-1', answers: {}, outcome: 'takingPart', signedAs: person, at: at('10:00', date), byId }
}

describe('the safety board', () => {
  let both: BothSides
  beforeAll(async () => void (both = await bothSides(known)), 60_000)
  afterAll(() => both.surgery.close())
  const lines = async (what: string, report = asked) => linesBy(await both.onLaptop(report)).filter((one) => one['what'] === `(${what})`)

  test('[story 31] sessions that were begun and not closed, and planned ones of which nothing was written; a cancelled one is neither', async () => {
    expect(await lines('notClosed')).toMatchObject([
      { where: 'Walk and Talk', on: '2026-10-08', lookedAt: 4 },
      { where: 'Walk and Talk', on: '2025-10-09', lookedAt: 4 },
    ])
    expect(await lines('nothingWritten')).toMatchObject([{ where: 'Walk and Talk', number: 9, lookedAt: 13 }])
  })

  test('[story 31] a last head count that did not agree, with what was counted, and a session closed without one', async () => {
    expect(await lines('countDiffers')).toMatchObject([{ on: '2026-10-01', state: '(explained)', more: '10 / 12', lookedAt: 1 }])
    expect(await lines('notCounted')).toMatchObject([{ where: 'Walk and Talk', number: 1, lookedAt: 2 }])
  })

  test('[story 31] incidents and near misses, each event once and open ones however old, closed, or open with or without a follow-up', async () => {
    expect(await lines('incident')).toMatchObject([
      { on: '2026-10-08', state: '(noFollowUp)' },
      { on: '2025-10-09', state: '(noFollowUp)' },
      { on: '2026-10-08', state: '(closed)' },
    ])
    expect(await lines('nearMiss')).toMatchObject([{ on: '2026-10-08', state: '(followUpWritten)' }])
  })

  test('[story 31] more than 20 walkers to a leader, and no second adult, only where a rota says who was there', async () => {
    expect(await lines('underRatio')).toMatchObject([{ on: '2026-10-15', number: 23, more: '1 : 23', lookedAt: 2 }])
    expect(await lines('noSecondAdult')).toMatchObject([{ on: '2026-10-15', lookedAt: 2 }])
    expect(await lines('noRota')).toMatchObject([{ where: 'Walk and Talk', number: 1, lookedAt: 3 }])
  })

  test('[story 31] declarations that ended, or were never made', async () => {
    expect(await lines('declarationEnded')).toMatchObject([{ where: 'Walk and Talk', number: 1, lookedAt: 6 }])
    expect(await lines('declarationMissing')).toMatchObject([{ where: 'Walk and Talk', number: 3, lookedAt: 6 }])
  })

  test('of fewer than five people a declaration is counted on the screen alone: no paper gets the number', async () => {
    const table = (await both.onLaptop(asked))!
    const printed = linesBy({ ...table, rows: table.onPaper! }).filter(({ what }) =>
      ['(declarationEnded)', '(declarationMissing)'].includes(String(what)),
    )
    expect(printed.map(({ number, lookedAt }) => [number, lookedAt])).toEqual([
      ['(notShown)', 6],
      ['(notShown)', 6],
    ])
    expect((await both.onLaptop(asked, true))?.rows ?? []).toEqual([]) // nothing of it may be in a file
  })

  test('[story 31] papers that ended or end within 30 days, of those who work here', async () => {
    expect(await lines('firstAid')).toMatchObject([{ where: 'Tom Ashby', state: '(endsSoon)', on: '2026-11-12' }])
    expect(await lines('dbs')).toMatchObject([{ where: 'Tom Ashby', state: '(ended)', on: '2026-10-01' }])
    expect(await lines('training')).toMatchObject([{ where: null, state: '(noneFound)', lookedAt: 1 }])
  })

  test('[story 31] a laptop that is silent is "not heard from since"; one that was taken off the team is not named', async () => {
    expect(await lines('laptop')).toMatchObject([{ where: 'Grey laptop', state: '(quiet)', on: '2026-01-05', lookedAt: 2 }])
  })

  test('[story 31] where nothing is known it says so: no date of a risk assessment, no end of an insurance', async () => {
    expect(await lines('riskAssessment')).toMatchObject([{ where: 'Walk and Talk', state: '(missing)', on: null }])
    expect(await lines('insurance')).toMatchObject([{ where: null, state: '(nothingKnown)', lookedAt: null }])
  })

  test('of one group nothing is said of colleagues and laptops', async () => {
    expect([...(await lines('laptop', ofWalk)), ...(await lines('dbs', ofWalk))]).toEqual([])
    expect(await lines('notClosed', ofWalk)).toHaveLength(2)
  })

  test('of one group laptop and server say the same', async () => {
    expect(await both.onServer(ofWalk)).toEqual(await both.onLaptop(ofWalk))
  })
})

test('[story 31] of a team that has written nothing it never says that all is well: nothing is known', async () => {
  const both = await bothSides({ group: [aGroup('Walk and Talk', { schedule: [] })] })
  const lines = linesBy(await both.onLaptop(asked))
  await both.surgery.close()
  const missing = lines.filter((one) => one['state'] !== '(nothingKnown)').map((one) => one['what'])
  expect(missing).toEqual(['(riskAssessment)'])
  expect(lines.length).toBeGreaterThan(12)
})

test('a facilitator is told nothing of it', async () => {
  const both = await bothSides(known, 'memory', { role: 'facilitator' })
  const table = await both.onLaptop(asked)
  await both.surgery.close()
  expect(table).toBeNull()
})

describe('[issue 12] of who and what may be counted wrongly', () => {
  const found = async (more: Known, what: string) => {
    const lines = await safety.rows(readerOf({ ...known, ...more }), { groupId: null }, '2026-10-22')
    return lines.filter((one) => one.what.says === what)
  }
  const ready = (laptop: string, on: string, session: string): Entity<'takenLaptop'> => ({
    ...{ id: idFor(`${laptop} ${on}`), sessionId: session, deviceId: idFor(laptop), deviceName: laptop, at: at('09:00', on), byId },
  })

  test('a laptop that got ready for a group that has paused since was heard from, and a silent one as long ago as it got ready last', async () => {
    const paused = aGroup('Old Walk', { template: 'walk', state: 'paused' })
    const takenLaptop = [
      ready('Blue', '2026-10-15', sessionId(which('Old Walk', '2026-10-15'))),
      ready('Grey', '2026-05-07', sessionId(walk('2026-05-07'))),
    ]
    expect(await found({ group: [...known.group!, paused], takenLaptop }, 'laptop')).toMatchObject([{ where: 'Grey laptop', on: '2026-05-07' }])
  })

  test('somebody who was written down twice and signed up as both is one whose health questions were never answered', async () => {
    const [personId, otherId] = [idFor(people[3]!), idFor(people[4]!)]
    const two = { id: idFor('the two'), personId, otherId, answer: 'same', survivorId: personId, at: at('09:00'), byId } as const
    expect(await found({ samePerson: [two] }, 'declarationMissing')).toMatchObject([{ number: 2, lookedAt: 5 }])
  })

  test('a leader who came for the café only takes nobody off those who were led', async () => {
    const date = '2026-10-15'
    const leads: Entity<'rotaDuty'> = { ...duty(date, 'leader', 'nobody'), colleagueId: null, personId: idFor(people[0]!) }
    const signIn = known.signIn!.map((one, nth) => (nth === 0 ? { ...one, part: 'cafe' as const } : one))
    expect(await found({ signIn, rotaDuty: [leads], group: [{ ...known.group![0]!, peoplePerLeader: 10 }] }, 'underRatio')).toMatchObject([
      { on: date, number: 22, more: '2 : 22' },
    ])
  })
})
