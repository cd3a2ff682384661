import { execFileSync } from 'node:child_process'

/** Processes whose command line names this folder: a browser or Electron with all its helpers. */
export function processesOf(folder: string): number[] {
  const lines = execFileSync('ps', ['-axww', '-o', 'pid=,stat=,args='], { encoding: 'utf8' }).split('\n')
  return lines.filter((line) => line.includes(folder) && !/^\s*\d+\s+Z/.test(line)).map((line) => Number.parseInt(line, 10))
}

/** SIGKILL to all of them at once, as a power cut does, and waits until they are gone. */
export async function killAll(folder: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const running = processesOf(folder)
    if (running.length === 0) return
    for (const pid of running) kill(pid)
    await new Promise((later) => setTimeout(later, 50))
  }
  throw new Error(`some of ${processesOf(folder).join(', ')} would not die`)
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // gone already
  }
}
