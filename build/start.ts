import { openApp } from './launch/app.ts'
import { buildIfStale } from './launch/built.ts'
import { findElectron } from './launch/electron.ts'
import { stopWith } from './launch/children.ts'
import { startServer } from './launch/server.ts'

/**
 * `npm start`: builds what changed, starts the server with its own database, opens the app. When the window closes, or on
 * Ctrl+C, everything it started ends with it. Where the desktop app cannot run, the same app opens in a browser.
 */
const say = (line: string) => process.stdout.write(`${line}\n`)
const children = stopWith(say)
try {
  await buildIfStale(say)
  const [server, electron] = await Promise.all([startServer(children, say), findElectron(say)])
  await openApp({ server, electron, children, say })
  await children.stop(0)
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  await children.stop(1)
}
