import { spawn } from 'node:child_process'

/** Unmounts a folder. The system may need a moment to let go of the files of what was killed. */
export async function unmount(folder: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (
      await run('umount', [folder]).then(
        () => true,
        () => false,
      )
    )
      return
    await new Promise((later) => {
      setTimeout(later, 100)
    })
  }
  await run('umount', [folder]) // and says what keeps it
}

/** Runs one of the system's programs. Throws with its own words when it fails. @param line a file that it gets as number 3 @returns what it printed */
export function run(program: string, args: string[], line?: number): Promise<string> {
  const env = { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin` } // root's own programs, also where a shell has none of them
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe', ...(line === undefined ? [] : [line])] })
  let said = ''
  let wrong = ''
  child.stdout?.on('data', (text) => {
    said += String(text)
  })
  child.stderr?.on('data', (text) => {
    wrong += String(text)
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => (code === 0 ? resolve(said.trim()) : reject(new Error(`${program} ${args.join(' ')}: ${wrong.trim()}`))))
  })
}
