import type { Entity } from '../records/index.ts'

/** Whether a text says the name or the number of a colleague. */
export type HoldsStaff = (text: string) => boolean

type Staff = Pick<Entity<'colleague'>, 'name' | 'phone'>

/** Fewer digits are an extension, and stand in every postcode and date. */
const fewestDigits = 6
/** What is the same however a number is written: +44 7700 900123 and 07700 900123. */
const lastDigits = 9

/** Neither the names of colleagues nor their numbers are published, wherever somebody has typed them (domain 7.2). */
export function staffWordsOf(colleagues: readonly Staff[]): HoldsStaff {
  const names = colleagues.map(({ name }) => wordsOf(name)).filter((name) => name.trim().length > 1)
  const numbers = colleagues.map(({ phone }) => digitsOf(phone ?? '').slice(-lastDigits)).filter((one) => one.length >= fewestDigits)
  return (text) => {
    const [words, digits] = [wordsOf(text), digitsOf(text)]
    return names.some((name) => words.includes(name)) || numbers.some((number) => digits.includes(number))
  }
}

/** " tom o brien ": whole words between spaces, without what people type differently. */
function wordsOf(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return ` ${plain.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `
}

/** The digits of a number, whatever stands between them; every other sign keeps two numbers apart. */
function digitsOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\s().\-/\u2010-\u2015]/g, '')
    .replace(/\D+/g, ' ')
}
