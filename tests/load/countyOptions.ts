import { parseArgs } from 'node:util'
import { countIn } from './options.ts'

/** How large the county is, and who exchanges meanwhile. */
export interface CountyOptions {
  teams: number
  /** People of each. */
  people: number
  devices: number
  /** Changes that each laptop brings. */
  changes: number
  /** Seconds over which they come in. */
  over: number
}

const usage = `npm run load:county -- [options]
  --teams N      teams in one database (300; 30 GB)
  --people N     people of each (5000)
  --devices N    laptops that exchange meanwhile (100)
  --changes N    changes that each brings (200)
  --over SECONDS they come in spread over so long (60)
`

/** Reads the command line. Answers null when somebody asked how. Throws on a word that is none of these. */
export function countyOptionsFrom(args: string[]): CountyOptions | null {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    args,
    options: { teams: text, people: text, devices: text, changes: text, over: text, help: { type: 'boolean' } },
  })
  if (values.help) {
    process.stdout.write(usage)
    return null
  }
  return {
    teams: countIn(values.teams ?? '300', 'teams', 1),
    people: countIn(values.people ?? '5000', 'people', 50),
    devices: countIn(values.devices ?? '100', 'devices', 1),
    changes: countIn(values.changes ?? '200', 'changes', 1),
    over: countIn(values.over ?? '60', 'over', 0),
  }
}
