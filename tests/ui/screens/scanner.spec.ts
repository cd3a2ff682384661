import { sessionId } from '../../world/ids.ts'
import { expect, test } from './fixtures.ts'

const [kashas, pats] = ['KASHA0123456789X', 'PAT00123456789XY']
const screen = { width: 1366, height: 768 }

test.describe('a scanner at the kiosk', () => {
  for (const [how, code, end] of [
    ['with Caps Lock on', kashas.toLowerCase(), 'Enter'],
    ['that ends with a Tab', kashas, 'Tab'],
  ] as const) {
    test(`${how} finds the holder of the card`, async ({ open }) => {
      const page = await open('', screen, 'kiosk.html')
      await page.keyboard.type(code)
      await page.keyboard.press(end)
      await expect(page.getByText('Kasia W.')).toBeVisible()
      await expect(page.getByRole('textbox')).toHaveValue('')
      await expect(page.getByRole('textbox')).toBeFocused()
    })
  }

  test('that ends with two Enters says yes with the second, and the person is in', async ({ open }) => {
    const page = await open('', screen, 'kiosk.html')
    await page.keyboard.type(kashas)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await expect(page.getByText('You are in, Kasia.')).toBeVisible()
  })

  test('whose code was misread leaves an empty field, and the next good scan works', async ({ open }) => {
    const page = await open('', screen, 'kiosk.html')
    await page.keyboard.type('KASHA0123456')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('textbox')).toHaveValue('')
    await page.keyboard.type(kashas)
    await page.keyboard.press('Enter')
    await expect(page.getByText('Kasia W.')).toBeVisible()
  })

  test('whose letters stand in the field is not asked for by them: the kiosk says no secret back', async ({ open }) => {
    const page = await open('', screen, 'kiosk.html')
    await page.keyboard.type('xpka435k7qm29abc')
    await page.getByRole('button', { name: 'Ask for help from Priya' }).click()
    await expect(page.getByText('Please type your first name, then press this again.')).toBeVisible()
    await expect(page.getByText(/xpka/i)).toHaveCount(0)
    await expect(page.getByRole('textbox')).toHaveValue('')
  })
})

test.describe('a scanner at the register', () => {
  const register = `place=register/${sessionId}`

  test('whose code was misread is told so and leaves an empty search; no name is asked to be added', async ({ open }) => {
    const page = await open(register)
    await page.keyboard.type('KASHA0123456')
    await page.keyboard.press('Enter')
    await expect(page.locator('#work').getByText(/This card is not one of ours/)).toBeVisible()
    await expect(page.getByRole('combobox', { name: 'Who is here?' })).toHaveValue('')
    await expect(page.getByRole('combobox', { name: 'Who is here?' })).toBeFocused()
  })

  test('that ends with a Tab signs in as with Enter, and the next scan finds an empty search', async ({ open }) => {
    const page = await open(register)
    await page.keyboard.type(pats.toLowerCase())
    await page.keyboard.press('Tab')
    await expect(page.getByRole('combobox', { name: 'Who is here?' })).toHaveValue('')
    await expect(page.getByRole('combobox', { name: 'Who is here?' })).toBeFocused()
    await expect(page.getByRole('list', { name: 'Here', exact: true }).getByRole('listitem').first()).toContainText('Pat Lomas')
  })
})
