import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Plugin } from 'vite'

/** Writes the package.json that makes the folder of the tests' build an app of its own, and CommonJS. */
export function forOldElectron(folder: string, version: string): Plugin {
  return {
    name: 'gather:for-old-electron',
    apply: 'build',
    closeBundle() {
      const about = { name: 'gather', productName: 'Gather', version, type: 'commonjs', main: 'main/index.cjs' }
      writeFileSync(resolve(folder, 'package.json'), JSON.stringify(about, null, 2))
    },
  }
}
