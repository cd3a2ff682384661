import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Plugin } from 'vite'

/** Where the window's and the worker's code begins. */
const entries = /src\/renderer\/(main\.tsx|kiosk\.tsx|worker\.ts)$/

/**
 * For the Electron that the tests drive (tests/electron/README.md): the package.json that makes the folder of their build an
 * app of its own, and CommonJS; and the built-ins of the language that its Chromium is too old for.
 */
export function forOldElectron(folder: string, version: string): Plugin[] {
  return [
    newerBuiltIns(),
    {
      name: 'gather:for-old-electron',
      apply: 'build',
      closeBundle() {
        const about = { name: 'gather', productName: 'Gather', version, type: 'commonjs', main: 'main/index.cjs' }
        writeFileSync(resolve(folder, 'package.json'), JSON.stringify(about, null, 2))
      },
    },
  ]
}

/** Also to be given to the worker's own build. */
export function newerBuiltIns(): Plugin {
  return {
    name: 'gather:newer-built-ins',
    apply: 'build',
    transform: {
      filter: { id: entries },
      handler: (code) => ({ code: `import 'core-js/stable'\n${code}`, map: null }),
    },
  }
}
