import { resolveConfig } from 'electron-vite'
import { createServer } from 'vite'
import { cannotShow } from './launch/app.ts'
import { electronVite, root } from './launch/built.ts'
import { stopWith } from './launch/children.ts'
import { findElectron, type Electron } from './launch/electron.ts'
import { startServer } from './launch/server.ts'

/** `npm run dev`: the server, and the app by Vite's dev server; what is changed in src/ shows at once. */
const say = (line: string) => process.stdout.write(`${line}\n`)
const children = stopWith(say)
try {
  const [server, electron] = await Promise.all([startServer(children, say), findElectron(say)])
  process.env['GATHER_LOCAL_SERVER'] = server.address
  const why = cannotShow(electron)
  if (why || !electron) await serveBrowser(why ?? '')
  else await runDesktop(electron)
  await children.stop(0)
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  await children.stop(1)
}

async function runDesktop(electron: Electron): Promise<void> {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0
  const args = [electronVite, 'dev', '--watch', ...(isRoot ? ['--noSandbox'] : [])]
  const env = { GATHER_SAMPLE: '1', ELECTRON_EXEC_PATH: electron.path }
  await children.start(process.execPath, args, { env, stdio: 'inherit', cwd: root }).ended
}

/** Only the window's part: electron-vite itself insists on Electron. */
async function serveBrowser(why: string): Promise<never> {
  const { config } = await resolveConfig({ root }, 'serve', 'development')
  const server = await createServer({ ...config?.renderer, configFile: false })
  await server.listen()
  say(`${why}: open ${server.resolvedUrls?.local[0] ?? ''} in a browser instead (Ctrl+C ends it)`)
  return new Promise(() => undefined)
}
