import { phoneDigits } from '../std/text.ts'

/** UK postcode after tidying (domain 6.2), besides GIR 0AA, BFPO and the NHS's ZZ99 pseudo-postcodes. */
const postcode =
  /^[A-PR-UWYZ]([0-9]{1,2}|[A-HK-Y][0-9]([0-9]|[ABEHMNPRV-Y])?|[0-9][A-HJKPS-UW]) [0-9][ABD-HJLNP-UW-Z]{2}$/
const special = /^(GIR 0AA|BFPO ?\d{1,4}|ZZ99 \d[A-Z]{2})$/
const district = /^[A-PR-UWYZ][A-HK-Y]?[0-9][0-9A-Z]?$/

/** A postcode as it is written ("cv115tw" → "CV11 5TW"), its first half alone, or null when it is neither. */
export function tidyPostcode(text: string): string | null {
  const packed = text.toUpperCase().replace(/[^A-Z0-9]/g, '')
  if (district.test(packed)) return packed
  const spaced = `${packed.slice(0, -3)} ${packed.slice(-3)}`
  return postcode.test(spaced) || special.test(spaced) ? spaced : null
}

/** A phone number as people read it, or null when it cannot be one. Foreign numbers keep their +. */
export function tidyPhone(text: string): string | null {
  const digits = phoneDigits(text)
  if (digits.length < 6 || digits.length > 15 || /[a-z]{3}/i.test(text)) return null
  if (/^07\d{9}$/.test(digits)) return `${digits.slice(0, 5)} ${digits.slice(5, 8)} ${digits.slice(8)}`
  if (/^0\d{10}$/.test(digits)) return `${digits.slice(0, 5)} ${digits.slice(5, 8)} ${digits.slice(8)}`
  return text.trim().startsWith('+') && !text.trim().startsWith('+44') ? `+${digits}` : digits
}

/** A birth date in the ways people write it (31/12/1950, 1950-12-31, 31.12.50, 31 Dec 1950) as "1950-12-31", or null. */
export function tidyBirthDate(text: string, today: string): string | null {
  const parts = dateParts(text.trim(), Number(today.slice(0, 4)))
  if (!parts) return null
  const [year, month, day] = parts
  const at = new Date(Date.UTC(year, month - 1, day))
  const real = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day
  const written = at.toISOString().slice(0, 10)
  return real && year >= 1900 && written <= today ? written : null
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

function dateParts(text: string, thisYear: number): [number, number, number] | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (iso) return [Number(iso[1]), Number(iso[2]), Number(iso[3])]
  const spoken = /^(\d{1,2})[\s./-]+([a-z]{3,9}|\d{1,2})[\s./-]+(\d{4}|\d{2})$/i.exec(text)
  if (!spoken?.[1] || !spoken[2] || !spoken[3]) return null
  const month = /\d/.test(spoken[2]) ? Number(spoken[2]) : months.indexOf(spoken[2].slice(0, 3).toLowerCase()) + 1
  const short = Number(spoken[3])
  const year = spoken[3].length === 4 ? short : short + (short > thisYear % 100 ? 1900 : 2000)
  return month >= 1 ? [year, month, Number(spoken[1])] : null
}
