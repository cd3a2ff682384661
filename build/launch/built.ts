import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the project. */
export const root = fileURLToPath(new URL('../..', import.meta.url))
/** The program that builds, to be run by Node. */
export const electronVite = join(root, 'node_modules/electron-vite/bin/electron-vite.js')

const sources = ['src', 'build', 'resources', 'electron.vite.config.ts', 'package.json']

/** Builds the app if a source is newer than what was built. Throws with the builder's own words if it does not build. */
export async function buildIfStale(say: (line: string) => void): Promise<void> {
  const built = ['main/index.cjs', 'preload/index.cjs', 'renderer/index.html'].map((file) => changed(join(root, 'out', file)))
  if (Math.max(...sources.map((source) => newest(join(root, source)))) < Math.min(...built)) return
  say('Building')
  const done = spawnSync(process.execPath, [electronVite, 'build'], { cwd: root, encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`It does not build:\n${done.stdout}${done.stderr}`)
}

/** The time of the newest file in a folder, milliseconds. */
function newest(path: string): number {
  if (!existsSync(path) || !statSync(path).isDirectory()) return changed(path)
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))))
}

function changed(path: string): number {
  return existsSync(path) ? statSync(path).mtimeMs : 0
}
