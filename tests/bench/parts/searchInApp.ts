import { sessionIdOf } from '../../../src/shared/std/ids.ts'
import type { Laptop } from '../rig/laptop.ts'
import { scan, scanOf, scanWords } from '../world/plainScan.ts'
import { queriesFor } from '../world/queries.ts'
import { sessionsNow, type InventedTeam } from '../world/team.ts'

/** Milliseconds of each search, in the order of the queries. */
export interface SearchedInApp {
  /** From the window's question to the worker's answer in the window. */
  ours: number[]
  /** The plain scan in the window itself, with nothing to cross. */
  scan: number[]
}

declare global {
  interface Window {
    scanned: { texts: string[]; wanted: string[][]; times: number[] }
  }
}

/** The search as people have it: ranked for today's first register, through the worker; and the scan in the same Chromium. */
export async function searchInApp(laptop: Laptop, team: InventedTeam, count: number): Promise<SearchedInApp> {
  const now = team.groups[0] && sessionsNow(team, team.groups[0])[0]
  if (!now) throw new Error('the first group meets today')
  const sessionId = sessionIdOf(now.groupId, now.date, now.slot)
  const queries = queriesFor(team.people, count)
  const texts = queries.map((query) => query.text)
  await laptop.page.evaluate(askAll, { sessionId, texts: texts.slice(0, 40) }) // warm, as after a morning's typing
  const ours = await laptop.page.evaluate(askAll, { sessionId, texts })
  await laptop.page.evaluate(
    (given) => {
      window.scanned = { ...given, times: [] }
    },
    { texts: scanOf(team.people).texts, wanted: texts.map(scanWords) },
  )
  await laptop.page.evaluate(`(${scanAll.toString()})(${scan.toString()})`) // as text: the page's policy lets nothing else in
  return { ours, scan: await laptop.page.evaluate(() => window.scanned.times) }
}

async function askAll({ sessionId, texts }: { sessionId: string; texts: string[] }): Promise<number[]> {
  const times: number[] = []
  for (const text of texts) {
    const began = performance.now()
    await window.probe.call('search', { sessionId, text })
    times.push(performance.now() - began)
  }
  return times
}

/** Milliseconds have one digit behind the point in a page, so each is taken as the mean of four. */
function scanAll(look: typeof scan): void {
  const { texts, wanted, times } = window.scanned
  for (const words of wanted) {
    const began = performance.now()
    for (let again = 0; again < 4; again++) look(texts, words, 20)
    times.push((performance.now() - began) / 4)
  }
}
