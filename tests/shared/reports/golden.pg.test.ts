import { afterAll, beforeAll, describe, test } from 'vitest'
import { GoldenTeam } from './goldenCases.ts'
import { outcomesAreRight, confidenceIsRight, peopleAreRight } from './changesAreRight.ts'

// Issue 12: 500 people and three years. Every figure of every report but uptake's (uptake.pg.test.ts), on the laptop and on the server, against SQL written for this.
let team: GoldenTeam
beforeAll(async () => {
  team = await GoldenTeam.open()
}, 170_000)
afterAll(() => team.close())

describe.each(['before a late laptop was heard', 'after it'])('the golden team %s', (when) => {
  beforeAll(async () => {
    if (when === 'after it') await team.hearsLateLaptop()
  }, 170_000)

  test('outcomes say what SQL says, or nothing', () => outcomesAreRight(team))
  test('how sure people are is what SQL says, or nothing', () => confidenceIsRight(team))
  test('how sure each person is is what SQL says', () => peopleAreRight(team))
})
