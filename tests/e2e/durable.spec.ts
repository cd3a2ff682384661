import { expect, test } from './fixtures.ts'
import { addGroup, importMembers, today } from './steps/groups.ts'
import { members, spreadsheet } from './steps/names.ts'
import { openRegister, signIn } from './steps/register.ts'
import { goTo, join, unlock } from './steps/team.ts'

declare global {
  // eslint-disable-next-line no-var
  var durabilities: string[]
}

test.use({ wholeBrowser: true })

test('[SY1] every write of the app is a strict transaction, where relaxed is the rule', async ({ host, surgery, laptop }) => {
  test.skip(host !== 'browser', 'Chromium 108 is strict by itself and would hide a missing setting')
  const { page } = laptop
  await join(laptop, surgery.firstCode, 'Laptop')
  await addGroup(page, { name: 'Walk and Talk', place: 'Riversley Park', day: today(), counts: false })
  await page.getByRole('button', { name: 'Lock', exact: true }).click() // the store is opened anew, and so under the watch
  await expect(page.getByLabel('Passphrase')).toBeVisible()
  const worker = page.workers().at(-1)! // the lock has ended the one before
  const rule = await worker.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('probe')
      request.onupgradeneeded = () => request.result.createObjectStore('one')
      request.onsuccess = () => resolve(request.result)
    })
    const before = db.transaction('one', 'readwrite').durability
    const make = IDBDatabase.prototype.transaction
    globalThis.durabilities = []
    IDBDatabase.prototype.transaction = function (...given: Parameters<typeof make>) {
      const made = make.apply(this, given)
      if (made.mode === 'readwrite') globalThis.durabilities.push(made.durability)
      return made
    }
    return before
  })
  expect(rule, 'what this Chromium does unless told otherwise').toBe('default')
  await unlock(page)
  await goTo(page, 'Groups')
  await page
    .getByRole('button', { name: 'Walk and Talk' })
    .or(page.getByRole('link', { name: 'Walk and Talk' }))
    .first()
    .click()
  await importMembers(page, spreadsheet(members))
  await page.getByRole('button', { name: 'Import 120 people' }).click()
  await expect(page.getByText('120 new people')).toBeVisible()
  await openRegister(page, 'Walk and Talk')
  for (const one of members.slice(0, 3)) await signIn(page, one.name, one.name)
  const durabilities = await worker.evaluate(() => globalThis.durabilities)
  expect(durabilities.length).toBeGreaterThan(3)
  expect([...new Set(durabilities)]).toEqual(['strict'])
})
