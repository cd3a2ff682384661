import { expect } from '@playwright/test'
import { openLaptop, type Laptop } from '../e2e/rig/laptop.ts'
import type { HostName } from '../e2e/rig/rig.ts'
import { openSurgery, type Surgery } from '../e2e/rig/surgery.ts'
import { addGroup, importMembers, today } from '../e2e/steps/groups.ts'
import { members, spreadsheet, type Invented } from '../e2e/steps/names.ts'
import { openRegister, search, ticked } from '../e2e/steps/register.ts'
import { join, status, unlock } from '../e2e/steps/team.ts'

/** A laptop in a park: a group of 120 members, its register open, no network. */
export interface Park {
  laptop: Laptop
  surgery: Surgery
  close(): Promise<void>
}

const group = 'Walk and Talk'

/** Joins a new laptop to a team of its own, and takes it to the park. It is shut at the end. @param disk where all it keeps lies */
export async function goToPark(host: HostName, disk: string): Promise<Park> {
  const surgery = await openSurgery(false)
  const laptop = await openLaptop(host, 'Laptop', surgery.port, { disk })
  const { page } = laptop
  await join(laptop, surgery.firstCode, 'Laptop')
  await addGroup(page, { name: group, place: 'Riversley Park', day: today(), counts: true })
  await importMembers(page, spreadsheet(members))
  await page.getByRole('button', { name: `Import ${members.length} people` }).click()
  await expect(page.getByText(`${members.length} new people`)).toBeVisible({ timeout: 30_000 })
  await status(page, 'Everything is at the surgery', 60_000)
  await openRegister(page, group)
  if (host === 'browser') await page.evaluate(async () => void (await navigator.serviceWorker.ready)) // it opens without a network from now on
  await laptop.network(false)
  await laptop.shut()
  return {
    laptop,
    surgery,
    async close() {
      await laptop.remove().catch(() => {}) // its disk may be gone
      await surgery.close()
    },
  }
}

/** Starts the app and unlocks it, at the register. A store that was made again from the journal does not know where one was. */
export async function openAtRegister(laptop: Laptop): Promise<void> {
  await laptop.reopen()
  await unlock(laptop.page)
  const carryOn = laptop.page.getByRole('button', { name: new RegExp(`(Open register|Carry on)(, Enter)?: ${group}`) })
  await expect(search(laptop.page).or(carryOn)).toBeVisible({ timeout: 20_000 })
  if (await carryOn.isVisible()) await carryOn.click()
  await expect(search(laptop.page)).toBeFocused({ timeout: 20_000 })
}

/** Types a name and presses Enter, and waits for nothing. */
export async function typeIn(laptop: Laptop, { given, family }: Invented): Promise<void> {
  await search(laptop.page).fill('') // what a refusal left
  await laptop.page.keyboard.type(`${given} ${family}`)
  await laptop.page.keyboard.press('Enter')
}

/** What came of a press: a tick, or a sentence that says it is not saved. */
export async function outcomeOf({ page }: Laptop, { name }: Invented): Promise<'drawn' | 'refused'> {
  const here = (
    await page.waitForFunction(
      (wanted) => {
        const rows = [...document.querySelectorAll('ul[aria-label="Here"] > li')]
        const row = rows.find((one) => one.querySelector('.row__name')?.textContent === wanted)
        if (row?.querySelector('.tick--here, .tick--left')) return 'drawn'
        return /not saved yet/.test(document.querySelector('.outcome')?.textContent ?? '') ? 'refused' : null
      },
      name,
      { timeout: 30_000, polling: 20 },
    )
  ).jsonValue()
  return (await here) as 'drawn' | 'refused'
}

/** What a register says against what was drawn: both empty when every drawn tick is there exactly once. */
export interface Amiss {
  lost: string[]
  doubled: string[]
}

/** Compares. Somebody with two sign-ins has a chip that says so, as from two laptops. */
export async function amiss({ page }: Laptop, drawn: ReadonlySet<string>): Promise<Amiss> {
  const names = await ticked(page)
  const twice = await page
    .getByRole('list', { name: 'Here', exact: true })
    .getByRole('listitem')
    .filter({ hasText: 'On two laptops' })
    .locator('.row__name')
    .allTextContents()
  const again = names.filter((name, at) => names.indexOf(name) !== at)
  return { lost: [...drawn].filter((name) => !names.includes(name)), doubled: [...new Set([...again, ...twice])] }
}
