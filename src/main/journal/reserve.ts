import { randomFillSync } from 'node:crypto'
import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { freeSpace } from '../disk.ts'
import { flushFolder } from '../durableFile.ts'

/** Space set aside for the last sign-ins before the disk is full. */
export interface Reserve {
  /** Sets it aside again where it was given up, once there is room for it and as much again. */
  keep(): Promise<void>
  /** Gives it up. @returns whether there was one */
  giveUp(): Promise<boolean>
}

/** A reserve of so many bytes. Filled with noise: some file systems store zeros as nothing, and a reserve of nothing helps nobody. */
export function openReserve(path: string, bytes: number): Reserve {
  const isThere = () => stat(path).then((found) => found.size >= bytes, () => false)
  return {
    async keep() {
      if (await isThere()) return
      const free = await freeSpace(dirname(path))
      if (free !== null && free < 2 * bytes) return
      const beside = `${path}.new`
      await fill(beside, bytes).then(() => rename(beside, path)).catch(() => rm(beside, { force: true }))
    },
    async giveUp() {
      const there = await isThere()
      await rm(path, { force: true })
      await flushFolder(dirname(path))
      return there
    },
  }
}

/** 1 MB at a time: so much at once is quick, and the app's memory hardly notices. */
const piece = 1024 * 1024

async function fill(path: string, bytes: number): Promise<void> {
  const file = await open(path, 'w', 0o600)
  try {
    const noise = randomFillSync(Buffer.alloc(Math.min(piece, bytes)))
    for (let written = 0; written < bytes; written += noise.length) await file.writeFile(noise)
    await file.sync()
  } finally {
    await file.close()
  }
}
