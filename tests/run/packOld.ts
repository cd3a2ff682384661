import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { Platform, build, type Configuration } from 'electron-builder'
import settings from '../../build/electron-builder.json' with { type: 'json' }

/** Which packages go in: the server runs on most of `dependencies`, the app on none of those. */
const modules = settings.files.filter((pattern) => pattern.includes('node_modules/'))

/**
 * Packs the tests' build with the Electron that they drive (tests/electron/README.md) and answers the program's path.
 * No fuses: the old one does not know them all, and Playwright comes in by the one that is switched off for people.
 * @param electron folder of that Electron
 */
export async function packOld(root: string, electron: string): Promise<string> {
  const { electronFuses: _, ...rest } = settings as Configuration
  const newer = join(electron, 'resources/app')
  const config: Configuration = {
    ...rest,
    directories: { output: 'dist/electron22', buildResources: 'resources' },
    electronDist: electron,
    electronVersion: '22.3.25',
    files: [
      { from: 'out/electron22', to: 'out', filter: ['{main,preload,renderer}/**'] },
      'package.json',
      { from: newer, to: 'newer' },
      { from: join(newer, 'node_modules'), to: 'newer/node_modules' },
      ...modules,
    ],
    extraMetadata: { main: 'newer/packaged.js', appMain: 'out/main/index.cjs', type: 'commonjs' },
  }
  await build({ projectDir: root, targets: Platform.LINUX.createTarget('dir'), config })
  const packed = join(root, 'dist/electron22/linux-unpacked')
  rmSync(join(packed, 'resources/app'), { recursive: true, force: true }) // the launcher of the unpacked form
  return join(packed, 'gather')
}
