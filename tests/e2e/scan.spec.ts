import { scan, filesUnder } from '../scan/scan.ts'
import { expect, test } from './fixtures.ts'
import { addGroup, importMembers, today } from './steps/groups.ts'
import { members, spreadsheet } from './steps/names.ts'
import { openRegister, signIn } from './steps/register.ts'
import { goTo, join, passphrase } from './steps/team.ts'

const note = 'Lost a blue umbrella by the bandstand'
const planted = 'Planted Unsealedperson'

test.use({ wholeBrowser: true, dearKey: true })

test('a locked laptop has no name, phone, note or passphrase in any file, and the scan would find one', async ({ host, surgery, openLaptop }) => {
  test.setTimeout(240_000)
  const laptop = await openLaptop()
  const { page } = laptop
  await join(laptop, surgery.firstCode, 'Laptop')
  await addGroup(page, { name: 'Walk and Talk', place: 'Riversley Park', day: today(), counts: true })
  await importMembers(page, spreadsheet(members))
  await page.getByRole('button', { name: 'Import 120 people' }).click()
  await expect(page.getByText('120 new people, 120 joined the group.')).toBeVisible()
  await openRegister(page, 'Walk and Talk')
  for (const one of members.slice(0, 10)) await signIn(page, `${one.given} ${one.family}`, one.name)
  await page.keyboard.press('F9')
  await page.getByRole('textbox', { name: 'People counted' }).fill('10')
  await page.getByRole('button', { name: 'Save this count' }).click()
  await page.getByRole('button', { name: 'Close session' }).click()
  await page.getByLabel('Worth remembering?').fill(note)
  await page.getByRole('button', { name: 'Close the register' }).click()
  await expect(page.getByText('The register is closed.').first()).toBeVisible()
  await goTo(page, 'Today')
  await page.getByRole('button', { name: 'Lock', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Gather is locked' })).toBeVisible()

  const words = [
    ...members.flatMap((one) => [one.name, one.phone, one.phone.replaceAll(' ', ''), `"${one.given}"`]),
    ...['Appleyard', 'Bielski', 'Chaudhry', 'Draycott'],
    note,
    'umbrella',
    passphrase,
  ]
  expect(filesUnder(laptop.folder).length).toBeGreaterThan(5)
  expect(scan(laptop.folder, words)).toEqual([])

  // enough rows that the store packs them into compressed blocks
  await page.evaluate(async (name) => {
    const found = (await indexedDB.databases()).find((one) => one.name?.startsWith('gather'))
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(found?.name ?? '')
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    for (let batch = 0; batch < 6; batch++) {
      const transaction = db.transaction('rows', 'readwrite', { durability: 'relaxed' })
      for (let row = 0; row < 1000; row++)
        transaction.objectStore('rows').put({ key: `planted/${batch}/${row}`, links: [], generation: 1, box: name.repeat(50) })
      await new Promise((resolve) => {
        transaction.oncomplete = resolve
      })
    }
    db.close()
  }, planted)
  await laptop.shut()
  const hits = scan(laptop.folder, [planted])
  expect(hits.map((hit) => hit.word)).toContain(planted)
  // when a store packs its log into blocks is its own affair; the older one of the tests' Electron may not have by now
  if (host === 'browser')
    expect(
      hits.map((hit) => hit.how),
      'also where it is compressed',
    ).toContain('in a compressed block')
})
