import { randomBytes } from 'node:crypto'
import { open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { makeFolder } from './dataFolder.ts'
import { makeRecoveryKey } from './escrow.ts'

const fileName = 'secrets.json'

const secretsSchema = z.object({
  /** Of the database that we run ourselves. */
  databasePassword: z.string().min(20),
  /** Private half of the recovery key, base64 of PKCS #8. Without it, forgotten passphrases cannot be helped. */
  recoveryKey: z.string().min(50),
  /** Those of machines that this one was restored from: laptops that joined there sealed their keys to them. */
  olderRecoveryKeys: z.array(z.string().min(50)).optional(),
})

/** What must be known to nobody but this server, and is never in the database. */
export type Secrets = z.infer<typeof secretsSchema>

/** Fresh ones. */
export function makeSecrets(): Secrets {
  return { databasePassword: randomBytes(24).toString('base64url'), recoveryKey: makeRecoveryKey() }
}

/**
 * Reads the secrets of this data folder, or makes them: a file that only its owner can read. Throws when the file is
 * there and cannot be read: new secrets would lock us out of our own database.
 */
export async function secretsIn(folder: string): Promise<Secrets> {
  const path = join(await makeFolder(folder), fileName)
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (text !== null) return secretsSchema.parse(JSON.parse(text))
  const made = makeSecrets()
  await writePrivate(path, JSON.stringify(made, null, 2))
  return made
}

/** Every recovery key of this server, the present one first; GATHER_RECOVERY_KEY goes before the file's. */
export function recoveryKeysOf(secrets: Secrets, env: NodeJS.ProcessEnv): [string, ...string[]] {
  const own = [secrets.recoveryKey, ...(secrets.olderRecoveryKeys ?? [])] as const
  const given = env['GATHER_RECOVERY_KEY']
  return given ? [given, ...own.filter((one) => one !== given)] : [...own]
}

/** Keeps recovery keys that came with a backup. Answers how many of them were new. */
export async function keepRecoveryKeys(folder: string, keys: readonly string[]): Promise<number> {
  const secrets = await secretsIn(folder)
  const known = [secrets.recoveryKey, ...(secrets.olderRecoveryKeys ?? [])]
  const fresh = keys.filter((one) => !known.includes(one))
  if (fresh.length === 0) return 0
  const olderRecoveryKeys = [...(secrets.olderRecoveryKeys ?? []), ...fresh]
  await writePrivate(join(folder, fileName), JSON.stringify({ ...secrets, olderRecoveryKeys }, null, 2))
  return fresh.length
}

/**
 * Writes a file for its owner only: beside, flushed, renamed, so that a power cut leaves the old one or the new one.
 */
export async function writePrivate(path: string, text: string): Promise<void> {
  const beside = `${path}.${process.pid}.new`
  const file = await open(beside, 'w', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(beside, path)
}
