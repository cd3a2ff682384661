import { describe, expect, test } from 'vitest'
import { ratioOf } from '../../../src/shared/rules/ratio.ts'

describe('story 37: the ratio', () => {
  test.each([
    [20, 1, 20, 0],
    [21, 1, 20, 1],
    [41, 1, 20, 2],
    [5, 0, 20, 1],
    [0, 0, 20, 1],
    [500, 1, null, 0],
  ])('%i people, %i leaders, one to %s: %i more wanted', (people, leaders, per, short) => {
    expect(ratioOf(people, leaders, per).short).toBe(short)
  })
})
