import { app } from 'electron'

/**
 * Started by `npm start`, the app ends with its launcher, however that ended: a window whose server is gone would only
 * confuse, and would keep the next start out. On Windows an app without a console has no standard input; there the next
 * start brings the old window to the front instead.
 */
export function endWithLauncher(): void {
  if (process.env['GATHER_LEASH'] !== '1' || process.platform === 'win32') return
  process.stdin.once('close', () => app.quit()).resume()
}
