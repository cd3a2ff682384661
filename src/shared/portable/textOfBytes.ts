/**
 * What no word holds: such a sign between its letters, a foreign capital behind a small letter (McDonald has an English one), a sign
 * that only steers a printer. Where one stands, the text was read in the wrong alphabet.
 */
const oddInWord = /\p{L}[^\p{L}\p{M}\s\d'’.,;:()/&"_@+-]\p{L}|\p{Ll}(?![A-Z])\p{Lu}|[\u0080-\u009f]/gu
/** What spreadsheets write that do not say their alphabet: Excel on Windows, on an older Mac, on a Polish or Hungarian Windows. The first of those that read equally well. */
const unsaid = ['windows-1252', 'macintosh', 'windows-1250']

/** The text of a file as spreadsheets write it: UTF-8, UTF-16 (Excel's "Unicode Text"), or what Excel calls "CSV" without saying which alphabet. */
export function textOfBytes(bytes: Uint8Array): string {
  const wide = wideOf(bytes)
  if (wide) return new TextDecoder(wide).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const read = unsaid.map((alphabet) => new TextDecoder(alphabet).decode(bytes))
    return read.sort((a, b) => odd(a) - odd(b))[0] ?? ''
  }
}

function odd(text: string): number {
  return text.match(oddInWord)?.length ?? 0
}

/** Two bytes a letter: said by the first two, or seen by the noughts between Latin letters. */
function wideOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const start = bytes.subarray(0, 2000)
  const noughts = (from: 0 | 1) => start.filter((byte, at) => at % 2 === from && byte === 0).length
  if (noughts(1) > start.length / 5) return 'utf-16le'
  return noughts(0) > start.length / 5 ? 'utf-16be' : null
}
