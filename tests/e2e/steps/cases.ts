import { expect, type Locator, type Page } from '@playwright/test'
import { goTo } from './team.ts'

/** The invented person of support/fhir.ts, by whatever name a screen calls her. */
export const halina = /Hal(in)?a.*Brzezinska/

/** Chooses a Bundle as a file, looks at it, and imports it. */
export async function importBundle(page: Page, bundle: object): Promise<void> {
  await goTo(page, 'People')
  await page.getByRole('button', { name: 'Import referrals' }).click()
  const dialog = page.waitForEvent('filechooser')
  await page.getByText('Choose a file').click()
  await (await dialog).setFiles({ name: 'referral.json', mimeType: 'application/fhir+json', buffer: Buffer.from(JSON.stringify(bundle)) })
  await expect(page.getByRole('table', { name: 'What was read' })).toContainText('Halina Brzezinska')
  await page.getByRole('button', { name: 'Import 1 referral' }).click()
  await expect(page.getByText('1 referral was imported')).toBeVisible()
}

/** Checks a radio by its whole name. */
export async function choosePlain(within: Locator, name: string): Promise<void> {
  await within.getByRole('radio', { name, exact: true }).check()
}

/** Opens her page, found by name. */
export async function openPerson(page: Page): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByLabel('Person, group or session').fill('brzez')
  await expect(page.getByRole('menuitem').first()).toContainText('Brzezinska')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: halina })).toBeVisible()
}

/** Opens her case from the list of everybody's. */
export async function openCase(page: Page): Promise<void> {
  await goTo(page, 'Cases')
  await page.getByLabel('Whose').selectOption('all')
  await page.getByRole('list', { name: 'Cases' }).getByRole('button', { name: halina }).click()
  await expect(page.getByRole('button', { name: 'Write down a contact' }).first()).toBeVisible()
}

/** Writes her plan with one goal and agrees it with her. */
export async function writePlan(page: Page, { important, goal }: { important: string; goal: string }): Promise<void> {
  await openPerson(page)
  await page.getByRole('button', { name: 'Plan', exact: true }).click()
  await page.getByLabel('What is most important to me').fill(important)
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: 'Add a goal' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('What they hope for, in their words').fill(goal)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('list', { name: 'What I hope for' })).toContainText(goal)
  await page.getByRole('button', { name: 'Agree the plan' }).click()
  await dialog.getByRole('button', { name: 'Agree the plan' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByText('Version 1', { exact: true })).toBeVisible()
}

/** Asks the four ONS4 questions. @param answers from 0 to 10, in order */
export async function ons4(page: Page, answers: readonly string[]): Promise<void> {
  await openPerson(page)
  await page.getByRole('button', { name: 'Measures', exact: true }).click()
  await page.getByRole('button', { name: 'Ask: Personal wellbeing (ONS4)' }).click()
  for (const [nth, answer] of answers.entries()) await page.getByRole('radio', { name: answer, exact: true }).nth(nth).check()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('table', { name: 'Personal wellbeing (ONS4)' })).toBeVisible()
}

/** Looks what fits, offers Walk and Talk, writes down her yes and plans the first time. */
export async function offerWalk(page: Page, firstOn: string, goesAlong: string): Promise<void> {
  await openPerson(page)
  await page.getByRole('button', { name: 'Find something for them' }).click()
  await page.getByRole('button', { name: 'Offer: Walk and Talk' }).click()
  await page.getByRole('button', { name: 'Said yes: Walk and Talk' }).click()
  await page.getByRole('button', { name: 'Plan the first time: Walk and Talk' }).click()
  await page.getByLabel('Date of the first time').fill(firstOn)
  await page.getByLabel('Where they are met').fill('At the gate')
  await page.getByLabel('Who goes with them').selectOption(goesAlong)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('main')).toContainText('Said yes')
}
