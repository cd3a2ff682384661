import { globSync, readFileSync } from 'node:fs'
import { randomInt } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { run } from './programs.ts'

/**
 * `npm run properties -- [--seed S] [--runs N]`: plays every property with seeds that nobody has tried, N one after the
 * other (1 unless said), and says which. With a seed it begins there, so that what failed fails again.
 */
const root = fileURLToPath(new URL('../..', import.meta.url))
process.chdir(root)
process.env['PATH'] = join(root, 'node_modules/.bin') + (process.platform === 'win32' ? ';' : ':') + process.env['PATH']

const words = process.argv.slice(process.argv.findIndex((word) => /properties\.ts$/.test(word)) + 1) // build/node24.mjs may stand before
const { values } = parseArgs({ args: words, options: { seed: { type: 'string' }, runs: { type: 'string', default: '1' } } })
const first = values.seed === undefined ? randomInt(2 ** 31 - 1) : whole(values.seed, 'seed')
const seeds = Array.from({ length: whole(values.runs, 'runs') }, (_, at) => first + at)
const files = globSync('tests/**/*.test.ts').filter((file) => readFileSync(file, 'utf8').includes("from 'fast-check'"))

for (const seed of seeds) {
  console.log(`seed ${seed}`)
  const code = await run('vitest', ['run', '-c', 'tests/vitest.config.ts', ...files], { GATHER_SEED: String(seed) })
  if (code === 0) continue
  console.log(`a property failed: npm run properties -- --seed ${seed}`)
  process.exit(1)
}
console.log(`${files.length} files held with ${seeds.length === 1 ? `seed ${first}` : `the seeds ${first} to ${first + seeds.length - 1}`}`)

function whole(text: string, name: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 0) throw new Error(`--${name} takes a whole number from 0`)
  return number
}
