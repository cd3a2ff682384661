import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'

/** A process that we started. */
export interface Child {
  process: ChildProcess
  /** The exit code, or -1 after a signal. Never rejects: a program that is not there has ended too. */
  ended: Promise<number>
}

/** Everything a launcher started, to be ended with it. */
export interface Children {
  /** `env` is added to ours. */
  start(program: string, args: string[], options: SpawnOptions): Child
  /** Ends all of them, the last one first, and this process. */
  stop(code: number): Promise<never>
  /** Whether that has begun: what ends now, ends because of it. */
  stopping(): boolean
}

/** A database that writes out its memory needs seconds; after that, SIGKILL. Its log brings back the rest. Milliseconds. */
const patienceMs = 12_000

/** Ends everything on Ctrl+C; a second Ctrl+C does not wait. */
export function stopWith(say: (line: string) => void): Children {
  const running: Child[] = []
  let stopping = false

  const all = (signal: NodeJS.Signals) => [...running].reverse().forEach((child) => child.process.kill(signal))

  async function stop(code: number): Promise<never> {
    stopping = true
    all('SIGTERM')
    const late = setTimeout(() => all('SIGKILL'), patienceMs)
    await Promise.all(running.map((child) => child.ended))
    clearTimeout(late)
    process.exit(code)
  }

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping) return all('SIGKILL')
      say('Stopping')
      void stop(0)
    })
  }

  return {
    start(program, args, options) {
      const child = spawn(program, args, { ...options, env: { ...process.env, ...options.env } })
      const ended = new Promise<number>((resolve) => {
        child.once('exit', (code) => resolve(code ?? -1)).once('error', () => resolve(-1))
      })
      const started = { process: child, ended }
      running.push(started)
      void ended.then(() => running.splice(running.indexOf(started), 1))
      return started
    },
    stop,
    stopping: () => stopping,
  }
}
