import { spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { endOf } from './processes.ts'

/** A display: the machine's own, or one in memory (Xvfb) where there is none. */
export interface Display {
  name: string
  close(): Promise<void>
}

/** Opens one. Throws where there is neither. */
export async function openDisplay(): Promise<Display> {
  const own = process.env['DISPLAY']
  if (own || process.platform !== 'linux') return { name: own ?? '', close: async () => {} }
  const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const number = await new Promise<string>((ready, broke) => {
    child.once('error', () => broke(new Error('no display: start an X server or install Xvfb')))
    child.once('exit', (code) => broke(new Error(`Xvfb ended (${code})`)))
    const told = child.stdio[3] as Readable
    told.once('data', (bytes: Buffer) => ready(bytes.toString('utf8').trim()))
  })
  return { name: `:${number}`, close: () => endOf(child, 'SIGTERM') }
}
