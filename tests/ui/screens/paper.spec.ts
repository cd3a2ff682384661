import type { Page } from '@playwright/test'
import { personId, sessionId } from '../../world/ids.ts'
import { expect, test } from './fixtures.ts'
import { expectWritten, written } from './written.ts'

const lines = (page: Page) => page.getByRole('list', { name: 'On this sheet' }).getByRole('listitem')
const search = (page: Page) => page.getByRole('combobox', { name: 'Who is on the sheet?' })
const type = async (page: Page, text: string) => {
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
  await page.clock.runFor(50)
}

test('a sheet is written down before it is printed, each with a number of its own (story 15)', async ({ open }) => {
  const page = await open(`place=paper/${sessionId}`)
  await page.evaluate(() => {
    const printed: unknown[] = []
    Object.assign(window, { printed })
    window.print = () => printed.push(document.querySelector('.paper__number')?.textContent)
  })
  await page.keyboard.press('Control+p')
  await expect(page.getByRole('heading', { level: 1, name: 'Blank register' })).toBeVisible()
  await expect(page.getByRole('cell', { name: '1', exact: true })).toBeVisible()
  await page.keyboard.press('Control+p')
  await page.clock.runFor(100)
  await page.keyboard.press('Control+p')
  await page.clock.runFor(100)
  const numbers = async () =>
    (await written(page, 'printSheet')).filter((one) => one.record === 'paperSheet').map((one) => `Sheet ${String(one.fields['number'])}`)
  const printed = () => page.evaluate(() => (window as never as { printed: string[] }).printed)
  await expect.poll(async () => (await printed()).length).toBe(2)
  expect(await printed()).toEqual(await numbers())
  expect(new Set(await numbers()).size).toBe(2)
})

test('nothing of the emergency sheet shows before it is written down who looks (stories 6, 15)', async ({ open }) => {
  const page = await open(`place=emergencySheet/${sessionId}`)
  await expect(page.getByText('Show who to call for 40 people?')).toBeVisible()
  await expect(page.getByText(/daughter/)).toHaveCount(0)
  await page.getByRole('checkbox', { name: 'Only who is here now' }).check()
  await expect(page.getByText('Show who to call for 17 people?')).toBeVisible()
  await page.getByRole('button', { name: 'Show the sheet' }).click()
  await page.clock.runFor(100)
  await expectWritten(page, 'recordContactLook', 'contactLook', [{ what: 'emergencySheet', personIds: { length: 17 } }])
  await expect(page.getByText('Bring back or shred. Do not leave it in a car or a bag.')).toBeVisible()
})

test('a sheet comes back, is shredded or lost, and can be out after all (story 15)', async ({ open }) => {
  const page = await open(`place=paper/${sessionId}`)
  await expect(page.getByText('2 are out')).toBeVisible()
  await page.getByRole('button', { name: 'Sheet K0412 is lost' }).click()
  await page.clock.runFor(100)
  await expect(page.getByText('Tell the lead today: names and numbers are on it.')).toBeVisible()
  await page.getByRole('button', { name: 'Sheet K0412 is still out' }).click()
  await page.clock.runFor(100)
  await expect(page.getByText('2 are out')).toBeVisible()
})

test('keying in: two letters and Enter, the time of the line above, arrows to the times, one Save (story 15)', async ({ open }) => {
  const page = await open(`place=keyIn/${sessionId}`)
  await expect(search(page)).toBeFocused()
  await type(page, 'marg')
  await page.keyboard.press('ArrowUp')
  await expect(page.getByLabel('Margaret Ellison came at')).toBeFocused()
  await page.keyboard.type('1024')
  await page.keyboard.press('Enter')
  await expect(search(page)).toBeFocused()
  await type(page, 'pat')
  await expect(page.getByLabel('Pat Lomas came at')).toHaveValue('10:24')
  await page.getByLabel('Pat Lomas left at').fill('11.15')
  await page.getByLabel('Came along with Pat Lomas').fill('2')
  await search(page).focus()
  await type(page, 'ivy')
  await expect(lines(page).nth(2)).toContainText('in already, 10:30')
  await page.keyboard.type('bogna ząbek')
  await page.keyboard.press('Control+n')
  await expect(lines(page).nth(3)).toContainText('Bogna Ząbek')
  await type(page, 'pat')
  await expect(page.getByText('Pat Lomas is on the list already.').first()).toBeVisible()
  await page.getByLabel('Names nobody can read').fill('1')
  await page.getByLabel('Which sheet?').selectOption({ index: 1 })
  await page.keyboard.press('Control+s')
  await page.clock.runFor(100)
  await expect(page.getByText('2 are signed in, 1 was in already, 1 new, 1 name nobody could read.')).toBeVisible()
  await expectWritten(page, 'keyInPaper', 'signIn', [
    { personId: personId('Margaret Ellison'), arrivedAt: '2026-10-22T09:24:00.000Z', how: 'paper' },
    { personId: personId('Pat Lomas'), arrivedAt: '2026-10-22T09:24:00.000Z', leftAt: '2026-10-22T10:15:00.000Z' },
    { how: 'paper' },
  ])
  await expectWritten(page, 'keyInPaper', 'person', [{ givenName: 'Bogna', familyName: 'Ząbek' }])
  await expectWritten(page, 'keyInPaper', 'companion', [{ number: 2 }, { kind: 'unknown', number: 1 }])
  await expectWritten(page, 'keyInPaper', 'paperSheet', [{ keyedInAt: expect.any(String) }])
  await expect(lines(page)).toHaveCount(0)
})

test('a sheet keyed twice is recognised and said (story 15)', async ({ open }) => {
  const page = await open(`place=keyIn/${sessionId}`)
  await type(page, 'ivy')
  await page.keyboard.press('Control+s')
  await page.clock.runFor(100)
  await expect(page.getByText('Everybody on this sheet is in the register already. Nothing was counted twice.')).toBeVisible()
})

test('a time nobody can read keeps everything typed and is said beside it (story 15)', async ({ open }) => {
  const page = await open(`place=keyIn/${sessionId}`)
  await type(page, 'marg')
  await type(page, 'pat')
  await page.getByLabel('Pat Lomas came at').fill('25:00')
  await page.getByLabel('Margaret Ellison left at').fill('9')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Some times cannot be read')).toBeVisible()
  await expect(page.getByText('Write a time such as 10:30 or 1030.')).toBeVisible()
  await expect(page.getByText('Left before they came. Correct one of the times.')).toBeVisible()
  expect(await written(page, 'keyInPaper')).toEqual([])
  await page.keyboard.press('Escape')
  await page.keyboard.press('F2')
  await expect(lines(page)).toHaveCount(2) // what was typed is still there
})
