import { randomUUID } from 'node:crypto'
import { migrationFiles } from '../sql/migrate.ts'
import { linkAgain } from '../rows.ts'
import type { Known } from '../ledger.ts'
import type { Sql, Transaction } from '../sql/sql.ts'
import { everyTable, type Line, type TableName } from './dump.ts'
import { laptopsOf, putTrustBack, type ReplacedLaptop, type Trusted } from './trust.ts'
import { BadBackup, parse, type Summary } from './verify.ts'

/** The database has teams already: a restore would mix two histories. */
export class NotEmpty extends Error {
  override name = 'NotEmpty'
}

/** What becomes of what is there. `replace` takes out everything first, in the same transaction. */
export type Before = 'mustBeEmpty' | 'replace' | { replaceTeam: string }

/** Rows written at once, or letters: pieces of films are a megabyte each. */
const atOnce = 1000
const mostLetters = 8_000_000

/** What a restore is told besides the backup. */
export interface Restoring {
  before: Before
  /** What the ledger beside the database knows. */
  ledger: Known
  nowMs: number
}

/** What came of it. */
export interface Restored {
  epoch: string
  /** By team. */
  trust: Map<string, Trusted>
}

/**
 * Loads a verified backup in one transaction and gives the database a new epoch, so that every laptop loads afresh and
 * sends again what the backup lacks (SPEC SY16, SY17). Who was taken off the team stays off. Throws `NotEmpty`,
 * `BadBackup`.
 */
export async function loadLines(
  sql: Sql,
  summary: Summary,
  lines: () => AsyncIterable<string> | Iterable<string>,
  how: Restoring,
): Promise<Restored> {
  const known = await migrationFiles()
  const unknown = summary.opening.migrations.filter((name) => !known.includes(name))
  if (unknown.length > 0) throw new BadBackup('it is from a newer server: restore it with that one')
  return sql.transaction({ team: null, as: 'owner' }, async (tx) => {
    const replaced = await readReplaced(tx, summary, how.before)
    await makeRoom(tx, how.before)
    await insertAll(tx, lines())
    return settle(tx, summary, replaced, how)
  })
}

type Replaced = ReadonlyMap<string, readonly ReplacedLaptop[]>

/** Who was trusted in what is about to be taken out. */
async function readReplaced(tx: Transaction, summary: Summary, before: Before): Promise<Replaced> {
  const replaced = new Map<string, readonly ReplacedLaptop[]>()
  if (before === 'mustBeEmpty') return replaced
  for (const team of summary.teams.keys()) {
    await tx.enterTeam(team)
    replaced.set(team, await laptopsOf(tx, team))
  }
  return replaced
}

async function makeRoom(tx: Transaction, before: Before): Promise<void> {
  if (before === 'replace') return tx.script(`truncate ${everyTable.join(', ')}`)
  if (before === 'mustBeEmpty') {
    const [team] = await tx.query('select team from team_list limit 1')
    if (team) throw new NotEmpty('the database is not empty')
    return
  }
  await tx.enterTeam(before.replaceTeam)
  for (const table of everyTable) await tx.query(`delete from ${table} where team = $1`, [before.replaceTeam])
}

async function insertAll(tx: Transaction, lines: AsyncIterable<string> | Iterable<string>): Promise<void> {
  let batch: Line[] = []
  let letters = 0
  for await (const text of lines) {
    const line = parse(text)
    if (!('table' in line)) continue
    const first = batch[0]
    if (first && (batch.length >= atOnce || letters >= mostLetters || first.table !== line.table || first.row['team'] !== line.row['team'])) {
      await insert(tx, first.table, batch)
      batch = []
      letters = 0
    }
    batch.push(line)
    letters += text.length
  }
  if (batch[0]) await insert(tx, batch[0].table, batch)
}

async function insert(tx: Transaction, table: TableName, batch: readonly Line[]): Promise<void> {
  await tx.enterTeam(String(batch[0]?.row['team']))
  const rows = JSON.stringify(batch.map((line) => line.row))
  await tx.query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [rows])
}

/** What was just read stands in a verified backup, so it is durable; what comes from here on is of after the restore. */
async function settle(tx: Transaction, summary: Summary, replaced: Replaced, how: Restoring): Promise<Restored> {
  const { ledger, nowMs } = how
  const trust = new Map<string, Trusted>()
  const ledgerIsWhole = ledger.databases.has(summary.opening.epoch)
  for (const team of summary.teams.keys()) {
    await tx.enterTeam(team)
    await tx.query('update team_head set durable = revision, restored_at = $2::timestamptz, restored_revision = revision where team = $1', [
      team,
      new Date(nowMs).toISOString(),
    ])
    await linkAgain(tx, team)
    trust.set(team, await putTrustBack(tx, team, { replaced: replaced.get(team) ?? [], ledger, ledgerIsWhole }, nowMs))
  }
  const epoch = randomUUID()
  await tx.query(`update meta set value = $1 where key = 'epoch'`, [epoch])
  return { epoch, trust }
}
