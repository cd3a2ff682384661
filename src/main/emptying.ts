import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Host } from '../shared/ipc/contract.ts'
import { destroyDurably, readIfThere, writeDurably } from './durableFile.ts'
import { inTurn } from './inTurn.ts'

type Emptying = Pick<Host, 'empty' | 'emptied' | 'forgetEmptied'>

/**
 * Emptying a laptop (SPEC SY27). The note is on the disk before anything goes, so a cut between two steps is finished at the next
 * start: from the note on there is no way back. @param steps what destroys, the keys first; each may be done again
 */
export function openEmptying(folder: string, steps: readonly (() => Promise<void>)[]): Emptying {
  const file = join(folder, 'emptied.json')
  const turn = inTurn()

  async function destroy(): Promise<void> {
    for (const step of steps) await step()
  }

  return {
    empty: (note) =>
      turn(async () => {
        await mkdir(folder, { recursive: true })
        await writeDurably(file, note)
        await destroy()
      }),
    emptied: () =>
      turn(async () => {
        const note = await readIfThere(file)
        if (note !== null) await destroy()
        return note
      }),
    forgetEmptied: () => turn(() => destroyDurably(file)),
  }
}
