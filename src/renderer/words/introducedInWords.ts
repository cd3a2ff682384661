import type { Introduced } from '../workerLink/views.ts'
import type { Words } from './useWords.ts'

/** "First time today, referred by Priya, knows Priya" */
export function introducedInWords({ by, knows }: Introduced, words: Words): string {
  return words.say('intro.today', { by: by || words.say('act.somebody').toLocaleLowerCase(), knows: knows ?? 'none' })
}
