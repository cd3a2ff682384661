import { expect, type Locator, type Page } from '@playwright/test'
import { goTo } from './team.ts'
import type { Way } from './way.ts'

/** The invented person of support/fhir.ts, by whatever name a screen calls her. */
export const halina = /Hal(in)?a.*Brzezinska/

/** Chooses a Bundle as a file, looks at it, and imports it. */
export async function importBundle(page: Page, bundle: object, by: Way): Promise<void> {
  await goTo(page, 'People', by)
  await by.press(page.getByRole('button', { name: 'Import referrals' }))
  await by.file(page, { name: 'referral.json', mimeType: 'application/fhir+json', text: JSON.stringify(bundle) })
  await expect(page.getByRole('table', { name: 'What was read' })).toContainText('Halina Brzezinska')
  await by.press(page.getByRole('button', { name: 'Import 1 referral' }))
  await expect(page.getByText('1 referral was imported')).toBeVisible()
}

/** Checks a radio by its whole name. */
export async function choosePlain(within: Locator, name: string, by: Way): Promise<void> {
  await by.check(within.getByRole('radio', { name, exact: true }))
}

/** Opens her page, found by name. */
export async function openPerson(page: Page, by: Way): Promise<void> {
  await page.keyboard.press('Control+k')
  await by.write(page.getByLabel('Person, group or session'), 'brzez')
  await expect(page.getByRole('menuitem').first()).toContainText('Brzezinska')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: halina })).toBeVisible()
}

/** Opens her case from the list of everybody's. */
export async function openCase(page: Page, by: Way): Promise<void> {
  await goTo(page, 'Cases', by)
  await by.choose(page.getByLabel('Whose'), 'Everybody’s')
  await by.press(page.getByRole('list', { name: 'Cases' }).getByRole('button', { name: halina }))
  await expect(page.getByRole('button', { name: 'Write down a contact' }).first()).toBeVisible()
}

/** Writes her plan with one goal and agrees it with her. */
export async function writePlan(page: Page, { important, goal }: { important: string; goal: string }, by: Way): Promise<void> {
  await openPerson(page, by)
  await by.press(page.getByRole('button', { name: 'Plan', exact: true }))
  await by.write(page.getByLabel('What is most important to me'), important)
  await page.keyboard.press('Tab')
  await by.press(page.getByRole('button', { name: 'Add a goal' }))
  const dialog = page.getByRole('dialog')
  await by.write(dialog.getByLabel('What they hope for, in their words'), goal)
  await by.press(dialog.getByRole('button', { name: 'Save' }))
  await expect(page.getByRole('list', { name: 'What I hope for' })).toContainText(goal)
  await by.press(page.getByRole('button', { name: 'Agree the plan' }))
  await by.press(dialog.getByRole('button', { name: 'Agree the plan' }))
  await expect(dialog).toHaveCount(0)
  await expect(page.getByText('Version 1', { exact: true })).toBeVisible()
}

/** Asks the four ONS4 questions. @param answers from 0 to 10, in order */
export async function ons4(page: Page, answers: readonly string[], by: Way): Promise<void> {
  await openPerson(page, by)
  await by.press(page.getByRole('button', { name: 'Measures', exact: true }))
  await by.press(page.getByRole('button', { name: 'Ask: Personal wellbeing (ONS4)' }))
  for (const [nth, answer] of answers.entries()) await by.check(page.getByRole('radio', { name: answer, exact: true }).nth(nth))
  await by.press(page.getByRole('button', { name: 'Save', exact: true }))
  await expect(page.getByRole('table', { name: 'Personal wellbeing (ONS4)' })).toBeVisible()
}

/** Looks what fits, offers Walk and Talk, writes down her yes and plans the first time. */
export async function offerWalk(page: Page, firstOn: string, goesAlong: string, by: Way): Promise<void> {
  await openPerson(page, by)
  await by.press(page.getByRole('button', { name: 'Find something for them' }))
  await by.press(page.getByRole('button', { name: 'Offer: Walk and Talk' }))
  await by.press(page.getByRole('button', { name: 'Said yes: Walk and Talk' }))
  await by.press(page.getByRole('button', { name: 'Plan the first time: Walk and Talk' }))
  await by.write(page.getByLabel('Date of the first time'), firstOn)
  await by.write(page.getByLabel('Where they are met'), 'At the gate')
  await by.choose(page.getByLabel('Who goes with them'), goesAlong)
  await by.press(page.getByRole('button', { name: 'Save', exact: true }))
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('main')).toContainText('Said yes')
}
