import { createReadStream } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { flushFolder, makeFolder } from '../dataFolder.ts'
import { KeyTrouble, sealed, unsealed } from './seal.ts'

/**
 * Writes lines into a compressed file, sealed to these public keys: beside, flushed to the disk, then renamed, and the
 * folder flushed too, so that a file with the final name is a whole one. Answers its path.
 */
export async function writeLines(folder: string, name: string, lines: AsyncIterable<string>, publicHalves: readonly string[]): Promise<string> {
  const path = join(await makeFolder(folder), name)
  const file = await open(`${path}.part`, 'w', 0o600)
  try {
    const seal = (packed: AsyncIterable<Uint8Array>) => sealed(packed, publicHalves)
    await pipeline(Readable.from(ended(lines)), createGzip(), seal, (bytes) => file.writeFile(bytes))
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

/**
 * The lines of such a file, or of one of 0.1 that was only compressed. Throws `KeyTrouble` without the right key, anything
 * when it cannot be read or unpacked.
 */
export async function* readLines(path: string, privateHalf: string | null): AsyncGenerator<string> {
  const key = (await isSealed(path)) ? needed(privateHalf) : null
  const unpacked = createGunzip()
  const reading =
    key === null
      ? pipeline(createReadStream(path), unpacked)
      : pipeline(createReadStream(path), (bytes: AsyncIterable<Uint8Array>) => unsealed(bytes, key), unpacked)
  reading.catch(() => {}) // told below, after the last line
  for await (const line of createInterface({ input: unpacked, crlfDelay: Infinity })) if (line !== '') yield line
  await reading
}

/** Whether a key is needed to read it. */
export async function isSealed(path: string): Promise<boolean> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(opening.length), 0, opening.length, 0)
    return buffer.subarray(0, bytesRead).toString('latin1') === opening
  } finally {
    await file.close()
  }
}

/** How every file in the age format begins. */
const opening = 'age-encryption.org/'

function needed(privateHalf: string | null): string {
  if (privateHalf === null) throw new KeyTrouble('This backup is sealed: its key is needed.')
  return privateHalf
}
