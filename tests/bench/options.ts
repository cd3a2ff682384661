import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** The parts of a run, in the order they are taken. */
export const parts = ['flush', 'search', 'load', 'unlock', 'keys', 'upload', 'cases', 'reports', 'peer'] as const
export type Part = (typeof parts)[number]

/** How much of everything. */
export interface Sizes {
  /** Appends with fdatasync: half before the key presses, half after. */
  flushes: number
  /** Sign-ins by keyboard at usual registers, as many with 300 members, and documents put by the peer. */
  keys: number
  /** People of the smaller and of the larger team. */
  people: [small: number, large: number]
  /** Rows of the smaller team: people, memberships, three years of registers. */
  rows: number
  /** First loads of it, each into a fresh profile. */
  loads: number
  /** Unlocks from a fresh start of the app, and as many after a lock. */
  unlocks: number
  /** Different queries to the search. */
  queries: number
  /** Days sent, each of 60 sign-ins. */
  days: number
  /** Open cases and entries of the directory of the team that works with them. */
  cases: number
  /** Ways through all of its lists. */
  rounds: number
}

export interface Options {
  sizes: Sizes
  only: ReadonlySet<Part>
  /** Where profiles and databases lie while it runs: must be on a disk. */
  folder: string
  /** Write what was measured to this file. */
  json: string | null
  /** Exit 1 when a goal is missed. */
  strict: boolean
  /** Take the app as it was built last. */
  noBuild: boolean
  /** Leave profiles and databases where they are. */
  keep: boolean
}

const full: Sizes = {
  flushes: 400,
  keys: 1000,
  people: [10_000, 50_000],
  rows: 50_000,
  loads: 3,
  unlocks: 5,
  queries: 300,
  days: 5,
  cases: 2000,
  rounds: 6,
}
const quick: Sizes = { flushes: 100, keys: 60, people: [2000, 5000], rows: 6000, loads: 1, unlocks: 2, queries: 120, days: 2, cases: 400, rounds: 2 }

const usage = `npm run bench -- [options]
  --quick          small sizes, for a look: the goals are then not those of the real sizes
  --only a,b       of ${parts.join(', ')}
  --rows N --people N[,N] --keys N --loads N --unlocks N --days N --queries N --flushes N --cases N --rounds N
  --dir FOLDER     where profiles and databases lie meanwhile (a disk; default node_modules/.cache/gather-bench)
  --json FILE      write what was measured
  --strict         exit 1 when a goal does not hold
  --no-build       take the app as it was built last
  --keep           leave profiles and databases there
`

/** Reads the command line. Answers null when somebody asked how. */
export function optionsFrom(args: string[]): Options | null {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: 'boolean' },
      strict: { type: 'boolean' },
      keep: { type: 'boolean' },
      'no-build': { type: 'boolean' },
      help: { type: 'boolean' },
      only: { type: 'string' },
      dir: { type: 'string' },
      json: { type: 'string' },
      people: { type: 'string' },
      rows: { type: 'string' },
      keys: { type: 'string' },
      loads: { type: 'string' },
      unlocks: { type: 'string' },
      days: { type: 'string' },
      queries: { type: 'string' },
      flushes: { type: 'string' },
      cases: { type: 'string' },
      rounds: { type: 'string' },
    },
  })
  if (values.help) {
    process.stdout.write(usage)
    return null
  }
  const sizes = { ...(values.quick ? quick : full) }
  for (const name of ['rows', 'keys', 'loads', 'unlocks', 'days', 'queries', 'flushes', 'cases', 'rounds'] as const) {
    if (values[name] !== undefined) sizes[name] = countIn(values[name], name)
  }
  if (values.people !== undefined) sizes.people = twoIn(values.people)
  return {
    sizes,
    only: partsIn(values.only),
    folder: resolve(values.dir ?? 'node_modules/.cache/gather-bench'),
    json: values.json ?? null,
    strict: values.strict ?? false,
    noBuild: values['no-build'] ?? false,
    keep: values.keep ?? false,
  }
}

function countIn(text: string, name: string): number {
  const count = Number(text)
  if (!Number.isInteger(count) || count < 1) throw new Error(`--${name} takes a whole number from 1`)
  return count
}

function twoIn(text: string): [number, number] {
  const [small = '', large = small] = text.split(',')
  return [countIn(small, 'people'), countIn(large, 'people')]
}

function partsIn(text: string | undefined): ReadonlySet<Part> {
  if (text === undefined) return new Set(parts)
  const asked = text.split(',')
  const unknown = asked.find((name) => !parts.some((part) => part === name))
  if (unknown !== undefined) throw new Error(`--only takes ${parts.join(', ')}, not "${unknown}"`)
  return new Set(parts.filter((part) => asked.includes(part)))
}
