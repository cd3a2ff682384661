import { afterAll, beforeAll, describe, test } from 'vitest'
import { attendanceIsRight, caseloadIsRight, flowIsRight, withoutContactIsRight } from './casesAreRight.ts'
import { GoldenTeam } from './goldenCases.ts'
import { mayUseIsRight, safetyIsRight } from './safetyIsRight.ts'
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
  test('how long people wait is what SQL says, or nothing', () => flowIsRight(team))
  test('who has how many cases is what SQL says', () => caseloadIsRight(team))
  test('who came to each session is what SQL says', () => attendanceIsRight(team))
  test('of whom there is nobody to ring is what SQL says', () => withoutContactIsRight(team))
  test('the safety board says what SQL says', () => safetyIsRight(team))
  test('what may be used where is what SQL says', () => mayUseIsRight(team))
})
