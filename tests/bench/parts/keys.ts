import type { Press } from '../page/probe.ts'
import type { Laptop } from '../rig/laptop.ts'
import type { InventedGroup, InventedTeam } from '../world/team.ts'
import { openRegister } from './register.ts'

/** Milliseconds of each sign-in, from the key. */
export interface Pressed {
  /** Until the window had the worker's "it is on disk". */
  durable: number[]
  /** Until the frame after the one that showed the row. */
  drawn: number[]
  /** Where the time until durable went: to the worker and back is the rest. */
  untilAsked: number[]
  /** Tasks of the window over 50 ms meanwhile. */
  longTasks: number[]
}

/** Quicker than anybody at a door types; the search is asked at each letter. Milliseconds. */
const betweenKeys = 40
/** Somebody looks up before the next name. Milliseconds. */
const betweenPeople = 150
/** How many sign in at each of the usual registers. */
const perRegister = 48
const patienceMs = 10_000

/** Signs people in by keyboard: at usual registers one after the other, then a crowd of 300. */
export async function measurePresses(laptop: Laptop, team: InventedTeam, count: number): Promise<{ usual: Pressed; crowded: Pressed }> {
  const names = new Map(team.people.map((person) => [person.id, `${person.givenName.slice(0, 3)} ${person.familyName.slice(0, 3)}`]))
  const textsOf = (group: InventedGroup) => group.members.map((id) => names.get(id) ?? '')
  const usual: Press[] = []
  const usualTasks: number[] = []
  for (const group of team.groups.slice(1).filter((one) => one.daysAgo === 0)) {
    if (usual.length >= count) break
    usual.push(...await signInAt(laptop, group.name, textsOf(group).slice(0, Math.min(perRegister, count - usual.length))))
    usualTasks.push(...await longTasksOf(laptop))
  }
  const [crowd] = team.groups
  const crowded = crowd ? await signInAt(laptop, crowd.name, textsOf(crowd).slice(0, Math.ceil(count / 3))) : []
  return { usual: timesOf(usual, usualTasks), crowded: timesOf(crowded, await longTasksOf(laptop)) }
}

/** Since the last time they were asked for. */
function longTasksOf({ page }: Laptop): Promise<number[]> {
  return page.evaluate(() => window.probe.longTasks.splice(0))
}

async function signInAt(laptop: Laptop, group: string, texts: readonly string[]): Promise<Press[]> {
  await openRegister(laptop, group)
  await laptop.page.waitForTimeout(500)
  await laptop.page.evaluate(() => window.probe.longTasks.splice(0)) // opening a register is not signing in
  const done: Press[] = []
  for (const text of texts) {
    const press = await signIn(laptop, text)
    if (press.ok) done.push(press) // "alreadyHere": the letters meant somebody who is in
  }
  return done
}

async function signIn({ page }: Laptop, text: string): Promise<Press> {
  await page.evaluate(() => window.probe.arm())
  await page.keyboard.type(text, { delay: betweenKeys })
  await page.keyboard.press('Enter')
  const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error(`nobody was drawn for "${text}"`)), patienceMs).unref())
  const press = await Promise.race([page.evaluate(() => window.probe.pressDone()), late])
  await page.waitForTimeout(betweenPeople)
  return press
}

function timesOf(presses: readonly Press[], longTasks: number[]): Pressed {
  return {
    durable: presses.map((one) => one.durable - one.pressed),
    drawn: presses.map((one) => one.drawn - one.pressed),
    untilAsked: presses.map((one) => one.asked - one.pressed),
    longTasks,
  }
}
