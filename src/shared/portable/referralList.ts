import { fieldsAreValid } from '../changes/entity.ts'
import { readOds } from '../rules/ods.ts'
import type { PlainDate } from '../std/dates.ts'
import { readNhsNumber } from '../std/nhsNumber.ts'
import { plain, visible } from '../std/text.ts'
import { judgeDates, readBirthDate } from './birthDates.ts'
import { guessColumns, type ImportColumn } from './headings.ts'
import { isBirthDate, type Incoming, type IncomingProblem } from './incoming.ts'
import { readPerson } from './readPerson.ts'
import { readTable, type ListTable, type TableFault } from './table.ts'

/** Columns that a list of referrals has beside those of people. */
export const referralColumns = ['nhsNumber', 'agreed', 'reason', 'urgency', 'receivedOn', 'referrer', 'odsCode', 'foreignId'] as const
export type ReferralColumn = (typeof referralColumns)[number]
/** Columns of people that are read of it; what one must know and who to call is asked at the first conversation. */
export const personColumns = [
  'name',
  'givenName',
  'familyName',
  'knownAs',
  'bornOn',
  'phone',
  'email',
  'addressLines',
  'town',
  'postcode',
  'practice',
] as const satisfies readonly ImportColumn[]
export type ListColumn = ReferralColumn | (typeof personColumns)[number]
export type ListColumns = Partial<Record<ListColumn, number>>

const headings: Record<ReferralColumn, RegExp> = {
  nhsNumber: /^nhs (number|no|num)/,
  agreed: /agree|consent/,
  reason: /^(reason|presenting|problem|referral reason|needs?|why)/,
  urgency: /^(urgency|priority|urgent)/,
  receivedOn: /^(referral date|date of referral|referred on|received|date received|date referred)/,
  referrer: /^(referrer|referred by|referring (gp|clinician))/,
  odsCode: /^(ods|practice code|ods code)/,
  foreignId: /^(referral )?(id|ref|reference|number)$|^(ubrn|referral (id|ref|reference|number))$/,
}

/** A list as it was read, with what each of its columns holds. */
export interface ReferralList {
  headers: string[]
  columns: ListColumns
  /** Columns that hold something and that nobody reads. */
  unused: string[]
  fault: TableFault | null
  incoming: Incoming[]
}

/** Reads a practice's list of referrals. @param said what somebody has said the columns hold; null for a guess by their headings */
export function readReferralList(csv: string, said: ListColumns | null, today: PlainDate): ReferralList {
  const table = readTable(csv)
  const columns = said ?? guessed(table)
  const cellsOf = (column: ListColumn) => table.rows.map(({ cells }) => cells[columns[column] ?? -1] ?? '')
  const born = judgeDates(cellsOf('bornOn'), null)
  const used = new Set(Object.values(columns))
  const unused = table.headers.filter((heading, at) => heading && !used.has(at) && table.rows.some(({ cells }) => cells[at]?.trim()))
  const incoming = table.fault ? [] : table.rows.map(({ cells, line }) => lineOf(cells, line, { table, columns, order: born.order, today }))
  return { headers: table.headers, columns, unused, fault: table.fault, incoming }
}

function guessed({ headers }: ListTable): ListColumns {
  const own: ListColumns = {}
  headers.forEach((heading, at) => {
    const words = plain(heading).replace(/[^a-z0-9]+/g, ' ').trim() // prettier-ignore
    const column = referralColumns.find((one) => own[one] === undefined && headings[one].test(words))
    if (column) own[column] = at
  })
  const taken = new Set(Object.values(own))
  const people = guessColumns(headers.map((heading, at) => (taken.has(at) ? '' : heading)))
  return { ...Object.fromEntries(personColumns.flatMap((one) => (people[one] === undefined ? [] : [[one, people[one]]]))), ...own }
}

interface Reading {
  table: ListTable
  columns: ListColumns
  order: ReturnType<typeof judgeDates>['order']
  today: PlainDate
}

function lineOf(cells: readonly string[], line: number, { table, columns, order, today }: Reading): Incoming {
  const cell = (column: ImportColumn | ListColumn) => visible(cells[columns[column as ListColumn] ?? -1] ?? '').trim()
  const heading = (column: ImportColumn) => table.headers[columns[column as ListColumn] ?? -1] ?? ''
  const read = readPerson({ cell, heading, order, today })
  const nhsNumber = cell('nhsNumber') ? readNhsNumber(cell('nhsNumber')) : undefined
  const person = { ...read.fields, ...(nhsNumber ? { nhsNumber } : {}) } as Incoming['person']
  const received = cell('receivedOn') ? readBirthDate(cell('receivedOn'), order ?? 'dayFirst', today) : today
  const referral = referralOf(cell, received ?? today)
  const fits = fieldsAreValid('person', person) && fieldsAreValid('referral', referral as Record<string, unknown>)
  const born = person.bornOn && !isBirthDate(person.bornOn, today) ? ('badBirthDate' as const) : null
  const problem =
    problemOf(read.problem) ?? (nhsNumber === null ? 'badNhsNumber' : null) ?? born ?? agreedProblem(cell('agreed')) ?? (fits ? null : 'tooLong')
  const name = [person.givenName, person.familyName].filter(Boolean).join(' ')
  return { number: line, name, person, referral, problem, unread: read.notes }
}

function problemOf(problem: ReturnType<typeof readPerson>['problem']): IncomingProblem | null {
  if (problem === null) return null
  if (problem === 'noName' || problem === 'lettersLost') return 'noName'
  if (problem === 'birthDateUnreadable' || problem === 'dateOrder') return 'badBirthDate'
  return problem === 'phoneUnreadable' ? 'badPhone' : problem === 'tooLong' ? 'tooLong' : 'unreadable'
}

function agreedProblem(text: string): IncomingProblem | null {
  if (/^(y|yes|true|1|agreed|given|consented?|x|✓)(?![a-z])/i.test(text)) return null
  return /^(n|no|false|0|refused|declined)\b/i.test(text) ? 'refused' : 'noAgreement'
}

function referralOf(cell: (column: ListColumn) => string, receivedOn: PlainDate): Incoming['referral'] {
  const urgency =
    /urgent|high|asap/i.test(cell('urgency')) && !/non.?urgent|not urgent/i.test(cell('urgency'))
      ? 'urgent'
      : /soon|medium/i.test(cell('urgency'))
        ? 'soon'
        : 'routine'
  const ods = cell('odsCode') ? readOds(cell('odsCode')) : null
  return {
    source: 'practice',
    agreed: 'yes',
    urgency,
    receivedOn,
    ...(cell('practice') ? { from: cell('practice') } : {}),
    ...(ods ? { odsCode: ods } : {}),
    ...(cell('reason') ? { reason: cell('reason') } : {}),
    ...(cell('referrer') ? { referrer: cell('referrer') } : {}),
    ...(cell('foreignId') ? { foreignId: `list|${cell('foreignId')}` } : {}),
  }
}
