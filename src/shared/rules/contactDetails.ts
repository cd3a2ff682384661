import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { phoneDigits, visible } from '../std/text.ts'

/** UK postcode after tidying (domain 6.2), besides GIR 0AA, BFPO and the NHS's ZZ99 pseudo-postcodes. */
const postcode = /^[A-PR-UWYZ]([0-9]{1,2}|[A-HK-Y][0-9]([0-9]|[ABEHMNPRV-Y])?|[0-9][A-HJKPS-UW]) [0-9][ABD-HJLNP-UW-Z]{2}$/
const special = /^(GIR 0AA|ZZ99 \d[A-Z]{2})$/
const forces = /^BFPO(\d{1,4})$/
const district = /^[A-PR-UWYZ][A-HK-Y]?[0-9][0-9A-Z]?$/

/** A postcode as it is written ("cv115tw" → "CV11 5TW"), its first half alone, or null when it is neither. */
export function tidyPostcode(text: string): string | null {
  const packed = text.toUpperCase().replace(/[^A-Z0-9]/g, '')
  const number = forces.exec(packed)?.[1]
  if (number) return `BFPO ${number}`
  if (district.test(packed)) return packed
  const spaced = `${packed.slice(0, -3)} ${packed.slice(-3)}`
  return postcode.test(spaced) || special.test(spaced) ? spaced : null
}

/** The first half of a postcode, "CV11" of "cv11 5tw" or of itself; null where there is none, as of forces’ and pseudo-postcodes (domain 6.2). */
export function districtOf(text: string): string | null {
  const [half = ''] = (tidyPostcode(text) ?? '').split(' ')
  return district.test(half) && half !== 'ZZ99' ? half : null
}

/** A phone number as people read it, or null when it cannot be one. Foreign numbers are written as their country writes them. */
export function tidyPhone(typed: string): string | null {
  const text = visible(typed).trim()
  const digits = phoneDigits(text)
  if (digits.length < 6 || digits.length > 15 || notOneNumber(text, digits)) return null
  if (/^0[1-9]\d{9}$/.test(digits)) return `${digits.slice(0, 5)} ${digits.slice(5, 8)} ${digits.slice(8)}`
  return /^(?:\+|00)[\s(]*(?!44)[1-9]/.test(text) ? foreign(digits) : digits
}

/** "+33 1 99 00 12 34"; one whose country nobody knows keeps its digits. */
function foreign(digits: string): string {
  const number = parsePhoneNumberFromString(`+${digits}`)
  return number?.isPossible() ? number.formatInternational().replace(/[^+\d]+/g, ' ') : `+${digits}`
}

/** Words, letters among the digits (an extension, or a spreadsheet's 4.477E+11), or more digits than any number here has. */
function notOneNumber(text: string, digits: string): boolean {
  return /[a-z]{3}/i.test(text) || /\d.*[a-z].*\d/i.test(text) || /^0[1-9]\d{10}/.test(digits)
}

/** Nobody here is older; and a spreadsheet's empty date is 1 January 1900 (domain story 39). Years. */
const oldest = 120

/** A birth date in the ways people write it (31/12/1950, 1950-12-31, 31.12.50, 31st Dec 1950) as "1950-12-31", or null. */
export function tidyBirthDate(text: string, today: string): string | null {
  const parts = dateParts(text.trim().replace(/[T ]\d\d:\d\d\S*$/, '')) // a table's date often brings its midnight along
  if (!parts) return null
  const { year, month, day } = parts
  const written = dateOn(year ?? 2000 + parts.short, month, day)
  const nearest = year === null && (written === null || written > today) ? dateOn(1900 + parts.short, month, day) : written
  if (nearest === null || nearest > today) return null
  return Number(today.slice(0, 4)) - Number(nearest.slice(0, 4)) <= oldest ? nearest : null
}

/** The date, or null where the calendar has none. */
function dateOn(year: number, month: number, day: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, day))
  const real = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day
  return real ? at.toISOString().slice(0, 10) : null
}

/** `year` is null when only its last two digits (`short`) were written. */
interface DateParts {
  year: number | null
  short: number
  month: number
  day: number
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

function dateParts(text: string): DateParts | null {
  const iso = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/.exec(text)
  if (iso) return { year: Number(iso[1]), short: 0, month: Number(iso[2]), day: Number(iso[3]) }
  const spoken = /^(\d{1,2})(?:st|nd|rd|th)?[\s./-]+([a-z]{3,9}|\d{1,2})[\s,./-]+(\d{4}|\d{2})$/i.exec(text)
  if (!spoken?.[1] || !spoken[2] || !spoken[3]) return null
  const month = /\d/.test(spoken[2]) ? Number(spoken[2]) : months.indexOf(spoken[2].slice(0, 3).toLowerCase()) + 1
  const year = spoken[3].length === 4 ? Number(spoken[3]) : null
  return { year, short: Number(spoken[3]), month, day: Number(spoken[1]) }
}
