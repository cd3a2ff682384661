/** Letters that Unicode does not take apart into a base letter and an accent, with what people type instead. */
const letters: Record<string, string> = {
  ł: 'l', ø: 'o', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ß: 'ss', ı: 'i', ħ: 'h',
}

/** Text as it is compared: lower case, without accents and apostrophes ("Zając" → "zajac", "O’Brien" → "obrien"). */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łøđðþæœßıħ]/g, (letter) => letters[letter] ?? letter)
    .replace(/['’`´]/g, '')
}

/** The words of a name as they are compared; a double-barrelled name gives both parts and the whole. */
export function words(text: string): string[] {
  return plain(text).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
}

/** Only the digits of a phone number, with +44 written as 0. */
export function phoneDigits(text: string): string {
  const digits = text.replace(/[^\d+]/g, '')
  return digits.replace(/^\+?44(?=\d{9})/, '0').replace(/\D/g, '')
}
