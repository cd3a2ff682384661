import { expect, type Locator, type Page } from '@playwright/test'
import { byPointer } from './byPointer.ts'
import { goTo } from './team.ts'
import type { Way } from './way.ts'

/** Opens the register of a group that meets today. */
export async function openRegister(page: Page, group: string, by: Way = byPointer): Promise<void> {
  await goTo(page, 'Today', by)
  await by.press(page.getByRole('button', { name: new RegExp(`(Open register|Carry on|Look at register)(, Enter)?: ${group}`) }))
  await expect(search(page)).toBeFocused()
}

/** The search of a register. */
export function search(page: Page): Locator {
  return page.getByRole('combobox', { name: 'Who is here?' })
}

/** The list of who is here. */
export function here(page: Page): Locator {
  return page.getByRole('list', { name: 'Here', exact: true })
}

/** The names with a tick drawn, now. A ring is not a tick. */
export async function ticked(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('ul[aria-label="Here"] > li')]
      .filter((row) => row.querySelector('.tick--here, .tick--left') && !row.classList.contains('here__row--gone'))
      .map((row) => row.querySelector('.row__name')?.textContent ?? ''),
  )
}

/** Signs somebody in by keyboard alone: letters and Enter. */
export async function signIn(page: Page, typed: string, name: string): Promise<void> {
  await page.keyboard.type(typed)
  await page.keyboard.press('Enter')
  await expect(here(page).getByText(name, { exact: true })).toBeVisible()
}

/** The number in one of the tiles above the register. */
export async function tile(page: Page, label: string, number: number | string): Promise<void> {
  await expect(
    page
      .getByRole('list', { name: 'The session in numbers' })
      .getByRole('listitem')
      .filter({ has: page.getByText(label, { exact: true }) }),
  ).toContainText(String(number))
}
