import { dirname } from 'node:path'
import { Arch, Platform, build, type Configuration } from 'electron-builder'
import settings from './electron-builder.json' with { type: 'json' }
import { buildIfStale, root } from './launch/built.ts'
import { findElectron, type Electron } from './launch/electron.ts'

/** `npm run dist`: the desktop app as people get it, unpacked, for this machine's system, in dist/. The server is not in it. */
const say = (line: string) => process.stdout.write(`${line}\n`)
await buildIfStale(say)
const electron = await findElectron(say)
if (electron) await pack(electron)
else fail("Electron's program is not here and its download host was not reached: nothing to pack with (npm test packs with an older one)")

async function pack({ path }: Electron): Promise<void> {
  const config = { ...(settings as Configuration), electronDist: electronDist(path) }
  await build({ projectDir: root, targets: Platform.current().createTarget('dir', Arch[process.arch as 'x64' | 'arm64']), config })
  say('Packed into dist/')
}

function fail(why: string): void {
  say(why)
  process.exitCode = 1
}

/** The folder that electron-builder copies: beside the program, or three above it on a Mac. */
function electronDist(program: string): string {
  return process.platform === 'darwin' ? dirname(dirname(dirname(dirname(program)))) : dirname(program)
}
