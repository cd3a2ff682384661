import { describe, expect, test } from 'vitest'
import { readyList, type ReadyFacts } from '../../../src/shared/rules/ready.ts'

const facts: ReadyFacts = {
  load: 'done',
  parked: 0,
  inSight: true,
  members: 40,
  arrived: 40,
  withContact: 38,
  withDeclaration: 31,
  withPhone: 36,
  asksHealth: true,
  venue: 'here',
}
const ticks = (more: Partial<ReadyFacts>) => readyList({ ...facts, ...more }).map((line) => (line.ready ? 'ready' : line.why))

describe('ready to go offline (story 1)', () => {
  test('ticks five parts, and says how much of each is written down', () => {
    expect(readyList(facts)).toEqual([
      { part: 'register', ready: true, why: null, has: 40, of: 40 },
      { part: 'contacts', ready: true, why: null, has: 38, of: 40 },
      { part: 'declarations', ready: true, why: null, has: 31, of: 40 },
      { part: 'phones', ready: true, why: null, has: 36, of: 40 },
      { part: 'venue', ready: true, why: null, has: 1, of: 1 },
    ])
  })

  test('ticks nothing of a download that is not whole', () => {
    expect(ticks({ load: 'loading' })).toEqual(Array(5).fill('loading'))
    expect(ticks({ load: 'never' })).toEqual(Array(5).fill('neverLoaded'))
    expect(ticks({ parked: 1 })).toEqual(Array(5).fill('newerApp'))
    expect(ticks({ inSight: false })).toEqual(Array(5).fill('notInSight'))
    expect(ticks({ arrived: 39 })).toEqual([...Array(4).fill('peopleMissing'), 'ready'])
    expect(ticks({ venue: 'missing' })).toEqual([...Array(4).fill('ready'), 'venueMissing'])
  })

  test('asks no declarations of a café, and a place that nobody chose is no gap of the laptop', () => {
    expect(readyList({ ...facts, asksHealth: false }).map((line) => line.part)).toEqual(['register', 'contacts', 'phones', 'venue'])
    expect(readyList({ ...facts, venue: 'none' }).at(-1)).toEqual({ part: 'venue', ready: true, why: null, has: 0, of: 1 })
  })
})
