/** What an ODS code names, by its shape (domain 6.2): the shape says nothing of whether there is such a place. */
export type OdsKind = 'practice' | 'branch' | 'pcn' | 'other'

/** A code as it is stored, "m84001 " is M84001; null where it is none: one to nine letters and digits. */
export function readOds(text: string): string | null {
  const code = text.replace(/[\s\-\u00a0]/g, '').toUpperCase()
  return /^[A-Z0-9]{1,9}$/.test(code) && /\d/.test(code) ? code : null
}

/** Practice: a letter and five digits, also Y; its branch has three digits more; a network: U and five digits. */
export function odsKind(code: string): OdsKind {
  if (/^U\d{5}$/.test(code)) return 'pcn'
  if (/^[A-Z]\d{5}$/.test(code)) return 'practice'
  return /^[A-Z]\d{5}\d{3}$/.test(code) ? 'branch' : 'other'
}

/** The practice that a code belongs to: a branch's is its own without the last three digits. */
export function practiceOf(code: string): string | null {
  const kind = odsKind(code)
  return kind === 'practice' ? code : kind === 'branch' ? code.slice(0, 6) : null
}
