/** Where the app runs in a test. */
export type HostName = 'browser' | 'electron' | 'package'

/** Options of the tests (tests/playwright.config.ts). */
export interface Rig {
  host: HostName
}
