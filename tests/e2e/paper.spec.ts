import { expect, test } from './fixtures.ts'
import { knows } from './steps/known.ts'
import { members } from './steps/names.ts'
import { here, openRegister, signIn, tile } from './steps/register.ts'
import { goTo, join, status, unlock } from './steps/team.ts'

const some = members.slice(0, 6)

test('a register goes along, is cancelled with a list to call, and its paper is keyed in twice (stories 1, 14, 15)', async ({ surgery, laptop }) => {
  test.setTimeout(180_000)
  const { page } = laptop
  await knows(surgery, { name: 'Walk and Talk', place: 'Riversley Park', counts: true, members: some })
  await join(laptop, surgery.firstCode, 'Blue laptop')
  await status(page, 'Everything is at the surgery')

  await test.step('with a network the register is taken along, and everything of it is here', async () => {
    await goTo(page, 'Today')
    await page.keyboard.press('F3')
    await page.getByRole('list', { name: 'Which sessions?' }).getByRole('button').first().click()
    await expect(page.getByText('Ready to go offline', { exact: true })).toBeVisible()
    await expect(page.getByText('6 people, none with an alert')).toBeVisible()
    await expect(page.getByText(/^As the surgery knew it today/)).toBeVisible()
  })

  await laptop.network(false)
  await openRegister(page, 'Walk and Talk')
  await signIn(page, 'Bra Ap', 'Bram Appleyard')

  await test.step('a sheet is printed, with its number', async () => {
    await page.keyboard.press('Alt+p')
    await expect(page.getByRole('heading', { level: 1, name: 'On paper' })).toBeVisible()
    await page.evaluate(() => {
      window.print = () => undefined
    })
    await page.keyboard.press('Control+p')
    await expect(page.getByRole('rowheader', { name: 'Celia A.' })).toBeVisible()
    await page.keyboard.press('Control+p')
    await page.keyboard.press('Escape')
    await expect(page.getByText('1 is out')).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('cancelled after one had come: the others are rung, and it is flagged', async () => {
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Cancel or move' }).click()
    await page.getByRole('radio', { name: 'Weather' }).check()
    await page.getByLabel('More words, if needed').fill('Ice on the paths')
    await page.getByRole('button', { name: 'Cancel this session' }).click()
    await expect(page.getByText('Cancelled: Weather: Ice on the paths')).toBeVisible()
    await expect(page.getByText('Cancelled, and 1 had come')).toBeVisible()
    await expect(page.getByText('5 still to call')).toBeVisible()
    await expect(page.getByRole('link', { name: `Call ${some[0]!.name}, 01632` })).toBeVisible()
    await page.getByRole('button', { name: `${some[0]!.name}: told` }).click()
    await page.getByRole('button', { name: `${some[2]!.name}: no answer` }).click()
    await expect(page.getByText('4 still to call · 1 told')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(here(page).getByText('Bram Appleyard')).toBeVisible()
  })

  await test.step('the sheet is keyed in with its times', async () => {
    await page.keyboard.press('Alt+p')
    await expect(page.getByRole('heading', { level: 1, name: 'On paper' })).toBeVisible()
    await page.keyboard.press('F2')
    await key(['bra', 'cel', 'dil'])
    await page.keyboard.type('bogna ząbek')
    await page.keyboard.press('Control+n')
    await page.getByLabel('Celia Appleyard came at').fill('0015')
    await page.keyboard.press('Control+l') // whoever locks the laptop, or loses its power, finds the lines again
    await unlock(page)
    await expect(page.getByRole('list', { name: 'On this sheet' }).getByRole('listitem')).toHaveCount(4)
    await expect(page.getByLabel('Celia Appleyard came at')).toHaveValue('0015')
    await page.getByLabel('Which sheet?').selectOption({ index: 1 })
    await page.getByLabel('Names nobody can read').fill('1')
    await page.keyboard.press('Control+s')
    await expect(page.getByText('2 are signed in, 1 was in already, 1 new, 1 name nobody could read.')).toBeVisible()
  })

  await test.step('keyed a second time it is recognised', async () => {
    await key(['bra', 'cel', 'dil', 'bogn'])
    await page.getByLabel('Which sheet?').selectOption({ index: 1 })
    await page.getByLabel('Names nobody can read').fill('1')
    await page.keyboard.press('Control+s')
    await expect(page.getByText('Everybody on this sheet is in the register already. Nothing was counted twice.')).toBeVisible()
    await page.getByRole('button', { name: 'Clear the list' }).click()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /was shredded$/ }).click()
    await expect(page.getByText('none is out')).toBeVisible()
  })

  await test.step('everybody is in the register once, and the surgery has it all', async () => {
    await page.keyboard.press('Escape')
    await tile(page, 'here', 4)
    await expect(here(page).getByRole('listitem').filter({ hasText: 'Celia Appleyard' })).toContainText('0:15')
    await laptop.network(true)
    await goTo(page, 'At the surgery')
    await page.getByRole('button', { name: 'Send now' }).click()
    await status(page, 'Everything is at the surgery', 40_000)
    const rows = await surgery.ask<{ record: string; count: string }>(
      `select record, count(*) from record_row where record in ('signIn', 'paperSheet', 'takenLaptop', 'sessionCall', 'companion') group by record order by record`,
      [],
    )
    expect(rows.map((row) => [row.record, Number(row.count)])).toEqual([
      ['companion', 1],
      ['paperSheet', 1],
      ['sessionCall', 2],
      ['signIn', 4],
      ['takenLaptop', 1],
    ])
  })

  async function key(names: string[]): Promise<void> {
    await expect(page.getByRole('combobox', { name: 'Who is on the sheet?' })).toBeFocused()
    const before = await page.getByRole('list', { name: 'On this sheet' }).getByRole('listitem').count()
    for (const [at, name] of names.entries()) {
      await page.keyboard.type(name)
      await page.keyboard.press('Enter')
      await expect(page.getByRole('list', { name: 'On this sheet' }).getByRole('listitem')).toHaveCount(before + at + 1)
    }
  }
})
