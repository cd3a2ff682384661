import { caseOf } from '../../world/ids.ts'
import { expect, test } from './fixtures.ts'
import { expectWritten } from './written.ts'

const at = (place: string) => `place=${place}&size=caseload`

test('[story 20] the caseload: whose, what is overdue, how many beside the figure', async ({ open }) => {
  const page = await open(at('cases/-'))
  const rows = page.getByRole('list', { name: 'Cases' }).getByRole('listitem')
  await expect(rows).toHaveCount(3)
  await expect(page.getByText('3 cases, 1 more than the 2 that your lead has set')).toBeVisible()
  await expect(rows.first()).toContainText('Go along to Seated Exercise with her, 21 Oct · overdue')
  await expect(rows.first()).toContainText('last at a group 15 Oct')
  await page.getByLabel('Whose').selectOption('all')
  await expect(rows).toHaveCount(5)
  await page.getByLabel('Find by name').fill('colm')
  await expect(rows).toHaveCount(1)
})

test('[story 20] two cases are handed over in one act with a note, and one key gives them back', async ({ open }) => {
  const page = await open(at('cases/-'))
  await page.getByRole('button', { name: 'Hand over' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /^Hand over 3 cases/ }).click()
  await expect(dialog.getByText('Choose who takes them.')).toBeVisible()
  await dialog.getByLabel('Who takes them').selectOption({ label: 'Sunita Rao: 0 of 2' })
  await dialog.getByRole('radio', { name: 'Only some' }).check()
  await dialog.getByLabel('Maureen Fletcher').check()
  await dialog.getByLabel('Shanice Roberts').check()
  await dialog.getByLabel('What the next one must know').fill('Maureen does not hear well on the phone')
  await dialog.getByRole('button', { name: 'Hand over 2 cases' }).click()
  await expect(dialog).toHaveCount(0)
  const note = 'Maureen does not hear well on the phone'
  await expectWritten(page, 'handOverCases', 'assignment', [{ note }, { note }])
  await expect(page.getByRole('list', { name: 'Cases' }).getByRole('listitem')).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('list', { name: 'Cases' }).getByRole('listitem')).toHaveCount(3)
})

test('[story 20] leave is written down with who covers', async ({ open }) => {
  const page = await open(at('cases/-'))
  await page.getByRole('button', { name: 'Leave and cover' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('list', { name: 'Away now and later' })).toContainText('Marcus Bright')
  await dialog.getByLabel('Who covers').selectOption('Priya Nair')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Nobody covers for themselves')
  await dialog.getByLabel('Who covers').selectOption('Sunita Rao')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expectWritten(page, 'addTimeAway', 'timeAway', [{ until: null }])
})

test('[story 19] nobody answered: two keys from the list', async ({ open }) => {
  const page = await open(at(`case/${caseOf('Shanice Roberts')}`))
  await page.keyboard.press('F7')
  await expectWritten(page, 'addCaseContact', 'caseContact', [{ how: 'call', came: 'noAnswer' }])
  await expect(page.getByRole('list', { name: 'Contacts' })).toContainText('No answer')
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Nobody has tried to reach them yet.')).toBeVisible()
})

test('[story 19] a call that was answered a moment after one in vain stands above it', async ({ open }) => {
  const page = await open(at(`case/${caseOf('Shanice Roberts')}`))
  await page.clock.runFor(5000)
  await page.keyboard.press('F7')
  const contacts = page.getByRole('list', { name: 'Contacts' }).getByRole('listitem')
  await expect(contacts).toHaveCount(1)
  await page.clock.runFor(5000)
  await page.keyboard.press('Control+n')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(contacts).toHaveCount(2)
  await expect(contacts.first()).toContainText('We spoke')
})

test('[story 20] a visit is one form: what was said, agreed, that it began, and what is next', async ({ open }) => {
  const page = await open(at(`case/${caseOf('Shanice Roberts')}`))
  await page.keyboard.press('Control+n')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: 'Visit' }).check()
  await dialog.getByLabel('Minutes it took').fill('soon')
  await dialog.getByLabel('What was said').fill('New baby, and nobody to talk to')
  await dialog.getByLabel('What you agreed').fill('She comes to Buggy Talk')
  await dialog.getByLabel('This was the first conversation').check()
  await dialog.getByLabel('What is next').fill('Meet her at the gate')
  await dialog.getByLabel('When').fill('2026-10-29')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByText('Minutes are a whole number up to 600.')).toBeVisible()
  await dialog.getByLabel('Minutes it took').fill('40')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toHaveCount(0)
  await expectWritten(page, 'addCaseContact', 'caseContact', [{ how: 'visit', came: 'spoke', minutes: 40, agreed: 'She comes to Buggy Talk' }])
  await expectWritten(page, 'addCaseContact', 'episode', [
    { startedOn: '2026-10-22', nextAction: 'Meet her at the gate', nextActionOn: '2026-10-29' },
  ])
})

test('[story 20] a case is closed with why, and goes on under a new number', async ({ open }) => {
  const page = await open(at(`case/${caseOf('Maureen Fletcher')}`))
  await page.getByRole('button', { name: 'Close the case' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Close the case' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Choose why it ends.')
  await dialog.getByRole('radio', { name: 'Moved away' }).check()
  await dialog.getByRole('button', { name: 'Close the case' }).click()
  await expect(page.getByText('Closed 22 October 2026: Moved away')).toBeVisible()
  await page.getByRole('button', { name: 'Go on: open a new case' }).click()
  await expect(page.getByText('Case 2 · opened 22 October 2026')).toBeVisible()
})

test('My day: the first thing by Enter; a lead sees the team’s and their own', async ({ open }) => {
  const page = await open(at('myDay'))
  await expect(page.getByRole('list', { name: 'Referrals with crisis words' })).toContainText('Kamil Nowak')
  await expect(page.getByRole('list', { name: 'Away, and nobody covers' })).toContainText('Marcus Bright')
  await expect(page.getByRole('list', { name: 'Who has how many' })).toContainText('1 over 2')
  await page.getByLabel('Show').selectOption('Mine')
  await expect(page.getByRole('list', { name: 'Away, and nobody covers' })).toHaveCount(0)
  await expect(page.getByRole('list', { name: 'Reviews due' })).toContainText('Maureen Fletcher')
  await page.getByRole('heading', { name: 'My day' }).click()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Referral of Kamil Nowak' })).toBeVisible()
})

test('a lead sets how many cases one link worker should have, and where the team works', async ({ open }) => {
  const page = await open(at('team'))
  await page.getByRole('button', { name: 'Change what is set for cases' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Open cases of one link worker, at most').fill('many')
  await dialog.getByLabel('Postcode districts of the team').fill('CV11, Nuneaton')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByText('A whole number from 1 to 500, or nothing.')).toBeVisible()
  await expect(dialog.getByText('Write postcode districts with commas between them, like CV10, CV11.')).toBeVisible()
  await dialog.getByLabel('Open cases of one link worker, at most').fill('40')
  await dialog.getByLabel('Postcode districts of the team').fill('cv11')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expectWritten(page, 'editTeam', 'team', [{ caseloadFigure: 40, districts: ['CV11'] }])
})

test('a facilitator sees neither the buttons nor the screens, and is led to Today', async ({ open }) => {
  const page = await open(`${at('cases/-')}&role=facilitator`)
  await expect(page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'Today' })).toHaveAttribute('aria-current', 'page')
  await expect(page.getByRole('button', { name: 'My day' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Cases' })).toHaveCount(0)
})
