import { randomFillSync } from 'node:crypto'
import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { freeSpace } from '../disk.ts'
import { flushFolder } from '../durableFile.ts'
import { inTurn } from '../inTurn.ts'

/** Space set aside for the last sign-ins before the disk is full: for the journal, and for the store beside it. */
export interface Reserve {
  /** Sets it aside again where it was given up, once there is room for it and as much again. */
  keep(): Promise<void>
  /** Gives it up. @returns whether there was one */
  giveUp(): Promise<boolean>
  /** Gives it up when less than it holds is free, or nobody knows. @returns whether there was one to give */
  giveUpIfShort(): Promise<boolean>
  /** Whether it was given up and does not stand again. */
  isGivenUp(): boolean
  /** Waits for what was asked of it. */
  rest(): Promise<void>
}

/** A reserve of so many bytes. Filled with noise: some file systems store zeros as nothing, and a reserve of nothing helps nobody. */
export function openReserve(path: string, bytes: number): Reserve {
  const turn = inTurn()
  let givenUp = false
  const isThere = () =>
    stat(path).then(
      (found) => found.size >= bytes,
      () => false,
    )
  const free = () => freeSpace(dirname(path))

  async function keep(): Promise<void> {
    if (!(await isThere())) {
      if (((await free()) ?? Infinity) < 2 * bytes) return
      const beside = `${path}.new`
      await fill(beside, bytes)
        .then(() => rename(beside, path))
        .catch(() => rm(beside, { force: true }))
    }
    givenUp = !(await isThere())
  }

  async function giveUp(): Promise<boolean> {
    const there = await isThere()
    givenUp = true
    await rm(path, { force: true })
    await flushFolder(dirname(path))
    return there
  }

  return {
    keep: () => turn(keep),
    giveUp: () => turn(giveUp),
    giveUpIfShort: () => turn(async () => ((await free()) ?? 0) < bytes && giveUp()),
    isGivenUp: () => givenUp,
    rest: () => turn(async () => {}),
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
