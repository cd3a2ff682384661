import { expect, test } from './fixtures.ts'

test('[S14] a laptop that went on from an old copy is told what to look at, and nowhere that there is nothing to do', async ({ open }) => {
  const page = await open('place=surgery&net=copied')
  await expect(page.getByText('Look through the last registers.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'I have read this' })).toBeVisible()
  await expect(page.getByText('You do not have to do anything.')).toHaveCount(0)
})

test('one on which all is well is told that there is nothing to do', async ({ open }) => {
  const page = await open('place=surgery&net=sent')
  await expect(page.getByText('You do not have to do anything.')).toBeVisible()
})
