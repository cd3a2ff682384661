import type { PlainDate } from '../../shared/std/dates.ts'
import type { DatedDraft } from '../ownWriting.ts'
import type { Referred } from './referred.ts'
import type { Chance } from './random.ts'

/** Filled once the definitions of the measures are there. */
export function measuresOf(_one: Referred, _episodeId: string, _met: PlainDate, _chance: Chance): DatedDraft[] {
  return []
}
