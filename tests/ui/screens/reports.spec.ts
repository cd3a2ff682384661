import { personId } from '../../world/ids.ts'
import { withPlan } from '../../world/plans.ts'
import { expect, test } from './fixtures.ts'
import { expectWritten } from './written.ts'

const report = (name: string) => `place=report/${name}&size=results`

test('[story 29] outcomes stand in a table with what one must know under it, and of one group beside the team', async ({ open }) => {
  const page = await open(report('outcomes'))
  const table = page.getByRole('table', { name: 'What changed for people' })
  await expect(table.getByRole('row', { name: /Satisfied with life The whole team In time/ })).toBeVisible()
  await expect(table.getByRole('row', { name: /Satisfied with life Pain Café In time/ })).toBeVisible()
  await expect(page.getByText('These people are not compared with others who were not supported.', { exact: false })).toBeVisible()
  await expect(page.getByText('Answers to two versions of a questionnaire are never put together.')).toBeVisible()
  await page.getByLabel('Group').selectOption('Walk and Talk')
  await expect(table.getByRole('row', { name: /Satisfied with life Pain Café/ })).toHaveCount(0)
  await expect(table.getByRole('row', { name: /Satisfied with life The whole team/ }).first()).toBeVisible()
})

test('[story 31] the safety board says what is not known, and never that all is well', async ({ open }) => {
  const page = await open(report('safety'))
  const table = page.getByRole('table', { name: 'Safety board' })
  await expect(table.getByRole('row', { name: /Insurance Nothing is known/ })).toBeVisible()
  await expect(table.getByRole('row', { name: /Incident None found 37|Incident None found 13/ })).toBeVisible()
  await expect(table.getByRole('row', { name: /First aid Tom Ashby 30 September 2026 No longer valid since/ })).toBeVisible()
  await expect(page.getByText('It does not mean that all is well.', { exact: false })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save as a spreadsheet (CSV)' })).toHaveCount(0)
})

test('how many wait now stands on the screen and in no file', async ({ open }) => {
  const page = await open(report('flow'))
  await expect(page.getByRole('columnheader', { name: 'Waiting now' })).toBeVisible()
  await expect(page.getByRole('row', { name: /All months First conversation/ })).toBeVisible()
  await expect(page.getByText('Not in the file, as it may not leave the laptop: Waiting now and Longest wait so far (days).')).toBeVisible()
})

test('a facilitator is offered no report of cases, and opens none', async ({ open }) => {
  const page = await open('place=team&size=results&role=facilitator')
  await expect(page.getByRole('button', { name: 'Attendance of a group' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'What changed for people' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Safety board' })).toHaveCount(0)
})

test('how sure somebody is is asked at a review, and stays beside the answer before', async ({ open }) => {
  const page = await open(`place=plan/${personId(withPlan)}`)
  await expect(page.getByText('How sure they were that they can do it: 3 of 10 on 17 September 2026')).toBeVisible()
  await page.getByRole('button', { name: 'Reviewed today' }).click()
  await page.getByLabel('How sure are they that they can do what the plan says?').selectOption('6')
  await page.getByRole('dialog').getByRole('button', { name: 'Reviewed today' }).click()
  await page.clock.runFor(200)
  await expectWritten(page, 'reviewPlan', 'planConfidence', [{ value: 6, asked: 'review', on: '2026-10-22' }])
  await expect(page.getByText('3 of 10 on 17 September 2026 and 6 of 10 on 22 October 2026', { exact: false })).toBeVisible()
})

test('a table of many columns is printed on its side, one of few upright', async ({ open }) => {
  const boxOf = async (name: string) => {
    const page = await open(report(name))
    await expect(page.getByRole('table')).toBeVisible()
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    return (/\/MediaBox\s*\[([\d. ]+)\]/.exec(pdf)?.[1] ?? '').trim().split(/\s+/).slice(2).map(Number)
  }
  const [width = 0, height = 0] = await boxOf('outcomes')
  expect(width).toBeGreaterThan(height)
  const [upright = 0, tall = 0] = await boxOf('caseload')
  expect(upright).toBeLessThan(tall)
})
