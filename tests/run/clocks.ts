import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { run } from './programs.ts'

/**
 * `npm run clocks -- [unit|pg] [2026-12-31 …]`: the tests at the moments at which dates go wrong, by a clock that the machine is
 * lied to about (Debian's `faketime`). Durations stay true. Names what failed; exits 1 if anything did.
 */
const root = fileURLToPath(new URL('../..', import.meta.url))
process.chdir(root)
process.env['PATH'] = join(root, 'node_modules/.bin') + ':' + process.env['PATH']

/** Local time of the zone behind it. Each begins so late that the turn comes while tests run. */
const moments: readonly (readonly [at: string, zone: string])[] = [
  ['2026-11-30 23:59:50', 'Europe/London'],
  ['2026-12-31 23:59:50', 'America/New_York'],
  ['2028-02-29 23:59:50', 'Europe/London'],
  ['2026-03-29 00:59:50', 'Europe/London'],
  ['2026-10-25 01:59:50', 'Europe/London'],
  ['2026-03-28 23:59:50', 'Pacific/Auckland'],
  ['2026-10-25 00:59:40', 'America/New_York'],
]

const words = process.argv.slice(process.argv.findIndex((word) => /clocks\.ts$/.test(word)) + 1) // build/node24.mjs may stand before
const isDay = (word: string) => /^\d/.test(word)
const projects = words.some((word) => !isDay(word)) ? words.filter((word) => !isDay(word)) : ['unit', 'pg']
const wanted = words.some(isDay) ? moments.filter(([at]) => words.some((word) => at.startsWith(word))) : moments
const failed: string[] = []
for (const [at, zone] of wanted) {
  console.log(`\n── ${at} ${zone}`)
  const env = { TZ: zone, FAKETIME_DONT_FAKE_MONOTONIC: '1' }
  const code = await run(
    'faketime',
    ['-f', `@${at}`, 'vitest', 'run', '-c', 'tests/vitest.config.ts', ...projects.flatMap((name) => ['--project', name])],
    env,
  )
  if (code === 127) throw new Error('no faketime here: apt-get install faketime')
  if (code !== 0) failed.push(`${at} ${zone}`)
}
console.log(failed.length === 0 ? `\nall ${wanted.length} moments are as any other` : `\nfailed at ${failed.join('; ')}`)
process.exit(failed.length === 0 ? 0 : 1)
