import { warnMs } from './useIdle.ts'
import type { Say } from './words/index.ts'

const warnSeconds = warnMs / 1000

/**
 * The last seconds before it starts again. Who sees them sees them count; who hears them hears them twice, at the beginning and
 * half-way: a voice that counts each second talks over everything else.
 */
export function StillThere({ left, say }: { left: number | null; say: Say }) {
  const spoken = left === null ? null : left > warnSeconds / 2 ? warnSeconds : warnSeconds / 2
  return (
    <>
      <p className="kiosk__still" aria-hidden>
        {left === null ? '' : say('stillThere', { seconds: left })}
      </p>
      <p className="out-of-sight" role="status">
        {spoken === null ? '' : say('stillThere', { seconds: spoken })}
      </p>
    </>
  )
}
