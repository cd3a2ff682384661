import type { Row } from '../shared/changes/row.ts'
import { entityOf } from '../shared/changes/entity.ts'
import { records, type Entity, type LinkOf, type RecordName } from '../shared/records/index.ts'
import { joinedReader } from '../shared/reports/joinedReader.ts'
import type { FieldOf, Picked, ReportReader } from '../shared/reports/defineReport.ts'
import { belongs } from '../shared/rules/belongs.ts'
import type { Transaction } from './sql/sql.ts'

/** Rows for a report from the database, of the whole team: nobody but the office asks here. Joined people are one, as on a laptop. */
export function reportReaderOf(tx: Transaction, team: string): ReportReader {
  return joinedReader(writtenReader(tx, team))
}

const ofTeam = 'from record_row where team = $1 and record = $2'

function writtenReader(tx: Transaction, team: string): ReportReader {
  const entities = <Name extends RecordName>(record: Name, found: readonly { body: Row }[]): Entity<Name>[] =>
    found.map(({ body }) => entityOf(record, body)).filter((one) => one !== undefined)
  return {
    all: async (record) => entities(record, await tx.query<{ body: Row }>(`select body ${ofTeam} order by id`, [team, record])),
    linked: async <Name extends RecordName>(record: Name, by: LinkOf<Name>, ids: readonly string[]) => {
      const found = await tx.query<{ body: Row }>(`select body ${ofTeam} and ${isLinked(record, by)} order by id`, [team, record, [...ids]])
      return entities(record, found)
    },
    pick: async (record, fields) => tx.query(`${picking(record, fields)}`, [team, record]),
    pickLinked: async <Name extends RecordName, Field extends FieldOf<Name>>(
      record: Name,
      by: LinkOf<Name> & Field,
      ids: readonly string[],
      fields: readonly Field[],
    ): Promise<Picked<Name, Field>[]> => tx.query(`${picking(record, fields)} and ${isLinked(record, by)}`, [team, record, [...ids]]),
    giveWay: () => Promise.resolve(), // nobody waits for this process: each question has a transaction of its own
  }
}

/** Names of fields stand in statements as they are: they are those of our own records, and letters alone. */
function named(field: string): string {
  if (!/^[A-Za-z]\w*$/.test(field)) throw new Error(`${field} is no name of a field`)
  return field
}

/** These fields of whole rows: the needed ones are there (changes/entity.ts says the same). */
function picking(record: RecordName, fields: readonly string[]): string {
  const columns = fields.map((one) => `body #> '{fields,${named(one)}}' as "${named(one)}"`)
  const needed = records[record].required.map((one) => `'${named(one)}'`)
  return `select ${['id', ...columns].join(', ')} ${ofTeam} and body -> 'fields' ?& array[${needed.join()}]::text[]`
}

/** Whose link is one of the ids $3. Where the link is what the row belongs to, it has a column of its own, with an index (rows.ts files it there). */
function isLinked(record: RecordName, by: string): string {
  const { session, person, group } = belongs[record]
  if (by === session) return 'session_id = any($3::uuid[])'
  if (by === person) return 'person_id = any($3::uuid[])'
  if (by === group && !session) return 'group_id = any($3::uuid[])'
  return `body #>> '{fields,${named(by)}}' = any($3::text[])`
}
