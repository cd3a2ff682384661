import { parseArgs } from 'node:util'
import type { HostName } from '../e2e/rig/rig.ts'

/** What a rig was asked on its command line. */
export interface Options {
  /** How often: `--rounds`, or `--cuts`. */
  rounds: number
  /** The chance of the whole run. */
  seed: number
  /** With its flushes switched off: the control, which must lose. */
  broken: boolean
}

/** Reads the command line. @param usually how often, where it does not say */
export function readOptions(words: string[], usually: number): Options {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ args: words, options: { rounds: text, cuts: text, seed: text, broken: { type: 'boolean' } } })
  return { rounds: Number(values.rounds ?? values.cuts ?? usually), seed: Number(values.seed ?? 1), broken: values.broken === true }
}

/** The hosts that this machine can drive, found out by run.ts. A package runs the desktop app's code and is left out. */
export function hostsHere(): HostName[] {
  return (process.env['GATHER_HOSTS'] ?? 'browser').split(',').filter((host): host is HostName => host === 'browser' || host === 'electron')
}
