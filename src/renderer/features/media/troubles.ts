import { mediaTroubles, type MediaTrouble } from '../../../shared/rules/mediaFiles.ts'
import type { Reason } from '../../../shared/commands/reasons.ts'
import type { LookTrouble } from '../../workerLink/mediaViews.ts'
import { joinTroubleInWords, reasonInWords } from '../../words/sentences.ts'
import type { Words } from '../../words/useWords.ts'

/** Why a file was not added, and what to do. */
export function addTroubleInWords(trouble: MediaTrouble | Reason, words: Words): string {
  const ofFile = mediaTroubles.find((one) => one === trouble)
  return ofFile ? words.say(`mediaTrouble.${ofFile}`) : reasonInWords(trouble as Reason, words)
}

/** Why a file cannot be shown, and what to do. */
export function lookTroubleInWords(trouble: LookTrouble, words: Words): string {
  if (trouble === 'damaged' || trouble === 'diskTooFull' || trouble === 'notStored' || trouble === 'locked')
    return words.say(`mediaTrouble.${trouble}`)
  return joinTroubleInWords(trouble, words)
}
