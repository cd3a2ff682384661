import { open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Replaces a file so that a power cut leaves the old text or the new one, never half of it: written beside, flushed, renamed,
 * and the folder flushed, as the new name is otherwise only in memory.
 */
export async function writeDurably(path: string, text: string | Uint8Array): Promise<void> {
  const beside = `${path}.new`
  const file = await open(beside, 'w', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(beside, path)
  await flushFolder(dirname(path))
}

/** The text of a file, or null if there is none. Throws if it is there and cannot be read. */
export async function readIfThere(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  })
}

/**
 * Takes a file away so that its text is gone: written over and flushed, then unlinked, with what a cut `writeDurably` may have
 * left beside it. A disk that writes elsewhere (SSD) keeps the old blocks for a while; what they hold is wrapped or sealed.
 */
export async function destroyDurably(path: string): Promise<void> {
  for (const one of [path, `${path}.new`]) {
    const size = await stat(one).then(
      (found) => found.size,
      () => null,
    )
    if (size === null) continue
    await overwrite(one, size)
    await rm(one, { force: true })
  }
  await flushFolder(dirname(path))
}

async function overwrite(path: string, bytes: number): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.write(Buffer.alloc(bytes), 0, bytes, 0)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Flushes the names in a folder. Windows has no such call: NTFS writes names through its own journal. */
export async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** "ENOENT", "ENOSPC" …, or '' for an error that came from elsewhere. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
