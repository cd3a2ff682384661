import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { noChoices, planImport, type Known, type PlannedRow } from '../../../src/shared/portable/importMembers.ts'
import { phoneDigits, visible } from '../../../src/shared/std/text.ts'
import { tidyPostcode } from '../../../src/shared/rules/contactDetails.ts'
import { anyText } from '../../support/arbitraries.ts'

/**
 * Random lists: our headings in any order and spelling, cells of any text up to 2,000 letters, broken in the known ways. Each
 * filled cell is stored or its line is named (issue 9).
 */
const spellings: Record<string, readonly string[]> = {
  given: ['First name', 'FORENAME', 'Given names'],
  family: ['Surname', 'Last Name', 'Family-name'],
  known: ['Known as', 'Nickname'],
  born: ['DOB', 'Date of Birth (dd/mm/yyyy)'],
  phone: ['Mobile', 'Telephone no.'],
  email: ['E-mail', 'Email address'],
  address: ['Address', 'Street'],
  town: ['Town/City'],
  postcode: ['Post code', 'Postcode'],
  practice: ['GP surgery', 'Registered GP'],
  contact: ['Emergency contact', 'Next of kin', 'Emergency contact details'],
  relation: ['Relationship'],
  contactPhone: ['Emergency phone', 'Next of kin tel no'],
  alerts: ['Medical notes', 'Alerts'],
  notes: ['Comments', 'Notes'],
}
const kinds = Object.keys(spellings)
const digits = fc.integer({ min: 100_000_000, max: 999_999_999 }).map((n) => `07${n}`)
const long = fc.string({ minLength: 0, maxLength: 2000, unit: fc.constantFrom('a', 'b ', 'é', '; ', 'Ż', '\n', '"', ',') })
const word = fc.constantFrom('Hilda', 'Trevor', 'Zając', 'O’Brien', 'de la Tour', '"Peggy" Margaret', 'Mrs Ivy', 'Ann\u00adMarie')
const cells: Record<string, fc.Arbitrary<string>> = {
  given: word,
  family: fc.oneof(word, fc.constant('')),
  born: fc.oneof(fc.constantFrom('', '31/12/1950', '1950-12-31', 'old', '12/31/1950', '3/4/48'), anyText),
  phone: fc.oneof(
    digits,
    digits.map((one) => `${one} (daughter’s)`),
    digits.map((one) => `${one} / 024 7632 5123`),
    fc.constantFrom('', 'none'),
  ),
  postcode: fc.constantFrom('', 'CV11 5TW', 'cv115tx', 'Nuneaton'),
  contact: fc.oneof(
    word,
    digits.map((one) => `Susan (daughter) ${one}`),
    fc.constant(''),
  ),
  contactPhone: fc.oneof(digits, fc.constantFrom('', 'ask Karen')),
}
const cellOf = (kind: string) => cells[kind] ?? fc.oneof(long, anyText, fc.constant(''))

const list = fc
  .shuffledSubarray(kinds, { minLength: 3 })
  .filter((some) => some.includes('given'))
  .chain((some) =>
    fc.record({
      kinds: fc.constant(some),
      headers: fc.tuple(...some.map((kind) => fc.constantFrom(...(spellings[kind] ?? [])))),
      rows: fc.array(fc.tuple(...some.map(cellOf)), { minLength: 1, maxLength: 4 }),
      sign: fc.constantFrom(',', ';', '\t'),
      broken: fc.constantFrom('no', 'sep', 'title', 'bom', 'windows', 'blank'),
    }),
  )

function written({ headers, rows, sign, broken }: { headers: string[]; rows: string[][]; sign: string; broken: string }): string {
  const text = Papa.unparse([headers, ...rows], { delimiter: sign, newline: broken === 'windows' ? '\r\n' : '\n', quotes: true })
  if (broken === 'sep') return `sep=${sign}\n${text}`
  if (broken === 'title') return `Walk and Talk members\n\n${text}`
  if (broken === 'blank') return `\n\n${text}`
  return broken === 'bom' ? `\uFEFF${text}` : text
}

const bare = (text: string) =>
  visible(text)
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase()

/** Whether what a cell says can be found in what would be stored. */
function isStored(kind: string, cell: string, { person }: PlannedRow): boolean {
  const stored = bare(
    JSON.stringify([person?.fields, person?.contacts, ...(person?.notes ?? []).map((one) => one.replace('From the imported list\n', ''))])
      .replaceAll('\\n', ' ')
      .replaceAll('\\"', '"'),
  )
  const notes = bare((person?.notes ?? []).map((one) => one.replace('From the imported list\n', '')).join(''))
  if (kind === 'born') return typeof person?.fields['bornOn'] === 'string'
  if (kind === 'postcode') return stored.includes(bare(tidyPostcode(cell) ?? '?'))
  if (kind === 'phone' || kind === 'contactPhone' || kind === 'contact') {
    const numbers = cell.match(/\d[\d ]{6,}\d/g) ?? []
    if (!numbers.every((one) => stored.includes(phoneDigits(one)))) return false
  }
  const said = (kind === 'given' ? cell.replace(/^Mrs /, '') : cell).normalize('NFKC')
  if (notes.includes(bare(said))) return true
  return said
    .split(/[^\p{L}\p{N}]+/u)
    .map(bare)
    .every((one) => stored.includes(one))
}

test('each filled cell under a heading we know is stored, or its line is named', () => {
  const nobody: Known = { people: [], memberIds: new Set() }
  fc.assert(
    fc.property(list, (made) => {
      const plan = planImport(written(made), noChoices, nobody, '2026-10-22')
      const filled = made.rows.filter((row) => row.some((cell) => cell.trim() !== ''))
      expect(plan.fault).toBeNull()
      expect(plan.rows.length).toBe(filled.length)
      for (const [at, row] of plan.rows.entries()) {
        if (row.problem) continue // named on its line
        for (const [nth, kind] of made.kinds.entries()) {
          const cell = visible(filled[at]?.[nth] ?? '').trim()
          if (cell !== '') expect({ kind, cell, kept: isStored(kind, cell, row), row: row.person }).toMatchObject({ kept: true })
        }
      }
    }),
  )
})
