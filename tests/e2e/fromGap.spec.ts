import type { Page } from '@playwright/test'
import { dateOf } from '../../src/shared/std/dates.ts'
import { expect, test } from './fixtures.ts'
import { addGroup, importMembers, today } from './steps/groups.ts'
import { members, spreadsheet } from './steps/names.ts'
import type { Way } from './steps/way.ts'
import { codeFor, goTo, join, send, status } from './steps/team.ts'

const hosts = process.env['GATHER_HOSTS'] ?? ''

/** Seven people who need the same. */
const seven = members.slice(0, 7)

test('[issue 11] seven people’s gaps become a running pilot group', async ({ host, surgery, openLaptop, by }) => {
  test.skip(
    host === 'browser' && hosts.includes('electron') && !process.env['GATHER_EVERY_HOST'],
    'no part of it is another on another host: with --every-host on both',
  )
  test.setTimeout(240_000)
  const lead = await openLaptop('Lead’s laptop')
  await join(lead, surgery.firstCode, 'Lead’s laptop')
  const code = await codeFor(lead.page, 'Priya Nair', 'Link worker')
  await addGroup(lead.page, { name: 'Walk and Talk', place: 'Church hall', day: 'Friday', counts: false })
  await importMembers(lead.page, spreadsheet(seven))
  await by.press(lead.page.getByRole('button', { name: 'Import 7 people' }))
  await expect(lead.page.getByText('7 new people, 7 joined the group.')).toBeVisible()
  await send(lead, by)
  const priya = await openLaptop('Priya’s laptop')
  await join(priya, code, 'Priya’s laptop')
  const { page } = priya
  await status(page, 'Everything is at the surgery')

  await priya.network(false)
  await test.step('seven gaps are logged with no network, and one of them twice', async () => {
    await goTo(page, 'Directory', by)
    await by.press(page.getByRole('button', { name: 'Gaps', exact: true }))
    for (const one of [...seven, seven[0]!]) await logGap(page, one.name, one !== seven[6], by)
  })
  const board = page.getByRole('table', { name: 'What people asked for' })
  await test.step('the board counts seven people, and six of them may be asked', async () => {
    await expect(board.getByRole('row', { name: /Moving more/ }).getByRole('cell', { name: '7 rising', exact: true })).toBeVisible()
    await by.press(page.getByRole('button', { name: 'Moving more: Bedworth' }))
    await expect(page.getByRole('list', { name: 'May be asked' }).getByRole('listitem')).toHaveCount(6)
  })
  await test.step('a group is proposed, with everything a lead has to know, and handed in', async () => {
    await by.press(page.getByRole('button', { name: 'Propose a group' }))
    await by.write(page.getByLabel('What is the group called?'), 'Seated Exercise')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Seated Exercise' })).toBeVisible()
    await expect(page.getByText('7 asked for Moving more in Bedworth.')).toBeVisible()
    await workOut(page, by)
    await expect(page.getByText('Still missing')).toBeHidden()
    await by.press(page.getByRole('button', { name: 'Hand in to a lead' }))
    await expect(page.getByText('A lead decides. You do not have to do anything.')).toBeVisible()
  })
  await priya.network(true)
  await send(priya, by)
  await send(lead, by)

  await test.step('the lead approves it with why', async () => {
    await goTo(lead.page, 'Directory', by)
    await by.press(lead.page.getByRole('button', { name: 'Gaps', exact: true }))
    await by.press(lead.page.getByRole('button', { name: 'Proposals' }))
    await by.press(lead.page.getByRole('list', { name: 'Proposals' }).getByRole('button', { name: /Seated Exercise/ }))
    await expect(lead.page.getByText('7 asked for Moving more in Bedworth.')).toBeVisible()
    await by.write(lead.page.getByLabel('Why', { exact: true }), 'Seven people asked for it.')
    await by.press(lead.page.getByRole('button', { name: 'Approve' }))
    await expect(lead.page.getByText('Approved by', { exact: false })).toContainText('Seven people asked for it.')
    await expect(lead.page.getByText('Pilot is running')).toBeVisible()
    await send(lead, by)
    await send(priya, by)
  })
  for (const laptop of [lead, priya]) {
    await test.step(`the group stands under Groups with its schedule: ${laptop.name}`, async () => {
      await goTo(laptop.page, 'Groups', by)
      await by.press(laptop.page.getByRole('button', { name: /Seated Exercise/ }).first())
      await expect(laptop.page.getByRole('heading', { level: 1, name: 'Seated Exercise' })).toBeVisible()
      await expect(laptop.page.getByRole('main')).toContainText(`${today()}s, 10:00 to 11:00`)
      await expect(laptop.page.getByRole('button', { name: /^Register of .*10:00/ }).first()).toBeVisible()
    })
  }
  await test.step('the people of the gap are the first to be offered it', async () => {
    await goTo(page, 'Directory', by)
    await by.press(page.getByRole('button', { name: 'Gaps', exact: true }))
    await by.press(page.getByRole('button', { name: 'Proposals' }))
    await by.press(page.getByRole('list', { name: 'Proposals' }).getByRole('button', { name: /Seated Exercise/ }))
    await expect(page.getByText('First to be offered it')).toBeVisible()
    await expect(page.getByRole('main')).toContainText(seven[0]!.name)
    await expect(page.getByRole('main')).not.toContainText(seven[6]!.name)
  })
})

/** Logs that somebody needs to move more, in Bedworth, on a Tuesday morning. */
async function logGap(page: Page, name: string, mayAsk: boolean, by: Way): Promise<void> {
  await page.keyboard.press('Control+n')
  const form = page.getByRole('dialog')
  await by.choose(form.getByLabel('What do they need?'), 'Moving more')
  await by.write(form.getByLabel('Where?'), 'Bedworth')
  await by.press(form.getByRole('button', { name: 'Tuesday' }))
  await by.press(form.getByRole('button', { name: 'Morning' }))
  await by.write(form.getByRole('textbox', { name: 'Who is it about?' }), name)
  await by.press(form.getByRole('button', { name: new RegExp(name) }))
  if (mayAsk) await by.check(form.getByLabel('They may be asked when something is planned'))
  await by.press(form.getByRole('button', { name: 'Log it' }))
  await expect(form).toHaveCount(0)
}

/** Fills in all that is missing of a proposal; its pilot begins today. */
async function workOut(page: Page, by: Way): Promise<void> {
  await by.press(page.getByRole('button', { name: 'Change the proposal' }))
  const form = page.getByRole('dialog')
  await by.write(form.getByLabel('Aim'), 'Moving more, sitting down, in company')
  await by.choose(form.getByLabel('What kind of group'), 'A walk')
  await by.choose(form.getByLabel('Where it meets'), 'Church hall')
  await by.choose(form.getByLabel('Day', { exact: true }), today())
  await by.write(form.getByLabel('From', { exact: true }), '10:00')
  await by.write(form.getByLabel('Until'), '11:00')
  await by.choose(form.getByLabel('Who runs it'), 'Priya Nair')
  await by.write(form.getByLabel('Risk assessed on'), dateOf(new Date().toISOString()))
  await by.write(form.getByLabel('First day of the pilot'), dateOf(new Date().toISOString()))
  await by.write(form.getByLabel('Weeks'), '6')
  await by.write(form.getByLabel('People who come'), '5')
  await by.write(form.getByLabel('Times each comes, on average'), '3')
  await by.press(form.getByRole('button', { name: 'Save', exact: true }))
  await expect(form).toHaveCount(0)
}
