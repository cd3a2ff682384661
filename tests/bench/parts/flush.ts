import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** Bytes of a sealed sign-in in the journal, roughly. */
const frameBytes = 400

/** Milliseconds of each bare append with fdatasync: what this disk asks for durability, without any app. */
export function measureFlushes(folder: string, count: number): number[] {
  const path = join(folder, `flush-${process.pid}`)
  const file = openSync(path, 'a', 0o600)
  const frame = Buffer.alloc(frameBytes, 7)
  try {
    return Array.from({ length: count }, () => {
      const began = performance.now()
      writeSync(file, frame)
      fdatasyncSync(file)
      return performance.now() - began
    })
  } finally {
    closeSync(file)
    rmSync(path, { force: true })
  }
}
