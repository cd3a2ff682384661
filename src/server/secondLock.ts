import { belongs } from '../shared/rules/belongs.ts'
import { recordNames } from '../shared/records/index.ts'
import type { Author } from './judge.ts'
import { allowedFields, type Sight } from './sight.ts'
import { sqlState, type Transaction } from './sql/sql.ts'

/**
 * The lock in the database behind the code's own (migration 0010): row-level security that is told for whom a transaction writes or
 * reads. It knows rows, not fields: which fields go to whom, and who is named inside a list, the code alone sees to.
 */

/** From here on rows are written for this author, and the database refuses what is out of their reach. */
export async function writeFor(tx: Transaction, { team, colleague, role }: Author): Promise<void> {
  if (role !== 'facilitator') return writeForServer(tx) // of several batches in one transaction the one before may have been narrower
  await tx.again(
    `select set_config('gather.writer', $2, true), set_config('gather.writer_groups', (
       select coalesce(array_agg(id), '{}')::text from record_row where team = $1 and record = 'group'
       and (body #>> '{fields,leaderId}' = $2 or body #> '{fields,facilitatorIds}' @> to_jsonb($2::text))), true)`,
    [team, colleague],
  )
}

/** From here on the server writes for itself again. */
export async function writeForServer(tx: Transaction): Promise<void> {
  await tx.query(`select set_config('gather.writer', '', true)`)
}

/** Does something for the server itself in the middle of writing for somebody. */
export async function asServer(tx: Transaction, work: () => Promise<void>): Promise<void> {
  const [now] = await tx.query<{ writer: string }>(`select coalesce(current_setting('gather.writer', true), '') as writer`)
  await writeForServer(tx)
  await work()
  await tx.query(`select set_config('gather.writer', $1, true)`, [now?.writer ?? ''])
}

/** From here on only what is within this sight is read; for the answer to a laptop. */
export async function readFor(tx: Transaction, { colleague, groups, near }: Sight): Promise<void> {
  await tx.query(
    `select set_config('gather.reader', $1, true), set_config('gather.reader_groups', $2, true), set_config('gather.reader_near', $3, true)`,
    [colleague, groups === null ? '' : `{${groups.join(',')}}`, near],
  )
}

/** Whether the database refused a row that the code had let through. */
export function isRefused(error: unknown): boolean {
  return sqlState(error) === '42501'
}

/** Tells the database what each record belongs to; at every start, as the lists change with the code. */
export async function fillBelongs(tx: Transaction): Promise<void> {
  const lines = recordNames.map((record) => ({
    record,
    belongs_by: belongs[record].by,
    is_free: belongs[record].free ?? false,
    is_neighbours: allowedFields(record, 'neighbour').length > 0,
  }))
  await tx.query(
    `insert into record_belongs select * from jsonb_populate_recordset(null::record_belongs, $1::jsonb)
     on conflict (record) do update set belongs_by = excluded.belongs_by, is_free = excluded.is_free, is_neighbours = excluded.is_neighbours`,
    [JSON.stringify(lines)],
  )
}
