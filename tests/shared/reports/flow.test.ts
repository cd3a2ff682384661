import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Entity } from '../../../src/shared/records/index.ts'
import type { AskedReport } from '../../../src/shared/reports/index.ts'
import { addDays } from '../../../src/shared/std/dates.ts'
import { episodeIdOf, sessionIdOf } from '../../../src/shared/std/ids.ts'
import { aGroup, aPerson, at, idFor, type Known } from '../../support/builders.ts'
import { bothSides, linesBy, type BothSides } from '../../support/reports.ts'

const asked: AskedReport = { name: 'flow', params: {} }
const six = ['A', 'B', 'C', 'D', 'E', 'F'].map((letter) => `Person ${letter}`)
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

/** Six referred on 3 August, called after 1 to 6 days and met after 11 to 16; five came. In October one waits, and one was closed before. */
const known: Known = {
  team: [{ id: idFor('team'), name: 'Nuneaton North', caseloadFigure: 4 }],
  colleague: [
    { id: byId, name: 'Priya Nair', role: 'lead' },
    { id: idFor('Marcus'), name: 'Marcus Bright', role: 'linkWorker' },
    { id: idFor('Old'), name: 'Olive Old', role: 'linkWorker', leftOn: '2026-01-31' },
  ],
  group: [aGroup('Walk and Talk')],
  person: [...six, 'Waits Now', 'Was Closed', 'Not Asked'].map((name) => aPerson(name)),
  referral: [
    ...six.map((name) => referral(name, '2026-08-03', accepted(name))),
    referral('Waits Now', '2026-10-02'),
    referral('Was Closed', '2026-10-02', accepted('Was Closed')),
    referral('Not Asked', '2026-10-02', { voidedBecause: 'a mistake' }),
  ],
  episode: [
    ...six.map((name, nth) => aCase(name, { startedOn: addDays('2026-08-03', 11 + nth) })),
    aCase('Was Closed', { closedOn: '2026-10-05', closedAs: 'moved' }),
  ],
  assignment: [
    ...six.slice(0, 5).map((name) => ({ id: idFor(`owner ${name}`), ...of(name), ownerId: idFor('Marcus'), ...signed })),
    { id: idFor('owner F'), ...of(six[5]!), ownerId: idFor('Old'), ...signed },
  ],
  caseContact: six.map((name, nth) => call(name, addDays('2026-08-03', 1 + nth))),
  session: ['2026-07-30', '2026-08-20', '2026-09-03'].map((date) => ({ id: walk(date), groupId: idFor('Walk and Talk'), date, slot: 1 })),
  signIn: [
    ...six.slice(0, 5).map((name) => cameOn(name, '2026-08-20')),
    cameOn(six[0]!, '2026-07-30'),
    cameOn(six[5]!, '2026-09-03', { voidedBecause: 'a mistake' }),
  ],
}

describe('how long people wait', () => {
  let both: BothSides
  beforeAll(async () => void (both = await bothSides(known)), 60_000)
  afterAll(() => both.surgery.close())
  const line = async (month: string, step: string) =>
    linesBy(await both.onLaptop(asked)).find((one) => one['month'] === month && one['step'] === `(${step})`)

  test('the median and the 90th percentile of each step, by the month of the referral', async () => {
    expect(await line('2026-08-01', 'contact')).toMatchObject({ reached: 6, median: 3.5, ninetieth: 5.5, waiting: 0, longest: null })
    expect(await line('2026-08-01', 'conversation')).toMatchObject({ reached: 6, median: 13.5, ninetieth: 15.5, waiting: 0 })
  })

  test('the first time at a group counts from the referral on; what was signed in by mistake is no time', async () => {
    expect(await line('2026-08-01', 'attendance')).toMatchObject({ reached: 5, median: 17, ninetieth: 17, waiting: 1, longest: 80 })
  })

  test('who waits now is counted from the day the referral came; a case that ended waits no more, and a mistake is no referral', async () => {
    const october = await line('2026-10-01', 'contact')
    expect(october).toMatchObject({ referrals: '(notShown)', reached: 0, waiting: 1, longest: 20 })
    expect(await line('(allMonths)', 'contact')).toMatchObject({ referrals: 8, waiting: 1, longest: 20 })
  })

  test('one month with fewer than five takes another with it, as the sum stands above', async () => {
    const august = linesBy(await both.onLaptop(asked)).find((one) => one['month'] === '2026-08-01')
    expect(august?.['referrals']).toBe('(notShown)')
  })

  test('caseloads stand against the lead’s figure, and the cases of who has left are nobody’s', async () => {
    expect(linesBy(await both.onLaptop({ name: 'caseload', params: {} }))).toEqual([
      { who: 'Marcus Bright', open: 5, notStarted: 0, most: 4, over: 1 },
      { who: 'Priya Nair', open: 0, notStarted: 0, most: 4, over: 0 },
      { who: '(nobody)', open: 1, notStarted: 0, most: null, over: null },
    ])
  })

  test.each<AskedReport>([asked, { name: 'caseload', params: {} }])('laptop and server say the same: %o', async (one) => {
    const [laptop, server] = [await both.onLaptop(one), await both.onServer(one)]
    const ofTest = server.rows.filter(([who]) => who !== leadOfTheSurgery)
    expect({ ...server, rows: ofTest }).toEqual(laptop)
    expect(server.rows.length - ofTest.length).toBe(one.name === 'caseload' ? 1 : 0)
  })
})
