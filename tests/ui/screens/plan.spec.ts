import type { OwnThread } from '../gallery/ownThread.ts'
import { episodeIdOf, planIdOf } from '../../../src/shared/std/ids.ts'
import { personId } from '../../world/ids.ts'
import { withClosedPlan, withPlan, withTwoTexts } from '../../world/plans.ts'
import { expect, test } from './fixtures.ts'
import { expectWritten } from './written.ts'

const plan = (name: string) => `place=plan/${personId(name)}`

test('[story 21] a box is saved when it is left, and only that box', async ({ open }) => {
  const page = await open(plan(withPlan))
  const first = page.getByRole('textbox').first()
  await expect(first).toHaveAccessibleName('What is most important to me')
  await page.getByLabel('Also worth knowing about me').fill('I cannot see well in the dark.')
  await page.keyboard.press('Tab')
  await page.clock.runFor(600)
  await expectWritten(page, 'writePlan', 'plan', [{ alsoKnow: 'I cannot see well in the dark.' }])
  await expect(page.getByLabel('Also worth knowing about me')).toHaveValue('I cannot see well in the dark.')
})

test('[story 21] what was typed when one leaves by Esc is saved too', async ({ open }) => {
  const page = await open(plan(withPlan))
  await page.getByLabel('What might make things worse').fill('The first frost.')
  await page.keyboard.press('Escape')
  await page.clock.runFor(600)
  await expectWritten(page, 'writePlan', 'plan', [{ makesWorse: 'The first frost.' }])
})

test('[story 21] two texts side by side: a banner leads to them, and they are joined', async ({ open }) => {
  const page = await open(plan(withTwoTexts))
  await expect(page.getByText('One box has two texts')).toBeVisible()
  await expect(page.getByText('My husband Harold, and getting my sleep back.')).toBeVisible()
  await expect(page.getByText(/Tom Ashby, 7:40/)).toBeVisible()
  await page.getByRole('button', { name: 'Join them: What is most important to me' }).click()
  await page.getByLabel('The text that stays').fill('Harold, my sleep and the stairs.')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.clock.runFor(200)
  await expectWritten(page, 'settlePlanText', 'plan', [{ important: 'Harold, my sleep and the stairs.' }])
  await expect(page.getByText('One box has two texts')).toHaveCount(0)
  await expect(page.getByLabel('What is most important to me')).toHaveValue('Harold, my sleep and the stairs.')
})

test('[story 21] a goal needs its words; agreed, the plan has a review in six weeks and a version', async ({ open }) => {
  const page = await open(plan(withTwoTexts))
  await page.getByRole('button', { name: /^Keep this one: What is most important to me, Tom/ }).click()
  await page.getByRole('button', { name: 'Agree the plan' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Agree the plan' }).click()
  await expect(dialog.getByText('A plan needs at least one goal before it can be agreed.', { exact: false })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Add a goal' }).click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByText('Write what it is.')).toBeVisible()
  await dialog.getByLabel('What they hope for, in their words').fill('Sleep until six')
  await dialog.getByLabel(/^How sure are they/).selectOption('4')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.clock.runFor(200)
  await expect(page.getByRole('list', { name: 'What I hope for' })).toContainText('sure: 4 of 10')
  await page.getByRole('button', { name: 'Agree the plan' }).click()
  await dialog.getByLabel('Who agreed').fill('Harold Pemberton')
  await dialog.getByLabel('their attorney (lasting power of attorney)').check()
  await dialog.getByLabel('Their copy').selectOption('They want no copy')
  await dialog.getByRole('button', { name: 'Agree the plan' }).click()
  await page.clock.runFor(200)
  await expectWritten(page, 'agreePlan', 'plan', [
    { agreedWith: 'Harold Pemberton', agreedAs: 'attorney', agreedOn: '2026-10-22', reviewOn: '2026-12-03', copyAs: 'none' },
  ])
  await page.getByRole('button', { name: 'Read: Version 1' }).click()
  await expect(dialog.getByText('Sleep until six')).toBeVisible()
  await expect(dialog.getByRole('textbox')).toHaveCount(0)
})

test('[story 21] withdrawn, the card of the facilitators has nothing of the plan', async ({ open }) => {
  const page = await open(plan(withPlan))
  await page.getByRole('radio', { name: 'No', exact: true }).click()
  await page.clock.runFor(200)
  await expectWritten(page, 'writePlan', 'plan', [{ cardAgreed: 'no' }])
  await expect(page.getByText('Group leaders see nothing of this plan.')).toBeVisible()
})

test('[story 21] a closed plan is read, and opened again it can be written', async ({ open }) => {
  const page = await open(plan(withClosedPlan))
  await expect(page.getByText('This plan is closed. It can be read, not changed.')).toBeVisible()
  await expect(page.getByRole('textbox')).toHaveCount(0)
  await page.getByRole('button', { name: 'Open it again' }).click()
  await page.clock.runFor(200)
  await expect(page.getByLabel('What is most important to me')).toHaveValue('To be asked, and not told.')
})

test('[story 21] in large print with headings in another language, the words as they were said', async ({ open }) => {
  const page = await open(plan(withPlan))
  await page.keyboard.press('Control+p')
  await page.getByLabel('Headings in').selectOption('pl')
  await expect(page.getByRole('heading', { name: 'Co jest dla mnie najważniejsze' })).toHaveAttribute('lang', 'pl')
  await expect(page.getByText('I want to sit in Riversley Park again', { exact: false })).toBeVisible()
})

test('[story 21] a box stays under the hand while another laptop writes into it, and both texts stand there once it is left', async ({ open }) => {
  const page = await open(plan(withPlan))
  const box = page.getByLabel('People who are important to me')
  await box.fill('Karen, and Mr Shah.')
  await page.evaluate(([row, people]) => (window as never as { scripted: OwnThread }).scripted.hearsOf('plan', row, { people }), [
    planIdOf(episodeIdOf(personId(withPlan), 1)),
    'Karen rings every evening.',
  ] as const)
  await page.clock.runFor(600)
  await expect(box).toHaveValue('Karen, and Mr Shah.')
  await expect(box).toBeFocused()
  await page.keyboard.press('Tab')
  await page.clock.runFor(600)
  await expect(page.getByText('People who are important to me: both are kept. Which is right?')).toBeVisible()
  await expect(page.getByText('Karen rings every evening.', { exact: true })).toBeVisible()
  await expect(page.getByText('Karen, and Mr Shah.', { exact: true })).toBeVisible()
})
