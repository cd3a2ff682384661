import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { takeOwnPlace } from './ownPlace.ts'
import { prepare, type Machine } from './machine.ts'
import { stages, type Stage } from './stages.ts'
import { total, type Outcome } from './outcome.ts'

/**
 * `npm test`: every check there is, stage by stage, each with its time. What this machine cannot run is named at the end;
 * where CI is set that is a failure, as is a program that still runs behind its tests. `npm test -- unit pg` runs the
 * stages whose names begin so.
 */
const root = fileURLToPath(new URL('../..', import.meta.url))
process.chdir(root)
process.env['PATH'] = join(root, 'node_modules/.bin') + (process.platform === 'win32' ? ';' : ':') + process.env['PATH']

const wanted = process.argv.slice(2).filter((word) => !word.endsWith('.ts'))
const isWanted = (stage: Stage) => wanted.length === 0 || wanted.some((word) => stage.name.startsWith(word))
const isCI = Boolean(process.env['CI'] || process.env['GATHER_CI'])
const began = Date.now()

const place = takeOwnPlace()
const machine = await prepare(stages.filter(isWanted).map((stage) => stage.name))
const outcomes: Outcome[] = []
for (const lanes of lanesOf(stages.filter(isWanted))) outcomes.push(...(await Promise.all(lanes.map(runAll))).flat())
finish(outcomes, await place.clear())

/** Stages one after the other, some of them in two lanes at a time. */
function lanesOf(wanted: readonly Stage[]): Stage[][][] {
  const turns: Stage[][][] = []
  for (const stage of wanted) {
    const lane = turns.at(-1)?.find((one) => one.at(-1)?.name === stage.after)
    if (lane) lane.push(stage)
    else if (stage.beside && turns.length > 0) turns.at(-1)?.push([stage])
    else turns.push([[stage]])
  }
  return turns
}

async function runAll(lane: readonly Stage[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const stage of lane) outcomes.push(await run(stage, machine))
  return outcomes
}

async function run(stage: Stage, on: Machine): Promise<Outcome> {
  const start = Date.now()
  process.stdout.write(`\n── ${stage.name} ${'─'.repeat(60 - stage.name.length)}\n`)
  const counts = await stage.run(on).catch((error: unknown) => {
    process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return { passed: 0, failed: 1, skipped: 0 }
  })
  const outcome = { name: stage.name, ...counts, ms: Date.now() - start }
  process.stdout.write(`── ${stage.name}: ${inWords(outcome)}\n`)
  return outcome
}

function finish(all: Outcome[], left: string[]): never {
  process.stdout.write('\n')
  for (const one of all) process.stdout.write(`${one.name.padEnd(12)}${inWords(one)}\n`)
  for (const line of machine.missing) process.stdout.write(`NOT RUN  ${line}\n`)
  for (const line of left) process.stdout.write(`LEFT BEHIND  ${line}\n`)
  const { passed, failed, skipped } = total(all)
  const broken = failed + left.length + (isCI ? machine.missing.length : 0)
  process.stdout.write(`${((Date.now() - began) / 60_000).toFixed(1)} minutes\n${passed} passed, ${broken} failed, ${skipped} skipped\n`)
  process.exit(broken > 0 ? 1 : 0)
}

function inWords({ passed, failed, skipped, ms }: Outcome): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped, ${(ms / 1000).toFixed(1)} s`
}
