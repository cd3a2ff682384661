import type { Row } from '../shared/changes/row.ts'
import { entityOf } from '../shared/changes/entity.ts'
import type { Entity, LinkOf, RecordName } from '../shared/records/index.ts'
import { joinedReader } from '../shared/reports/joinedReader.ts'
import type { ReportReader } from '../shared/reports/defineReport.ts'
import type { Transaction } from './sql/sql.ts'

/** Rows for a report from the database, of the whole team: nobody but the office asks here. Joined people are one, as on a laptop. */
export function reportReaderOf(tx: Transaction, team: string): ReportReader {
  return joinedReader(writtenReader(tx, team))
}

function writtenReader(tx: Transaction, team: string): ReportReader {
  const entities = <Name extends RecordName>(record: Name, found: readonly { body: Row }[]): Entity<Name>[] =>
    found.map(({ body }) => entityOf(record, body)).filter((one) => one !== undefined)
  return {
    all: async (record) =>
      entities(record, await tx.query<{ body: Row }>('select body from record_row where team = $1 and record = $2 order by id', [team, record])),
    linked: async <Name extends RecordName>(record: Name, by: LinkOf<Name>, ids: readonly string[]) =>
      entities(
        record,
        await tx.query<{ body: Row }>(
          "select body from record_row where team = $1 and record = $2 and body #>> array['fields', $3] = any($4::text[]) order by id",
          [team, record, by, [...ids]],
        ),
      ),
    giveWay: () => Promise.resolve(), // nobody waits for this process: each question has a transaction of its own
  }
}
