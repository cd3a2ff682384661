import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Whether a process runs. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function isZombie(pid: number): boolean {
  return process.platform === 'linux' && /^\d+ \(.*\) Z/s.test(textOf(`/proc/${pid}/stat`))
}

/** What tells a process from a later one with the same number: when it was started. */
export function birthOf(pid: number): string {
  if (process.platform === 'linux')
    return (
      textOf(`/proc/${pid}/stat`)
        .replace(/^.*\) /s, '')
        .split(' ')[19] ?? ''
    )
  if (process.platform === 'win32') return ''
  return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? ''
}

/** Whether this process is a PostgreSQL, and not one that got its number since. */
export function isPostgres(pid: number): boolean {
  if (!isAlive(pid)) return false
  if (process.platform === 'linux') return textOf(`/proc/${pid}/cmdline`).split('\0')[0]?.endsWith('postgres') ?? false
  const [command, args] =
    process.platform === 'win32' ? (['tasklist', ['/fi', `pid eq ${pid}`]] as const) : (['ps', ['-o', 'comm=', '-p', String(pid)]] as const)
  return /postgres/.test(spawnSync(command, args, { encoding: 'utf8' }).stdout ?? '')
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** Waits until it is so. Answers whether it came to be in time. */
export async function until(isSo: () => boolean | Promise<boolean>, mostMs: number): Promise<boolean> {
  const end = Date.now() + mostMs
  while (!(await isSo())) {
    if (Date.now() > end) return false
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return true
}

/** What PostgreSQL writes of itself into its data folder, or null when it does not run there. */
export async function postmasterIn(folder: string): Promise<{ pid: number; port: number; ready: boolean } | null> {
  const lines = (await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return null
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}
