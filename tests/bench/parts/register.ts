import type { Laptop } from '../rig/laptop.ts'

/** Goes to today's register of a group, from wherever the laptop is, as a person does. @param start as the screen says it */
export async function openRegister(laptop: Laptop, group: string, start = '0:01'): Promise<void> {
  const { page } = laptop
  const open = page.getByRole('button', { name: `: ${group}, ${start}` }) // "Open register, Enter: Walk and Talk, 0:01"
  await page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'Today' }).click()
  await open.click()
  await page.locator('input.search').waitFor()
  await page.getByRole('heading', { level: 1, name: group }).waitFor()
}
