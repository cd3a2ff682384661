import { dirname, resolve } from 'node:path'
import type { Machine } from './machine.ts'
import type { Counts } from './outcome.ts'
import { packOld } from './packOld.ts'
import { check, playwright, vitest } from './programs.ts'

/** One part of `npm test`. */
export interface Stage {
  name: string
  /** Why it cannot run on this machine, or null. Without it: runs anywhere. */
  needs?(machine: Machine): string | null
  run(machine: Machine): Promise<Counts>
}

/** In this order: what fails fastest comes first. */
export const stages: readonly Stage[] = [
  { name: 'typecheck', run: () => check('npm', ['run', '-s', 'typecheck']) },
  { name: 'lint', run: () => check('npm', ['run', '-s', 'lint']) },
  { name: 'unit', run: () => vitest('unit') },
  { name: 'pg', run: () => vitest('pg') },
  { name: 'simulation', run: () => check('node', ['tests/sim/run.ts', '--runs', '200']) },
  { name: 'build', run: () => check('npm', ['run', '-s', 'build', '--', '--logLevel', 'warn']) },
  { name: 'e2e browser', needs: () => null, run: () => playwright([], { GATHER_HOSTS: 'browser' }) },
  { name: 'e2e electron', needs: noDesktop, run: driveElectron },
  { name: 'e2e package', needs: noDesktop, run: drivePackage },
]

function noDesktop({ desktop, electron, whyNoElectron }: Machine): string | null {
  return desktop && electron ? null : whyNoElectron
}

async function driveElectron({ desktop, electron }: Machine): Promise<Counts> {
  if (electron?.old && (await buildOld()).failed > 0) return { passed: 0, failed: 1, skipped: 0 }
  const env = { GATHER_HOSTS: 'electron', GATHER_ELECTRON: electron?.path ?? '', GATHER_ELECTRON_APP: resolve(electron?.folder ?? '') }
  return playwright(desktop ?? [], env)
}

/** Packed with the old Electron, as Playwright cannot come in where the fuses are set (build/electron-builder.json). */
async function drivePackage({ desktop, electron }: Machine): Promise<Counts> {
  if (!electron?.old) return { passed: 0, failed: 0, skipped: 1 }
  if ((await buildOld()).failed > 0) return { passed: 0, failed: 1, skipped: 0 }
  const packed = await packOld(resolve('.'), dirname(electron.path))
  return playwright(desktop ?? [], { GATHER_HOSTS: 'package', GATHER_PACKAGE: packed })
}

let built: Promise<Counts> | null = null

function buildOld(): Promise<Counts> {
  built ??= check('npm', ['run', '-s', 'build', '--', '--logLevel', 'warn'], { GATHER_BUILD: 'electron22' })
  return built
}
