import { personId, sessionId } from '../../world/ids.ts'
import { expect, test } from './fixtures.ts'

test('story 4: who was put away is brought back and signed in by one press', async ({ open }) => {
  const page = await open(`place=register/${sessionId}`)
  await page.getByRole('button', { name: 'Sign in Sid Orton' }).click()
  await page.clock.runFor(200)
  await page.getByRole('button', { name: 'Bring back and sign in' }).click()
  await page.clock.runFor(300)
  await expect(page.getByRole('list', { name: 'Here', exact: true }).getByText('Sid Orton')).toBeVisible()
})

test('a reason for taking somebody off the list ends where its record ends: longer ones were refused without a word', async ({ open }) => {
  const page = await open(`place=person/${personId('Ivy Pemberton')}`)
  await page.getByRole('button', { name: 'Change details' }).click()
  await page.getByRole('button', { name: 'Added by mistake?' }).click()
  expect(await page.getByRole('dialog').getByRole('textbox').getAttribute('maxlength')).toBe('200')
})
