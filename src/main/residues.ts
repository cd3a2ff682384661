import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Empties the folder of crash dumps: a dump is a picture of memory, names and all. None is written by us (index.ts). */
export async function emptyCrashDumps(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  await Promise.all(names.map((name) => rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined)))
}
