import { expect, test } from './fixtures.ts'

test('while the team is fetched for the first time the lists say how far it is, and there is nothing to add', async ({ open }) => {
  for (const place of ['today', 'groups', 'people', 'team']) {
    const page = await open(`place=${place}&size=firstDay&net=first`)
    await expect(
      page
        .getByRole('status')
        .filter({ hasText: /^Fetching your team, \d+ of 4,199/ })
        .first(),
    ).toBeVisible()
    await expect(page.getByText('No groups on this laptop yet.')).toHaveCount(0)
    await expect(page.getByRole('button', { name: /^Add / })).toHaveCount(0)
  }
})

test('a new team is told what to do first, each line leads there, and the list can be hidden', async ({ open }) => {
  const page = await open('place=today&size=firstDay&net=sent')
  const list = page.getByRole('list', { name: 'Set up your team' })
  await expect(list.getByRole('listitem')).toHaveText([
    /Numbers to call/,
    /A place.*done/,
    /A group/,
    /Members of the group/,
    /A second laptop/,
    /A backup/,
  ])
  await expect(list.getByRole('listitem').first()).toHaveAttribute('aria-current', 'step')
  await expect(page.getByText('1 of 6 done')).toBeVisible()
  await page.getByRole('button', { name: 'Do this: Numbers to call' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Team' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Hide this list' }).press('Enter')
  await expect(list).toHaveCount(0)
  await expect(page.getByText('No groups on this laptop yet.')).toBeVisible()
  await page.getByRole('button', { name: 'Team', exact: true }).click()
  await page.getByRole('button', { name: 'Show what is left to set up' }).click()
  await expect(list).toBeVisible()
})

test('a locked sample team says its passphrase: it was shown once, and everybody in it is invented', async ({ open }) => {
  const page = await open('phase=sample')
  await expect(page.getByText('kettle marble orchid tuesday')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Passphrase' })).toBeFocused()
  await expect((await open('phase=locked')).getByText('sample')).toHaveCount(0)
})
