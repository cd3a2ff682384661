import type { Json } from '../changes/change.ts'
import { fieldsAreValid } from '../changes/entity.ts'
import { tidyPhone, tidyPostcode } from '../rules/contactDetails.ts'
import type { PlainDate } from '../std/dates.ts'
import { isDoubtful, readBirthDate, type DateOrder } from './birthDates.ts'
import { contactsIn, numbersIn, type ReadContact } from './contactCell.ts'
import type { ImportColumn } from './headings.ts'
import { alertsIn, notesFrom } from './keptText.ts'
import { hasLostLetters, namesOf } from './readNames.ts'

/** Why a line is not imported. */
export const importProblems = [
  'noName',
  'lettersLost',
  'birthDateUnreadable',
  'dateOrder',
  'phoneUnreadable',
  'postcodeUnreadable',
  'twiceInFile',
  'alreadyMember',
  'tooLong',
  'headingAgain',
  'maybeSame',
  'maybeTwice',
] as const
export type ImportProblem = (typeof importProblems)[number]

/** A line as it was read. */
export interface ReadPerson {
  fields: Record<string, Json>
  contacts: ReadContact[]
  /** What no field has room for, kept as notes: long texts, second numbers, words beside a number. */
  notes: string[]
  problem: ImportProblem | null
  /** The column that the problem lies in. */
  at: ImportColumn | null
}

/** How cells are read. */
export interface Reading {
  cell(column: ImportColumn): string
  /** The heading of a column, as the file says it. */
  heading(column: ImportColumn): string
  order: DateOrder | null
  today: PlainDate
}

type Problem = Pick<ReadPerson, 'problem' | 'at'>
const none: Problem = { problem: null, at: null }

/** Reads a line: what a filled cell says is in a field, a contact or a note, or the line has a problem. */
export function readPerson(reading: Reading): ReadPerson {
  const { cell } = reading
  const [givenName, familyName] = namesOf(cell)
  const bornOn = cell('bornOn') ? readBirthDate(cell('bornOn'), reading.order ?? 'dayFirst', reading.today) : undefined
  const postcode = cell('postcode') ? tidyPostcode(cell('postcode')) : undefined
  const phones = phonesOf(reading)
  const { contacts, problem: contactProblem } = contactsOf(reading)
  const alerts = alertsIn(cell('alerts'))
  const fields = compact({
    givenName,
    familyName,
    knownAs: cell('knownAs'),
    bornOn,
    phone: phones.phone,
    email: cell('email'),
    practice: cell('practice'),
    address: compact({ lines: [cell('addressLines'), cell('addressMore')].filter(Boolean).join('\n'), town: cell('town'), postcode }),
    alerts: alerts.short,
  })
  const notes = notesFrom([
    ...phones.left,
    ...(alerts.left ? [said(reading, 'alerts', alerts.left)] : []),
    ...(cell('notes') ? [said(reading, 'notes', cell('notes'))] : []),
  ])
  const found = [
    nameProblem(cell, givenName),
    dateProblem(reading, bornOn),
    phones.problem,
    contactProblem,
    postcode === null ? { problem: 'postcodeUnreadable' as const, at: 'postcode' as const } : none,
  ]
  return { fields, contacts, notes, ...(found.find((one) => one.problem !== null) ?? lengthProblem(fields, contacts, notes)) }
}

function said({ heading }: Reading, column: ImportColumn, text: string): string {
  return `${heading(column) || column}: ${text}`
}

function nameProblem(cell: Reading['cell'], givenName: string): Problem {
  if (!givenName) return { problem: 'noName', at: null }
  const lost = (['name', 'givenName', 'familyName', 'knownAs', 'contactName'] as const).find((column) => hasLostLetters(cell(column)))
  return lost ? { problem: 'lettersLost', at: lost } : none
}

function dateProblem({ cell, order }: Reading, bornOn: PlainDate | null | undefined): Problem {
  if (order === null && isDoubtful(cell('bornOn'))) return { problem: 'dateOrder', at: 'bornOn' }
  return bornOn === null ? { problem: 'birthDateUnreadable', at: 'bornOn' } : none
}

interface Phones {
  phone?: string
  /** What stands beside the first number. */
  left: string[]
  problem: Problem
}

/** The first number is theirs; another one, and words beside it, are kept. */
function phonesOf(reading: Reading): Phones {
  const filled = (['phone', 'otherPhone'] as const).filter((column) => reading.cell(column))
  const read = filled.map((column) => {
    const text = reading.cell(column)
    const whole = tidyPhone(text)
    return { column, text, whole, first: whole ?? numbersIn(text).find((one) => one.phone)?.phone ?? null }
  })
  const bad = read.find((one) => one.first === null)
  if (bad) return { left: [], problem: { problem: 'phoneUnreadable', at: bad.column } }
  const left = read.filter((one, nth) => nth > 0 || one.whole === null).map((one) => said(reading, one.column, one.text))
  return { ...(read[0]?.first ? { phone: read[0].first } : {}), left, problem: none }
}

/** The contact of a line: from a column each, or from one cell that says it all. A name without a number is a contact to ask about. */
function contactsOf({ cell }: Reading): { contacts: ReadContact[]; problem: Problem } {
  const relationship = cell('contactRelationship')
  const together = [cell('contactName'), cell('contactPhone')].filter(Boolean).join(' ')
  if (!together) return { contacts: relationship ? [{ name: '', relationship, phone: '' }] : [], problem: none }
  const alone = cell('contactPhone') ? tidyPhone(cell('contactPhone')) : null
  const found = alone && numbersIn(cell('contactName')).length === 0 ? [{ name: cell('contactName'), phone: alone }] : contactsIn(together)
  const noNumber = cell('contactPhone') !== '' && (found ?? []).every((one) => one.phone === '')
  if (!found || noNumber) return { contacts: [], problem: { problem: 'phoneUnreadable', at: cell('contactPhone') ? 'contactPhone' : 'contactName' } }
  return { contacts: found.map((one) => related(one, relationship)), problem: none }
}

/** Who they are, by their own column and by what stands beside the name. */
function related({ name, relationship: said, phone }: ReadContact, column: string): ReadContact {
  const relationship = said && column && said !== column ? `${column}, ${said}` : column || said
  return { name, ...(relationship ? { relationship } : {}), phone }
}

/** What the records themselves say: one line that the surgery would not take would hold up the whole import (SPEC SY8). */
function lengthProblem(fields: Record<string, Json>, contacts: readonly ReadContact[], notes: readonly string[]): Problem {
  const fits =
    fieldsAreValid('person', fields) &&
    contacts.length <= 8 &&
    notes.length <= 8 &&
    contacts.every((one) => fieldsAreValid('emergencyContact', { ...one }))
  if (fits) return none
  const at = Object.keys(fields).find((field) => !fieldsAreValid('person', { [field]: fields[field] }))
  return { problem: 'tooLong', at: at === 'address' ? 'addressLines' : ((at as ImportColumn | undefined) ?? 'contactName') }
}

/** Leaves out what is empty. */
function compact(fields: Record<string, Json | null | undefined>): Record<string, Json> {
  const empty = (value: Json | null | undefined) =>
    value === null || value === undefined || value === '' || (typeof value === 'object' && Object.keys(value).length === 0)
  return Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, Json] => !empty(entry[1])))
}
