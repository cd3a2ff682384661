import { cafeProposal, seatedProposal } from '../../world/ids.ts'
import { expect, test } from './fixtures.ts'
import { expectWritten } from './written.ts'

test('a gap is logged in ten seconds; what is missing is said (story 25)', async ({ open }) => {
  const page = await open('place=gaps')
  await page.keyboard.press('Control+n')
  await page.getByRole('button', { name: 'Log it' }).click()
  await expect(page.getByText('Choose what they need, or say it in words.')).toBeVisible()
  await expect(page.getByText('Type a town or the first half of a postcode.')).toBeVisible()
  await page.getByLabel('What do they need?').selectOption('Moving more')
  await page.getByLabel('Where?').fill('Bedworth')
  await page.getByRole('button', { name: 'Tuesday' }).click()
  await page.getByRole('button', { name: 'Morning' }).click()
  await page.getByRole('button', { name: 'Log it' }).click()
  await page.clock.runFor(200)
  await expectWritten(page, 'logGap', 'gap', [{ need: 'movement', place: 'Bedworth', times: ['TU-am'], barrier: 'noSuchGroup', mayAsk: false }])
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('[story 26] the board masks fewer than five, and opening a line shows only who agreed to be asked', async ({ open }) => {
  const page = await open('place=gaps')
  const board = page.getByRole('table', { name: 'What people asked for' })
  await expect(board.getByRole('row', { name: /Somebody has died/ })).toContainText('fewer than 5')
  await expect(board.getByRole('row', { name: /Debt/ })).toContainText('falling')
  await page.getByRole('button', { name: 'Moving more: Bedworth' }).click()
  const people = page.getByRole('list', { name: 'May be asked' })
  await expect(people).toContainText('Derek Holloway')
  await expect(people).not.toContainText('Mavis Oakes')
})

test('two lines that are one are ticked and counted together (story 26)', async ({ open }) => {
  const page = await open('place=gaps')
  await page.getByRole('checkbox', { name: 'Moving more in Bedworth' }).check()
  await page.getByRole('checkbox', { name: 'Somebody has died in CV12' }).check()
  await page.getByRole('button', { name: 'Count 2 together' }).click()
  await page.clock.runFor(200)
  await expect(page.getByRole('table', { name: 'What people asked for' }).getByRole('row', { name: /Somebody has died/ })).toHaveCount(0)
})

test('from a line of the board to a proposal that says what is missing (story 27)', async ({ open }) => {
  const page = await open('place=gaps')
  await page.getByRole('button', { name: 'Company: Nuneaton' }).click()
  await page.getByRole('button', { name: 'Propose a group' }).click()
  await page.getByLabel('What is the group called?').fill('Tea at three')
  await page.getByRole('button', { name: 'Begin the proposal' }).click()
  await page.clock.runFor(200)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tea at three')
  await expect(page.getByText('Still missing')).toBeVisible()
  await page.getByRole('button', { name: 'Hand in to a lead' }).click()
  await page.clock.runFor(200)
  await expect(page.getByText('Something is still missing. Fill it in, then hand it in.')).toBeVisible()
})

test('a lead approves with why, and the group is there (story 27)', async ({ open }) => {
  const page = await open(`place=proposal/${seatedProposal}`)
  await page.getByRole('button', { name: 'Approve' }).click()
  await expect(page.getByText('Say why in a few words.')).toBeVisible()
  await page.getByLabel('Why', { exact: true }).fill('Seven people asked.')
  await page.getByRole('button', { name: 'Approve' }).click()
  await page.clock.runFor(200)
  await expect(page.getByText('Approved by Priya Nair: Seven people asked.')).toBeVisible()
  await page.getByRole('button', { name: 'Open the group' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Seated Exercise')
})

test('what is typed into a proposal is checked and kept (story 27)', async ({ open }) => {
  const page = await open(`place=proposal/${seatedProposal}`)
  await page.getByRole('button', { name: 'Change the proposal' }).click()
  await page.getByLabel('Weeks').fill('many')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Type a whole number, 1 or more.').first()).toBeVisible()
  await page.getByLabel('Weeks').fill('6')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.clock.runFor(200)
  await expectWritten(page, 'changeProposal', 'proposal', [{ pilotWeeks: 6 }])
})

test('a pilot that is over waits for its word beside the facts (story 27)', async ({ open }) => {
  const page = await open(`place=proposal/${cafeProposal}`)
  await expect(page.getByRole('table', { name: 'How the pilot goes' })).toContainText('less than hoped')
  await page.getByLabel('Why', { exact: true }).fill('Nobody came.')
  await page.getByRole('button', { name: 'Stop it' }).click()
  await page.clock.runFor(200)
  await expect(page.getByText('Stopped by Priya Nair: Nobody came.')).toBeVisible()
})
