/** Letters that Unicode does not take apart into a base letter and an accent, with what people type instead. */
const letters: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ı: 'i',
  ħ: 'h',
  // Urdu, Persian and Arabic keyboards write one letter in several ways; the line that only makes a word longer is none.
  ی: 'ي',
  ى: 'ي',
  ے: 'ي',
  ې: 'ي',
  ک: 'ك',
  ڪ: 'ك',
  ہ: 'ه',
  ھ: 'ه',
  ة: 'ه',
  ۃ: 'ه',
  ە: 'ه',
  ں: 'ن',
  ٱ: 'ا',
  ـ: '',
}
const folded = new RegExp(`[${Object.keys(letters).join('')}]`, 'g')

/** Every mark that keyboards, phones and word processors put into O’Brien. */
const apostrophes = "'’‘ʼʻ`´′＇"

/** With them what nobody sees: soft hyphens, marks of direction and spaces without width, as documents and phones paste them into a name. */
const unheard = new RegExp(`[${apostrophes}]|\\p{Cf}`, 'gu')

/** Most names are of such letters alone, and folding them costs a tenth. */
const ascii = /^[ -~]*$/

/** Text as it is compared: lower case, without accents and apostrophes ("Zając" → "zajac", "O’Brien" → "obrien"). */
export function plain(text: string): string {
  if (ascii.test(text)) return text.replace(/['`]/g, '').toLowerCase()
  return text
    .replace(unheard, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(folded, (letter) => letters[letter] ?? letter)
}

/** The words of a name as they are compared; a double-barrelled name gives both parts and the whole. */
export function words(text: string): string[] {
  return plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

/**
 * Only the digits of a phone number as it is dialled here: +44, 0044 and "+44 (0)" become 0, and the 0 comes back that a
 * spreadsheet has eaten.
 */
export function phoneDigits(text: string): string {
  const digits = text
    .replace(/\D/g, '')
    .replace(/^(?:00)?440?(?=\d{9})/, '0')
    .replace(/^00(?=[1-9])/, '')
  return /^[1237]\d{9}$/.test(digits) && !text.trim().startsWith('+') ? `0${digits}` : digits
}

/** Halves of a letter beyond the first plane without their other half. Written out, as Chromium 108 has no `toWellFormed`. */
const loneHalves = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/**
 * A value with text that every store takes: without NUL and halves of letters. PostgreSQL refuses them, so what was
 * pasted with one would be held at the surgery for ever.
 */
export function wellFormed<Value>(value: Value): Value {
  if (typeof value === 'string') return value.replaceAll('\0', '').replace(loneHalves, '\uFFFD') as Value
  if (Array.isArray(value)) return value.map(wellFormed) as Value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, wellFormed(inner)])) as Value
}

/** Marks that say how text runs and are not seen: they hide a name from the search and a + from a number. Those between letters of some scripts, and within a flag, stay. */
const unseen = /(?!\u200C|\u200D|[\u{E0020}-\u{E007F}])\p{Cf}/gu

/** What can be seen of a text that was pasted or came from a file. */
export function visible(text: string): string {
  return wellFormed(text).replace(unseen, '')
}
