import { expect, type Page } from '@playwright/test'
import { goTo } from './team.ts'

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** The day of the week in Europe/London now. */
export function today(): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', weekday: 'long' }).format(new Date())
}

/** A group as it is typed into the form. */
export interface NewGroup {
  name: string
  place: string
  day: string
  counts: boolean
  /** As the form says it: "A buggy walk". */
  runs?: string
  places?: number
}

/** Adds a group that meets on a day of each week; its facilitators are everybody in the team. */
export async function addGroup(page: Page, group: NewGroup): Promise<void> {
  if (!days.includes(group.day)) throw new Error('no such day')
  await goTo(page, 'Groups')
  await page.getByRole('button', { name: 'Add a group' }).first().click()
  const form = page.getByRole('dialog', { name: 'A new group' })
  await form.getByLabel('Name').fill(group.name)
  if (group.runs) await form.getByRole('radio', { name: group.runs, exact: true }).check()
  if (group.places) await form.getByLabel('Places').fill(String(group.places))
  if ((await form.getByLabel('Day').count()) === 0) await form.getByRole('button', { name: 'Add a time' }).click()
  await form.getByLabel('Day').selectOption(group.day)
  await form.getByLabel('From').fill('00:00')
  await form.getByLabel('Until').fill('23:59')
  await form.getByRole('button', { name: 'Add a place' }).click()
  const place = page.getByRole('dialog', { name: 'A new place' })
  await place.getByLabel('Name').fill(group.place)
  await place.getByRole('button', { name: 'Save the place' }).click()
  for (const box of await form.getByRole('group', { name: 'Facilitators' }).getByRole('checkbox').all()) await box.check()
  const counts = form.getByRole('checkbox', { name: 'Heads are counted' })
  if ((await counts.isChecked()) !== group.counts) await counts.click()
  await form.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('dialog', { name: 'Check your answers' }).getByRole('button', { name: 'Add this group' }).click()
  await expect(page.getByRole('heading', { level: 1, name: group.name })).toBeVisible()
}

/** Imports a list into the group whose page is open. */
export async function importMembers(page: Page, csv: string): Promise<void> {
  await page
    .getByRole('button', { name: 'Import members' })
    .or(page.getByRole('link', { name: 'Import members' }))
    .first()
    .click()
  const dialog = page.waitForEvent('filechooser')
  await page.getByText('Choose a file').click()
  await (await dialog).setFiles({ name: 'members.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
}
