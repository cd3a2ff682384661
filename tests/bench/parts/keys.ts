import type { Press } from '../page/probe.ts'
import { takeSpans, watchMain, watchWorker, type Span } from '../page/spans.ts'
import { watchTasks, type WindowWork } from '../page/tasks.ts'
import type { Laptop } from '../rig/laptop.ts'
import { sessionsNow, type InventedGroup, type InventedTeam } from '../world/team.ts'
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
  /** Each with all that went on meanwhile. */
  told: Told[]
}

/** A sign-in with what went on meanwhile. */
export interface Told {
  durable: number
  drawn: number
  /** What overlaps it, from the key on: when it began and how long it took, in milliseconds. */
  spans: { what: string; at: number; ms: number }[]
}

/** Quicker than anybody at a door types; the search is asked at each letter. Milliseconds. */
const betweenKeys = 40
/** Somebody looks up before the next name. Milliseconds. */
const betweenPeople = 150
/** How many sign in at each of the usual registers, and at each of the crowded. */
const perRegister = { usual: 48, crowded: 250 }
const patienceMs = 10_000
/** How many sign in while the window's work is noted, at most. */
const noted = 60
/** From here on a sign-in took too long: durable, drawn. Milliseconds. */
const slow = { durable: 30, drawn: 60 }

export function tookLong({ durable, drawn }: Told): boolean {
  return durable > slow.durable || drawn > slow.drawn
}

/** Signs people in by keyboard: at usual registers one after the other, then at those of a crowd of 300. */
export async function measurePresses(laptop: Laptop, team: InventedTeam, count: number): Promise<{ usual: Pressed; crowded: Pressed }> {
  const names = namesIn(team)
  const [crowd, ...groups] = team.groups.filter((one) => one.daysAgo === 0)
  const at = async (some: readonly InventedGroup[], most: number): Promise<Pressed> => {
    const pressed: Pressed = { durable: [], drawn: [], untilAsked: [], longTasks: [], told: [] }
    const sessions = some.flatMap((group) =>
      sessionsNow(team, group)
        .slice(1)
        .map(({ start }) => ({ group, start })),
    ) // the first is for other parts
    for (const { group, start } of sessions) {
      const left = count - pressed.durable.length
      if (left <= 0) break
      await openRegister(laptop, group.name, start)
      take(
        pressed,
        ...(await signInAll(
          laptop,
          group.members.slice(0, Math.min(most, left)).map((id) => names.get(id) ?? ''),
        )),
      )
    }
    return pressed
  }
  return { usual: await at(groups, perRegister.usual), crowded: await at(crowd ? [crowd] : [], perRegister.crowded) }
}

/** The window's work for each sign-in of a crowd of 300, at a register of its own: noting it takes time from what is measured by the clock. */
export async function measureWindowWork(laptop: Laptop, team: InventedTeam, count: number): Promise<WindowWork[]> {
  const [crowd] = team.groups.filter((one) => one.daysAgo === 0)
  if (!crowd) return []
  await openRegister(laptop, crowd.name)
  await laptop.page.waitForTimeout(500) // opening a register is not signing in
  const names = namesIn(team)
  return watchTasks(laptop, async (rests) => {
    for (const id of crowd.members.slice(0, Math.min(noted, count))) {
      await signIn(laptop, names.get(id) ?? '')
      await rests()
    }
  })
}

/** As somebody types them: three letters of each name. */
export function namesIn(team: InventedTeam): Map<string, string> {
  return new Map(team.people.map((person) => [person.id, `${person.givenName.slice(0, 3)} ${person.familyName.slice(0, 3)}`]))
}

/** Signs in at the register that is open. Answers the presses and what went on meanwhile in window, worker and main. */
export async function signInAll(laptop: Laptop, texts: readonly string[]): Promise<[Press[], Span[]]> {
  const { page, electron } = laptop
  await page.workers().at(-1)?.evaluate(watchWorker)
  await electron.evaluate(watchMain)
  await page.waitForTimeout(500)
  await spansOf(laptop) // opening a register is not signing in
  const done: Press[] = []
  for (const text of texts) {
    const press = await signIn(laptop, text)
    if (press.ok) done.push(press) // "alreadyHere": the letters meant somebody who is in
  }
  return [done, await spansOf(laptop)]
}

/** Since they were last asked for. */
async function spansOf({ page, electron }: Laptop): Promise<Span[]> {
  const all = await Promise.all([
    page.evaluate(() => window.probe.longTasks.splice(0)),
    page.workers().at(-1)?.evaluate(takeSpans),
    electron.evaluate(takeSpans),
  ])
  return all.flatMap((some) => some ?? [])
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

/** Puts presses to those of before. */
export function take(into: Pressed, presses: readonly Press[], spans: readonly Span[]): void {
  into.longTasks.push(...spans.filter((one) => one.what === 'window task').map((one) => one.to - one.from))
  for (const press of presses) {
    const [durable, drawn] = [press.durable - press.pressed, press.drawn - press.pressed]
    into.durable.push(durable)
    into.drawn.push(drawn)
    into.untilAsked.push(press.asked - press.pressed)
    into.told.push({ durable, drawn, spans: during(press, spans) })
  }
}

function during(press: Press, spans: readonly Span[]): Told['spans'] {
  const overlapping = spans.filter((one) => one.to >= press.pressed && one.from <= press.drawn)
  const told = [
    { what: 'the window asked', from: press.pressed, to: press.asked },
    { what: 'the window was answered', from: press.durable, to: press.durable },
    ...overlapping,
  ]
  return told.map(({ what, from, to }) => ({ what, at: from - press.pressed, ms: to - from })).sort((a, b) => a.at - b.at)
}
