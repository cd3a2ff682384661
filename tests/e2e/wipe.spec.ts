import { readdir } from 'node:fs/promises'
import { join as path } from 'node:path'
import { hashOfCode, makeCode } from '../../src/server/codes.ts'
import { expect, test, type Laptop, type Surgery } from './fixtures.ts'
import { addGroup, today } from './steps/groups.ts'
import { goTo, join, passphrase, status, typePassphrase, unlock } from './steps/team.ts'

const sentence = 'This laptop was emptied because the team asked for it. Everything on it had been sent first.'

/** A code as the office makes one, for the team's lead. */
async function codeFor(surgery: Surgery): Promise<string> {
  const code = makeCode()
  await surgery.ask(
    `insert into code (team, hash, colleague, created_at, expires_at)
     select team, $1, colleague, now(), now() + interval '10 minutes' from device where kind = 'server'`,
    [hashOfCode(code)],
  )
  return code
}

/** What of a laptop's own is left in the page's reach: its databases, and in a browser its private files. */
function left(laptop: Laptop): Promise<string[]> {
  return laptop.page.evaluate(async () => {
    const files: string[] = []
    for await (const name of (await navigator.storage.getDirectory()).keys()) files.push(name)
    const databases = (await indexedDB.databases()).map((one) => one.name ?? '')
    return [...databases.filter((name) => name.startsWith('gather-')), ...files.filter((name) => /keys|journal/.test(name))]
  })
}

test('[S3] [SY27] a laptop that the lead wants emptied sends what it has, says so, is empty, and joins anew', async ({ host, surgery, laptop }) => {
  await join(laptop, surgery.firstCode, 'Laptop')
  await addGroup(laptop.page, { name: 'Walk and Talk', place: 'Riversley Park', day: today(), counts: false })
  await status(laptop.page, 'Everything is at the surgery')
  expect((await left(laptop)).length).toBeGreaterThan(0)
  await laptop.network(false)
  await addGroup(laptop.page, { name: 'Pain Café', place: 'Bandstand', day: today(), counts: false })
  await surgery.ask(`update device set revoked_at = now(), wipe = true where kind = 'laptop'`) // what npm run office -- wipe does
  await laptop.page.getByRole('button', { name: 'Lock', exact: true }).click() // locked, it has no keys to send with
  await laptop.network(true)
  await typePassphrase(laptop.page) // it may be empty before its first screen was seen
  await expect(laptop.page.getByText(sentence)).toBeVisible({ timeout: 40_000 })
  expect((await surgery.ask<{ body: string }>('select body from held')).map((one) => one.body).join()).toContain('Pain Café')
  await expect
    .poll(async () => (await surgery.ask<{ emptied_at: Date | null }>(`select emptied_at from device where kind = 'laptop'`))[0]?.emptied_at)
    .not.toBe(null)
  if (host !== 'browser') {
    const names = await readdir(laptop.folder)
    expect(names.filter((name) => /^(keys|keyring-share)/.test(name))).toEqual([])
    expect((await readdir(path(laptop.folder, 'journal')).catch(() => [])).filter((name) => name.endsWith('.journal'))).toEqual([])
  }
  expect((await left(laptop)).filter((name) => name.startsWith('gather-') || name.startsWith('keys'))).toEqual([])
  await laptop.shut()
  await laptop.reopen()
  await expect(laptop.page.getByText(sentence)).toBeVisible()
  await join(laptop, await codeFor(surgery), 'Laptop')
  await expect(laptop.page.getByText(sentence)).toBeHidden()
  await goTo(laptop.page, 'Groups')
  await expect(laptop.page.getByText('Walk and Talk').first()).toBeVisible()
})

test('[S4] [SY29] a laptop that the server has forgotten joins again by its screen, and brings everything home', async ({ surgery, laptop }) => {
  await join(laptop, surgery.firstCode, 'Laptop')
  await addGroup(laptop.page, { name: 'Walk and Talk', place: 'Riversley Park', day: today(), counts: false })
  await status(laptop.page, 'Everything is at the surgery')
  await laptop.network(false)
  await addGroup(laptop.page, { name: 'Pain Café', place: 'Bandstand', day: today(), counts: false })
  await surgery.ask(`delete from device where kind = 'laptop'`) // a backup from before it joined
  await laptop.network(true)
  await goTo(laptop.page, 'At the surgery')
  await laptop.page.getByRole('button', { name: 'Send now' }).click()
  await laptop.page.getByLabel('New code from the lead').fill(await codeFor(surgery))
  await laptop.page.getByLabel('Passphrase of this laptop').fill(passphrase)
  await laptop.page.keyboard.press('Enter')
  await status(laptop.page, 'Everything is at the surgery', 40_000)
  expect((await surgery.ask(`select 1 from record_row where body #>> '{fields,name}' = 'Pain Café'`)).length).toBe(1)
  await laptop.page.getByRole('button', { name: 'Lock', exact: true }).click()
  await unlock(laptop.page)
  await laptop.page.getByRole('button', { name: 'Send now' }).click()
  await status(laptop.page, 'Everything is at the surgery')
})
