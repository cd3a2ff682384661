import type { Page } from '@playwright/test'
import { personId } from '../../world/ids.ts'
import { withPlan } from '../../world/plans.ts'
import { expect, test } from './fixtures.ts'
import { expectWritten } from './written.ts'

const years = (report: string) => `place=report/${report}&size=years`
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

const offered = (page: Page) => page.getByRole('heading', { name: 'Reports' }).locator('xpath=ancestor::section[1]').getByRole('button')

test('all reports are offered in one place, in the order in which a lead asks', async ({ open }) => {
  const page = await open('place=team&size=results')
  await expect(offered(page)).toHaveText([
    'Uptake: how many people came',
    'Uptake: who came',
    'Growth month by month',
    'What changed for people',
    'How sure people are of their plans',
    'How sure each person is of their plan',
    'How long people wait',
    'Cases by link worker',
    'Safety board',
    'Attendance of a group',
    'Nobody to call',
    'What may be used where',
    'Board reports',
    'Registered patients and deprivation',
    'Reports saved as files',
  ])
})

test('a facilitator is offered what their laptop can count, and no report of cases', async ({ open }) => {
  const page = await open('place=team&size=results&role=facilitator')
  await expect(offered(page)).toHaveText(['Attendance of a group', 'Nobody to call'])
})

test('a facilitator who gets to a report of cases is told that it is not for them, and nothing else', async ({ open }) => {
  const page = await open('place=report/outcomes&size=results&role=facilitator')
  await expect(page.getByText('This report is for link workers and leads.')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Print/ })).toHaveCount(0) // no empty paper
  await expect(page.getByRole('table')).toHaveCount(0)
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

test('[story 28] uptake: a picture in one sentence, the table under it, and what each figure counts', async ({ open }) => {
  const page = await open(years('uptake'))
  const table = page.getByRole('table', { name: 'Uptake: how many people came' })
  await expect(table.getByRole('columnheader')).toHaveText([
    'Figure',
    'Active Sky Blues',
    'Buggy Talk',
    'Pain Café',
    'Seated Exercise',
    'Walk and Talk',
    'Walking Football',
    'All groups',
  ])
  const people = await table
    .getByRole('row', { name: /^People who came/ })
    .getByRole('cell')
    .last()
    .innerText()
  await expect(
    page.getByRole('img', { name: new RegExp(`^People who came to each group\\. All groups together: ${people}\\. The most, \\d+, came to `) }),
  ).toBeVisible()
  await expect(page.getByText('Different people who came at least once. Two records that were joined are one person.')).toBeVisible()
  await expect(page.getByText(/registers of these days are not closed: they may still change/)).toBeVisible()
  await expect(page.getByText('When each laptop was last heard stands under Laptops and what is on hold.')).toBeVisible()
})

test('the days can be changed, and days the wrong way round are said', async ({ open }) => {
  const page = await open(years('uptake'))
  const came = page
    .getByRole('row', { name: /^Attendances/ })
    .getByRole('cell')
    .last()
  const before = Number(await came.innerText())
  await page.getByLabel('From').fill('2023-10-01')
  await expect.poll(async () => Number((await came.innerText()).replace(',', ''))).toBeGreaterThan(before)
  await page.getByLabel('To', { exact: true }).fill('2023-09-01')
  await expect(page.getByText('The first date is after the last. Change one of them.')).toBeVisible()
})

test('[story 28] who came: small numbers are not shown in the table, the picture or the file', async ({ open }) => {
  const page = await open(years('uptakeBy'))
  await page.getByLabel('Told apart by').selectOption('Gender')
  const table = page.getByRole('table', { name: 'Uptake: who came' })
  const cells = (name: string) => table.getByRole('row', { name: new RegExp(`^${name}`) }).getByRole('cell')
  await expect(cells('Everybody who came').nth(1)).toHaveText(/^\d+$/)
  await expect(cells('Non-binary').nth(1)).toHaveText('not shown')
  await expect(cells('Non-binary').nth(2)).toHaveText('not shown')
  await expect(cells('Not known').nth(1)).toBeVisible()
  await expect(page.getByRole('img', { name: /^Who came, of \d+ people\. The largest number shown: Female/ })).toContainText('not shown')
  for (const text of await table.getByRole('cell').allInnerTexts()) expect(text).not.toMatch(/^[1-4]$/)
  await page.getByLabel('Why do you need this as a file?').fill('For the board')
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save as a spreadsheet (CSV)' }).click()])
  const file = await (await download.createReadStream()).toArray()
  expect(Buffer.concat(file).toString()).toContain('Non-binary,not shown,not shown,not shown')
})

test('only quarters that are over can be chosen', async ({ open }) => {
  const page = await open(years('uptakeBy'))
  const quarters = await page.getByLabel('Quarter').getByRole('option').allInnerTexts()
  expect(quarters[0]).toBe('1 July to 30 September 2026')
  expect(quarters).toContain('1 October to 31 December 2023')
})

test('[story 28] growth: a line for who signed up and one for who came, told apart without colour, and each group beside the others', async ({
  open,
}) => {
  const page = await open(years('growth'))
  const picture = page.getByRole('img', { name: /^From October 2023 to October 2026: \d+ people had signed up by the end/ })
  await expect(picture).toBeVisible()
  const dashes = await picture.locator('polyline').evaluateAll((lines) => lines.map((one) => one.getAttribute('stroke-dasharray')))
  expect(new Set(dashes).size).toBe(2)
  await expect(page.getByRole('region', { name: 'People who came to each group, month by month' }).getByRole('img')).toHaveCount(6)
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(39) // its heading, 37 months, attendances together
  await page.getByLabel('Group', { exact: true }).selectOption('Pain Café')
  await expect(page.getByRole('region', { name: 'People who came to each group, month by month' })).toBeHidden()
})

test('in forced colours and on paper the charts are drawn in ink', async ({ open }) => {
  const page = await open(years('growth'))
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
  const line = page.locator('.chart__line').first()
  const stroke = () => line.evaluate((one) => getComputedStyle(one).stroke)
  expect(await stroke()).toBe('rgb(255, 255, 255)')
  await page.emulateMedia({ forcedColors: 'none', media: 'print', colorScheme: 'light' })
  await expect(line).toBeVisible()
  await expect(page.getByRole('table')).toBeVisible()
  await expect(page.getByLabel('Group', { exact: true })).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
})

test('[issue 12] a figure is opened to whom it counts, by keyboard, and each of them leads to their page', async ({ open }) => {
  const page = await open(years('uptake'))
  const figure = page.getByRole('button', { name: /: Signed up, Walk and Talk$/ })
  const number = await figure.innerText()
  await figure.press('Enter')
  const list = page.getByRole('dialog', { name: 'Signed up, Walk and Talk' })
  await expect(list.getByText(`${number} people`, { exact: true })).toBeVisible()
  await expect(list.getByRole('listitem')).toHaveCount(Number(number))
  const first = list.getByRole('listitem').first().getByRole('button')
  const name = await first.innerText()
  await first.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(list).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(list).toBeHidden()
  await page.emulateMedia({ media: 'print' })
  const ofPeople = page.getByRole('table').getByRole('row', { name: /^(Signed up|People who came|New|Regular|Stopped|Came to three)/ })
  for (const text of await ofPeople.getByRole('cell').allInnerTexts()) expect(text).not.toMatch(/^[1-4]$/)
  await page.emulateMedia({ media: 'screen' })
})
