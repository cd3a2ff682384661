/** Crockford's base 32: no I, L, O and U, so that nobody has to guess what a letter is. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** Letters of a token: 80 bits, so that nobody ever meets another's by chance. */
export const tokenLength = 16
/** Letters that are typed where there is no camera: 30 bits, and the kiosk slows down who guesses. */
export const typedLength = 6

/** What may stand on a card, as people or scanners type it. */
export const cardLetters = /^[0-9A-Za-z\s-]+$/

/** A token from 16 random bytes: 256 is a multiple of 32, so each letter is as likely as any other. */
export function tokenFrom(bytes: Uint8Array): string {
  return [...bytes.subarray(0, tokenLength)].map((byte) => alphabet.charAt(byte % alphabet.length)).join('')
}

/** Letters as they are compared: capitals, without spaces; O is 0, I and L are 1. */
export function plainCode(text: string): string {
  return text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
}

/** Whether this is what a scanner types: a whole token, in small letters where Caps Lock is on. */
export function isToken(text: string): boolean {
  return /^[0-9A-HJKMNP-TV-Z]{16}$/i.test(text.trim())
}

/** Fewest letters in a row, of letters and figures mixed, that nobody types of a name or a phone number. */
const scannedLength = 12

/** Whether a scanner typed this, well or badly: a token, a piece of one, or two behind each other. No name, and never to be shown or kept as one. */
export function looksScanned(text: string): boolean {
  const typed = text.trim()
  return isToken(typed) || (typed.length >= scannedLength && /^[0-9a-z]+$/i.test(typed) && isMixed(typed))
}

/** Whether the letters of a card may be in this, also those typed by hand: where a first name is asked for, figures are none. */
export function mayHoldCard(text: string): boolean {
  const code = plainCode(text)
  return isToken(code) || (code.length >= typedLength && /^[0-9A-Z]+$/.test(code) && isMixed(text))
}

function isMixed(text: string): boolean {
  return /\d/.test(text) && /[a-z]/i.test(text)
}

interface CardLike {
  personId: string
  token: string
  revokedAt?: string | null | undefined
}

/** What a code means. Two cards that share their first six letters are typed no further: scan them. */
export type CardMeant = { card: 'none' } | { card: 'revoked' } | { card: 'one'; personId: string }

/** Whose card it is. @param text a whole token, or its first six letters */
export function cardMeant(text: string, cards: Iterable<CardLike>): CardMeant {
  const code = plainCode(text)
  if (code.length !== tokenLength && code.length !== typedLength) return { card: 'none' }
  const matching = [...cards].filter((card) => (code.length === tokenLength ? card.token === code : card.token.startsWith(code)))
  const standing = new Set(matching.filter((card) => !card.revokedAt).map((card) => card.personId))
  const [personId] = standing
  if (standing.size === 1 && personId !== undefined) return { card: 'one', personId }
  return { card: standing.size === 0 && matching.length > 0 ? 'revoked' : 'none' }
}
