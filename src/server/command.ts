import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

/** A mistake of whoever typed the command: the message is the sentence they read, and nothing was changed. */
export class Mistake extends Error {
  override name = 'Mistake'
}

/** How a command talks. */
export interface Terminal {
  say(line: string): void
  /** Null where nobody sits at a terminal. */
  ask: ((question: string, hidden?: boolean) => Promise<string>) | null
}

/** The terminal of this process. */
export function terminal(): Terminal {
  const say = (line: string) => void process.stdout.write(`${line}\n`)
  return { say, ask: process.stdin.isTTY && process.stdout.isTTY ? ask : null }
}

/** @param hidden what is typed is not drawn, nor left in the window */
async function ask(question: string, hidden = false): Promise<string> {
  process.stdout.write(question)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: hidden ? silent : process.stdout, terminal: true })
  try {
    return await lines.question('')
  } finally {
    lines.close()
    if (hidden) process.stdout.write('\n')
  }
}

/** Runs a command of this process: an error is one line on stderr and exit code 1. */
export function runCommand(work: () => Promise<void>): void {
  work().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  })
}
