import { dirname } from 'node:path'
import { Arch, Platform, build, type Configuration } from 'electron-builder'
import settings from './electron-builder.json' with { type: 'json' }
import { buildIfStale, root } from './launch/built.ts'
import { findElectron } from './launch/electron.ts'

/** `npm run dist`: the desktop app as people get it, unpacked, for this machine's system, in dist/. The server is not in it. */
const say = (line: string) => process.stdout.write(`${line}\n`)
await buildIfStale(say)
const electron = await findElectron(say)
if (!electron) throw new Error('Electron is not here and its download host cannot be reached: see tests/electron/README.md')
const config = { ...(settings as Configuration), electronDist: electronDist(electron.path) }
const made = await build({ projectDir: root, targets: Platform.current().createTarget('dir', Arch[process.arch as 'x64' | 'arm64']), config })
say(made.join('\n') || 'Packed into dist/')

/** The folder that electron-builder copies: beside the program, or three above it on a Mac. */
function electronDist(program: string): string {
  return process.platform === 'darwin' ? dirname(dirname(dirname(dirname(program)))) : dirname(program)
}
