import { personId, sessionId } from '../../world/ids.ts'
import { thomas } from '../../world/match.ts'
import { expect, test } from './fixtures.ts'
import { expectWritten } from './written.ts'

const matching = `place=match/${personId(thomas)}&size=match`
const page_ = `place=person/${personId(thomas)}&size=match`

test('[story 22] what fits is said with why; one press offers it, one more writes down the yes', async ({ open }) => {
  const page = await open(matching)
  const walk = page.getByRole('listitem').filter({ hasText: 'Riversley Park' }).first()
  await expect(walk).toContainText('Helps with: Company')
  await expect(walk).toContainText('About 3 km away')
  await expect(walk).toContainText('It is free')
  await page.getByRole('button', { name: 'Offer: Walk and Talk' }).click()
  await page.clock.runFor(100)
  await expectWritten(page, 'offerGroup', 'offer', [{ state: 'offered', needs: ['company', 'movement'] }])
  await expect(walk).toContainText('Offered, no answer yet')
  await page.getByRole('button', { name: 'Said yes: Walk and Talk' }).click()
  await page.clock.runFor(100)
  await expectWritten(page, 'answerOffer', 'membership', [{ since: '2026-10-22' }])
  await expectWritten(page, 'answerOffer', 'introduction', [{ firstOn: null }])
  await expect(walk).toContainText('Said yes')
  await page.keyboard.press('Control+z')
  await page.clock.runFor(100)
  await expectWritten(page, 'takeBackAnswer', 'offer', [{ state: 'offered' }])
})

test('[story 22] what is asked for changes what fits at once, and is kept when one comes back', async ({ open }) => {
  const page = await open(matching)
  await page.getByLabel('How far they can go').selectOption('Up to 5 km')
  await page.clock.runFor(300)
  await expect(page.getByText('Too far: about 30 km away')).toBeVisible()
  await page.getByText('When they can come').click()
  await page.getByRole('checkbox', { name: 'Tuesday, afternoon' }).check()
  await page.clock.runFor(300)
  await expect(page.getByRole('heading', { name: 'What fits' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Offer: Bereavement Friends' })).toBeVisible()
  await expect(page.getByText('It meets at other times').first()).toBeVisible()
  await page.getByRole('button', { name: 'Start again from the referral' }).click()
  await page.clock.runFor(300)
  await expect(page.getByLabel('How far they can go')).toHaveValue('')
})

test('[story 22] a paused group is named with its state and cannot be offered', async ({ open }) => {
  const page = await open(`place=match/${personId('Mavis Oakes')}&size=match`)
  const paused = page.getByRole('region', { name: 'Closed for now' })
  await expect(paused).toContainText('Tea Dance')
  await expect(paused.getByRole('button', { name: /^Offer/ })).toHaveCount(0)
})

test('[story 22] nothing suitable is written down and opens the gap', async ({ open }) => {
  const page = await open(matching)
  await page.getByRole('button', { name: 'Nothing suitable' }).click()
  await page.clock.runFor(200)
  await expectWritten(page, 'noneSuitable', 'offer', [{ state: 'noneSuitable', needs: ['company', 'movement', 'bereavement'] }])
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /Save|Log/ }).click()
  await page.clock.runFor(200)
  await expectWritten(page, 'logGap', 'gap', [{ need: 'company', place: 'CV10', from: 'match', personId: personId(thomas) }])
})

test('[story 23] the person’s page says whether they got there and who is to call; a no asks why', async ({ open }) => {
  const page = await open(page_)
  const offers = page.getByRole('region', { name: 'What they were offered' })
  await expect(offers).toContainText('Not there yet. Not seen at 2 sessions')
  await expect(offers).toContainText('Call them: not seen at two sessions')
  await offers.getByRole('button', { name: 'I have called: Tea Dance' }).click()
  await page.clock.runFor(100)
  await expectWritten(page, 'noteOfferCall', 'offer', [{ calledOn: '2026-10-22' }])
  await expect(offers).not.toContainText('Call them')
  await offers.getByRole('button', { name: 'Said no: Tea Dance' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Choose why not.')).toBeVisible()
  await page.getByLabel('Why not').selectOption('Something else')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Write a few words.', { exact: true })).toBeVisible()
  await page.getByLabel('In their words').fill('Not in winter')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.clock.runFor(100)
  await expectWritten(page, 'answerOffer', 'offer', [{ state: 'declined', because: 'other', becauseWords: 'Not in winter' }])
})

test('[story 22] "come with me the first time": the date, the place and who goes; a date that is over gets a sentence', async ({ open }) => {
  const page = await open(page_)
  await page.getByRole('button', { name: 'Plan the first time: Tea Dance' }).click()
  await page.getByLabel('Date of the first time').fill('2026-10-01')
  await page.getByLabel('Where they are met').fill('At the door')
  await page.getByLabel('Who goes with them').selectOption('Marcus Bright')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('This date is over. Choose today or later, or leave it empty.')).toBeVisible()
  await page.getByLabel('Date of the first time').fill('2026-10-28')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.clock.runFor(100)
  await expectWritten(page, 'planFirstTime', 'offer', [{ firstOn: '2026-10-28', meetAt: 'At the door' }])
  await expectWritten(page, 'planFirstTime', 'introduction', [{ firstOn: '2026-10-28' }])
  await expect(page.getByText('First time: Wed 28 October')).toBeVisible()
})

test('[story 22] the sheet says what to expect, in large print, without anybody’s face', async ({ open }) => {
  const page = await open(matching)
  await page.getByRole('button', { name: 'Offer: Walk and Talk' }).click()
  await page.clock.runFor(100)
  await page.getByRole('button', { name: 'What to expect: Walk and Talk' }).click()
  const sheet = page.getByRole('article')
  for (const said of ['For Arthur', 'bandstand', 'Flat shoes', 'Nothing. It is free.', 'We walk once round the lake', '01632 960 500'])
    await expect(sheet).toContainText(said)
  await expect(page.getByText('Gather keeps no pictures')).toBeVisible()
})

test('[story 23] the register says who comes for the first time, who referred them and who they know', async ({ open }) => {
  const page = await open(`place=register/${sessionId}&size=match`)
  await page.keyboard.type('olw')
  await page.clock.runFor(100)
  await expect(page.getByRole('option')).toContainText('First time today, referred by Marcus, knows Marcus')
  await page.keyboard.press('Enter')
  await page.clock.runFor(200)
  await expect(page.getByRole('list', { name: 'Here' }).getByText('First time today, referred by Marcus, knows Marcus')).toBeVisible()
})
