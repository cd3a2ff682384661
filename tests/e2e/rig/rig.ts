/** Where the app runs in a test. */
export type HostName = 'browser' | 'electron' | 'package'

/** Options of the tests (tests/playwright.config.ts). */
export interface Rig {
  host: HostName
  /** Chromium with its windows, where a test is about more than the page: what it writes into its folder, keys that it takes itself. */
  wholeBrowser: boolean
  /** The key of a passphrase costs what it costs a team: a second of a core each time, and 256 MB. Otherwise a hundredth. */
  dearKey: boolean
}
