import { sessionId } from '../../world/ids.ts'
import { expect, test as base } from './fixtures.ts'
import { drawn } from './pixels.ts'

/** A palette of somebody's own, light on dark: Windows “contrast themes”. */
const test = base.extend({
  page: async ({ page }, use) => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
    await use(page)
  },
})

test('the letters one has typed do not vanish from the names', async ({ open }) => {
  const page = await open(`place=register/${sessionId}`)
  await page.keyboard.type('ma')
  await page.clock.runFor(100)
  const typed = page.getByRole('option').first().locator('mark')
  await expect(typed).toHaveText('Ma')
  expect((await drawn(page, typed)).ink).toBeGreaterThan(0.1)
})

test('the place in the rail and the chosen hit can be told', async ({ open }) => {
  const page = await open(`place=register/${sessionId}`)
  const rail = page.getByRole('navigation', { name: 'Places' })
  const [today, people] = [
    await drawn(page, rail.getByRole('button', { name: 'Today' })),
    await drawn(page, rail.getByRole('button', { name: 'People' })),
  ]
  expect(today.ground).not.toBe(people.ground)
  expect(Math.min(today.ink, people.ink)).toBeGreaterThan(0.01) // and both can be read
  await page.keyboard.type('ma')
  await page.clock.runFor(100)
  await expect(page.getByRole('option').nth(2)).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('option').nth(1)).toHaveAttribute('aria-selected', 'true')
  const edges: string[] = []
  for (const at of [0, 1, 2]) edges.push((await drawn(page, page.getByRole('option').nth(at))).edge)
  expect(edges[1]).not.toBe(edges[0])
  expect(edges[2]).toBe(edges[0])
})

test('the entry of a menu that has the focus can be told', async ({ open }) => {
  const page = await open(`place=register/${sessionId}`)
  await page.getByRole('button', { name: 'More about Ivy Pemberton' }).click()
  await page.clock.runFor(100)
  const entries = page.getByRole('menuitem')
  await expect(entries.first()).toBeFocused()
  expect((await drawn(page, entries.first())).edge).not.toBe((await drawn(page, entries.nth(1))).edge)
})
