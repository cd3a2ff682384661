import type { Page } from '@playwright/test'
import { personId, sessionId } from '../../world/ids.ts'
import { expect, settled, test } from './fixtures.ts'
import { expectWritten, written } from './written.ts'

const lines = (page: Page) => page.getByRole('list', { name: 'On this sheet' }).getByRole('listitem')
const search = (page: Page) => page.getByRole('combobox', { name: 'Who is on the sheet?' })
const type = async (page: Page, text: string) => {
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
  await page.clock.runFor(50)
}

test('F3 on Today leads to the registers to take along, F3 again takes the coming week (story 1)', async ({ open }) => {
  const page = await open('place=today&net=sent')
  await page.keyboard.press('F3')
  await expect(page.getByRole('heading', { level: 1, name: 'Get ready to go offline' })).toBeVisible()
  await settled(page)
  await page.keyboard.press('F3')
  await page.clock.runFor(200)
  await expect(page.getByText('4 chosen')).toBeVisible() // two did before; the cancelled one stays
  await expect(page.getByText('Ready to go offline', { exact: true })).toHaveCount(4)
})

test('a download under way ticks nothing and says what to do (story 1)', async ({ open }) => {
  const page = await open('place=takeAlong&net=loading')
  await expect(page.locator('#work').getByText(/^Fetching your team, \d+ of 3,100/)).toBeVisible()
  const list = page.getByRole('list', { name: 'Ready to go offline: Walk and Talk' })
  await expect(list.getByText('Not ready: Register')).toBeAttached()
  await expect(list.getByText('Still being fetched. Stay connected until it is ticked.')).toHaveCount(5)
  await expect(page.getByText('Ready to go offline', { exact: true })).toHaveCount(0)
})

test('a session more than two weeks away is refused with its sentence; another laptop is named (story 1)', async ({ open }) => {
  const page = await open('place=takeAlong&net=sent')
  const far = page.getByRole('button', { name: /Thu 12 November.*Walk and Talk/ })
  await expect(far).toContainText('Get it ready nearer to the day.')
  await far.click()
  await page.clock.runFor(100)
  await expect(far).toHaveAttribute('aria-pressed', 'false')
  await expect(page.getByText('Park laptop (Tom Ashby) has this register ready too')).toBeVisible()
  await expect(page.getByText(/That is fine/)).toBeVisible()
})

test('arrows and Enter choose; what was chosen can be taken off again (story 1)', async ({ open }) => {
  const page = await open('place=takeAlong&net=sent')
  const rows = page.getByRole('list', { name: 'Which sessions?' }).getByRole('button')
  await rows.first().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.clock.runFor(100)
  await expect(rows.nth(1)).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Enter')
  await page.clock.runFor(100)
  await expect(rows.nth(1)).toHaveAttribute('aria-pressed', 'false')
})

test('the rota says the ratio and never blocks; a participant who helps shows as both (story 37)', async ({ open }) => {
  const page = await open(`place=rota/${sessionId}`)
  await expect(page.getByText('17 people and one leader: enough (1 to 20)')).toBeVisible()
  const marker = page.getByRole('list', { name: 'Back-marker' }).getByRole('listitem')
  await expect(marker).toContainText('Ruth Adeyemi')
  await expect(marker).toContainText('takes part too')
  await expect(page.getByText('First aid ended 30 September 2026')).toBeVisible()
  await page.getByRole('button', { name: 'Tom Ashby says yes: Second adult' }).click()
  await page.clock.runFor(100)
  await expectWritten(page, 'answerRota', 'rotaDuty', [{ state: 'yes' }])
})

test('adding to the rota asks who first (story 37)', async ({ open }) => {
  const page = await open(`place=rota/${sessionId}`)
  await page.getByRole('button', { name: 'Add somebody: Helper' }).click()
  await page.getByRole('button', { name: 'Put on the rota' }).click()
  await expect(page.getByText('Choose who it is.')).toBeVisible()
  await page.getByRole('dialog').getByLabel('Somebody in the team').last().selectOption('Tom Ashby')
  await page.getByRole('radio', { name: 'They said yes' }).check()
  await page.getByRole('button', { name: 'Put on the rota' }).click()
  await page.clock.runFor(100)
  await expectWritten(page, 'putOnRota', 'rotaDuty', [{ role: 'helper', state: 'yes' }])
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('cancelled with a kind of reason; the list to call has phones, ticks and how many are left (story 14)', async ({ open }) => {
  const page = await open(`place=calling/${sessionId}`)
  await page.getByRole('button', { name: 'Cancel this session' }).click()
  await expect(page.getByText('Choose why you are cancelling it.')).toBeVisible()
  await page.getByRole('radio', { name: 'Something else' }).check()
  await page.getByRole('button', { name: 'Cancel this session' }).click()
  await expect(page.getByText('Write a few words, so that others understand it.')).toBeVisible()
  await page.getByRole('radio', { name: 'Weather' }).check()
  await page.getByRole('button', { name: 'Cancel this session' }).click()
  await page.clock.runFor(100)
  await expectWritten(page, 'cancelSession', 'session', [{ cancelledBecause: 'Weather', cancelledFor: 'weather' }])
  await expect(page.getByText('Cancelled, and 18 had come')).toBeVisible()
  await expect(page.getByText('21 still to call')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Call Margaret Ellison, 01632 960 150' })).toHaveAttribute('href', 'tel:01632960150')
  await expect(page.getByText('no phone written down').first()).toBeVisible()

  const told = page.getByRole('button', { name: 'Margaret Ellison: told' })
  const before = await told.boundingBox()
  await told.click()
  await page.clock.runFor(100)
  await expect(page.getByText('20 still to call · 1 told')).toBeVisible()
  await expect(told).toBeFocused()
  expect((await told.boundingBox())?.x).toBe(before?.x)
  await told.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('button', { name: 'Harjit Gill: no answer' })).toBeFocused()
  for (let tries = 0; tries < 2; tries++) {
    await page.keyboard.press('Enter')
    await page.clock.runFor(100)
  }
  await expect(page.getByText('no answer 10:32, 2 tries')).toBeVisible()
  await told.click()
  await page.clock.runFor(100)
  await expect(page.getByText('21 still to call')).toBeVisible()
})

test('moving needs something different, and says what it was planned as (story 14)', async ({ open }) => {
  const page = await open(`place=calling/${sessionId}`)
  await page.getByRole('button', { name: 'Save time and place' }).click()
  await expect(page.getByText('Nothing is different yet.', { exact: false })).toBeVisible()
  await page.getByLabel('Place', { exact: true }).selectOption({ label: 'Bedworth Civic Hall, Bedworth' })
  await page.getByRole('button', { name: 'Save time and place' }).click()
  await page.clock.runFor(100)
  await expect(page.getByText('It was planned for Riversley Park, 10:30 to 12:00.', { exact: false })).toBeVisible()
})

test('the ring list prints without buttons, with boxes to tick (story 14)', async ({ open }) => {
  const page = await open(`place=calling/${sessionId}`)
  await page.getByRole('radio', { name: 'Weather' }).check()
  await page.getByRole('button', { name: 'Cancel this session' }).click()
  await page.clock.runFor(100)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('button', { name: 'Margaret Ellison: told' })).toBeHidden()
  await expect(page.getByText('told ☐ message ☐ no answer ☐').first()).toBeVisible()
})

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
  const numbers = async () => (await written(page, 'printSheet')).filter((one) => one.record === 'paperSheet').map((one) => `Sheet ${String(one.fields['number'])}`)
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

test('a lead writes down when papers of a colleague end (story 37)', async ({ open }) => {
  const page = await open('place=team')
  await page.getByRole('button', { name: 'Phone and training of Tom Ashby' }).click()
  await page.getByLabel('First aid valid until').fill('2028-05-01')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.clock.runFor(100)
  await expectWritten(page, 'editColleague', 'colleague', [{ firstAidUntil: '2028-05-01' }])
  await expect(page.getByRole('dialog')).toHaveCount(0)
})
