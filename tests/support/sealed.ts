import { createReadStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sealed, unsealed } from '../../src/server/backup/seal.ts'

/** The text of a sealed backup. */
export async function readSealed(file: string, privateHalf: string): Promise<string> {
  return gunzipSync(await buffer(Readable.from(unsealed(createReadStream(file), privateHalf)))).toString('utf8')
}

/** Seals a text as a backup, whatever is in it. */
export async function writeSealed(file: string, text: string, publicHalf: string): Promise<void> {
  await writeFile(file, await buffer(Readable.from(sealed(Readable.from([gzipSync(text)]), [publicHalf]))))
}
