import type { Words } from './useWords.ts'

/** Which wording this is: it is written down with the agreement. Another wording is another name. */
export const agreementWording = 'partner-1'

/** What somebody of a partner agrees to, sentence by sentence (story 36). */
export function agreementInWords(words: Words): string[] {
  return (['agreement.1', 'agreement.2', 'agreement.3', 'agreement.4'] as const).map((line) => words.say(line))
}
