import { statfs } from 'node:fs/promises'

/** Free bytes that this user may fill in the file system of a folder, or null where the system does not say. */
export async function freeSpace(folder: string): Promise<number | null> {
  return statfs(folder).then(
    (found) => found.bavail * found.bsize,
    () => null,
  )
}
