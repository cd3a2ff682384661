import { ageBands, bandOfAge, type AgeBand } from '../rules/age.ts'
import { odsKind, readOds } from '../rules/ods.ts'
import type { PlainDate } from '../std/dates.ts'
import { dateSchema } from '../std/schemas.ts'

/** How many patients one practice has, as far as one file says. */
export interface ReadList {
  odsCode: string
  all?: number
  men?: number
  women?: number
  byAge?: Partial<Record<AgeBand, number>>
}

/** What a file says of the practices that were asked for. */
export interface ReadLists {
  on: PlainDate
  lists: ReadList[]
  /** Codes that were asked for and are not in it. */
  missing: string[]
}

/** Why a file is not read; each has its sentence. */
export const listFileTroubles = ['notThisFile', 'noDate', 'noneOfThem', 'fiveYears', 'notANumber', 'contradicts'] as const
export type ListFileTrouble = (typeof listFileTroubles)[number]

/**
 * Reads a CSV of NHS England's "Patients registered at a GP practice": the totals (gp-reg-pat-prac-all) or single years of age
 * (gp-reg-pat-prac-sing-age-…). No cell of them has a comma in it. Line by line, as the file of all England is 30 MB and has six practices
 * that are wanted. @param wanted ODS codes of practices
 */
export function readListSizes(text: string, wanted: readonly string[]): ReadLists | ListFileTrouble {
  const lines = linesIn(text)
  const columns = columnsIn(lines.next().value ?? '')
  if (!columns) return 'notThisFile'
  const codes = new Map(wanted.map((code) => [code, new Map<string, number>()]))
  let on: PlainDate | null = null
  for (const line of lines) {
    const cells = cellsIn(line)
    const counts = codes.get(readOds(cells[columns.code] ?? '') ?? '')
    if (!counts) continue
    const many = Number(cells[columns.many] || 'none')
    if (!Number.isInteger(many) || many < 0) return 'notANumber'
    const [day, of] = [dateIn(cells[columns.on] ?? ''), `${sexIn(cells[columns.sex])} ${cells[columns.age] ?? 'ALL'}`]
    if ((on !== null && day !== on) || (counts.has(of) && counts.get(of) !== many)) return 'contradicts'
    if (day === null) return 'noDate'
    on = day
    counts.set(of, many)
  }
  const found = [...codes].filter(([, counts]) => counts.size > 0)
  if (found.length === 0 || on === null) return 'noneOfThem'
  const lists = found.map(([odsCode, counts]) => listOf(odsCode, counts))
  if (lists.every((one) => Object.keys(one).length === 1)) return 'fiveYears'
  return { on, lists, missing: wanted.filter((code) => codes.get(code)?.size === 0) }
}

function* linesIn(text: string): Generator<string, undefined> {
  for (let from = text.startsWith('\uFEFF') ? 1 : 0; from < text.length;) {
    const end = text.indexOf('\n', from)
    const to = end < 0 ? text.length : end
    yield text.slice(from, to).trimEnd()
    from = to + 1
  }
  return undefined
}

const cellsIn = (line: string) => line.split(',').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))

interface Columns {
  on: number
  code: number
  sex: number
  age: number
  many: number
}

/** Null where it is another file: date, code and number are in each of them. */
function columnsIn(line: string): Columns | null {
  const names = cellsIn(line).map((name) => name.toUpperCase())
  const at = (...called: string[]) => called.map((name) => names.indexOf(name)).find((place) => place >= 0) ?? -1
  const found = {
    on: at('EXTRACT_DATE'),
    code: at('ORG_CODE', 'CODE', 'PRACTICE_CODE'),
    sex: at('SEX'),
    age: at('AGE', 'AGE_GROUP_5'),
    many: at('NUMBER_OF_PATIENTS'),
  }
  return found.on < 0 || found.code < 0 || found.many < 0 ? null : found
}

function sexIn(cell: string | undefined): string {
  return (cell ?? 'ALL').toUpperCase()
}

function listOf(odsCode: string, counts: ReadonlyMap<string, number>): ReadList {
  const [all, men, women] = ['ALL', 'MALE', 'FEMALE'].map((sex) => counts.get(`${sex} ALL`))
  const byAge = agesIn(counts)
  return {
    odsCode,
    ...(all === undefined ? {} : { all }),
    ...(men === undefined ? {} : { men }),
    ...(women === undefined ? {} : { women }),
    ...(byAge ? { byAge } : {}),
  }
}

/** By our own bands; null where the file has no single years of men and women together. */
function agesIn(counts: ReadonlyMap<string, number>): Partial<Record<AgeBand, number>> | null {
  const ages = [...counts].flatMap(([key, many]) => {
    const age = /^ALL (\d{1,2})\+?$/.exec(key)?.[1]
    return age === undefined ? [] : [[Number(age), many] as const]
  })
  if (ages.length < singleYears) return null
  const byAge = Object.fromEntries(ageBands.map((band) => [band, 0])) as Record<AgeBand, number>
  for (const [age, many] of ages) byAge[bandOfAge(age)] += many
  return byAge
}

/** 0 to 94, and 95 and over. */
const singleYears = 96

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']

/** "01JUN2018", "01-Apr-20", "2026-11-01" or "01/11/2026": the publication has had all of them. */
function dateIn(cell: string): PlainDate | null {
  const [, day = '', word = '', year = ''] = /^(\d{1,2})[-/ ]?([A-Za-z]{3}|\d{1,2})[-/ ]?(\d{4}|\d{2})$/.exec(cell) ?? []
  const month = /^\d/.test(word) ? Number(word) : months.indexOf(word.toUpperCase()) + 1
  const two = (number: number | string) => String(number).padStart(2, '0')
  const date = day ? `${year.length === 2 ? `20${year}` : year}-${two(month)}-${two(day)}` : cell
  return dateSchema.safeParse(date).success ? date : null
}

/** Whether something typed is the code of a practice; its branches have none of their own there. */
export function practiceCodeIn(text: string): string | null {
  const code = readOds(text)
  return code && odsKind(code) === 'practice' ? code : null
}
