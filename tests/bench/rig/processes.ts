import type { ChildProcess } from 'node:child_process'

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
