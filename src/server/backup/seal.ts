import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { makeFolder } from '../dataFolder.ts'
import { writePrivate } from '../secrets.ts'

/**
 * Backups are sealed in the age format (age-encryption.org/v1) to a public key that lies in the data folder; the private half
 * is kept elsewhere. A known format, so that an administrator without Gather can open one with any `age`; X25519, because its
 * private half is 74 letters that can be printed, and every `age` of the last years reads it.
 */
export interface BackupKey {
  /** "AGE-SECRET-KEY-1…": opens backups. */
  privateHalf: string
  /** "age1…": seals them. */
  publicHalf: string
}

/** No backup key, a wrong one, or a text that is none. The message is a sentence for the administrator. */
export class KeyTrouble extends Error {
  override name = 'KeyTrouble'
}

const privatePattern = /AGE-SECRET-KEY-1[0-9A-Z]{58}/
const publicPattern = /^age1[0-9a-z]{50,}$/m
const fileName = 'backup-key.public'

/** A fresh pair. */
export async function makeBackupKey(): Promise<BackupKey> {
  const privateHalf = await generateX25519Identity()
  return { privateHalf, publicHalf: await identityToRecipient(privateHalf) }
}

/** Keeps the public half where the backup command finds it. */
export async function keepPublicHalf(folder: string, publicHalf: string): Promise<void> {
  await writePrivate(join(await makeFolder(folder), fileName), `${publicHalf}\n`)
}

/** The public half of this data folder, or null before one was made. Throws `KeyTrouble` when the file holds something else. */
export async function publicHalfIn(folder: string): Promise<string | null> {
  const path = join(folder, fileName)
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (text === null) return null
  const found = publicPattern.exec(text)?.[0]
  if (!found) throw new KeyTrouble(`There is no backup key in ${path}. Put back the line that begins with age1.`)
  return found
}

/** The private half in what somebody typed, or in a key file with notes around it. Throws `KeyTrouble`. */
export function privateHalfIn(text: string): string {
  const found = privatePattern.exec(text.toUpperCase().replace(/[^\S\n]/g, ''))?.[0]
  if (!found) throw new KeyTrouble('This is no backup key. It is one line and begins with AGE-SECRET-KEY-1.')
  return found
}

/** Seals a stream to these public halves; each of their private halves opens it. */
export async function* sealed(source: AsyncIterable<Uint8Array>, publicHalves: readonly string[]): AsyncGenerator<Uint8Array> {
  const encrypter = new Encrypter()
  for (const one of publicHalves) encrypter.addRecipient(one)
  yield* await encrypter.encrypt(ReadableStream.from(source))
}

/** Opens it again, in chunks that were each checked. Throws `KeyTrouble` for another key's file, anything for a damaged one. */
export async function* unsealed(source: AsyncIterable<Uint8Array>, privateHalf: string): AsyncGenerator<Uint8Array> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(privateHalf)
  yield* await decrypter.decrypt(ReadableStream.from(source)).catch((error: unknown) => {
    throw withoutMatch(error)
  })
}

function withoutMatch(error: unknown): unknown {
  const noMatch = error instanceof Error && /identit/.test(error.message)
  return noMatch ? new KeyTrouble('This key does not open this backup: it was sealed to another one.') : error
}
