import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { prepare } from '../run/machine.ts'
import { check, run } from '../run/programs.ts'

/**
 * `npm run kills`, `npm run diskfull`, `npm run powercut`: builds the app, finds out which hosts this machine can drive, and starts
 * the rig with a display and a keyring. What cannot be had here is said in a line.
 */
const root = fileURLToPath(new URL('../..', import.meta.url))
process.chdir(root)
process.env['PATH'] = `${join(root, 'node_modules/.bin')}:${process.env['PATH']}`

/** What each needs beside the app. */
const needs: Record<string, { devices: string[]; root: boolean }> = {
  kills: { devices: [], root: false },
  diskfull: { devices: ['/dev/loop-control'], root: true },
  powercut: { devices: ['/dev/loop-control', '/dev/fuse'], root: true },
}

const [rig = '', ...words] = process.argv.slice(2).filter((word) => !word.endsWith('.ts')) // Node's own name for us among them
const need = needs[rig]
if (!need) throw new Error(`no such rig: ${rig}`)
const absent = whatIsMissing(need)
if (absent) {
  const asked = words[words.findIndex((word) => word === '--rounds' || word === '--cuts') + 1]
  console.log(`${rig} cannot be run here: it needs ${absent}`)
  console.log(`0 passed, 0 failed, ${Number(asked) || 1} skipped`)
  process.exit(0)
}
const machine = await prepare(['build'])
for (const line of machine.missing) console.log(`NOT RUN  ${line}`)
const { desktop, electron } = machine
const command = ['run', '-s', 'build', '--', '--logLevel', 'error']
let built = (await check('npm', command)).failed === 0
if (electron?.old) built &&= (await check('npm', command, { GATHER_BUILD: 'electron22' })).failed === 0
if (!built) process.exit(1)
const wanted = process.env['GATHER_HOSTS']?.split(',')
const hosts = ['browser', ...(electron ? ['electron'] : [])].filter((host) => !wanted || wanted.includes(host))
const env = { GATHER_HOSTS: hosts.join(','), GATHER_ELECTRON: electron?.path ?? '', GATHER_ELECTRON_APP: resolve(electron?.folder ?? '') }
const [program = '', ...rest] = [...(desktop ?? []), process.execPath, join('tests/rigs', `${rig}.ts`), ...words]
process.exit(await run(program, rest, env))

function whatIsMissing({ devices, root: asRoot }: { devices: string[]; root: boolean }): string {
  if (asRoot && process.getuid?.() !== 0) return 'root on Linux'
  return [
    ...devices.filter((path) => !existsSync(path)),
    ...(devices.length > 0 ? ['losetup', 'mkfs.ext4', 'e2fsck'].filter((name) => spawnSync(name, ['-V'], { stdio: 'ignore' }).error) : []),
  ].join(', ')
}
