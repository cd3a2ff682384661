/**
 * What somebody is asked: the list of the 2021 census for England with "prefer not to say" (domain 6.3). A code begins with that of the
 * NHS list of 2001, 16+1 (NHS Data Dictionary, Ethnic Category); the second character is ours and rolls up. R is Chinese: an Other group
 * in 2001, an Asian group in 2021.
 */
export const ethnicities = [
  { code: 'A', group: 'white', label: 'English, Welsh, Scottish, Northern Irish or British' },
  { code: 'B', group: 'white', label: 'Irish' },
  { code: 'C1', group: 'white', label: 'Gypsy or Irish Traveller' },
  { code: 'C2', group: 'white', label: 'Roma' },
  { code: 'C', group: 'white', label: 'Any other White background' },
  { code: 'D', group: 'mixed', label: 'White and Black Caribbean' },
  { code: 'E', group: 'mixed', label: 'White and Black African' },
  { code: 'F', group: 'mixed', label: 'White and Asian' },
  { code: 'G', group: 'mixed', label: 'Any other Mixed or multiple ethnic background' },
  { code: 'H', group: 'asian', label: 'Indian' },
  { code: 'J', group: 'asian', label: 'Pakistani' },
  { code: 'K', group: 'asian', label: 'Bangladeshi' },
  { code: 'R', group: 'asian', label: 'Chinese' },
  { code: 'L', group: 'asian', label: 'Any other Asian background' },
  { code: 'M', group: 'black', label: 'Caribbean' },
  { code: 'N', group: 'black', label: 'African' },
  { code: 'P', group: 'black', label: 'Any other Black, Black British or Caribbean background' },
  { code: 'S1', group: 'other', label: 'Arab' },
  { code: 'S', group: 'other', label: 'Any other ethnic group' },
  { code: 'Z', group: 'none', label: 'Prefers not to say' },
] as const satisfies readonly { code: string; group: string; label: string }[]

export type EthnicityCode = (typeof ethnicities)[number]['code']
export type EthnicityGroup = (typeof ethnicities)[number]['group']

/** Groups in the order in which the census asks them. */
export const ethnicityGroups: Record<Exclude<EthnicityGroup, 'none'>, string> = {
  white: 'White',
  mixed: 'Mixed or multiple ethnic groups',
  asian: 'Asian or Asian British',
  black: 'Black, Black British, Caribbean or African',
  other: 'Other ethnic group',
}

const byCode = new Map<string, (typeof ethnicities)[number]>(ethnicities.map((one) => [one.code, one]))

/** The NHS code that an answer rolls up to: "C1" is C. Never asked is 99, refused is Z. */
export function nhsEthnicityOf(code: string | null | undefined): string {
  if (!code) return '99'
  return byCode.has(code) ? code.slice(0, 1) : '99'
}

/** The national top group of an answer, `none` where they would rather not say; null where nothing was said. */
export function ethnicityGroupOf(code: string | null | undefined): EthnicityGroup | null {
  return (code ? byCode.get(code)?.group : null) ?? null
}

/** Our answer for a code that came from elsewhere, or null where it says nothing or is none. T is what GP extracts write for a Traveller. */
export function ethnicityOfNhs(code: string): EthnicityCode | null {
  const letters = code.trim().toUpperCase()
  if (letters === 'T') return 'C1'
  const found = byCode.get(letters) ?? (letters.length === 2 && letters !== '99' ? byCode.get(letters.slice(0, 1)) : undefined)
  return found?.code ?? null
}

/** "White: Irish", or null where nothing was said. */
export function ethnicityText(code: string | null | undefined): string | null {
  const found = code ? byCode.get(code) : undefined
  if (!found) return null
  return found.group === 'none' ? found.label : `${ethnicityGroups[found.group]}: ${found.label}`
}
