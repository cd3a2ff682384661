import { ageBands } from '../../shared/rules/age.ts'
import { listSizeIdOf } from '../../shared/std/ids.ts'
import type { PlainDate } from '../../shared/std/dates.ts'
import type { DatedDraft } from '../ownWriting.ts'
import { sampleId } from './data.ts'

/** Of each 1,000 patients so many are of each age band, about as in England. */
const ofThousand = [208, 158, 141, 128, 133, 108, 79, 36, 9]
const [fewest, step] = [6400, 1375]

/** How many patients the six invented practices have; of the last nobody comes as often as its size would say. */
export function listSizesOf(practices: readonly { odsCode: string; name: string }[], on: PlainDate): DatedDraft[] {
  const lead = sampleId('colleague', 'anita')
  const atMs = Date.parse(`${on}T10:00:00Z`)
  return practices.map(({ odsCode, name }, nth) => {
    const all = fewest + nth * step
    const women = Math.round(all * 0.503)
    const byAge = Object.fromEntries(ageBands.map((band, at) => [band, Math.round((all * (ofThousand[at] ?? 0)) / 1000)]))
    const fields = { odsCode, on, name, all, men: all - women, women, byAge, source: 'Invented', at: new Date(atMs).toISOString(), byId: lead }
    return { record: 'listSize', row: listSizeIdOf(odsCode, on), fields, atMs, actor: lead }
  })
}
