import { boardOfWalk } from '../../world/boards.ts'
import { expect, test } from './fixtures.ts'
import { expectWritten, written } from './written.ts'

test('[story 28] a board report: its numbers are opened, it is printed a page a group, also in large print, and is taken off My day', async ({
  open,
}) => {
  const page = await open(`place=boardReport/${boardOfWalk}&size=years`)
  const team = page.getByRole('article').filter({ has: page.getByRole('heading', { name: /: The whole team$/ }) })
  const first = team.getByRole('button', { name: /^\d+ people signed up from 1 October 2023 to today\.$/ })
  const number = /^\d+/.exec(await first.innerText())?.[0]
  await first.click()
  const list = page.getByRole('dialog', { name: 'Signed up in these days, All groups' })
  await expect(list.getByText(`${number} people`, { exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('article')).toHaveCount(3)
  for (const text of await page.getByRole('article').getByRole('cell').allInnerTexts()) expect(text).not.toMatch(/^[1-4]$/)
  const pages = async () => (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
  const usual = await pages()
  expect(usual).toBe(3) // one of the team, one of each group
  await page.getByLabel('Large print').check()
  expect(
    await page
      .getByText('Somebody put on the list', { exact: false })
      .first()
      .evaluate((one) => getComputedStyle(one).fontSize),
  ).toBe('24px')
  expect(await pages()).toBeGreaterThan(usual)
  await page.getByRole('button', { name: 'Take it off My day' }).click()
  await expectWritten(page, 'boardReportDone', 'boardReport', [{ doneFor: '2026-10-05' }])
  await expect(page.getByText('This report was needed for 5 October 2026.')).toBeHidden()
  const remove = page.getByRole('button', { name: 'Remove this report' })
  await remove.click()
  await expect(page.getByRole('dialog')).toContainText('your own words on it')
  await page.keyboard.press('Escape')
  await expect(remove).toBeFocused()
  expect(await written(page, 'voidBoardReport')).toEqual([])
  await remove.click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove this report' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Board reports')
})

test('a board report is made in one form, and what was typed is asked for again where the name is missing', async ({ open }) => {
  const page = await open('place=boardReports&size=years')
  await page.getByRole('button', { name: 'New board report' }).click()
  await page.getByLabel('In your own words').fill('Going well.')
  await page.getByRole('button', { name: 'Save this report' }).click()
  await expect(page.getByRole('alert')).toHaveText('Give the report a name.') // above the button: the field is scrolled away
  await page.getByLabel('What is it called?').fill('For the trustees')
  await page.getByLabel('Walk and Talk', { exact: true }).check()
  await page.getByLabel('Every first Monday of a month', { exact: false }).check()
  await page.getByRole('button', { name: 'Save this report' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'For the trustees' })).toBeVisible()
  await expect(page.getByText('Going well.')).toBeVisible()
  await expectWritten(page, 'addBoardReport', 'boardReport', [{ name: 'For the trustees', every: 'firstMonday', parts: ['growth', 'outcomes'] }])
})
