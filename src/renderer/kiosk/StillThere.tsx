import { warnMs } from './useIdle.ts'
import type { KioskWord } from './words/en.ts'
import type { Say } from './words/index.ts'

const warnSeconds = warnMs / 1000

/**
 * The last seconds before it starts again. Who sees them sees them count; who hears them hears them twice, at the beginning and
 * half-way: a voice that counts each second talks over everything else.
 */
export function StillThere({ left, say, word }: { left: number | null; say: Say; word: Extract<KioskWord, 'stillThere' | 'goesOn'> }) {
  const spoken = left === null ? null : left > warnSeconds / 2 ? warnSeconds : warnSeconds / 2
  return (
    <>
      <p className="kiosk__still" aria-hidden>
        {left === null ? '' : say(word, { seconds: left })}
      </p>
      <p className="out-of-sight" role="status">
        {spoken === null ? '' : say(word, { seconds: spoken })}
      </p>
    </>
  )
}
