import type { Likeness } from '../../shared/rules/duplicates.ts'
import type { MessageId } from './en.ts'
import type { Words } from './useWords.ts'

const likenesses: Record<Likeness, MessageId> = {
  phone: 'alike.phone',
  bornOn: 'alike.bornOn',
  name: 'alike.name',
  sound: 'alike.sound',
}

/** Why two may be one: "same phone and name sounds alike". */
export function likenessesInWords(because: readonly Likeness[], words: Words): string {
  return words.list(because.map((one) => words.say(likenesses[one])))
}
