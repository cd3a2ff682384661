import { readdirSync, rmSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { busyShare, machineOf, machineText } from './machine.ts'
import { measure } from './measure.ts'
import { optionsFrom, type Options } from './options.ts'
import { table, tell } from './report.ts'
import { isAlive } from '../../src/server/sql/embedded/processes.ts'

/**
 * `npm run bench`: measures what a laptop must be quick at, beside what this disk, a plain scan and PouchDB need for the
 * same in the same run. Prints where it was measured; exits 1 with --strict when a goal does not hold.
 */
const quiet = 0.15 // of the cores
const words = process.argv.slice(process.argv.findIndex((word) => /bench.run\.ts$/.test(word)) + 1) // build/node24.mjs may stand before
const options = optionsFrom(words)
if (options) await run(options)

async function run({ folder: place, json, strict, keep, ...options }: Options): Promise<void> {
  const machine = await machineOf(place)
  sweep(place)
  const folder = join(place, `run-${process.pid}`)
  await mkdir(folder, { recursive: true })
  process.once('exit', () => {
    if (!keep) rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130)) // the database and the folder go at "exit"
  const { lines, facts, remarks } = await measure(options, folder)
  const busy = Math.max(machine.busy, await busyShare())
  if (busy > quiet) remarks.unshift(`Others used ${Math.round(busy * 100)} % of this machine's cores: take the figures when it is quiet.`)
  const told = tell(lines)
  process.stdout.write(`\n${machineText(machine, facts)}\n\n${table(told)}\n\n${remarks.join('\n')}\n`)
  if (json)
    await writeFile(json, JSON.stringify({ at: new Date().toISOString(), sizes: options.sizes, machine, facts, lines: told, remarks }, null, 2))
  if (strict && told.some((line) => line.holds === false)) process.exitCode = 1
}

/** Takes away what a run left that was killed. */
function sweep(place: string): void {
  for (const name of readdirSync(place)) {
    const pid = Number(/^run-(\d+)$/.exec(name)?.[1])
    if (pid && !isAlive(pid)) rmSync(join(place, name), { recursive: true, force: true })
  }
}
