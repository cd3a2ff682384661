import type { Page } from '@playwright/test'
import { idFor } from '../../support/builders.ts'
import type { OwnThread } from '../gallery/ownThread.ts'
import { expect, test } from './fixtures.ts'

/** What the server was asked to decide, at which door; who was seen when is asked by itself. */
const asked = (page: Page) =>
  page.evaluate(() =>
    (window as never as { scripted: OwnThread }).scripted.host.sent
      .filter((one) => one.path.startsWith('/office/') && one.path !== '/office/last-seen')
      .map(({ path, body }) => ({ path, body })),
  )

const changed = 'Tom Ashby changed the group Walk and Talk'
const onHold = (page: Page) => page.getByRole('list', { name: 'On hold' }).getByRole('listitem')

test('a lead comes to it from Today and from the surgery, and goes back by Esc', async ({ open }) => {
  const page = await open('place=today&net=sent')
  await page.getByRole('button', { name: '4 things are on hold for a lead · 2 things to know about the laptops' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Laptops and what is on hold' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Thursday')
  await page.getByRole('button', { name: /^At the surgery/ }).click()
  await page.getByRole('region', { name: 'Laptops and what is on hold' }).getByRole('button', { name: 'Look at them' }).click()
  await expect(page.getByRole('button', { name: /^At the surgery/ })).toHaveAttribute('aria-current', 'page')
})

test('each act is read in words before it is let in; its row stays where it is, and the next button does not slide under the hand', async ({
  open,
}) => {
  const page = await open('place=office&net=sent')
  const first = onHold(page).first()
  await expect(first).toContainText(changed)
  await expect(first).toContainText('Wed 10:12, on Park laptop (Tom Ashby)')
  await expect(first).toContainText('Whoever wrote it is not allowed to do this. A lead decides.')
  const writes = page.getByRole('button', { name: `What it would write: ${changed}` })
  await writes.press('Enter')
  await expect(writes).toHaveAttribute('aria-expanded', 'true')
  await expect(first.getByRole('definition').last()).toHaveText('Tom Ashby, Priya Nair')
  const next = onHold(page).nth(1)
  const before = await next.boundingBox()
  await page.getByRole('button', { name: `Let it in: ${changed}` }).press('Enter')
  await page.clock.runFor(100)
  await expect(first).toContainText('Let in. The laptops get it when they next connect.')
  await expect(first.getByText('Let in. The laptops get')).toBeFocused()
  await expect(onHold(page)).toHaveCount(4)
  expect((await next.boundingBox())?.y).toBe(before?.y)
  expect(await asked(page)).toEqual([{ path: '/office/release', body: { id: idFor('held group') } }])
})

test('what cannot be read can only be closed, and closing wants a reason', async ({ open }) => {
  const page = await open('place=office&net=sent')
  const unread = 'Something from Tom Ashby that cannot be read'
  await expect(onHold(page).nth(2)).toContainText('It cannot be let in as it is.')
  await expect(page.getByRole('button', { name: `Let it in: ${unread}` })).toHaveCount(0)
  await page.getByRole('button', { name: `Close it: ${unread}` }).click()
  const dialog = page.getByRole('dialog', { name: 'Close it for good?' })
  await dialog.getByLabel('Why?').press('Enter')
  await expect(dialog.getByText('Write a few words, so that others understand it later.')).toBeVisible()
  expect(await asked(page)).toEqual([])
  await dialog.getByLabel('Why?').fill('Nothing in it')
  await page.keyboard.press('Enter')
  await page.clock.runFor(100)
  await expect(dialog).toBeHidden()
  expect(await asked(page)).toEqual([{ path: '/office/settle', body: { id: idFor('held unread'), because: 'Nothing in it' } }])
  await expect(onHold(page).nth(2)).toContainText('Closed. It stays at the surgery, with your reason.')
})

test('a laptop is taken off the team after reading what will happen; one’s own wants a tick besides', async ({ open }) => {
  const page = await open('place=office&net=sent')
  await page.getByRole('button', { name: 'Take off the team: Park laptop' }).click()
  const dialog = page.getByRole('dialog', { name: 'Take Park laptop off the team?' })
  await expect(dialog).toContainText('This cannot be undone.')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  expect(await asked(page)).toEqual([])
  await page.getByRole('button', { name: 'Empty it: Priya’s blue laptop' }).click()
  const own = page.getByRole('dialog', { name: 'Empty Priya’s blue laptop?' })
  await own.getByRole('button', { name: 'Empty it' }).click()
  await expect(own.getByText('Tick the box if you mean this laptop. If not, press Cancel.')).toBeVisible()
  expect(await asked(page)).toEqual([])
  await own.getByLabel('Yes, I mean the laptop I am using now').check()
  await own.getByRole('button', { name: 'Empty it' }).click()
  await page.clock.runFor(100)
  expect(await asked(page)).toEqual([{ path: '/office/wipe', body: { device: idFor('Priya’s blue laptop'), myOwn: true } }])
  await expect(page.getByRole('list', { name: 'Laptops' }).getByRole('listitem').filter({ hasText: 'Priya’s blue laptop' })).toContainText(
    'to be emptied',
  )
})

test('without a network it says so, with what is known, and decides nothing', async ({ open }) => {
  const page = await open('place=office')
  await expect(page.getByText('The server was not reached: no network.')).toBeVisible()
  await expect(page.getByText(/^You see below what it said .*\b\d+:\d\d\. You need a network to decide anything\.$/)).toBeVisible()
  await page.getByRole('button', { name: `Let it in: ${changed}` }).click()
  await page.clock.runFor(100)
  await expect(
    onHold(page)
      .first()
      .getByRole('button', { name: `Let it in: ${changed}` }),
  ).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'The server was not reached: no network.' }).first()).toBeVisible()
})

test('the team has a place of its own: people, codes, numbers, concerns and incidents', async ({ open }) => {
  const page = await open('place=surgery&net=trouble')
  await expect(page.getByRole('region', { name: /People|Numbers/ })).toHaveCount(0)
  await page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'Team' }).click()
  for (const name of ['Make a code for a laptop of Tom Ashby', 'Read concerns', 'Read incidents', 'Add a colleague', 'Change']) {
    await expect(page.getByRole('button', { name, exact: name === 'Change' })).toBeInViewport({ ratio: 1 })
  }
  await expect(page.getByText('2 concerns for you to read.')).toBeVisible()
  await page.getByRole('button', { name: 'Read concerns' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { level: 1, name: 'Team' })).toBeVisible()
  await page.keyboard.press('Control+n')
  await expect(page.getByRole('dialog', { name: 'A new colleague' })).toBeVisible()
})

test('a notice is read once, and stays in its place until one leaves', async ({ open }) => {
  const page = await open('place=office&net=sent')
  await page.getByRole('button', { name: /^I have read this: Park laptop \(Tom Ashby\) was copied/ }).click()
  await page.clock.runFor(100)
  expect(await asked(page)).toEqual([{ path: '/office/seen', body: { notice: idFor('notice copied') } }])
  await expect(page.getByRole('list', { name: 'To know' }).getByRole('listitem')).toHaveCount(2)
})
