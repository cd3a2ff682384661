import { existsSync } from 'node:fs'

const whole = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium']
const shells = ['/usr/bin/chromium-headless-shell']

/** The machine's own Chromium as people have it, or none. */
export function ownChromium(): string | undefined {
  return whole.find(existsSync)
}

/** The same engine without its windows: opens a page in two thirds of the time. The whole one where it is not there. */
export function quickChromium(): string | undefined {
  return shells.find(existsSync) ?? ownChromium()
}
