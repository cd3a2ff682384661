import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { addGroup, importMembers, today } from './steps/groups.ts'
import { here, openRegister, search, signIn, tile } from './steps/register.ts'
import { goTo, join, status } from './steps/team.ts'

/** How one of the six groups runs, as a facilitator would tell it (domain 10.2). */
interface Play {
  name: string
  place: string
  runs: string
  counts: boolean
  /** The counts in their order, as the tiles call them. */
  moments: string[]
  checks: string[]
  /** Who comes along with the first one. */
  brings?: { kind: string; number: number }
  babies?: boolean
  cafe: boolean
}

const plays: Play[] = [
  {
    name: 'Walk and Talk',
    place: 'Riversley Park',
    runs: 'A walk',
    counts: true,
    moments: ['counted out', 'counted half-way', 'counted back'],
    checks: ['A second adult is here'],
    brings: { kind: 'carer', number: 1 },
    cafe: true,
  },
  {
    name: 'Walking Football',
    place: 'Pingles Leisure Centre',
    runs: 'Walking football',
    counts: true,
    moments: ['counted at the start', 'counted half-way', 'counted at the end'],
    checks: ['Where the nearest defibrillator is'],
    cafe: true,
  },
  {
    name: 'Buggy Talk',
    place: 'Miners Welfare Park',
    runs: 'A buggy walk',
    counts: true,
    moments: ['counted out', 'counted half-way', 'counted back'],
    checks: ['The route is safe for prams'],
    brings: { kind: 'baby', number: 2 },
    babies: true,
    cafe: true,
  },
  {
    name: 'Seated Exercise',
    place: 'Bedworth Civic Hall',
    runs: 'Seated exercise',
    counts: true,
    moments: ['counted at the start', 'counted at the end'],
    checks: ['Chairs are sound, without arms, on dry floor'],
    cafe: true,
  },
  { name: 'Pain Café', place: 'Café on the Square', runs: 'A café', counts: false, moments: [], checks: ['The room is open and warm'], cafe: false },
  {
    name: 'Active Sky Blues',
    place: 'Community Stadium',
    runs: 'A partner’s session',
    counts: true,
    moments: ['counted at the start', 'counted at the end'],
    checks: ['The partner’s list is here'],
    brings: { kind: 'child', number: 1 },
    cafe: false,
  },
]

const people = ['Ada Ashdown', 'Bill Barrow', 'Cissie Cole', 'Dev Dhillon', 'Edna Eccles', 'Frank Farr']
const csv = ['First name,Last name', ...people.map((name) => name.replace(' ', ','))].join('\n')

test('one whole session of each of the six groups, from arrival to close, offline', async ({ surgery, openLaptop }) => {
  test.setTimeout(300_000)
  const laptop = await openLaptop('Blue laptop')
  const { page } = laptop
  await join(laptop, surgery.firstCode, 'Blue laptop')
  for (const [at, play] of plays.entries()) {
    await addGroup(page, { ...play, day: today() })
    if (at > 0) continue
    await importMembers(page, csv)
    await page.getByRole('button', { name: `Import ${people.length} people` }).click()
    await expect(page.getByText(`${people.length} new people`)).toBeVisible()
  }
  await status(page, 'Everything is at the surgery')
  await laptop.network(false)
  for (const play of plays) await test.step(play.name, () => playOne(page, play))
  await laptop.network(true)
  await goTo(page, 'At the surgery')
  await page.getByRole('button', { name: 'Send now' }).click()
  await status(page, 'Everything is at the surgery', 40_000)
  const [closed] = await surgery.ask<{ count: string }>(
    `select count(*) from record_row where record = 'session' and body #>> '{fields,closedAt}' is not null`,
    [],
  )
  expect(Number(closed?.count), 'closed sessions at the surgery').toBe(plays.length)
})

async function playOne(page: Page, play: Play): Promise<void> {
  await openRegister(page, play.name)
  await check(page, play)
  for (const name of people.slice(0, 3)) await signIn(page, letters(name), name)
  if (play.brings) await comesAlong(page, people[0]!, play.brings)
  await addNewcomer(page, `Gwen ${play.name.replaceAll(/[^A-Za-z]/g, '')}`)
  if (play.name === 'Walk and Talk') await marks(page)
  const heads = 4 + (play.brings && !play.babies ? play.brings.number : 0)
  for (const moment of play.moments) await count(page, moment, heads, play)
  if (play.moments.length === 0) await expect(page.getByRole('button', { name: 'Head count' })).toBeHidden()
  if (play.cafe) await cafe(page, play)
  await close(page)
}

function letters(name: string): string {
  return name
    .split(' ')
    .map((word) => word.slice(0, 2))
    .join(' ')
}

async function check(page: Page, play: Play): Promise<void> {
  await page.keyboard.press('F2')
  const dialog = page.getByRole('dialog', { name: 'Before you start' })
  for (const name of play.checks) {
    await dialog.getByRole('checkbox', { name }).click()
    await expect(dialog.getByRole('checkbox', { name })).toBeChecked()
  }
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(search(page)).toBeFocused()
}

async function comesAlong(page: Page, name: string, { kind, number }: NonNullable<Play['brings']>): Promise<void> {
  await page.getByRole('button', { name: `More about ${name}` }).click()
  await page.getByRole('menuitem', { name: 'Someone came with them' }).click()
  const dialog = page.getByRole('dialog', { name: `Who came with ${name}?` })
  for (let times = 0; times < number; times++) await dialog.getByRole('button', { name: `One more: ${kind}` }).click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  await expect(here(page).getByText(new RegExp(`with ${number} `))).toBeVisible()
}

async function addNewcomer(page: Page, name: string): Promise<void> {
  await search(page).focus()
  await page.keyboard.type(name)
  await page.keyboard.press('Control+n')
  await expect(page.getByLabel('First name')).toHaveValue('Gwen')
  await page.getByRole('button', { name: 'Save and sign in' }).click()
  await expect(here(page).getByText(name)).toBeVisible()
  const later = page.getByRole('button', { name: 'Later' })
  if (await later.isVisible()) await later.click()
}

/** Stories 4 and 12: told before, the rest absent, and no mark is overwritten. */
async function marks(page: Page): Promise<void> {
  const [told, rest] = [people[3]!, people[4]!]
  await page.getByRole('button', { name: `Not here: ${told}` }).click()
  await page.getByRole('menuitem', { name: 'They told us they can’t come' }).click()
  await expect(page.getByRole('list', { name: 'Not yet here' }).getByText('Told us before')).toBeVisible()
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Mark the rest absent' }).click()
  await page.getByRole('button', { name: 'Mark 2 people absent' }).click()
  await expect(page.getByRole('list', { name: 'Not yet here' }).getByText('Absent')).toHaveCount(2)
  await expect(page.getByRole('list', { name: 'Not yet here' }).getByText('Told us before')).toHaveCount(1)
  await signIn(page, letters(rest), rest) // late after all: a sign-in is stronger than a mark
  await page.getByRole('button', { name: `Undo: ${rest} signed in` }).click()
  await expect(here(page).getByText(rest)).toBeHidden()
}

async function count(page: Page, moment: string, heads: number, play: Play): Promise<void> {
  await page.keyboard.press('F9')
  await page.getByRole('textbox', { name: 'People counted' }).fill(String(heads))
  if (play.babies) await expect(page.getByRole('textbox', { name: 'Babies counted' })).toHaveValue(String(play.brings?.number))
  await expect(page.getByText('Everybody is there.')).toBeVisible()
  await page.getByRole('button', { name: 'Save this count' }).click()
  await tile(page, moment, `${heads} of ${heads}`)
}

async function cafe(page: Page, play: Play): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'The café' }).click()
  await page.getByRole('textbox', { name: 'Drinks' }).fill('5')
  await page.getByRole('textbox', { name: 'Quiz' }).fill('Songs of the sixties')
  await page.getByRole('button', { name: 'Begin the café' }).click()
  await expect(page.getByText(/^Began at /)).toBeVisible()
  if (play.name === 'Walk and Talk') {
    await search(page).fill(letters(people[5]!))
    await expect(page.getByRole('option', { name: people[5]! })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('list', { name: 'Who is here for drinks' }).getByText('Café only')).toBeVisible()
  }
  await page.getByRole('button', { name: `${people[1]} went home` }).click()
  await expect(page.getByRole('list', { name: 'Who is here for drinks' }).getByText(people[1]!)).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(search(page)).toBeVisible()
}

async function close(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Close session' }).click()
  await page.getByLabel('Is anyone worth a call?').fill('Edna, who was tired')
  await page.getByRole('button', { name: 'Close the register' }).click()
  await expect(page.getByText('The register is closed.').first()).toBeVisible()
}
