import { cannotShow } from './launch/app.ts'
import { stopWith } from './launch/children.ts'
import { electronVite } from './launch/built.ts'
import { electronFolder, findElectron } from './launch/electron.ts'
import { startServer } from './launch/server.ts'

/** `npm run dev`: the server, and the app by electron-vite's dev server; what is changed in src/ shows at once. */
const say = (line: string) => process.stdout.write(`${line}\n`)
const children = stopWith(say)
try {
  const [server, electron] = await Promise.all([startServer(children, say), findElectron(say)])
  const why = cannotShow(electron)
  if (why) say(`${why}: open the address below in a browser`)
  const root = process.platform === 'linux' && process.getuid?.() === 0 ? ['--noSandbox'] : []
  const args = ['dev', ...(why ? ['--rendererOnly'] : ['--watch', ...root])]
  const env = { GATHER_LOCAL_SERVER: server.address, GATHER_SAMPLE: '1', ...(electron ? { ELECTRON_EXEC_PATH: electron.path } : {}) }
  const child = children.start(process.execPath, [electronVite, ...args], { env, stdio: 'inherit', cwd: electronFolder })
  await child.ended
  await children.stop(0)
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  await children.stop(1)
}
