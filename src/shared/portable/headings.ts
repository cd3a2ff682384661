import { plain } from '../std/text.ts'

/**
 * Columns an import knows. `name` is a whole name in one column ("Ellison, Margaret" or "Margaret Ellison"); `otherPhone` a second
 * number of the person, `addressMore` a second line of the address, `notes` what is kept as a note.
 */
export const importColumns = [
  'name',
  'givenName',
  'familyName',
  'knownAs',
  'bornOn',
  'phone',
  'otherPhone',
  'email',
  'addressLines',
  'addressMore',
  'town',
  'postcode',
  'practice',
  'contactName',
  'contactRelationship',
  'contactPhone',
  'alerts',
  'notes',
] as const
export type ImportColumn = (typeof importColumns)[number]
/** Which column of the file (counted from 0) holds what. */
export type ColumnMap = Partial<Record<ImportColumn, number>>

const phoneWords = /^((home|mobile|daytime|evening|work|other|second) )?(phone|mobile|tel|landline)/
const notesWords = /^(alerts?|notes?|medical|health|allerg|comments?|remarks?)/
const addressWords = /^(home )?(address|street|number and street|house)/
/** Address books say beside each number what kind it is: "Phone 1 - Type" holds no number. */
const kinds = / (type|label)$/

/** The first that fits wins; what stands twice goes to the next one that takes it. */
const headings: Record<ImportColumn, RegExp> = {
  contactName:
    /^(emergency|ice|next of kin|nok|contact).*(name|contact|details)$|^(emergency contact|next of kin)$|^(emergency|ice|next of kin|nok|contact).*name and /,
  contactRelationship: /relation/,
  contactPhone: /^(emergency|ice|next of kin|nok).*(phone|mobile|tel|number|no)/,
  givenName: /^(first|given|fore)[ -]?names?$|^forename$/,
  familyName: /^(last|family|sur)[ -]?name$|^surname$/,
  knownAs: /^(known as|nick ?name|preferred name|likes to be called)$/,
  name: /^((full|member|participant|client|patient|person) )?name$|^(member|participant|person|attendee)$/,
  bornOn: /^(dob|d o b|date of birth|birth ?date|birthday|born)/,
  phone: phoneWords,
  otherPhone: phoneWords,
  email: /^e ?mail/,
  addressLines: addressWords,
  addressMore: addressWords,
  town: /^(home )?(town|city)/,
  postcode: /^(home )?post(al)? ?code/,
  practice: /^(registered |usual )?(gp|practice|surgery|doctor)/,
  alerts: notesWords,
  notes: notesWords,
}
/** Whose number this is depends on the other columns. */
const contactNumber = /^contact (phone|mobile|tel|number|no)/

/** Guesses what each column holds from its heading; the first that fits wins. */
export function guessColumns(headers: readonly string[]): ColumnMap {
  const map: ColumnMap = {}
  const plainly = headers.map(plainHeading)
  plainly.forEach((heading, at) => {
    if (kinds.test(heading)) return
    const column = (Object.keys(headings) as ImportColumn[]).find((one) => map[one] === undefined && headings[one].test(heading))
    if (column) map[column] = at
  })
  return ofContact(map, plainly)
}

/** A number beside a contact's name is the contact's: one called so, or a second "Phone" right behind the contact. */
function ofContact(map: ColumnMap, plainly: readonly string[]): ColumnMap {
  const at = plainly.findIndex((heading) => contactNumber.test(heading))
  const whose = map.contactName === undefined ? 'phone' : 'contactPhone'
  if (at >= 0 && map[whose] === undefined) return { ...map, [whose]: at }
  const { otherPhone, contactName, contactPhone, ...rest } = map
  if (otherPhone === undefined || contactName === undefined || contactPhone !== undefined || otherPhone < contactName) return map
  return { ...rest, contactName, contactPhone: otherPhone }
}

function plainHeading(header: string): string {
  return plain(header)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** How many headings we know stand on a line. */
export function score(cells: readonly string[]): number {
  return Object.keys(guessColumns(cells)).length
}

/** Columns of the file that hold something and that nobody reads: they are named, not left out in silence. */
export function unusedColumns(headers: readonly string[], rows: readonly { cells: readonly string[] }[], map: ColumnMap): string[] {
  const used = new Set(Object.values(map))
  const widest = Math.max(headers.length, ...rows.slice(0, 200).map(({ cells }) => cells.length))
  return Array.from({ length: widest }, (_, at) => at)
    .filter((at) => !used.has(at) && rows.some(({ cells }) => (cells[at] ?? '').trim() !== ''))
    .map((at) => headers[at] || `${at + 1}`)
}
