/** Weights of the first nine digits (NHS Data Dictionary, domain 6.1). */
const weights = [10, 9, 8, 7, 6, 5, 4, 3, 2]

/** Whether ten digits are an NHS number that can be: the check digit of modulus 11, and not one digit ten times, which passes it. */
export function isNhsNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return false
  const sum = weights.reduce((all, weight, at) => all + weight * Number(digits[at]), 0)
  const check = 11 - (sum % 11)
  return check !== 10 && check % 11 === Number(digits[9])
}

/** The digits of a number as somebody wrote it, "943 476 5919", or null where it is not one. */
export function readNhsNumber(text: string): string | null {
  const digits = text.replace(/[\s\-\u00a0]/g, '')
  return isNhsNumber(digits) ? digits : null
}

/** As the NHS writes it: 943 476 5919. */
export function nhsNumberText(digits: string): string {
  return `${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}`
}
