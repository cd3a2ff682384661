import { dateOf } from '../../src/shared/std/dates.ts'
import { aBundle } from '../support/fhir.ts'
import { expect, test } from './fixtures.ts'
import { dayLater, daysLater } from './rig/calendar.ts'
import { choosePlain, halina, importBundle, offerWalk, ons4, openCase, openPerson, writePlan } from './steps/cases.ts'
import { addGroup, today } from './steps/groups.ts'
import { here, openRegister, search } from './steps/register.ts'
import { codeFor, goTo, join, send, unlock } from './steps/team.ts'

/** What the practice wrote and what she said: none of it is for whoever leads the walk. */
const ofTheCase = /Lonely since|To hear Polish|garden|Personal wellbeing|Plan agreed/

test('[issue 11] one person from a GP’s Bundle to a fifth walk and a closing measure', async ({ surgery, openLaptop, by }) => {
  test.setTimeout(360_000)
  const lead = await openLaptop('Lead’s laptop')
  await join(lead, surgery.firstCode, 'Lead’s laptop')
  const codes = {
    priya: await codeFor(lead.page, 'Priya Nair', 'Link worker'),
    tom: await codeFor(lead.page, 'Tom Ashby', 'Link worker'),
    sunita: await codeFor(lead.page, 'Sunita Rao', 'Facilitator'),
  }
  await addGroup(lead.page, { name: 'Walk and Talk', place: 'Riversley Park', day: today(), counts: false })
  await send(lead, by)
  await lead.shut()
  const priya = await openLaptop('Priya’s laptop')
  await join(priya, codes.priya, 'Priya’s laptop')

  await test.step('the practice’s file is looked at, imported and accepted: a case is open', async () => {
    await importBundle(priya.page, aBundle({ authoredOn: dateOf(new Date().toISOString()) }), by)
    await goTo(priya.page, 'My day', by)
    await by.press(priya.page.getByRole('list', { name: 'Referrals to answer' }).getByRole('button', { name: halina }))
    await expect(priya.page.getByText('Lonely since her husband died')).toBeVisible()
    await priya.page.keyboard.press('Control+Enter')
    await expect(priya.page.getByRole('heading', { level: 1, name: halina })).toBeVisible()
    await expect(priya.page.getByText('Nobody has tried to reach them yet.')).toBeVisible()
  })
  await test.step('nobody answers the first call, she does the second', async () => {
    const { page } = priya
    await page.keyboard.press('F7')
    const contacts = page.getByRole('list', { name: 'Contacts' })
    await expect(contacts).toContainText('No answer')
    await page.keyboard.press('Control+n')
    const form = page.getByRole('dialog')
    await by.write(form.getByLabel('What was said'), 'She would like a visit at home')
    await by.write(form.getByLabel('What is next'), 'Visit her at home')
    await by.write(form.getByLabel('When'), dateOf(new Date().toISOString()))
    await by.press(form.getByRole('button', { name: 'Save' }))
    await expect(contacts.getByRole('listitem')).toHaveCount(2)
    await send(priya, by)
  })
  const tom = await openLaptop('Tom’s laptop')
  await join(tom, codes.tom, 'Tom’s laptop')
  const sunita = await openLaptop('Sunita’s laptop')
  await join(sunita, codes.sunita, 'Sunita’s laptop')
  await openCase(tom.page, by)

  await priya.network(false)
  await tom.network(false)
  await test.step('at her home, with no network: the visit, the plan in her words, one goal, agreed, and what fits', async () => {
    const { page } = priya
    await openCase(page, by)
    await page.keyboard.press('Control+n')
    const form = page.getByRole('dialog')
    await choosePlain(form, 'Visit', by)
    await by.check(form.getByLabel('This was the first conversation'))
    await by.write(form.getByLabel('Minutes it took'), '50')
    await by.press(form.getByRole('button', { name: 'Save' }))
    await expect(form).toHaveCount(0)
    await writePlan(page, { important: 'To hear Polish again', goal: 'Walk to the lake and back' }, by)
    await ons4(page, ['4', '5', '3', '8'], by)
    await offerWalk(page, dateOf(dayLater(7).toISOString()), 'Priya Nair', by)
  })
  await test.step('meanwhile Tom writes into the same box, with no network either', async () => {
    await openPerson(tom.page, by)
    await by.press(tom.page.getByRole('button', { name: 'Plan', exact: true }))
    await by.write(tom.page.getByLabel('What is most important to me'), 'My garden, says her daughter')
    await tom.page.keyboard.press('Tab')
    await expect(tom.page.getByText('Draft')).toBeVisible()
  })
  await priya.network(true)
  await tom.network(true)
  for (const laptop of [priya, tom, priya]) await send(laptop, by)
  await test.step('both texts stand side by side on both laptops, and one of them settles it', async () => {
    for (const { page } of [priya, tom]) {
      await openPerson(page, by)
      await by.press(page.getByRole('button', { name: 'Plan', exact: true }))
      await expect(page.getByText('One box has two texts')).toBeVisible()
      await expect(page.getByText('To hear Polish again', { exact: true })).toBeVisible()
      await expect(page.getByText('My garden, says her daughter', { exact: true })).toBeVisible()
    }
    await by.press(priya.page.getByRole('button', { name: 'Join them: What is most important to me' }))
    await by.write(priya.page.getByLabel('The text that stays'), 'To hear Polish again, and my garden')
    await by.press(priya.page.getByRole('button', { name: 'Save', exact: true }))
    await expect(priya.page.getByText('One box has two texts')).toBeHidden()
    await send(priya, by)
    await send(tom, by)
    await openPerson(tom.page, by)
    await by.press(tom.page.getByRole('button', { name: 'Plan', exact: true }))
    await expect(tom.page.getByText('One box has two texts')).toBeHidden()
    await expect(tom.page.getByLabel('What is most important to me')).toHaveValue('To hear Polish again, and my garden')
    await tom.shut()
  })
  await test.step('whoever leads the walk is told who comes', async () => {
    await send(sunita, by)
    await goTo(sunita.page, 'People', by)
    await expect(sunita.page.getByRole('main')).toContainText(halina)
  })

  for (const [walk, day] of [7, 14, 21, 28, 35].entries()) {
    await test.step(`walk ${walk + 1}, with no network`, async () => {
      await sunita.network(false)
      await daysLater(day, surgery, [sunita])
      await unlock(sunita.page, undefined, by)
      await openRegister(sunita.page, 'Walk and Talk', by)
      await by.write(search(sunita.page), 'hal')
      const found = sunita.page.getByRole('option').first()
      await expect(found).toContainText('Brzezinska')
      if (walk === 0) await expect(found).toContainText('First time today, referred by Priya, knows Priya')
      else await expect(found).not.toContainText('First time')
      await sunita.page.keyboard.press('Enter')
      await expect(here(sunita.page).getByText(halina)).toBeVisible()
      await expect(sunita.page.locator('body')).not.toContainText(ofTheCase)
      await sunita.network(true)
      await send(sunita, by)
    })
    if (walk > 0) continue
    await test.step('nothing of her case is anywhere on the facilitator’s laptop', async () => {
      await expect(sunita.page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'Cases' })).toHaveCount(0)
      await openPerson(sunita.page, by)
      await expect(sunita.page.getByRole('heading', { name: 'Story' })).toHaveCount(0)
      await expect(sunita.page.locator('body')).not.toContainText(ofTheCase)
    })
    await test.step('the day after, Priya’s day says that she came for the first time', async () => {
      await daysLater(8, surgery, [priya])
      await unlock(priya.page, undefined, by)
      await send(priya, by)
      await goTo(priya.page, 'My day', by)
      await expect(priya.page.getByRole('list', { name: 'Came for the first time: call them' })).toContainText('Brzezinska')
    })
  }

  await test.step('not connected for eleven weeks, Priya’s laptop finds nobody and says why', async () => {
    await priya.network(false)
    await daysLater(84, surgery, [priya])
    await unlock(priya.page, undefined, by)
    await priya.page.keyboard.press('Control+k')
    await by.write(priya.page.getByLabel('Person, group or session'), 'brzez')
    await expect(priya.page.getByText('People are found again once this laptop has been connected to the surgery.')).toBeVisible()
    await priya.page.keyboard.press('Escape')
    await priya.page.keyboard.press('Escape')
    await expect(priya.page.getByRole('dialog')).toHaveCount(0)
    await priya.network(true)
    await send(priya, by)
    await expect(priya.page.getByLabel('Saved and sent').first()).not.toContainText('Not connected')
  })
  await test.step('twelve weeks after: the closing measure, its trend, and the case is closed', async () => {
    await openPerson(priya.page, by)
    await ons4(priya.page, ['7', '8', '7', '3'], by)
    const { page } = priya
    await openPerson(page, by)
    await by.press(page.getByRole('button', { name: 'Measures', exact: true }))
    await expect(page.getByRole('img', { name: /^Anxious yesterday of .*Brzezinska: .* 8 \(High\); .* 3 \(Low\)/ })).toBeVisible()
    await openCase(page, by)
    await by.press(page.getByRole('button', { name: 'Close the case' }))
    await choosePlain(page.getByRole('dialog'), 'They have what they came for', by)
    await by.press(page.getByRole('dialog').getByRole('button', { name: 'Close the case' }))
    await expect(page.getByText(/^Closed .*: They have what they came for$/)).toBeVisible()
  })
  await test.step('her page tells the story', async () => {
    await openPerson(priya.page, by)
    for (const said of ['Lonely since her husband died', 'To hear Polish again, and my garden', 'Walk to the lake and back', 'Came 5 times'])
      await expect(priya.page.getByRole('main')).toContainText(said)
  })
})
