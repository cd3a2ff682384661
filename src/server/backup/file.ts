import { createReadStream } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { makeFolder } from '../dataFolder.ts'

/**
 * Writes lines into a compressed file for its owner only: beside, flushed to the disk, then renamed, and the folder
 * flushed too, so that a file with the final name is a whole one. Answers its path.
 */
export async function writeLines(folder: string, name: string, lines: AsyncIterable<string>): Promise<string> {
  const path = join(await makeFolder(folder), name)
  const file = await open(`${path}.part`, 'w', 0o600)
  try {
    await pipeline(Readable.from(ended(lines)), createGzip(), (packed) => file.writeFile(packed))
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(`${path}.part`, path)
  await flushFolder(folder)
  return path
}

async function* ended(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`
}

async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return // NTFS journals names by itself; a folder cannot be opened there
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** The lines of such a file. Throws when it cannot be read or unpacked. */
export async function* readLines(path: string): AsyncGenerator<string> {
  const unpacked = createGunzip()
  const reading = pipeline(createReadStream(path), unpacked)
  reading.catch(() => {}) // told below, after the last line
  for await (const line of createInterface({ input: unpacked, crlfDelay: Infinity })) if (line !== '') yield line
  await reading
}
