import { spawnSync, type ChildProcess } from 'node:child_process'

/** Longer than this nobody needs to end. Milliseconds. */
const patienceMs = 20_000

/** Tells a process of ours to end and waits until it has; one that will not is killed. */
export async function endOf(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill(signal)
  const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs)
  await ended
  clearTimeout(timer)
}

/** A process and all that it, and those, have begun. */
export function familyOf(pid: number): number[] {
  const parents = allProcesses()
  const family = [pid]
  for (const one of family) family.push(...[...parents].filter(([, parent]) => parent === one).map(([child]) => child))
  return family
}

export function parentOf(pid: number): number {
  return allProcesses().get(pid) ?? pid
}

/** Each process of this machine and which began it. */
function allProcesses(): Map<number, number> {
  const { stdout } = spawnSync('ps', ['-e', '-o', 'pid=,ppid='], { encoding: 'utf8' })
  return new Map(
    (stdout ?? '')
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/).map(Number) as [number, number]),
  )
}
