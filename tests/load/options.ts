import { parseArgs } from 'node:util'

/** What is killed in the middle. */
export type Victim = 'server' | 'postgres'

/** How many come, with how much, and what happens to them. */
export interface LoadOptions {
  devices: number
  /** Changes that each laptop brings. */
  changes: number
  /** Seconds over which they come in; 0: all in the same moment. */
  over: number
  kill: Victim | null
}

const usage = `npm run load -- [options]
  --devices N      laptops of one team (300)
  --changes N      changes that each brings (200)
  --over SECONDS   they come in spread over so long (0: all at once)
  --kill server|postgres   ended with SIGKILL in the middle, and started again
`

/** Reads the command line. Answers null when somebody asked how. Throws on a word that is none of these. */
export function optionsFrom(args: string[]): LoadOptions | null {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ args, options: { devices: text, changes: text, over: text, kill: text, help: { type: 'boolean' } } })
  if (values.help) {
    process.stdout.write(usage)
    return null
  }
  return {
    devices: countIn(values.devices ?? '300', 'devices', 1),
    changes: countIn(values.changes ?? '200', 'changes', 1),
    over: countIn(values.over ?? '0', 'over', 0),
    kill: victimIn(values.kill),
  }
}

/** A whole number that was said. Throws where it is none, or less than the least. */
export function countIn(text: string, name: string, least: number): number {
  const count = Number(text)
  if (!Number.isInteger(count) || count < least) throw new Error(`--${name} takes a whole number from ${least}`)
  return count
}

function victimIn(text: string | undefined): Victim | null {
  if (text === undefined) return null
  if (text !== 'server' && text !== 'postgres') throw new Error('--kill takes "server" or "postgres"')
  return text
}
