import { askedReport, freshChoice } from '../../../src/renderer/features/reports/askedReport.ts'
import { reportsFor } from '../../../src/shared/reports/index.ts'
import { addDays } from '../../../src/shared/std/dates.ts'
import { putListProbe } from '../page/listProbe.ts'
import type { Laptop } from '../rig/laptop.ts'
import { sessionsNow, type InventedTeam } from '../world/team.ts'
import { namesIn, signInAll, take, type Pressed } from './keys.ts'
import { openRegister } from './register.ts'

/** What was found out about reports. Milliseconds. */
export interface Reported {
  /** Each over all years, from when it was asked for until the window had it: first after a write, so that nothing is kept from before. */
  answered: { name: string; ms: number }[]
  /** Each as its screen opens it, from the press until it was drawn, with the tasks of the window over 50 ms. */
  drawn: { name: string; told: number; ms: number; longTasks: number[] }[]
  /** Sign-ins with nothing else going on, and while one report after the other is reckoned. */
  alone: Pressed
  meanwhile: Pressed
  /** How many reports were answered while those were typed. */
  reckoned: number
}

const years = 3
const restMs = 20_000
const quietMs = 150

/** Asks for every report of a lead, opens each, and signs people in while reports are reckoned. @param signIns how many, each way */
export async function measureReports(laptop: Laptop, team: InventedTeam, rounds: number, signIns: number): Promise<Reported> {
  await laptop.page.evaluate(() => window.probe.watchStatus())
  await laptop.page.waitForTimeout(restMs) // nobody asks for a report in the first seconds, and what it counts is read ahead
  const answered = await askAll(laptop, team, rounds)
  const drawn = await openAll(laptop)
  const alone = await signInAt(laptop, team, 1, signIns)
  const before = await keepReckoning(laptop, team)
  const meanwhile = await signInAt(laptop, team, 2, signIns)
  const reckoned = (await laptop.page.evaluate(() => window.reckoned?.end() ?? 0)) - before
  return { answered, drawn, alone, meanwhile, reckoned }
}

function everyReport(team: InventedTeam, since = addDays(team.today, -years * 365)) {
  const choice = { ...freshChoice(team.today), from: since, groupId: null }
  return reportsFor('lead').flatMap(
    (name) => askedReport(name, choice) ?? askedReport(name, { ...choice, groupId: team.groups[0]?.id ?? null }) ?? [],
  )
}

async function askAll(laptop: Laptop, team: InventedTeam, rounds: number): Promise<Reported['answered']> {
  const answered: Reported['answered'] = []
  for (let at = 0; at < rounds; at++)
    for (const { name, params } of everyReport(team)) {
      await write(laptop, team, `${at} ${name}`)
      answered.push({ name, ms: await timeToAnswer(laptop, { name, params, forFile: false }) })
    }
  return answered
}

function timeToAnswer({ page }: Laptop, params: object): Promise<number> {
  return page.evaluate(async (given) => {
    const began = performance.now()
    await window.probe.call('ask', 'report', given)
    return performance.now() - began
  }, params)
}

/** A note about a session: registers and what is kept of them are read anew. */
async function write(laptop: Laptop, team: InventedTeam, text: string): Promise<void> {
  const person = team.people[text.length % team.people.length]
  const done = (await laptop.call('run', 'addNote', { aboutId: person?.id, text })) as { ok: boolean }
  if (!done.ok) throw new Error('the note was not written')
  await laptop.page.evaluate(() => window.probe.untilStatus('sent'))
}

async function openAll(laptop: Laptop): Promise<Reported['drawn']> {
  const { page } = laptop
  await page.evaluate(putListProbe)
  const drawn: Reported['drawn'] = []
  const goToTeam = () => page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'Team' }).click()
  const links = page.getByRole('heading', { name: 'Reports' }).locator('xpath=ancestor::section[1]').getByRole('button')
  await goToTeam()
  const names = (await links.allTextContents()).slice(0, reportsFor('lead').length) // the last leads to board reports
  for (const name of names) {
    await goToTeam()
    const link = links.filter({ hasText: new RegExp(`^${name}$`) })
    await link.waitFor()
    await page.evaluate((ms) => window.lists?.untilQuiet(ms), quietMs)
    await page.evaluate(() => window.lists?.arm(['report']))
    await link.click()
    const shown = await page.evaluate(() => window.lists?.shown())
    if (shown) drawn.push({ name, told: shown.told, ms: shown.drawn, longTasks: shown.longTasks })
  }
  return drawn
}

async function signInAt(laptop: Laptop, team: InventedTeam, nth: number, count: number): Promise<Pressed> {
  const pressed: Pressed = { durable: [], drawn: [], untilAsked: [], longTasks: [], told: [] }
  const names = namesIn(team)
  for (const group of team.groups.filter((one) => one.daysAgo === 0).slice(1)) {
    const left = count - pressed.durable.length
    const start = sessionsNow(team, group)[nth]?.start
    if (left <= 0 || !start) break
    await openRegister(laptop, group.name, start)
    take(
      pressed,
      ...(await signInAll(
        laptop,
        group.members.slice(0, Math.min(48, left)).map((id) => names.get(id) ?? ''),
      )),
    )
  }
  return pressed
}

declare global {
  interface Window {
    reckoned?: { count: number; end(): number }
  }
}

/** One report after the other, over other days each time, as if somebody turned the pages while the queue is at the door. */
function keepReckoning({ page }: Laptop, team: InventedTeam): Promise<number> {
  const all = Array.from({ length: 60 }, (_, nth) => everyReport(team, addDays(team.today, -years * 365 + nth))).flat()
  return page.evaluate(
    (reports) => {
      let goesOn = true
      const state = { count: 0, end: () => ((goesOn = false), state.count) }
      window.reckoned = state
      void (async () => {
        for (let at = 0; goesOn; at++) {
          await window.probe.call('ask', 'report', { ...reports[at % reports.length], forFile: false })
          state.count++
        }
      })()
      return state.count
    },
    all as unknown as object[],
  )
}
