import { expect, test, type Laptop } from './fixtures.ts'
import { knows } from './steps/known.ts'
import { members } from './steps/names.ts'
import { here, openRegister, search, signIn, tile } from './steps/register.ts'
import { codeFor, goTo, join, send } from './steps/team.ts'

/** What a laptop wrote after it was taken off the team: on hold, in words at the lead's, let in, and then on the lead's register. */
test('a lead takes a laptop off the team in the window, reads what it still brings, and lets it in', async ({ surgery, openLaptop }) => {
  test.setTimeout(240_000)
  const lead = await openLaptop('Lead’s laptop')
  await join(lead, surgery.firstCode, 'Lead’s laptop')
  const toms = await codeFor(lead.page, 'Tom Ashby', 'Facilitator')
  await knows(surgery, { name: 'Walk and Talk', place: 'Riversley Park', counts: true, members })
  const tom = await openLaptop('Park laptop')
  await join(tom, toms, 'Park laptop')
  await send(lead) // it hears of the group and of the new laptop
  await openRegister(tom.page, 'Walk and Talk')
  await tom.network(false)
  const somebody = members[0]!
  await signIn(tom.page, `${somebody.given.slice(0, 3)} ${somebody.family.slice(0, 2)}`, somebody.name)

  await test.step('the lead takes it off the team', async () => {
    await lookAtOffice(lead)
    await lead.page.getByRole('button', { name: 'Take off the team: Park laptop' }).click()
    const dialog = lead.page.getByRole('dialog', { name: 'Take Park laptop off the team?' })
    await dialog.getByRole('button', { name: 'Take off the team' }).click()
    await expect(lead.page.getByRole('list', { name: 'Laptops' }).getByRole('listitem').filter({ hasText: 'Park laptop' })).toContainText(
      'Off the team since',
    )
  })

  await test.step('what it brings is on hold, and stays on its own register', async () => {
    await tom.network(true)
    await goTo(tom.page, 'At the surgery')
    await tom.page.getByRole('button', { name: 'Send now' }).click()
    const onHold = tom.page.getByRole('region', { name: 'On hold' })
    await expect(onHold).toContainText(`Tom Ashby signed in ${somebody.name} at Walk and Talk`)
    await expect(onHold).toContainText('It was sent by a laptop that was not in the team then. A lead decides.')
    await openRegister(tom.page, 'Walk and Talk')
    await expect(here(tom.page).getByRole('listitem').filter({ hasText: somebody.name })).toContainText('On hold')
  })

  await test.step('the lead reads it in words and lets it in', async () => {
    await lead.page.getByRole('button', { name: 'Ask again' }).click()
    const sentence = `Tom Ashby signed in ${somebody.name} at Walk and Talk`
    await lead.page.getByRole('button', { name: `What it would write: ${sentence}` }).click()
    await expect(lead.page.getByText(`Sign-in: ${somebody.name}, Walk and Talk`)).toBeVisible()
    await lead.page.getByRole('button', { name: `Let it in: ${sentence}` }).click()
    await expect(lead.page.getByText('Let in. The laptops get it when they next connect.')).toBeVisible()
    await goTo(lead.page, 'Today')
    await lead.page
      .getByRole('button', { name: /(register|Carry on).*: Walk and Talk/ })
      .first()
      .click()
    await expect(search(lead.page)).toBeVisible()
    await tile(lead.page, 'here', 1)
    await expect(here(lead.page).getByText(somebody.name)).toBeVisible()
  })
})

async function lookAtOffice({ page }: Laptop): Promise<void> {
  await goTo(page, 'At the surgery')
  await page.getByRole('button', { name: 'Look at them' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Laptops and what is on hold' })).toBeVisible()
}
