import type { NamedPerson } from '../workerLink/views.ts'
import type { Apart } from '../../shared/rules/apart.ts'
import type { Words } from './useWords.ts'

/** What tells somebody apart from another of their name: "born 3 April". */
export function apartInWords(apart: Apart, words: Words): string {
  switch (apart.kind) {
    case 'birthday':
      return words.say('apart.born', { day: words.birthday(apart.on) })
    case 'born':
      return words.say('apart.born', { day: words.fullDate(apart.on) })
    case 'practice':
      return words.say('apart.practice', { practice: apart.practice })
    case 'since':
      return words.say('apart.since', { day: words.fullDate(apart.on) })
    case 'number':
      return words.say('apart.number', { number: apart.number, of: apart.of })
  }
}

/** A name as it is said where it stands alone, in a sentence or to a screen reader: "Jean Oakes (born 3 April)". */
export function fullName({ name, apart }: Pick<NamedPerson, 'name' | 'apart'>, words: Words): string {
  return apart ? words.say('apart.named', { name, apart: apartInWords(apart, words) }) : name
}
