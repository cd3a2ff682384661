import { expect } from 'vitest'
import { writeAsServer } from '../../../src/server/ownWriting.ts'
import { reportReaderOf } from '../../../src/server/reports.ts'
import type { Transaction } from '../../../src/server/sql/sql.ts'
import { tableOf, type CellValue } from '../../../src/shared/reports/defineReport.ts'
import { reports, type AskedReport } from '../../../src/shared/reports/index.ts'
import { at, thursday as today, type Known } from '../../support/builders.ts'
import type { TestLaptop } from '../../support/laptop.ts'
import { openSurgery, type Surgery } from '../../support/surgery.ts'

/** The surgery of a golden team at noon, with these rows. */
export async function surgeryWith(rows: Known): Promise<Surgery> {
  const surgery = await openSurgery({ kind: 'postgres', now: () => Date.parse(at('12:00')) })
  await writes(surgery, rows)
  return surgery
}

/** As the surgery takes it in, a thousand rows at a time. */
export async function writes({ sql, team, lead }: Surgery, rows: Known): Promise<void> {
  const drafts = Object.entries(rows).flatMap(([record, all]) => all.map(({ id, ...fields }) => ({ record, row: id, fields })))
  for (let from = 0; from < drafts.length; from += 1000)
    await sql.transaction({ team }, (tx) => writeAsServer(tx, team, lead, 'test', drafts.slice(from, from + 1000) as never, Date.parse(at('09:00'))))
  await sql.transaction({ team: null, as: 'owner' }, (tx) => tx.script('analyze record_row'))
}

export const onServer = async ({ sql, team }: Surgery, { name, params }: AskedReport): Promise<CellValue[][]> =>
  (await sql.transaction({ team }, (tx) => tableOf(reports[name] as never, reportReaderOf(tx, team), params as never, today, ['lead']))).rows

export const onLaptop = async (laptop: TestLaptop, { name, params }: AskedReport): Promise<CellValue[][]> =>
  (await laptop.view('report', { name, params, forFile: false } as never))?.rows ?? []

export const inSql = <Value>({ sql, team }: Surgery, work: (tx: Transaction) => Promise<Value>) => sql.transaction({ team }, work)

export const said = (cell: CellValue | undefined) => (cell !== null && typeof cell === 'object' ? cell.says : cell)

/** What both say; it fails where they do not say the same. */
export async function both(surgery: Surgery, laptop: TestLaptop, asked: AskedReport): Promise<CellValue[][]> {
  const rows = await onServer(surgery, asked)
  expect(await onLaptop(laptop, asked)).toEqual(rows)
  return rows
}
