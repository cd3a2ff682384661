import { personId } from '../../world/ids.ts'
import { withPlan } from '../../world/plans.ts'
import { expect, test } from './fixtures.ts'
import { expectWritten, written } from './written.ts'

const ask = (questionnaire: string, name = withPlan) => `place=askMeasure/${personId(name)}/${questionnaire}`

test('[story 24] the trend says each figure with its table beside it, and a gap for what was not recorded', async ({ open }) => {
  const page = await open(`place=measures/${personId(withPlan)}`)
  const anxious = page.getByRole('img', { name: /^Anxious yesterday of Mavis Oakes/ })
  await expect(anxious).toHaveAccessibleName(/27 May 2026 not recorded; 19 August 2026 6 \(High\); 8 October 2026 3 \(Low\)/)
  const table = page.getByRole('table', { name: 'Personal wellbeing (ONS4)' })
  await expect(table.getByRole('row').nth(1)).toContainText('7 (High)')
  await expect(page.getByRole('table', { name: /^Loneliness/ })).toContainText('not finished, so not scored')
  await page.getByRole('button', { name: 'Mistaken: 19 August 2026' }).first().click()
  await page.getByRole('dialog').getByRole('textbox').fill('Her sister answered')
  await page.getByRole('button', { name: 'Mark as mistaken' }).click()
  await page.clock.runFor(200)
  await expectWritten(page, 'voidMeasure', 'measure', [{ voidedBecause: 'Her sister answered' }])
})

test('[story 24] PEG is asked, saved with its score, and one comes back to the trend', async ({ open }) => {
  const page = await open(`place=measures/${personId(withPlan)}`)
  await page.getByRole('button', { name: 'Ask: Pain (PEG)' }).click()
  for (const [nth, value] of ['7', '6', '6'].entries())
    await page.getByRole('group').getByRole('radio', { name: value, exact: true }).nth(nth).check()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.clock.runFor(200)
  await expectWritten(page, 'recordMeasure', 'measure', [{ questionnaire: 'peg', scores: { peg: 6.3 }, how: 'asked' }])
  await expect(page.getByRole('img', { name: /^PEG of Mavis Oakes: 22 October 2026 6\.3/ })).toBeVisible()
})

test('[story 24] the same within four weeks asks whether it is meant, and loses no answer', async ({ open }) => {
  const page = await open(ask('ons4'))
  for (const nth of [0, 1, 2, 3]) await page.getByRole('radio', { name: '5', exact: true }).nth(nth).check()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('The same was asked less than four weeks ago.', { exact: false })).toBeVisible()
  expect(await written(page, 'recordMeasure')).toEqual([])
  await page.getByLabel('Ask it again anyway').check()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.clock.runFor(200)
  await expectWritten(page, 'recordMeasure', 'measure', [{ againConfirmed: true }])
})

test('[story 24] nobody answers ONS4 for somebody else', async ({ open }) => {
  const page = await open(ask('ons4', 'Derek Holloway'))
  await page.getByRole('radio', { name: 'Somebody for them' }).check()
  await expect(page.getByText('Nobody can answer these questions for somebody else.', { exact: false })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toHaveCount(0)
})

test('[story 24] handed over there is one question a page and nothing else; no key leads out, and it ends locked', async ({ open }) => {
  const page = await open(ask('loneliness', 'Derek Holloway'))
  await page.getByRole('radio', { name: 'They answer on this laptop' }).check()
  await page.getByRole('button', { name: 'Hand the laptop over' }).click()
  await expect(page.getByRole('heading', { name: 'Hello Derek' })).toBeVisible()
  const outOfReach = () =>
    page.evaluate(() => {
      const root = document.getElementById('root')!
      return root.inert || root.getAttribute('aria-hidden') === 'true'
    })
  expect(await outOfReach()).toBe(true)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('dialog')).toHaveCount(1)
  await page.getByRole('button', { name: 'Start' }).click()
  for (const answer of ['Often', 'Some of the time', 'Would rather not say', 'Often/always']) {
    await page.getByRole('radio', { name: answer, exact: true }).check()
    await page.getByRole('button', { name: 'Next' }).click()
  }
  await page.getByRole('button', { name: 'Finished' }).click()
  await page.clock.runFor(200)
  await expect(page.getByLabel('Passphrase', { exact: false }).first()).toBeVisible()
})

test('[story 24] without a licence no question is shown, and the screen says so', async ({ open }) => {
  const page = await open(ask('swemwbs'))
  await expect(page.getByText('Needs a licence. The site has not recorded one.')).toBeVisible()
  await expect(page.getByRole('radio')).toHaveCount(0)
  await page.getByRole('button', { name: 'Licences of measures' }).click()
  await page.getByRole('button', { name: 'Record a licence: Wellbeing (SWEMWBS)' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByText('Write who holds the licence and its number.').first()).toBeVisible()
  await dialog.getByLabel('Who holds the licence').fill('Nuneaton North PCN')
  await dialog.getByLabel('Number of the licence').fill('999-1')
  const wordings = dialog.getByRole('group', { name: 'Wording' }).getByRole('textbox')
  for (let nth = 0; nth < 12; nth++) await wordings.nth(nth).fill(`Words ${nth + 1}`)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.clock.runFor(200)
  await page.keyboard.press('Escape')
  await expect(page.getByText('Words 7')).toBeVisible()
})

test('[story 24] a positive PHQ-4: nobody leaves its protocol before it is written down what was done', async ({ open }) => {
  const page = await open('place=measureLicences')
  await page.getByLabel('Link workers may ask PHQ-4').click()
  await page.clock.runFor(200)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Mavis Oakes')
  await page.clock.runFor(600)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Measures', exact: true }).click()
  await page.getByRole('button', { name: 'Ask: Anxiety and low mood (PHQ-4)' }).click()
  await page.getByRole('radio', { name: 'Nearly every day' }).nth(0).check()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.clock.runFor(200)
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('heading', { name: /^What to do now/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await dialog.getByRole('button', { name: 'Save and go on' }).click()
  await expect(dialog.getByText('Then you can leave this screen.', { exact: false })).toBeVisible()
  await dialog.getByLabel('What you did, and who you told').fill('Told Dr Shah by phone at 10:40')
  await dialog.getByRole('button', { name: 'Save and go on' }).click()
  await page.clock.runFor(200)
  await expectWritten(page, 'recordProtocol', 'measure', [{ protocolDone: 'Told Dr Shah by phone at 10:40' }])
  await expect(page.getByRole('heading', { name: 'Measures of Mavis Oakes' })).toBeVisible()
})
