import { join } from 'node:path'
import { buildApp, type BuiltApp } from './rig/app.ts'
import { openDisplay, type Display } from './rig/display.ts'
import { seedTeam, startGather, type GatherServer } from './rig/gather.ts'
import { laptopFolder, openLaptop, versionsOf, type Laptop } from './rig/laptop.ts'
import { openCountedLine, type CountedLine } from './rig/line.ts'
import { withServerElsewhere } from './rig/elsewhere.ts'
import { openPeer } from './rig/peer.ts'
import { openBenchDatabase, type BenchDatabase } from './rig/postgres.ts'
import type { Options, Part, Sizes } from './options.ts'
import { measureCases } from './parts/cases.ts'
import { measureFlushes } from './parts/flush.ts'
import { joinAndLoad, type FirstLoad } from './parts/firstLoad.ts'
import { measurePresses, measureWindowWork } from './parts/keys.ts'
import { memoryOf } from './parts/memory.ts'
import { measurePeer } from './parts/peer.ts'
import { searchAlone } from './parts/searchAlone.ts'
import { searchInApp } from './parts/searchInApp.ts'
import { measureReports } from './parts/reports.ts'
import { measureUnlocks } from './parts/unlock.ts'
import { measureUploads } from './parts/upload.ts'
import { addCaseload } from './world/caseload.ts'
import { inventTeam, type InventedTeam } from './world/team.ts'
import { Figures } from './figures.ts'
import type { Measured } from './report.ts'

/** The same people in every run. */
const seeds = { small: 20261122, large: 20261123, cases: 20261124 }
/** A laptop after its first load, and nobody touches it. Milliseconds. */
const restMs = 30_000
/** Parts that need the real app in Electron, with a server: with the small team, and all of them. */
const withSmall: Part[] = ['search', 'load', 'unlock', 'keys', 'upload']
const inApp: Part[] = [...withSmall, 'cases', 'reports']

/** Runs the parts that were asked for. */
export async function measure(options: Pick<Options, 'sizes' | 'only' | 'noBuild'>, folder: string): Promise<Measured> {
  const { sizes, only } = options
  const figures = new Figures(sizes)
  const [people, many] = sizes.people
  const small = inventTeam({ people, rows: sizes.rows, nowMs: Date.now(), seed: seeds.small })
  const large = only.has('search') ? inventTeam({ people: many, rows: null, nowMs: Date.now(), seed: seeds.large }) : null
  if (only.has('flush')) figures.flushes(measureFlushes(folder, Math.ceil(sizes.flushes / 2)))
  if (large) {
    say('searching without the app')
    figures.searchAlone(people, searchAlone(small, sizes.queries))
    figures.searchAlone(many, searchAlone(large, sizes.queries))
  }
  const needsApp = inApp.some((part) => only.has(part))
  if (needsApp || only.has('peer')) {
    const display = await openDisplay()
    try {
      const built = buildApp(folder, options.noBuild)
      if (needsApp)
        await withServer(folder, figures, async (rig) => {
          const run = { ...rig, built, display, folder, only, sizes, figures }
          if (withSmall.some((part) => only.has(part))) await app(run, small, large)
          if (only.has('cases') || only.has('reports')) await lists(run)
        })
      if (only.has('peer')) await peer(built, display, folder, figures, small, sizes)
    } finally {
      await display.close()
    }
  }
  if (only.has('flush')) figures.flushes(measureFlushes(folder, Math.floor(sizes.flushes / 2)))
  return figures.told()
}

interface Rig {
  database: BenchDatabase
  server: GatherServer
  line: CountedLine
}

interface AppRun extends Rig {
  built: BuiltApp
  display: Display
  folder: string
  only: ReadonlySet<Part>
  sizes: Sizes
  figures: Figures
}

async function withServer(folder: string, figures: Figures, work: (rig: Rig) => Promise<void>): Promise<void> {
  say('starting database and server')
  const database = await openBenchDatabase(folder)
  try {
    figures.fact('database', `${database.version}: ${database.durability}`)
    const server = await startGather(database.url, folder)
    const line = await openCountedLine(server.port)
    try {
      await work({ database, server, line })
    } finally {
      await line.down()
      await server.close()
    }
  } finally {
    await database.close()
  }
}

/** Everything that the real app is measured at: the smaller team first, the larger for its search. */
async function app(run: AppRun, small: InventedTeam, large: InventedTeam | null): Promise<void> {
  const { only, sizes, figures, line, database } = run
  await seedTeam(database.sql, small, Date.now())
  await withLoaded(run, small, only.has('load') ? sizes.loads : 1, async (laptop, loads) => {
    if (only.has('load')) await afterLoad(laptop, loads, figures)
    figures.fact('app', await versionsOf(laptop.electron))
    if (only.has('search')) figures.searchInApp(sizes.people[0], await stage('searching', () => searchInApp(laptop, small, sizes.queries)))
    if (only.has('unlock')) figures.unlocks(await stage('unlocking', () => measureUnlocks(laptop, small, sizes.unlocks)))
    if (only.has('keys'))
      figures.fact('meanwhile', 'while keys are pressed the server is as elsewhere: its database flushes nothing, lowest priority')
    if (only.has('keys'))
      await withServerElsewhere(run, async () => {
        figures.presses(await stage('signing in', () => measurePresses(laptop, small, sizes.keys)))
        figures.memory('right after the sign-ins', memoryOf(laptop))
        await laptop.page.waitForTimeout(restMs)
        figures.memory('half a minute after the sign-ins', memoryOf(laptop))
        figures.windowWork(await stage('noting what the window does', () => measureWindowWork(laptop, small, sizes.keys)))
      })
    if (only.has('upload')) figures.days(await stage('sending days', () => measureUploads(laptop, small, line, sizes.days)))
  })
  if (!large) return
  await seedTeam(database.sql, large, Date.now())
  await withLoaded(run, large, 1, async (laptop, loads) => {
    figures.largeLoad(loads)
    figures.searchInApp(sizes.people[1], await stage('searching', () => searchInApp(laptop, large, sizes.queries)))
  })
}

/** The lists of those who work with cases, in a team of its own: as many people and registers as the small one, and a caseload. */
async function lists(run: AppRun): Promise<void> {
  const { only, sizes, figures, database } = run
  const team = inventTeam({ people: sizes.people[0], rows: sizes.rows, nowMs: Date.now(), seed: seeds.small })
  const caseload = addCaseload(team, { cases: sizes.cases, seed: seeds.cases })
  await seedTeam(database.sql, team, Date.now())
  await withLoaded(run, team, 1, async (laptop) => {
    figures.fact('app', await versionsOf(laptop.electron))
    await withServerElsewhere(run, async () => {
      if (only.has('cases')) figures.lists(await stage('going through the lists', () => measureCases(laptop, team, caseload, sizes.rounds)))
      if (only.has('reports'))
        figures.reports(await stage('reckoning reports', () => measureReports(laptop, team, Math.min(3, sizes.rounds), Math.min(200, sizes.keys))))
    })
  })
}

async function afterLoad(laptop: Laptop, loads: readonly FirstLoad[], figures: Figures): Promise<void> {
  figures.loads(loads)
  figures.memory('right after the first load', memoryOf(laptop))
  await laptop.page.waitForTimeout(restMs)
  figures.memory('half a minute later', memoryOf(laptop))
}

/** A laptop that has loaded a team afresh, so many times; work is done on the last. */
async function withLoaded(
  run: AppRun,
  team: InventedTeam,
  times: number,
  work: (laptop: Laptop, loads: FirstLoad[]) => Promise<void>,
): Promise<void> {
  const loads: FirstLoad[] = []
  for (let at = 0; at < times; at++) {
    const laptop = await openLaptop(run.built, run.display.name, laptopFolder(run.folder, `${team.id}-${at}`))
    try {
      loads.push(await stage(`loading ${team.people.length} people`, () => joinAndLoad(laptop, run.database.sql, team, run.line)))
      if (at === times - 1) await work(laptop, loads)
    } finally {
      await laptop.remove()
    }
  }
}

async function peer(built: BuiltApp, display: Display, folder: string, figures: Figures, team: InventedTeam, sizes: Sizes): Promise<void> {
  const opened = await stage('starting the peer', () => openPeer(built.electron, display.name, join(folder, 'peer')))
  try {
    figures.peer(await stage('PouchDB does the same', () => measurePeer(opened, team, sizes)))
  } finally {
    await opened.close()
  }
}

function stage<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
  say(name)
  return work()
}

/** To who waits: the report alone goes to standard output. */
function say(what: string): void {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${what} …\n`)
}
