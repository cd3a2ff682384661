import { expect, test } from './fixtures.ts'
import { knows } from './steps/known.ts'
import { members } from './steps/names.ts'
import { here, openRegister, tile } from './steps/register.ts'
import { join, status } from './steps/team.ts'

const hosts = process.env['GATHER_HOSTS'] ?? ''

/** Somebody with cold hands: 200 characters a minute. Milliseconds a key. */
const keyMs = 60_000 / 200
const people = 20

test('story 4: twenty regulars are signed in by keyboard in under a minute, at 200 characters a minute', async ({ host, surgery, openLaptop }) => {
  test.skip(host === 'browser' && hosts.includes('electron'), 'a minute of typing: in the desktop app where there is one')
  test.setTimeout(180_000)
  const laptop = await openLaptop('Blue laptop')
  const { page } = laptop
  await knows(surgery, { name: 'Walk and Talk', place: 'Riversley Park', counts: true, members })
  await join(laptop, surgery.firstCode, 'Blue laptop')
  await status(page, 'Everything is at the surgery') // and fetched
  await laptop.network(false)
  await openRegister(page, 'Walk and Talk')
  const began = Date.now()
  for (const one of members.slice(0, people)) {
    await page.keyboard.type(`${one.given.slice(0, 3)} ${one.family.slice(0, 2)}`, { delay: keyMs })
    await page.keyboard.press('Enter')
    await page.waitForTimeout(keyMs)
  }
  const seconds = (Date.now() - began) / 1000
  await tile(page, 'here', people)
  for (const one of members.slice(0, people)) await expect(here(page).getByText(one.name, { exact: true })).toBeVisible()
  test.info().annotations.push({ type: 'seconds', description: seconds.toFixed(1) })
  expect(seconds).toBeLessThan(60)
})
