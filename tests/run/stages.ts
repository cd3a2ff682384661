import { dirname, resolve } from 'node:path'
import type { HostName } from '../e2e/rig/rig.ts'
import type { Machine } from './machine.ts'
import type { Counts } from './outcome.ts'
import { packOld } from './packOld.ts'
import { check, playwright, vitest } from './programs.ts'

/** One part of `npm test`. */
export interface Stage {
  name: string
  run(machine: Machine): Promise<Counts>
  /** Runs beside what stands before it: each of the two leaves a core to the other. `after`: then goes on in the lane of that one. */
  beside?: true
  after?: string
}

/** In this order: what fails fastest comes first. */
export const stages: readonly Stage[] = [
  { name: 'typecheck', run: () => check('npm', ['run', '-s', 'typecheck']) },
  { name: 'lint', beside: true, run: () => check('npm', ['run', '-s', 'lint']) },
  { name: 'unit', run: () => vitest('unit') },
  { name: 'pg', run: () => vitest('pg') },
  { name: 'simulation', beside: true, run: () => check('node', ['tests/sim/run.ts', '--runs', '24']) },
  { name: 'build', after: 'simulation', run: build },
  { name: 'screens', run: () => playwright('tests/ui/playwright.config.ts') },
  { name: 'e2e', run: drive },
]

/** Builds what the machine can drive, and packs it. */
async function build({ electron }: Machine): Promise<Counts> {
  const command = ['run', '-s', 'build', '--', '--logLevel', 'warn']
  const today = await check('npm', command)
  return electron?.old ? check('npm', command, { GATHER_BUILD: 'electron22' }) : today
}

/** Every host at once, so that a long test in one leaves the other core to the rest. */
async function drive(machine: Machine): Promise<Counts> {
  const { desktop, electron } = machine
  const env = {
    GATHER_HOSTS: hostsOf(machine).join(','),
    ...(process.argv.includes('--every-host') ? { GATHER_EVERY_HOST: '1' } : {}),
    GATHER_ELECTRON: electron?.path ?? '',
    GATHER_ELECTRON_APP: resolve(electron?.folder ?? ''),
    GATHER_PACKAGE: electron?.old ? await packOld(resolve('.'), dirname(electron.path)) : '',
  }
  return playwright('tests/playwright.config.ts', desktop ?? [], env)
}

/**
 * Where the app can be driven here; GATHER_HOSTS narrows it. Only what is built with the old Electron is driven packed:
 * Playwright cannot come in where the fuses are set (build/electron-builder.json).
 */
export function hostsOf({ electron }: Machine): HostName[] {
  const able: HostName[] = ['browser', ...(electron ? ['electron' as const] : []), ...(electron?.old ? ['package' as const] : [])]
  const wanted = process.env['GATHER_HOSTS']?.split(',')
  return able.filter((host) => !wanted || wanted.includes(host))
}
