import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import type { Laptop } from './rig/laptop.ts'
import { knows } from './steps/known.ts'
import { members } from './steps/names.ts'
import { openRegister, signIn } from './steps/register.ts'
import { goTo, join as joinTeam, status } from './steps/team.ts'

/** Saves the report as a file, as a person does on each host, and reads it. */
async function savedFile({ app, page, folder }: Laptop): Promise<string> {
  await page.getByLabel('Why do you need this as a file?').fill('For the board')
  const save = () => page.getByRole('button', { name: 'Save as a spreadsheet (CSV)' }).click()
  if (!app) {
    const [download] = await Promise.all([page.waitForEvent('download'), save()])
    return readFileSync(await download.path(), 'utf8')
  }
  const path = join(folder, `report ${await page.getByRole('heading', { level: 1 }).innerText()}.csv`)
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as never
  }, path)
  await save()
  await expect(page.getByRole('status').getByText('The file is saved.')).toBeVisible() // that of a file before may still stand there
  await expect.poll(() => existsSync(path) && readFileSync(path, 'utf8').endsWith('\r\n')).toBe(true)
  return readFileSync(path, 'utf8')
}

test('how many came, and who has nobody to call: read, printed and saved with no network', async ({ surgery, laptop }) => {
  const { page } = laptop
  await knows(surgery, { name: 'Walk and Talk', place: 'Riversley Park', counts: true, members: members.slice(0, 6) })
  await joinTeam(laptop, surgery.firstCode, 'Blue laptop')
  await status(page, 'Everything is at the surgery')
  await laptop.network(false)
  await openRegister(page, 'Walk and Talk')
  await signIn(page, 'Bra Ap', 'Bram Appleyard')
  await signIn(page, 'Ada Ap', 'Ada Appleyard')

  await test.step('attendance says what the register says, as at when, and what is still to be sent', async () => {
    await goTo(page, 'Team')
    await page.getByRole('button', { name: 'Attendance of a group' }).click()
    const table = page.getByRole('table', { name: 'Attendance of a group' })
    await expect(table.getByRole('row').nth(1)).toContainText(/2not shown2not shown0not shown$/) // each once for the screen and once for paper
    await expect(page.getByText(/^As at .* still to be sent\./)).toBeVisible()
    expect(await savedFile(laptop)).toMatch(/Session.*Came.*For the first time.*Left early/)
  })

  await test.step('printing shows the report alone', async () => {
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('table')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Save as a spreadsheet (CSV)' })).toBeHidden()
    await page.emulateMedia({ media: 'screen' })
    await page.keyboard.press('Escape')
  })

  await test.step('who has nobody to call: names and numbers stay on the laptop where they may not leave it', async () => {
    await page.getByRole('button', { name: 'Nobody to call' }).click()
    await expect(page.getByRole('rowheader', { name: 'Celia Appleyard' }).or(page.getByRole('cell', { name: 'Celia Appleyard' }))).toBeVisible()
    const withheld = await page.getByText(/^Not in the file, as it may not leave the laptop/).allInnerTexts()
    const file = await savedFile(laptop)
    for (const column of ['Name', 'Phone']) expect(file.split('\r\n')[0]?.includes(column)).toBe(!withheld.join().includes(column))
  })
})
