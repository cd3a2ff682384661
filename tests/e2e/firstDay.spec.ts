import { expect, test } from './fixtures.ts'
import { Hand } from './steps/hand.ts'
import { today } from './steps/groups.ts'
import { here, search } from './steps/register.ts'
import { join } from './steps/team.ts'

/** A lead with an empty server does what the screen says next, until a register is closed; each press and each letter is counted. */
test('a team’s first day: from an empty server to a closed register, by what the screen says', async ({ surgery, openLaptop }, info) => {
  test.setTimeout(240_000)
  const lead = await openLaptop('Lead’s laptop')
  await join(lead, surgery.firstCode, 'Lead’s laptop')
  const { page } = lead
  const hand = new Hand(page)
  const list = page.getByRole('list', { name: 'Set up your team' })
  const next = async (what: string) => {
    await hand.goTo('Today')
    await expect(list.locator('[aria-current=step]')).toContainText(what)
    await hand.press(`Do this: ${what}`)
  }

  await test.step('the list says what is next: numbers to call', async () => {
    await next('Numbers to call')
    await hand.press('Change')
    await hand.fill('Duty phone', '024 7632 5100')
    await page.getByRole('group', { name: 'Safeguarding contact' }).getByLabel('Name').fill('Priya Nair')
    await page.getByRole('group', { name: 'Safeguarding contact' }).getByLabel('Phone').fill('024 7632 5101')
    hand.keys += 'Priya Nair024 7632 5101'.length + 2
    await hand.press('Save the numbers')
  })

  await test.step('a place, and a group that asks for its day', async () => {
    await next('A place')
    await hand.press('Add a place')
    await hand.fill('Name', 'Riversley Park', 'A new place')
    await hand.press('Save the place')
    await next('A group')
    await hand.press('Add a group')
    const form = page.getByRole('dialog', { name: 'A new group' })
    await hand.fill('Name', 'Walk and Talk', 'A new group')
    await hand.press('Continue')
    await expect(form.getByText('Choose the day the group meets, or remove this time.').first()).toBeVisible()
    await hand.choose('Day', today())
    await hand.fill('From', '00:00')
    await hand.fill('Until', '23:59')
    await hand.choose('Place', 'Riversley Park')
    await hand.press('Continue')
    await expect(page.getByRole('dialog', { name: 'Check your answers' })).toContainText('Riversley Park')
    await hand.press('Add this group')
    await expect(page.getByRole('heading', { level: 1, name: 'Walk and Talk' })).toBeVisible()
  })

  await test.step('its members, from the list that the team has', async () => {
    await next('Members of the group')
    await hand.press(/^Walk and Talk/)
    await hand.press('Import members')
    await hand.fill(
      'Or paste the list',
      'First name,Surname,Mobile,Emergency contact\nHilda,Marsh,07700 900311,Susan (daughter) 07700 900382\nTrevor,Bunce,07700 900312,Pat 07700 900384',
    )
    await hand.press('Import 2 people')
    await expect(page.getByText('2 new people, 2 joined the group.')).toBeVisible()
  })

  await test.step('the first register, heads and all, closed', async () => {
    await hand.goTo('Today')
    await hand.press(/Open register(, Enter)?: Walk and Talk/)
    await expect(search(page)).toBeFocused()
    for (const [letters, name] of [
      ['hi', 'Hilda Marsh'],
      ['tr', 'Trevor Bunce'],
    ] as const) {
      await hand.type(`${letters}\n`)
      await expect(here(page).getByText(name, { exact: true })).toBeVisible()
    }
    for (const moment of ['out', 'halfway', 'back']) {
      await hand.key('F9')
      await expect(page.getByRole('spinbutton').or(page.getByRole('textbox')).first(), moment).toBeFocused()
      await hand.type('2\n')
      await expect(search(page), moment).toBeFocused()
    }
    await hand.key('Alt+S')
    await hand.press('Close the register')
    await expect(page.getByText(/Closed/).first()).toBeVisible()
  })
  await hand.goTo('Today')
  await expect(list.getByRole('listitem').filter({ hasText: 'not done yet' })).toHaveCount(2) // a second laptop, and a backup at the server
  info.annotations.push({ type: 'keys', description: `${hand.keys} keys and presses` })
  process.stdout.write(`first day: ${hand.keys} keys and presses\n`)
})
