import { plain, words } from '../../shared/std/text.ts'
import { runTogether } from './runTogether.ts'

/** Half-open ranges of the name that the typed words matched, to underline. */
export function marksOf(name: string, text: string): [number, number][] {
  const typed = words(text)
  const query = [...runTogether(typed).map((one) => one.run), ...typed].sort((a, b) => b.length - a.length)
  const marks: [number, number][] = []
  for (const match of name.matchAll(/[\p{L}\p{N}\p{M}\p{Cf}'’]+/gu)) {
    const hit = query.find((word) => plain(match[0]).startsWith(word))
    if (hit) marks.push([match.index, match.index + lettersFor(match[0], hit.length)])
  }
  return marks
}

/** How many letters of the word as written make so many plain ones ("O'Br" for "obr"). */
function lettersFor(word: string, plainLength: number): number {
  let end = 1
  while (end < word.length && (plain(word.slice(0, end)).length < plainLength || joinsOn(word, end))) end++
  return end
}

/** Whether what follows belongs to the letter before: an accent of its own, or the second half of a letter. */
function joinsOn(word: string, at: number): boolean {
  return /^[\p{M}\uDC00-\uDFFF]/u.test(word.slice(at))
}
