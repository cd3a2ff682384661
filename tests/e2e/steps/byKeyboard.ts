import { expect, type Locator } from '@playwright/test'
import { chooseFile } from './byPointer.ts'
import { tabTo } from './tabs.ts'
import type { Way } from './way.ts'

/** By keyboard alone: Tab and Shift+Tab, arrows, letters, Space and Enter. */
export const byKeyboard: Way = {
  press,
  write,
  choose,
  check,
  file: (page, file) => chooseFile(page, file, () => press(page.locator('input[type=file]'), 'Space')),
}

/** Goes to a button and presses a key on it. */
export async function press(button: Locator, key = 'Enter'): Promise<void> {
  await expect(button).toBeEnabled()
  await tabTo(button)
  await button.page().keyboard.press(key)
}

/** Types into a field in place of what stands there. */
export async function write(field: Locator, text: string): Promise<void> {
  await tabTo(field)
  const { keyboard } = field.page()
  const kind = await field.getAttribute('type')
  if (kind === 'date') await keyboard.type(await digitsOf(field, text))
  else if (kind === 'time') await keyboard.type(text.replace(':', ''))
  else {
    await keyboard.press('Control+a')
    await keyboard.type(text)
  }
  await expect(field).toHaveValue(text)
}

/** A date as the machine's language has it typed. */
async function digitsOf(field: Locator, date: string): Promise<string> {
  const [year, month, day] = date.split('-') as [string, string, string]
  const isMonthFirst = await field.evaluate(() => new Date(2000, 10, 22).toLocaleDateString(navigator.language).startsWith('11'))
  return isMonthFirst ? month + day + year : day + month + year
}

/** A list goes to the option whose name is typed. */
export async function choose(list: Locator, option: string): Promise<void> {
  await tabTo(list)
  await list.page().keyboard.type(option)
  await expect(list.locator('option:checked')).toHaveText(option)
}

/** Space ticks a box; among a few of which one is chosen, arrows go to the one. */
export async function check(box: Locator): Promise<void> {
  await tabTo(box)
  const { keyboard } = box.page()
  const away = await box.evaluate((one: HTMLInputElement) => {
    const few = [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')].filter(({ name }) => name === one.name)
    return one.type === 'radio' ? few.indexOf(one) - few.indexOf(document.activeElement as HTMLInputElement) : 0
  })
  for (let nth = 0; nth < Math.abs(away); nth++) await keyboard.press(away < 0 ? 'ArrowUp' : 'ArrowDown')
  if (!(await box.isChecked())) await keyboard.press('Space')
  await expect(box).toBeChecked()
}
