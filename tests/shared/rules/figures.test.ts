import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ageBandOn } from '../../../src/shared/rules/age.ts'
import { ethnicityGroupOf } from '../../../src/shared/rules/ethnicity.ts'
import {
  firstSessions,
  firstTimes,
  hadSignedUpBy,
  isSignedUpOn,
  medianOf,
  stayed,
  tookPlace,
  type CountedRegister,
} from '../../../src/shared/rules/figures.ts'
import { townOf, towns } from '../../../src/shared/rules/towns.ts'
import { addQuarters, daysOfQuarter, isOver, quarterOf } from '../../../src/shared/std/quarters.ts'
import table from '../../../resources/places/towns.json' with { type: 'json' }

const register = (date: string, came: string[] = ['Jean'], state: CountedRegister['state'] = 'held'): CountedRegister => ({
  sessionId: date,
  groupId: 'walk',
  date,
  came: new Set(came),
  state,
})

describe('what figures count', () => {
  test('signed up on the day it ends is signed up no more; taken off on the same day never was', () => {
    expect(isSignedUpOn({ since: '2026-01-01', endedOn: '2026-02-01' }, '2026-01-31')).toBe(true)
    expect(isSignedUpOn({ since: '2026-01-01', endedOn: '2026-02-01' }, '2026-02-01')).toBe(false)
    expect(hadSignedUpBy({ since: '2026-01-01', endedOn: '2026-02-01' }, '2026-03-01')).toBe(true)
    expect(hadSignedUpBy({ since: '2026-01-01', endedOn: '2026-01-01' }, '2026-03-01')).toBe(false)
  })

  test('a session took place if somebody came, or if it was closed and not cancelled', () => {
    expect(
      [register('1', [], 'held'), register('1', ['Jean'], 'open'), register('1', [], 'open'), register('1', [], 'cancelled')].map(tookPlace),
    ).toEqual([true, true, false, false])
  })

  test('who stays came to three of the first six since they signed up; of fewer than six nobody can tell', () => {
    const dates = ['01', '08', '15', '22', '29'].map((day) => `2026-01-${day}`)
    const met = [...dates.map((date, at) => register(date, at < 2 ? ['Jean'] : [])), register('2026-02-05', ['Jean'])]
    expect(firstSessions(met, '2026-01-02')).toBeNull()
    expect(firstSessions(met, '2026-01-01')).toEqual(met)
    expect([stayed('Jean', met), stayed('Ray', met), stayed('Jean', met.slice(0, 5))]).toEqual([true, false, false])
  })

  test('the first time is the first register', () => {
    expect(firstTimes([register('2026-01-01', ['Ray']), register('2026-01-08', ['Ray', 'Jean'])])).toEqual(
      new Map([
        ['Ray', '2026-01-01'],
        ['Jean', '2026-01-08'],
      ]),
    )
  })

  test.each([
    [[], null],
    [[3], 3],
    [[9, 1, 2], 2],
    [[1, 2, 10, 3], 2.5],
  ])('the middle of %j is %s', (numbers, middle) => expect(medianOf(numbers)).toBe(middle))
})

describe('who people are', () => {
  test.each([
    [{ bornOn: '2008-10-23' }, 'under 18'],
    [{ bornOn: '2008-10-22' }, '18 to 29'],
    [{ bornOn: '1996-10-22' }, '30 to 39'],
    [{ bornOn: '1937-01-01' }, '80 to 89'],
    [{ bornOn: '1936-10-22' }, '90 or over'],
    [{ bornOn: '1920-01-01', ageBand: '60 to 69' }, '90 or over'],
    [{ bornOn: null, ageBand: '60 to 69' }, '60 to 69'],
    [{ ageBand: 'old' }, null],
    [{}, null],
  ])('%j is %s', (person, band) => expect(ageBandOn(person, '2026-10-22')).toBe(band))

  test.each([
    [{ postcode: 'cv115tw' }, 'Nuneaton'],
    [{ postcode: 'CV12 8AB', town: 'Nuneaton' }, 'Bedworth'],
    [{ postcode: 'CV7 8NN' }, 'elsewhere'],
    [{ town: ' bedworth ' }, 'Bedworth'],
    [{ town: 'Bulkington' }, 'elsewhere'],
    [{ postcode: 'ZZ99 3VZ' }, null],
    [{}, null],
    [undefined, null],
  ])('%j is in %s', (address, town) => expect(townOf(address ? { address } : {})).toBe(town))

  test('a national top group; who would rather not say is none; never asked is not known', () => {
    expect(['A', 'C2', 'R', 'Z', null, '?'].map(ethnicityGroupOf)).toEqual(['white', 'white', 'asian', 'none', null, null])
  })
})

/** Where the published table of districts lies beside the project. */
const published = new URL('../../../../shared/data/places/postcode-districts.csv', import.meta.url)

test.skipIf(!existsSync(published))('the districts of our towns are those of the published table', () => {
  const lines = readFileSync(published, 'utf8').trim().split(/\r?\n/)
  const of = (town: string) => lines.map((line) => line.split(',')).flatMap(([district = '', , , name]) => (name === town ? [district] : []))
  for (const town of towns) expect((table.towns as Record<string, string[]>)[town]).toEqual(of(town).sort())
})

test('quarters of the calendar', () => {
  expect(['2026-01-01', '2026-03-31', '2026-04-01', '2026-12-31'].map(quarterOf)).toEqual(['2026-Q1', '2026-Q1', '2026-Q2', '2026-Q4'])
  expect([addQuarters('2026-Q1', -1), addQuarters('2026-Q4', 1), addQuarters('2026-Q2', -6)]).toEqual(['2025-Q4', '2027-Q1', '2024-Q4'])
  expect(daysOfQuarter('2024-Q1')).toEqual({ from: '2024-01-01', to: '2024-03-31' })
  expect([isOver('2026-Q3', '2026-09-30'), isOver('2026-Q3', '2026-10-01')]).toEqual([false, true])
})
