import type { ImportColumn } from './headings.ts'

/** Titles are no part of a name: who is called "Mrs" is found by "mrs" alone. */
const titles = /^(?:(?:mr|mrs|ms|miss|mx|dr|prof|professor|rev|revd|reverend|sir|dame|lady|lord|master|cllr)\b\.?(?:\s+|$))+/i

/** Given and family name, titles taken off. A list may have one column for both, "Ellison, Margaret" or "Margaret Ellison". */
export function namesOf(cell: (column: ImportColumn) => string): [string, string] {
  if (cell('givenName')) return [untitled(cell('givenName')), cell('familyName')]
  const whole = untitled(
    cell('name')
      .replace(/\s+/g, ' ')
      .replace(/^[ ,]+|[ ,]+$/g, ''),
  )
  const [family, given] = whole.split(/\s*,\s*(.*)/s)
  if (given) return [untitled(given), untitled(family ?? '')]
  const space = whole.indexOf(' ')
  if (whole) return space < 0 ? [whole, ''] : [whole.slice(0, space), whole.slice(space + 1)]
  return [untitled(cell('familyName')), '']
}

/** The name without its titles; a name that is nothing but a title stays. */
function untitled(name: string): string {
  return name.replace(titles, '').trim() || name
}

/** What a program leaves of letters that it does not know: a question mark in a word, or two wrong letters for one. */
const lost = /\p{L}\?\p{L}|(?:^|\s)\?\p{L}|\uFFFD|Ã[\u0080-\u00BF]|Å[‚‡¼º„…›ž]|Ä[…‡™]|â€/u

/** Whether letters were lost when the file was saved. */
export function hasLostLetters(text: string): boolean {
  return lost.test(text)
}
