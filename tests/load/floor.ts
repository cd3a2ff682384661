import type { Change } from '../../src/shared/changes/change.ts'
import type { Sql, Transaction } from '../../src/server/sql/sql.ts'

const hash = 'f'.repeat(64)

/**
 * What one connection needs to put the same bodies into a table of the log's shape, with its indexes, a commit for each
 * laptop: no judging, no lock, no rows, nothing told. Answers milliseconds.
 */
export async function measureFloor(sql: Sql, batches: readonly (readonly Change[])[]): Promise<number> {
  const owner = { team: null, as: 'owner' } as const
  await sql.transaction(owner, (tx) => tx.script('drop table if exists floor; create table floor (like change_log including all)'))
  const from = performance.now()
  let revision = 0
  for (const batch of batches) {
    const first = revision
    await sql.transaction(owner, (tx) => insertAll(tx, batch, first))
    revision += batch.length
  }
  const ms = performance.now() - from
  await sql.transaction(owner, (tx) => tx.script('drop table floor'))
  return ms
}

async function insertAll(tx: Transaction, batch: readonly Change[], after: number): Promise<void> {
  const column = <Value>(of: (change: Change, place: number) => Value) => batch.map(of)
  await tx.query(
    `insert into floor (team, revision, id, device, sequence, record, row_id, effective, received_at, hash, chain, body)
     select t, n, i, d, s, r, w, e, now(), $9, $9, b
     from unnest($1::uuid[], $2::bigint[], $3::uuid[], $4::uuid[], $5::bigint[], $6::text[], $7::uuid[], $8::text[], $10::jsonb[])
       as f(t, n, i, d, s, r, w, e, b)`,
    [
      column((one) => one.team),
      column((_, place) => after + place + 1),
      column((one) => one.id),
      column((one) => one.device),
      column((one) => one.sequence),
      column((one) => one.record),
      column((one) => one.row),
      column((one) => one.stamp),
      hash,
      column((one) => JSON.stringify(one)),
    ],
  )
}
