import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A temporary folder that a run has for itself, with all that its programs put there. */
export interface OwnPlace {
  folder: string
  /** Ends what still runs and takes the folder away. @returns the programs that should have ended by themselves */
  clear(): Promise<string[]>
}

/** How long a program may need to end behind the run. Milliseconds. */
const usualPatienceMs = 10_000

/** Makes it, and makes it the temporary folder of everything that is started from now on. */
export function takeOwnPlace(patienceMs = usualPatienceMs): OwnPlace {
  const folder = mkdtempSync(join(tmpdir(), 'gather-run-'))
  chmodSync(folder, 0o755) // run as root, the database's own user must get in
  for (const name of ['TMPDIR', 'TMP', 'TEMP']) process.env[name] = folder
  const end = () => clearNow(folder)
  process.once('exit', end)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))
  return {
    folder,
    async clear() {
      const until = performance.now() + patienceMs
      while (programsOf(folder).length > 0 && performance.now() < until) await new Promise((later) => setTimeout(later, 100))
      return clearNow(folder)
    },
  }
}

function clearNow(folder: string): string[] {
  const left = programsOf(folder)
  for (const { pid } of left) endNow(pid)
  for (const disk of disksUnder(folder)) spawnSync('umount', ['--lazy', disk])
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  } catch (error) {
    process.stderr.write(`${folder} could not be taken away: ${String(error)}\n`)
  }
  return left.map(({ words }) => words)
}

function endNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // ended by itself meanwhile
  }
}

/** Whatever was started with this temporary folder, or names it. Only Linux tells. */
function programsOf(folder: string): { pid: number; words: string }[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((pid) => {
      const words = textOf(`/proc/${pid}/cmdline`)
      const isOurs = words !== '' && (words.includes(folder) || textOf(`/proc/${pid}/environ`).includes(`TMPDIR=${folder}`))
      return isOurs ? [{ pid: Number(pid), words: words.replaceAll('\0', ' ').trim().slice(0, 200) }] : []
    })
}

/** Small disks that a test mounted and was killed before it could take away. */
function disksUnder(folder: string): string[] {
  return textOf('/proc/mounts')
    .split('\n')
    .flatMap((line) => line.split(' ')[1] ?? [])
    .filter((path) => path.startsWith(`${folder}/`))
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return '' // ended meanwhile, or somebody else's
  }
}
