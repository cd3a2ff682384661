import type { Frame, Page } from '@playwright/test'
import type { Laptop, Surgery } from '../fixtures.ts'
import { knows } from './known.ts'
import { openRegister } from './register.ts'
import { join, passphrase } from './team.ts'

/** Invented people of the Pain Café. Two are drawn alike; one begins like another. */
export const cafe = [
  ['Nisha', 'Kaur', '1962-03-14'],
  ['Nisha', 'Khan', '1970-08-02'],
  ['Nigel', 'Abbott', ''],
  ['Derek', 'Holloway', ''],
  ['Ivy', 'Pemberton', ''],
  ['Margaret', 'Ellison', ''],
  ['Marek', 'Zając', ''],
  ['Stan', 'Whitmore', ''],
  ['Gurpreet', 'Sandhu', ''],
  ['Wendy', 'Pryce', ''],
] as const

/** What the kiosk may draw of each, and what of nobody. */
export const drawn = cafe.map(([given, family]) => `${given} ${family.charAt(0)}.`)
export const families = cafe.map(([, family]) => family)

/** A laptop of the team with the café's people, its register open. */
export async function cafeLaptop(laptop: Laptop, surgery: Surgery): Promise<void> {
  const { page } = laptop
  const members = cafe.map(([given, family, bornOn]) => ({ given, family, bornOn }))
  await knows(surgery, { name: 'Pain Café', place: 'Café on the Square', counts: false, members })
  await join(laptop, surgery.firstCode, 'Café laptop')
  await openRegister(page, 'Pain Café')
}

/** Where the kiosk is drawn: a frame of the app in a browser, a window of its own on the desktop. */
export async function startKiosk(laptop: Laptop): Promise<Frame> {
  const { page, app } = laptop
  await page.getByRole('combobox', { name: 'Who is here?' }).waitFor()
  const opened = app?.waitForEvent('window')
  await page.keyboard.press('F10')
  const frame = opened ? (await opened).mainFrame() : await frameOf(page)
  await frame.getByRole('heading', { name: 'Hello. What is your first name?' }).waitFor()
  return frame
}

async function frameOf(page: Page): Promise<Frame> {
  const element = await page.locator('iframe').elementHandle()
  const frame = await element?.contentFrame()
  if (!frame) throw new Error('no frame')
  return frame
}

export function nameField(kiosk: Frame) {
  return kiosk.getByRole('textbox', { name: 'Your first name' })
}

/** Types a name as a person does. */
export async function typeName(kiosk: Frame, text: string): Promise<void> {
  await nameField(kiosk).fill('')
  await nameField(kiosk).pressSequentially(text, { delay: 20 })
}

/** Leaves by the passphrase. */
export async function leaveKiosk(kiosk: Frame, words = passphrase): Promise<void> {
  await kiosk.getByRole('button', { name: 'For the leader' }).click()
  await kiosk.getByLabel('Passphrase').fill(words)
  await kiosk.getByRole('button', { name: 'Leave the kiosk' }).click()
}
