import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/**
 * node build/node24.mjs FILE [WORDS …]: runs a TypeScript file by the Node that package.json names, whatever Node this is,
 * and installs the packages first where they are not there: a fresh clone needs one command.
 */
const root = dirname(dirname(fileURLToPath(import.meta.url)))
const bin = join(root, 'node_modules/.bin')
const [file = '', ...words] = process.argv.slice(2)

if (file === '--version') {
  console.log(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version)
  process.exit(0)
}
if (!/\.(ts|mjs)$/.test(file) || !existsSync(join(root, file))) {
  console.error('Usage: node build/node24.mjs FILE [WORDS …], where FILE is a .ts or .mjs file of this repository. --version says which Gather this is.')
  process.exit(file === '--help' ? 0 : 2)
}
if (!existsSync(join(bin, 'electron-vite'))) {
  console.log('Installing packages, once')
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  if (npm.status !== 0) process.exit(npm.status ?? 1)
}
if (Number(process.versions.node.split('.')[0]) >= 24) {
  await import(pathToFileURL(join(root, file)).href)
} else {
  const node = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node')
  const done = spawnSync(node, [join(root, file), ...words], { cwd: root, stdio: 'inherit' })
  process.exit(done.status ?? 1)
}
