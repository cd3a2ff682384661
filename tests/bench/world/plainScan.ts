import type { InventedPerson } from './team.ts'
import { phoneDigits, plain, words } from '../../../src/shared/std/text.ts'

/** The simplest search there is: folded text of everyone, sorted once, looked through from the front to the end. */
export interface PlainScan {
  ids: string[]
  texts: string[]
}

/** Makes its texts. */
export function scanOf(people: readonly InventedPerson[]): PlainScan {
  const all = people.map(({ id, givenName, familyName, knownAs, phone }) => ({
    id,
    text: `${plain([knownAs, givenName, familyName].filter(Boolean).join(' '))} ${phoneDigits(phone ?? '')}`,
  }))
  all.sort((a, b) => (a.text < b.text ? -1 : 1))
  return { ids: all.map((one) => one.id), texts: all.map((one) => one.text) }
}

/** What is typed, as the scan wants it. */
export function scanWords(text: string): string[] {
  return words(text)
}

/** The first so many whose text has every word anywhere. Self-contained, so that a page can be given it as text. */
export function scan(texts: readonly string[], wanted: readonly string[], most: number): number[] {
  const found: number[] = []
  for (let at = 0; at < texts.length; at++) {
    const text = texts[at] as string
    let all = true
    for (const word of wanted) {
      if (!text.includes(word)) {
        all = false
        break
      }
    }
    if (all && found.length < most) found.push(at) // it goes on, as one must count "and 300 more"
  }
  return found
}
