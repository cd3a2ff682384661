import { expect, test } from './fixtures.ts'
import { cafeLaptop, startKiosk, leaveKiosk } from './steps/kiosk.ts'
import { here, openRegister, search } from './steps/register.ts'
import { goTo } from './steps/team.ts'

test('story 40: cards are printed, sign in by scanner or six letters, and a lost one is stopped', async ({ surgery, laptop }) => {
  test.setTimeout(150_000)
  await cafeLaptop(laptop, surgery.firstCode)
  const { page } = laptop
  await goTo(page, 'Groups')
  await page.getByRole('button', { name: /Pain Café/ }).or(page.getByRole('link', { name: /Pain Café/ })).first().click()
  await page.getByRole('button', { name: 'Cards' }).click()
  await page.getByRole('button', { name: 'Nobody' }).click()
  for (const name of ['Derek Holloway', 'Ivy Pemberton']) await page.getByRole('checkbox', { name }).check()
  await page.getByRole('button', { name: 'Make and show 2 cards' }).click()
  const sheet = page.getByRole('region', { name: 'The sheet as it will be printed' })
  await expect(sheet.getByRole('img')).toHaveCount(2)
  expect(await sheet.innerText()).not.toMatch(/Holloway|Pemberton/)
  const cards = await sheet.getByRole('listitem').allInnerTexts()
  const [, dereks = '', ivys = ''] = /Derek[^]*?Type\s+(\w{3} \w{3})[^]*Ivy[^]*?Type\s+(\w{3} \w{3})/.exec(cards.join('\n')) ?? []

  await goTo(page, 'Today')
  await openRegister(page, 'Pain Café')
  await page.getByRole('heading', { name: 'Pain Café' }).waitFor()
  const kiosk = await startKiosk(laptop)
  await kiosk.getByRole('button', { name: 'I have a card' }).click()
  await kiosk.getByLabel('Letters on the card').fill(dereks.toLowerCase())
  await kiosk.getByRole('button', { name: 'Next' }).click()
  await expect(kiosk.getByText('Derek H.')).toBeVisible() // shown before anything is written
  await kiosk.getByRole('button', { name: 'Yes, sign me in' }).click()
  await kiosk.getByRole('button', { name: 'I am done' }).click()
  await kiosk.getByRole('textbox').pressSequentially('ZZZZZZZZZZZZZZZZ') // a scanner types fast, and Enter
  await kiosk.getByRole('textbox').press('Enter')
  await expect(kiosk.getByText(/We do not know this card/)).toBeVisible()
  await leaveKiosk(kiosk)
  await expect(here(page).getByText('Derek Holloway')).toBeVisible({ timeout: 20_000 })

  await search(page).fill('0000000000000000')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/This card is not one of ours/)).toBeVisible()

  await goTo(page, 'People')
  await page.getByText('Ivy Pemberton').first().click()
  await page.getByRole('button', { name: 'Lost: stop it and make a new one' }).click()
  await expect(page.getByText('1 older card was stopped.')).toBeVisible()
  await goTo(page, 'Today')
  await openRegister(page, 'Pain Café')
  const again = await startKiosk(laptop)
  await again.getByRole('button', { name: 'I have a card' }).click()
  await again.getByLabel('Letters on the card').fill(ivys)
  await again.getByRole('button', { name: 'Next' }).click()
  await expect(again.getByText(/This card does not work any more/)).toBeVisible()
})
