import { expect, type Page } from '@playwright/test'
import type { Laptop } from '../fixtures.ts'
import { byPointer } from './byPointer.ts'
import type { Way } from './way.ts'

export const passphrase = 'lantern biscuit harbour seven'

/** Joins a laptop to the team with a code. */
export async function join(laptop: Laptop, code: string, deviceName: string): Promise<void> {
  const { page } = laptop
  await page.getByLabel('Address of the team’s server').fill(laptop.server)
  await page.getByLabel('Code for this laptop').fill(code)
  await page.getByLabel('Name of this laptop').fill(deviceName)
  await page.getByLabel('New passphrase').fill(passphrase)
  await page.getByLabel('The same again').fill(passphrase)
  await page.getByRole('button', { name: 'Join the team' }).click()
  await expect(page.getByRole('navigation', { name: 'Places' })).toBeVisible({ timeout: 30_000 })
}

/** Types the passphrase at the lock, whatever comes of it. */
export async function typePassphrase(page: Page, words = passphrase, by: Way = byPointer): Promise<void> {
  await by.write(page.getByLabel('Passphrase'), words)
  await page.keyboard.press('Enter')
}

/** Opens a locked laptop. */
export async function unlock(page: Page, words = passphrase, by: Way = byPointer): Promise<void> {
  await typePassphrase(page, words, by)
  await expect(page.getByRole('navigation', { name: 'Places' })).toBeVisible({ timeout: 30_000 })
}

/** The places of the rail, as far as a role has them. */
export type Place = 'My day' | 'Today' | 'Cases' | 'People' | 'Groups' | 'Directory' | 'Team' | 'At the surgery'

/** Goes to one of the places of the rail. */
export async function goTo(page: Page, place: Place, by: Way = byPointer): Promise<void> {
  const rail = page.getByRole('navigation', { name: 'Places' })
  await by.press(
    rail
      .getByRole('link', { name: place })
      .or(rail.getByRole('button', { name: place }))
      .first(),
  )
}

/** What the foot of the rail says of saving and sending. */
export async function status(page: Page, says: string | RegExp, timeout = 20_000): Promise<void> {
  await expect(page.getByLabel('Saved and sent').first()).toContainText(says, { timeout })
}

/** Adds a colleague and answers a code for their laptop. */
export async function codeFor(page: Page, name: string, role: 'Facilitator' | 'Link worker' | 'Lead'): Promise<string> {
  await goTo(page, 'Team')
  await status(page, 'Everything is at the surgery') // what arrives while one presses moves the button away from under it
  await page.getByRole('button', { name: 'Add a colleague' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill(name)
  await page.getByRole('dialog').getByRole('radio', { name: role, exact: true }).check()
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await goTo(page, 'At the surgery')
  await page.getByRole('button', { name: 'Send now' }).click()
  await status(page, 'Everything is at the surgery')
  await goTo(page, 'Team')
  await page.getByRole('button', { name: `Make a code for a laptop of ${name}` }).click()
  const code = await page
    .getByRole('dialog')
    .getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    .innerText()
  await page.keyboard.press('Escape')
  return code
}

/** Sends and fetches now, and waits until it is done. */
export async function send({ page }: Laptop, by: Way = byPointer): Promise<void> {
  await goTo(page, 'At the surgery', by)
  await by.press(page.getByRole('button', { name: 'Send now' }))
  await status(page, 'Everything is at the surgery', 40_000)
}
