import { expect, test } from './fixtures.ts'
import { knows } from './steps/known.ts'
import { members } from './steps/names.ts'
import { here, openRegister, signIn, ticked } from './steps/register.ts'
import { join } from './steps/team.ts'

test('site data cleared while the register is open: no tick any more, it says so, and what was ticked is sent', async ({ host, surgery, laptop }) => {
  test.skip(host !== 'browser', 'only a browser lets somebody clear what an app keeps')
  const { page } = laptop
  await knows(surgery, { name: 'Walk and Talk', place: 'Riversley Park', counts: false, members: members.slice(0, 5) })
  await join(laptop, surgery.firstCode, 'Laptop')
  await openRegister(page, 'Walk and Talk')
  await page.context().setOffline(true)
  const [first, second] = members
  await signIn(page, first!.name, first!.name)
  const browser = await page.context().newCDPSession(page)
  await browser.send('Storage.clearDataForOrigin', { origin: new URL(page.url()).origin, storageTypes: 'all' })
  await expect(page.getByText('This browser has cleared what Gather kept')).toBeVisible()
  await page.keyboard.type(second!.name)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main').getByText(/Write it on paper/)).toBeVisible()
  expect(await ticked(page)).toEqual([first!.name])
  await expect(page.getByText(/not at the surgery yet/)).toBeVisible()
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Send now' }).click()
  await expect(page.getByText('Everything that was ticked before is at the surgery.', { exact: false }).first()).toBeVisible()
  await expect(here(page).getByText(first!.name)).toBeVisible()
})
