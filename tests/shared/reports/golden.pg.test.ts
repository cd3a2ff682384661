import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AskedReport } from '../../../src/shared/reports/index.ts'
import { idFor, thursday as today } from '../../support/builders.ts'
import { attendanceIsRight, caseloadIsRight, flowIsRight, withoutContactIsRight } from './casesAreRight.ts'
import { confidenceIsRight, outcomesAreRight, peopleAreRight } from './changesAreRight.ts'
import { GoldenTeam } from './goldenCases.ts'
import { mayUseIsRight, safetyIsRight } from './safetyIsRight.ts'

// Issue 12: 500 people and three years. Every figure of every report but uptake's (uptake.pg.test.ts), on the laptop and on the server, against SQL written for this.
let team: GoldenTeam
beforeAll(async () => {
  team = await GoldenTeam.open()
}, 170_000)
afterAll(() => team.close())

const every: AskedReport[] = [
  { name: 'outcomes', params: { groupId: null } },
  { name: 'confidence', params: { groupId: null } },
  { name: 'confidencePeople', params: {} },
  { name: 'flow', params: {} },
  { name: 'caseload', params: {} },
  { name: 'attendance', params: { groupId: idFor('Pain Café'), from: '2023-10-05', to: today } },
  { name: 'withoutContact', params: { groupId: null } },
  { name: 'safety', params: { groupId: null } },
  { name: 'mayUse', params: {} },
]
const before = new Map<AskedReport, string>()
const said = async (asked: AskedReport) => JSON.stringify(await team.says(asked))

describe.each(['before a late laptop was heard', 'after it'])('the golden team %s', (when) => {
  beforeAll(async () => {
    if (when === 'after it') await team.hearsLateLaptop()
    else for (const asked of every) before.set(asked, await said(asked))
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

test.each(every)('the late laptop changed what is said: %o', async (asked) => {
  expect(await said(asked)).not.toBe(before.get(asked))
})
