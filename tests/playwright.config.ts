import { defineConfig } from '@playwright/test'
import type { Rig } from './e2e/rig/rig.ts'

/**
 * End to end, by role and label, in every host there is: `browser` (the app as the server serves it, in a current Chromium),
 * `electron` (the desktop app) and `package` (the same, packed). tests/run.ts finds out which of them a machine can run and
 * names them in GATHER_HOSTS; tests/e2e.sh gives them a display and a keyring.
 */
const hosts = (process.env['GATHER_HOSTS'] ?? 'browser').split(',').filter(Boolean).sort(desktopFirst) as Rig['host'][]

/** The test that types for a minute is the desktop's: begun last, it would keep everybody waiting. */
function desktopFirst(a: string, b: string): number {
  return Number(b === 'electron') - Number(a === 'electron')
}

/**
 * Long ones of which no line asks for the host: where both are there, each is played in one of them, the desktop's where files, windows
 * or the printer are in it; `GATHER_EVERY_HOST=1` plays them in both.
 */
const elsewhere = {
  browser: {
    testIgnore: ['plays', 'paper', 'keyboard', 'office', 'hostile', 'wipe', 'reports', 'walk', 'fromReferral'],
    grepInvert:
      /participants sign themselves in|a name left standing|only the passphrase leaves|another language|cards are printed|memory has no name, comes back/,
  },
  electron: { testIgnore: ['together', 'newcomer', 'firstDay'], grepInvert: /half typed at the moment of the lock/ },
}

function notIn(host: keyof typeof elsewhere, never: string): { testIgnore: string[]; grepInvert?: RegExp } {
  const isThereAnother = hosts.includes('browser') && hosts.includes('electron')
  const { testIgnore, grepInvert } = elsewhere[host]
  const names = isThereAnother && !process.env['GATHER_EVERY_HOST'] ? [never, ...testIgnore] : [never]
  return { testIgnore: names.map((name) => `**/${name}.spec.ts`), ...(names.length > 1 ? { grepInvert } : {}) }
}

/** Of the shell what packing can change: where the package is driven too, it is played there. */
const packed =
  /opens one window|forbids scripts|only the files|a frame that main|by the system keyring|prints by the system|a crash of the page|a second start/

/** Of the shell what packing cannot change: played on the files as they are, and packed with `GATHER_EVERY_HOST=1`. */
const packedOrNot = /neither Node|the preload gives|no other page|no keyring|saves a file|locked or put to sleep|no crash dumps/

function notPacked({ testIgnore, grepInvert }: ReturnType<typeof notIn>): { testIgnore: string[]; grepInvert?: RegExp } {
  if (!hosts.includes('package') || process.env['GATHER_EVERY_HOST']) return { testIgnore, ...(grepInvert ? { grepInvert } : {}) }
  return { testIgnore, grepInvert: new RegExp([packed, ...(grepInvert ? [grepInvert] : [])].map((one) => one.source).join('|')) }
}

/** What is not for every host: the browser has no shell; Chromium 108 would hide a missing durability setting; a package is the same app. */
const part: Record<Rig['host'], { testIgnore?: string[]; testMatch?: string[]; grepInvert?: RegExp }> = {
  browser: notIn('browser', 'shell'),
  electron: notPacked(notIn('electron', 'durable')),
  package: process.env['GATHER_EVERY_HOST']
    ? { testMatch: ['**/shell.spec.ts', '**/walk.spec.ts'] }
    : { testMatch: ['**/shell.spec.ts'], grepInvert: packedOrNot },
}

export default defineConfig<Rig>({
  testDir: 'e2e',
  outputDir: '../test-results',
  globalSetup: './e2e/rig/database.ts',
  projects: hosts.map((host) => ({ name: host, use: { host }, ...part[host] })),
  workers: 3, // two cores; some tests mostly wait, for a clock or for somebody who types
  fullyParallel: true,
  forbidOnly: true,
  use: { actionTimeout: 30_000 },
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
})
