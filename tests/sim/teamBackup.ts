import { randomUUID } from 'node:crypto'
import type { Sql, Transaction } from '../../src/server/sql/sql.ts'

/** The rows of one team, as a dump of the whole database would hold them. */
export type TeamBackup = Record<string, Record<string, unknown>[]>

const tables = ['change_log', 'held', 'record_row', 'device', 'code', 'team_head']

/** Reads one team in one moment, then says that everything up to there is durable (SPEC SY14). */
export async function backupTeam(sql: Sql, team: string): Promise<TeamBackup> {
  const backup = await sql.transaction({ team, as: 'owner', isolation: 'snapshot' }, async (tx) => {
    const found: TeamBackup = {}
    for (const table of tables) found[table] = await tx.query(`select to_jsonb(t) as line from ${table} t where team = $1`, [team])
    return found
  })
  const revision = (backup['team_head']![0]!['line'] as { revision: number }).revision
  await sql.transaction({ team, as: 'owner' }, (tx) => tx.query('update team_head set durable = $2 where team = $1', [team, revision]))
  return backup
}

/** Puts the team back to the backup; the database gets a new epoch (SPEC SY17). */
export async function restoreTeam(sql: Sql, team: string, backup: TeamBackup): Promise<void> {
  await sql.transaction({ team, as: 'owner' }, async (tx) => {
    for (const table of tables) {
      await tx.query(`delete from ${table} where team = $1`, [team])
      await insertAll(tx, table, backup[table] ?? [])
    }
    await tx.query(`update meta set value = $1 where key = 'epoch'`, [randomUUID()])
  })
}

async function insertAll(tx: Transaction, table: string, lines: Record<string, unknown>[]): Promise<void> {
  for (const { line } of lines) {
    await tx.query(`insert into ${table} select * from jsonb_populate_record(null::${table}, $1::jsonb)`, [JSON.stringify(line)])
  }
}
