import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AskedReport } from '../../../src/shared/reports/index.ts'
import { listsOn } from '../../../src/shared/rules/listSizes.ts'
import { listSizeIdOf } from '../../../src/shared/std/ids.ts'
import type { Entity } from '../../../src/shared/records/index.ts'
import { aGroup, aPerson, aSession, aSignIn, at, idFor, sessionId, which, type Known } from '../../support/builders.ts'
import { bothSides, linesBy, type BothSides } from '../../support/reports.ts'

const names = Array.from({ length: 30 }, (_, nth) => `Person ${String.fromCharCode(65 + (nth % 26))}${nth}`)
const walk = which('Walk and Talk', '2026-08-06')
const ofList = (odsCode: string, on: string, more: Partial<Entity<'listSize'>>): Entity<'listSize'> => ({
  ...{ id: listSizeIdOf(odsCode, on), odsCode, on, source: 'Typed', at: at('09:00'), byId: idFor('Nisha') },
  ...more,
})

/** Twenty of Manor Court, by its code or its name, ten of nowhere known; and a practice from which nobody comes. */
const known: Known = {
  group: [aGroup('Walk and Talk')],
  session: [aSession(walk, { closedAt: at('12:00', walk.date) })],
  person: names.map((name, nth) =>
    aPerson(name, {
      gender: nth % 3 === 0 ? '1' : '2',
      bornOn: nth < 12 ? '1950-01-01' : '1990-01-01',
      ...(nth < 12 ? { odsCode: 'M99901', practice: 'Manor Court' } : nth < 20 ? { practice: 'Manor Court' } : {}),
    }),
  ),
  signIn: names.map((name) => ({ ...aSignIn(name, '10:31'), sessionId: sessionId(walk), arrivedAt: at('10:31', walk.date) })),
  listSize: [
    ofList('M99901', '2026-01-01', { all: 9000 }),
    ofList('M99901', '2026-07-01', { all: 10_000, men: 4800, women: 5200, byAge: { '70 to 79': 800, '30 to 39': 1600 } }),
    ofList('M99901', '2026-10-01', { all: 1 }),
    ofList('M99902', '2026-07-01', { all: 5000, name: 'Riverside' }),
    ofList('M99903', '2026-07-01', { all: 3, voidedBecause: 'a mistake' }),
  ],
}
const by = (dimension: 'practice' | 'gender' | 'ageBand' | 'town', quarter = '2026-Q3') =>
  ({ name: 'uptakeBy', params: { quarter, by: dimension } }) as AskedReport

describe('[story 28] of each 1,000 registered', () => {
  let both: BothSides
  beforeAll(async () => void (both = await bothSides(known)), 60_000)
  afterAll(() => both.surgery.close())

  test('a practice has what was counted last by the end of the quarter; one from which nobody comes is a line too', async () => {
    const lines = linesBy(await both.onLaptop(by('practice')))
    expect(lines).toMatchObject([
      { part: 'Manor Court', people: 20, registered: 10_000, perThousand: 2 },
      { part: 'Riverside', people: '(notShown)', registered: 5000, perThousand: null },
      { part: '(notKnown)', registered: null, perThousand: null },
      { part: '(everybody)', people: 30, registered: 15_000, perThousand: 2 },
    ])
  })

  test('by gender and age only where it is known of all practices', async () => {
    const part = async (dimension: 'gender' | 'ageBand') => linesBy(await both.onLaptop(by(dimension))).filter((one) => one['registered'] !== null)
    expect((await part('gender')).map((one) => one['part'])).toEqual(['(everybody)'])
    const alone = await bothSides({ ...known, listSize: known.listSize!.filter((one) => one.odsCode === 'M99901') })
    const lines = async (dimension: 'gender' | 'ageBand' | 'town') => linesBy(await alone.onLaptop(by(dimension)))
    expect(await lines('gender')).toMatchObject([
      { people: 10, registered: 4800, perThousand: 2.1 },
      { people: 20, registered: 5200, perThousand: 3.8 },
      {},
      {},
      {},
      {},
      {},
    ])
    expect((await lines('ageBand')).find((one) => one['part'] === '70 to 79')).toMatchObject({ people: 12, registered: 800, perThousand: 15 })
    expect((await lines('ageBand')).find((one) => one['part'] === '80 to 89')).toMatchObject({ registered: 0, perThousand: null })
    expect((await lines('town')).every((one) => one['registered'] === null)).toBe(true)
    await alone.surgery.close()
  })

  test.each([by('practice'), by('gender'), by('ageBand')])('laptop and server say the same: %o', async (one) => {
    expect(await both.onServer(one)).toEqual(await both.onLaptop(one))
  })

  test('a file gets it, and of a number that is hidden nothing', async () => {
    const lines = linesBy(await both.onLaptop(by('practice'), true))
    expect(lines[1]).toMatchObject({ part: 'Riverside', people: '(notShown)', registered: 5000, perThousand: null })
  })
})

test('of each number the latest up to a day: two files of one practice add to each other', () => {
  const rows = [
    ofList('M99901', '2026-01-01', { all: 1, men: 2 }),
    ofList('M99901', '2026-02-01', { all: 3 }),
    ofList('M99901', '2026-03-01', { all: 4 }),
  ]
  expect(listsOn(rows, '2026-02-15')).toMatchObject([{ all: 3, on: '2026-02-01', men: 2, women: null, byAge: null }])
  expect(listsOn(rows, '2025-12-31')).toEqual([])
})
