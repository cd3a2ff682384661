import { sessionId } from '../../world/ids.ts'
import { expect, test } from './fixtures.ts'
import { expectWritten } from './written.ts'

test('the rota says the ratio and never blocks; a participant who helps shows as both (story 37)', async ({ open }) => {
  const page = await open(`place=rota/${sessionId}`)
  await expect(page.getByText('17 people and one leader: enough (1 to 20)')).toBeVisible()
  const marker = page.getByRole('list', { name: 'Back-marker' }).getByRole('listitem')
  await expect(marker).toContainText('Ruth Adeyemi')
  await expect(marker).toContainText('takes part too')
  await expect(page.getByText('First aid ended 30 September 2026')).toBeVisible()
  await page.getByRole('button', { name: 'Tom Ashby says yes: Second adult' }).click()
  await page.clock.runFor(100)
  await expectWritten(page, 'answerRota', 'rotaDuty', [{ state: 'yes' }])
})

test('adding to the rota asks who first (story 37)', async ({ open }) => {
  const page = await open(`place=rota/${sessionId}`)
  await page.getByRole('button', { name: 'Add somebody: Helper' }).click()
  await page.getByRole('button', { name: 'Put on the rota' }).click()
  await expect(page.getByText('Choose who it is.')).toBeVisible()
  await page.getByRole('dialog').getByLabel('Somebody in the team').last().selectOption('Tom Ashby')
  await page.getByRole('radio', { name: 'They said yes' }).check()
  await page.getByRole('button', { name: 'Put on the rota' }).click()
  await page.clock.runFor(100)
  await expectWritten(page, 'putOnRota', 'rotaDuty', [{ role: 'helper', state: 'yes' }])
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('a lead writes down when papers of a colleague end (story 37)', async ({ open }) => {
  const page = await open('place=team')
  await page.getByRole('button', { name: 'Phone and training of Tom Ashby' }).click()
  await page.getByLabel('First aid valid until').fill('2028-05-01')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.clock.runFor(100)
  await expectWritten(page, 'editColleague', 'colleague', [{ firstAidUntil: '2028-05-01' }])
  await expect(page.getByRole('dialog')).toHaveCount(0)
})
