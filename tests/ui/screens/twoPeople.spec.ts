import { personId } from '../../world/ids.ts'
import { expect, test } from './fixtures.ts'
import { expectWritten } from './written.ts'

const [maureen, mo] = [personId('Maureen Tandy'), personId('Mo Tandy')]

test('[story 18] from Today to the list, side by side, the same person, and back by one key', async ({ open }) => {
  const page = await open('place=today&net=trouble')
  await page.getByRole('button', { name: '1 pair of people may be one person' }).click()
  const list = page.getByRole('list', { name: 'To look at' })
  await expect(list.getByRole('listitem')).toHaveText([/Mo Tandy and Maureen Tandy/])
  await page.getByRole('button', { name: 'Compare: Mo Tandy and Maureen Tandy' }).click()
  const phone = page.getByRole('row', { name: /^Phone/ })
  await expect(phone).toContainText('not the same')
  await expect(phone.getByRole('cell')).toHaveText(['07700 900 611', '01632 960 611'])
  await page.getByRole('radio', { name: 'Maureen Tandy' }).check()
  await page.getByRole('button', { name: 'The same person' }).click()
  await page.clock.runFor(200)
  await expectWritten(page, 'answerSamePerson', 'samePerson', [{ answer: 'same', survivorId: maureen }])
  await expect(page.getByRole('list', { name: 'Shown as one person' }).getByRole('listitem')).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await page.clock.runFor(200)
  await expect(list.getByRole('listitem')).toHaveCount(1)
})

test('[story 18] a person’s page says as whom else they are written down, and shows them apart again', async ({ open }) => {
  const page = await open(`place=person/${maureen}&net=trouble`)
  await page.getByRole('button', { name: 'Compare: Mo Tandy' }).click()
  await page.getByRole('button', { name: 'The same person' }).click()
  await page.clock.runFor(200)
  await page
    .getByRole('list', { name: 'Shown as one person' })
    .getByRole('button', { name: /^Compare/ })
    .click()
  await page
    .getByRole('row', { name: /^What we know/ })
    .getByRole('button', { name: 'Mo Tandy' })
    .click()
  await page.clock.runFor(200)
  await page.getByRole('button', { name: /^Compare: / }).click()
  await page.getByRole('button', { name: 'Show them apart again' }).click()
  await page.clock.runFor(200)
  await expectWritten(page, 'takeBackSamePerson', 'samePerson', [{ voidedBecause: 'undone' }])
  await expect(page.getByRole('heading', { name: 'What do you say?' })).toBeVisible()
})

test('[story 18] two people stay two, and later is asked later', async ({ open }) => {
  const page = await open(`place=twoPeople/${maureen}/${mo}&net=trouble`)
  await page.getByRole('button', { name: 'Ask later' }).click()
  await page.clock.runFor(200)
  await page
    .getByRole('list', { name: 'To ask later' })
    .getByRole('button', { name: /^Compare/ })
    .click()
  await page.getByRole('button', { name: 'Two people', exact: true }).click()
  await page.clock.runFor(200)
  await expect(page.getByText('Nobody to look at.')).toBeVisible()
})
