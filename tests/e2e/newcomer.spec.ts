import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { addGroup, today } from './steps/groups.ts'
import { here, openRegister, search } from './steps/register.ts'
import { codeFor, goTo, join, status, unlock } from './steps/team.ts'

const nobodySaid = 'She said her son keeps her bank card'

/** Waits, by the page's own clock, until what was typed is long on disk: 120 ms after a stroke it is. */
const strokeKept = (page: Page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        setTimeout(resolve, 1000)
      }),
  )

/** Answers as they stand on a register's row. */
const chip = (page: Page, name: string | RegExp) => here(page).getByRole('button', { name })

test('stories 5, 6, 7, 10, 11: a newcomer from the first key to the café, health, a fall and a worry, without a network', async ({
  surgery,
  openLaptop,
}) => {
  test.setTimeout(300_000)
  const lead = await openLaptop('Lead’s laptop')
  await join(lead, surgery.firstCode, 'Lead’s laptop')
  const code = await codeFor(lead.page, 'Sam Bright', 'Facilitator')
  await test.step('the lead keeps the numbers that stand on every form', async () => {
    await lead.page.getByRole('region', { name: 'Numbers to call' }).getByRole('button', { name: 'Change' }).click()
    const form = lead.page.getByRole('dialog', { name: 'Numbers to call' })
    await form.getByLabel('Duty phone').fill('01632 960 500')
    await form.getByRole('group', { name: 'Safeguarding contact' }).getByLabel('Name').fill('Farida Choudhury')
    await form.getByRole('group', { name: 'Safeguarding contact' }).getByLabel('Phone').fill('01632 960 501')
    await form.getByRole('group', { name: 'If it is about a colleague' }).getByLabel('Name').fill('Owen Pugh')
    await form.getByRole('group', { name: 'If it is about a colleague' }).getByLabel('Phone').fill('01632 960 502')
    await form.getByRole('button', { name: 'Save the numbers' }).click()
    await expect(form).toBeHidden()
  })
  await addGroup(lead.page, { name: 'Walk and Talk', place: 'Riversley Park', day: today(), counts: true })
  await status(lead.page, 'Everything is at the surgery')

  const sam = await openLaptop('Sam’s laptop')
  await join(sam, code, 'Sam’s laptop')
  await status(sam.page, 'Everything is at the surgery')
  await sam.network(false)
  await openRegister(sam.page, 'Walk and Talk')

  await test.step('what is typed of someone new outlives SIGKILL, and is offered again', async () => {
    await sam.page.keyboard.press('Control+n')
    await sam.page.getByLabel('First name').fill('Bogna')
    await sam.page.getByLabel('Family name').pressSequentially('Ząb')
    await strokeKept(sam.page)
    await sam.kill()
    await sam.reopen()
    await unlock(sam.page)
    await expect(sam.page.getByText('Not finished: someone new, “Bogna Ząb”')).toBeVisible()
    await sam.page.getByRole('button', { name: 'Go on: someone new, “Bogna Ząb”' }).click()
    await expect(sam.page.getByLabel('First name')).toHaveValue('Bogna')
    await sam.page.getByLabel('Family name').fill('Ząbek')
    await sam.page.keyboard.press('Enter')
    await expect(here(sam.page).getByText('Bogna Ząbek')).toBeVisible()
    await expect(sam.page.getByText(/^Not finished/)).toBeHidden()
  })

  await test.step('the same newcomer once more is suggested, with why, and never joined', async () => {
    await sam.page.keyboard.press('Control+n')
    await sam.page.getByLabel('First name').fill('Bogna')
    await sam.page.getByLabel('Family name').fill('Zabeck')
    await expect(sam.page.getByText('Bogna Z.: name sounds alike')).toBeVisible()
    await expect(sam.page.getByText('already here')).toBeVisible()
    await sam.page.getByLabel('First name').fill('')
    await sam.page.getByLabel('Family name').fill('')
    await sam.page.keyboard.press('Escape')
  })

  await test.step('the form is begun, left half-way through a field, and finished at the café', async () => {
    await chip(sam.page, /missing: /).click()
    await expect(sam.page.getByRole('heading', { level: 1, name: 'Bogna Ząbek' })).toBeVisible()
    await sam.page.getByRole('button', { name: 'phone', exact: true }).click()
    await expect(sam.page.getByLabel('Phone', { exact: true }).first()).toBeFocused()
    await sam.page.keyboard.type('12')
    await sam.page.keyboard.press('Tab')
    await expect(sam.page.getByText('This does not look like a phone number').first()).toBeVisible()
    await sam.page.getByLabel('GP practice').fill('Larkfield')
    await strokeKept(sam.page)
    await sam.kill()
    await sam.reopen()
    await unlock(sam.page)
    await expect(sam.page.getByRole('heading', { level: 1, name: 'Bogna Ząbek' }), 'the app is back at that form').toBeVisible()
    await expect(sam.page.getByLabel('Phone', { exact: true }).first()).toHaveValue('12')
    await expect(sam.page.getByLabel('GP practice')).toHaveValue('Larkfield')
    await sam.page.getByLabel('Phone', { exact: true }).first().fill('+44 7700 900123')
    await sam.page.getByLabel('GP practice').focus()
    await sam.page.keyboard.press('Tab')
    await sam.page.getByLabel('Date of birth').fill('3rd April 1951')
    await sam.page.getByLabel('No fixed address').check()
    await sam.page.getByLabel('Or: why there is nobody to call').fill('Would rather not say')
    await sam.page.getByLabel('What they need to take part').focus()
    await expect(sam.page.getByRole('list', { name: 'Still missing' })).toHaveText('health questions')
    await expect(sam.page.getByLabel('Phone', { exact: true }).first()).toHaveValue('07700 900 123')
  })

  await test.step('the health questions by letters, and what was agreed stands in what to know', async () => {
    await sam.page.getByRole('button', { name: 'Ask the health questions' }).click()
    await expect(sam.page.getByRole('radio', { name: 'Yes' }).first()).toBeFocused()
    await sam.page.keyboard.type('ynnnnnn') // as quick as can be: each answers its own question
    await expect(sam.page.locator('[data-question]').getByRole('radio', { checked: true })).toHaveCount(7)
    await expect(sam.page.locator('[data-question]').first().getByRole('radio', { name: 'Yes' })).toBeChecked()
    await sam.page.getByRole('radio', { name: 'In their own way' }).check()
    await sam.page.getByRole('button', { name: 'Save the answers' }).click()
    await expect(sam.page.getByText('Write a few words about what you agreed.').first()).toBeVisible()
    await sam.page.getByLabel('In a few words').fill('Short route, beside me')
    await sam.page.getByRole('button', { name: 'Save the answers' }).click()
    await expect(sam.page.getByText('Nothing is missing.')).toBeVisible()
    await sam.page.keyboard.press('Escape')
    await expect(sam.page.getByRole('list', { name: 'Good to know' })).toContainText('Takes part in their own way: Short route, beside me')
    await expect(sam.page.getByRole('button', { name: /to ask about health/ })).toBeHidden()
  })

  await test.step('a fall: what to read out first, saved at once, pinned until the server has it', async () => {
    await sam.page.keyboard.press('F7')
    await expect(sam.page.getByText('999')).toBeVisible()
    await expect(sam.page.getByText('01632 960 500')).toBeVisible()
    await sam.page.getByRole('radio', { name: 'A fall' }).check()
    await sam.page.getByLabel('What happened?').fill('Slipped at the bridge')
    await sam.page.getByRole('checkbox', { name: 'Bogna Ząbek' }).check()
    await sam.page.getByRole('button', { name: 'Save the report' }).click()
    await expect(sam.page.getByText('Waiting to be sent', { exact: true })).toBeVisible()
    await sam.page.keyboard.press('Escape')
    await expect(sam.page.getByText(/A fall at Walk and Talk, .*: waiting to be sent/)).toBeVisible()
  })

  await test.step('a worry: asks who was told, leaves the screen, waits without saying about whom', async () => {
    await sam.page.keyboard.press('F6')
    await expect(sam.page.getByText('01632 960 501')).toBeVisible()
    await sam.page.getByLabel('Is it about a colleague?').selectOption({ label: 'Team lead' })
    await expect(sam.page.getByText('As it is about a colleague, tell Owen Pugh instead')).toBeVisible()
    await sam.page.getByLabel('Is it about a colleague?').selectOption({ label: 'No' })
    await sam.page.getByLabel('What did you see or hear?').fill(nobodySaid)
    await sam.page.getByRole('button', { name: 'Pass it on' }).click()
    await expect(sam.page.getByText('Say who you have told and when. If nobody yet, write that.').first()).toBeVisible()
    await sam.page.getByLabel('Who have you told, and when?').fill('Nobody yet')
    await sam.page.getByRole('button', { name: 'Pass it on' }).click()
    await expect(search(sam.page)).toBeVisible()
    await expect(sam.page.getByText(/1 concern, .*: waiting to be sent/)).toBeVisible()
    await goTo(sam.page, 'At the surgery')
    await expect(sam.page.getByText('Sam Bright raised a concern')).toBeVisible()
    expect(await sam.page.locator('body').innerText()).not.toContain('bank card')
  })

  await sam.network(true)
  await sam.page.getByRole('button', { name: 'Send now' }).click()
  await status(sam.page, 'Everything is at the surgery', 40_000)
  await goTo(sam.page, 'Today')
  await expect(sam.page.getByText(/1 concern, .*: at the server, the lead has not read it yet/)).toBeVisible()
  await expect(sam.page.getByText(/A fall at Walk and Talk/)).toBeHidden()

  await test.step('the lead reads it; the facilitator’s pin goes', async () => {
    await goTo(lead.page, 'At the surgery')
    await lead.page.getByRole('button', { name: 'Send now' }).click()
    await goTo(lead.page, 'Today')
    await expect(lead.page.getByText('1 concern for you to read.')).toBeVisible()
    await lead.page.getByRole('button', { name: 'Read', exact: true }).click()
    await expect(lead.page.getByText(nobodySaid)).toBeVisible()
    await lead.page.getByRole('button', { name: /^I have read it: Raised by/ }).click()
    await expect(lead.page.getByText(/^Read by /)).toBeVisible()
    await status(lead.page, 'Everything is at the surgery')
    await goTo(sam.page, 'At the surgery')
    await sam.page.getByRole('button', { name: 'Send now' }).click()
    await goTo(sam.page, 'Today')
    await expect(sam.page.getByText(/1 concern/)).toBeHidden()
  })

  await test.step('each look at numbers is written down before they show, and the lead sees who looked', async () => {
    await openRegister(sam.page, 'Walk and Talk')
    await sam.page.keyboard.press('F8')
    await expect(sam.page.getByRole('list', { name: 'Emergency contacts' })).toContainText('Bogna Ząbek')
    await goTo(sam.page, 'At the surgery')
    await sam.page.getByRole('button', { name: 'Send now' }).click()
    await status(sam.page, 'Everything is at the surgery', 40_000)
    await goTo(lead.page, 'At the surgery')
    await lead.page.getByRole('button', { name: 'Send now' }).click()
    await goTo(lead.page, 'People')
    await lead.page.getByRole('button', { name: /Bogna Ząbek/ }).click()
    await expect(lead.page.getByRole('list', { name: 'Who looked at the contacts' })).toContainText('Sam Bright, with all who were there')
  })
})
