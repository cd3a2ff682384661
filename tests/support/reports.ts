import { joinedReader } from '../../src/shared/reports/joinedReader.ts'
import { tableOf, type ReportReader, type ReportTable } from '../../src/shared/reports/defineReport.ts'
import { reportOf, type AskedReport } from '../../src/shared/reports/index.ts'
import { reportReaderOf } from '../../src/server/reports.ts'
import { writeAsServer } from '../../src/server/ownWriting.ts'
import { at, thursday, type Known } from './builders.ts'
import { laptopWith, type Whose } from './laptop.ts'
import { openSurgery, type Surgery } from './surgery.ts'

/** The same rows on a lead's laptop and on the server, and what a report says on each. */
export interface BothSides {
  surgery: Surgery
  onLaptop(asked: AskedReport, forFile?: boolean): Promise<ReportTable | null>
  onServer(asked: AskedReport): Promise<ReportTable>
}

/** Writes these rows on both. @param kind `postgres` only works in `x.pg.test.ts` */
export async function bothSides(known: Known, kind: 'memory' | 'postgres' = 'memory', whose: Whose = {}): Promise<BothSides> {
  const nowMs = Date.parse(at('12:00'))
  const [laptop, surgery] = [await laptopWith(known, whose), await openSurgery({ kind, now: () => nowMs })]
  const drafts = Object.entries(known).flatMap(([record, rows]) =>
    rows.map(({ id, ...fields }) => ({ record, row: record === 'team' ? surgery.team : id, fields })),
  )
  await surgery.sql.transaction({ team: surgery.team }, (tx) => writeAsServer(tx, surgery.team, surgery.lead, 'test', drafts as never, nowMs))
  return {
    surgery,
    onLaptop: ({ name, params }, forFile = false) => laptop.view('report', { name, params, forFile } as never),
    onServer: ({ name, params }) =>
      surgery.sql.transaction({ team: surgery.team }, (tx) =>
        tableOf(reportOf(name), reportReaderOf(tx, surgery.team), params, thursday, [whose.role ?? 'lead']),
      ),
  }
}

/** A reader over these rows alone, as they are shown: for reports asked many times over. */
export function readerOf(known: Known): ReportReader {
  const rows = (record: string) => ((known as Record<string, object[]>)[record] ?? []) as never[]
  const linked = (record: string, by: string, ids: readonly string[]) => {
    const wanted = new Set(ids)
    return rows(record).filter((one) => wanted.has(one[by as never]))
  }
  return joinedReader({
    all: async (record) => rows(record),
    linked: async (record, by, ids) => linked(record, by, ids),
    pick: async (record) => rows(record),
    pickLinked: async (record, by, ids) => linked(record, by, ids),
    giveWay: () => Promise.resolve(),
  })
}

/** The lines of a table by the names of their columns. */
export function linesBy(table: ReportTable | null): Record<string, unknown>[] {
  return (table?.rows ?? []).map((row) => Object.fromEntries(row.map((cell, at) => [table?.columns[at]?.id ?? '', plain(cell)])))
}

function plain(cell: unknown): unknown {
  return typeof cell === 'object' && cell !== null && 'says' in cell ? `(${String(cell.says)})` : cell
}
