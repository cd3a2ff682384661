import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Entity } from '../../../src/shared/records/index.ts'
import type { AskedReport } from '../../../src/shared/reports/index.ts'
import { addDays } from '../../../src/shared/std/dates.ts'
import { episodeIdOf, sessionIdOf } from '../../../src/shared/std/ids.ts'
import { aGroup, aPerson, at, idFor, type Known } from '../../support/builders.ts'
import { bothSides, linesBy, type BothSides } from '../../support/reports.ts'

const asked: AskedReport = { name: 'flow', params: {} }
const letters = (many: number) => Array.from({ length: many }, (_, nth) => String.fromCharCode(65 + (nth % 26)).repeat(1 + Math.floor(nth / 26)))
const thirty = letters(30).map((letter) => `Person ${letter}`)
const closed = letters(7).map((letter) => `Was Closed ${letter}`)
/** Each sixth. */
const isSixth = (nth: number) => nth % 6 === 5
const byId = idFor('Priya')
/** Every surgery has a first lead, whom no laptop of this test knows. */
const leadOfTheSurgery = 'Team lead'
const signed = { at: at('09:00', '2026-08-03'), byId }
const of = (person: string) => ({ personId: idFor(person), episodeId: episodeIdOf(idFor(person), 1) })

function referral(person: string, receivedOn: string, more: Partial<Entity<'referral'>> = {}): Entity<'referral'> {
  const base = { source: 'practice', urgency: 'routine', agreed: 'yes', reason: 'Lonely' } as const
  return { id: idFor(`referral of ${person}`), personId: idFor(person), receivedOn, ...base, ...signed, ...more }
}

const accepted = (person: string) =>
  ({ decided: 'accepted', decidedAt: at('09:00', '2026-08-04'), decidedBy: byId, episodeId: of(person).episodeId }) as const
const aCase = (person: string, more: Partial<Entity<'episode'>> = {}): Entity<'episode'> => ({
  id: of(person).episodeId,
  personId: idFor(person),
  number: 1,
  openedOn: '2026-08-04',
  ...signed,
  ...more,
})
const call = (person: string, on: string): Entity<'caseContact'> => ({
  id: idFor(`call ${person} ${on}`),
  ...of(person),
  how: 'call',
  came: 'spoke',
  on: at('10:00', on),
  ...signed,
})
const walk = (date: string) => sessionIdOf(idFor('Walk and Talk'), date, 1)
const cameOn = (person: string, date: string, more: Partial<Entity<'signIn'>> = {}): Entity<'signIn'> => ({
  id: idFor(`${person} came ${date}`),
  sessionId: walk(date),
  personId: idFor(person),
  arrivedAt: at('10:31', date),
  how: 'facilitator',
  byId,
  ...more,
})

/** Thirty referred on 3 August, called after 1 to 6 days and met after 11 to 16; 25 came. In September seven were closed before; in October one waits. */
const known: Known = {
  team: [{ id: idFor('team'), name: 'Nuneaton North', caseloadFigure: 4 }],
  colleague: [
    { id: byId, name: 'Priya Nair', role: 'lead' },
    { id: idFor('Marcus'), name: 'Marcus Bright', role: 'linkWorker' },
    { id: idFor('Old'), name: 'Olive Old', role: 'linkWorker', leftOn: '2026-01-31' },
  ],
  group: [aGroup('Walk and Talk')],
  person: [...thirty, ...closed, 'Waits Now', 'Not Asked'].map((name) => aPerson(name)),
  referral: [
    ...thirty.map((name) => referral(name, '2026-08-03', accepted(name))),
    ...closed.map((name) => referral(name, '2026-09-02', accepted(name))),
    referral('Waits Now', '2026-10-02'),
    referral('Not Asked', '2026-10-02', { voidedBecause: 'a mistake' }),
  ],
  episode: [
    ...thirty.map((name, nth) => aCase(name, { startedOn: addDays('2026-08-03', 11 + (nth % 6)) })),
    ...closed.map((name) => aCase(name, { closedOn: '2026-09-05', closedAs: 'moved' })),
  ],
  assignment: [
    ...thirty.map((name, nth) => ({ id: idFor(`owner ${name}`), ...of(name), ownerId: idFor(isSixth(nth) ? 'Old' : 'Marcus'), ...signed })),
  ],
  caseContact: thirty.map((name, nth) => call(name, addDays('2026-08-03', 1 + (nth % 6)))),
  session: ['2026-07-30', '2026-08-20', '2026-09-03'].map((date) => ({ id: walk(date), groupId: idFor('Walk and Talk'), date, slot: 1 })),
  signIn: [
    ...thirty.filter((_, nth) => !isSixth(nth)).map((name) => cameOn(name, '2026-08-20')),
    cameOn(thirty[0]!, '2026-07-30'),
    cameOn(thirty[5]!, '2026-09-03', { voidedBecause: 'a mistake' }),
  ],
}

describe('how long people wait', () => {
  let both: BothSides
  beforeAll(async () => void (both = await bothSides(known)), 60_000)
  afterAll(() => both.surgery.close())
  const line = async (month: string, step: string) =>
    linesBy(await both.onLaptop(asked)).find((one) => one['month'] === month && one['step'] === `(${step})`)

  test('the median and the 90th percentile of each step, by the month of the referral', async () => {
    expect(await line('2026-08-01', 'contact')).toMatchObject({ referrals: 30, reached: 30, median: 3.5, ninetieth: 6 })
    expect(await line('2026-08-01', 'conversation')).toMatchObject({ reached: 30, median: 13.5, ninetieth: 16 })
  })

  test('the first time at a group counts from the referral on; what was signed in by mistake is no time', async () => {
    expect(await line('2026-08-01', 'attendance')).toMatchObject({ reached: 25, median: 17, ninetieth: 17 })
    expect(await line('(allMonths)', 'attendance')).toMatchObject({ reached: 25, waiting: 6, longest: 80 })
  })

  test('who waits now is counted from the day the referral came; a case that ended waits no more, and a mistake is no referral', async () => {
    expect(await line('(allMonths)', 'contact')).toMatchObject({ referrals: 38, reached: 30, waiting: '(fewer)', longest: 20 })
  })

  test('one month with fewer than five takes another with it, as the sum stands above; how many wait is told of all months alone', async () => {
    const hidden = { referrals: '(notShown)', reached: '(notShown)', median: '(notShown)', waiting: null, longest: null }
    for (const month of ['2026-09-01', '2026-10-01']) expect(await line(month, 'contact')).toMatchObject(hidden)
  })

  test('caseloads stand against the lead’s figure, and the cases of who has left are nobody’s', async () => {
    expect(linesBy(await both.onLaptop({ name: 'caseload', params: {} }))).toEqual([
      { who: 'Marcus Bright', open: 25, notStarted: 0, most: 4, over: 21 },
      { who: 'Priya Nair', open: 0, notStarted: 0, most: 4, over: 0 },
      { who: '(nobody)', open: 5, notStarted: 0, most: null, over: null },
    ])
  })

  test.each<AskedReport>([asked, { name: 'caseload', params: {} }])('laptop and server say the same: %o', async (one) => {
    const [laptop, server] = [await both.onLaptop(one), await both.onServer(one)]
    const ofTest = server.rows.filter(([who]) => who !== leadOfTheSurgery)
    expect({ ...server, rows: ofTest }).toEqual(laptop)
    expect(server.rows.length - ofTest.length).toBe(one.name === 'caseload' ? 1 : 0)
  })
})
