import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { busyShare, machineOf, machineText } from './machine.ts'
import { measure } from './measure.ts'
import { optionsFrom } from './options.ts'
import { table, tell } from './report.ts'

/**
 * `npm run bench`: measures what a laptop must be quick at, beside what this disk, a plain scan and PouchDB need for the
 * same in the same run. Prints where it was measured; exits 1 with --strict when a goal does not hold.
 */
const quiet = 0.15 // of the cores
const words = process.argv.slice(process.argv.findIndex((word) => /bench.run\.ts$/.test(word)) + 1) // build/node24.mjs may stand before
const options = optionsFrom(words)
if (options) {
  const machine = await machineOf(options.folder)
  const folder = join(options.folder, `run-${process.pid}`)
  await mkdir(folder, { recursive: true })
  try {
    const { lines, facts, remarks } = await measure(options, folder)
    const busy = Math.max(machine.busy, await busyShare())
    if (busy > quiet) remarks.unshift(`Others used ${Math.round(busy * 100)} % of this machine's cores: take the figures when it is quiet.`)
    const told = tell(lines)
    process.stdout.write(`\n${machineText(machine, facts)}\n\n${table(told)}\n\n${remarks.join('\n')}\n`)
    if (options.json) await writeFile(options.json, JSON.stringify({ at: new Date().toISOString(), sizes: options.sizes, machine, facts, lines: told, remarks }, null, 2))
    if (options.strict && told.some((line) => line.holds === false)) process.exitCode = 1
  } finally {
    if (!options.keep) await rm(folder, { recursive: true, force: true })
  }
}
