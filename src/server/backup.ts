import { dumpLines } from './backup/dump.ts'
import { readLines, writeLines } from './backup/file.ts'
import { loadLines, type Restored, type Restoring } from './backup/load.ts'
import { noteGood } from './backup/old.ts'
import { KeyTrouble, makeBackupKey } from './backup/seal.ts'
import { BadBackup, verifyLines, type Summary } from './backup/verify.ts'
import { teamsOf } from './codes.ts'
import { nothingKnown } from './ledger.ts'
import type { Sql } from './sql/sql.ts'

/** Where a backup goes and what goes with it. */
export interface Writing {
  /** For the file. */
  folder: string
  nowMs: number
  /** Public half of the backup key. */
  publicHalf: string
  /** Private halves of the server's recovery keys. */
  recoveryKeys: readonly string[]
}

/**
 * Writes a sealed backup of everything at one moment, reads it back from the disk and compares it, and only then says that what
 * it holds is durable (SPEC SY14). To read it back without the private half, the file is sealed to a second key too, which is
 * made for this and forgotten with it. Throws `BadBackup` when what was read is not what was written.
 */
export async function writeBackup(sql: Sql, writing: Writing): Promise<{ file: string; summary: Summary }> {
  const { folder, nowMs, publicHalf, recoveryKeys } = writing
  const teams = await teamsOf(sql)
  const name = `gather-${new Date(nowMs).toISOString().replace(/[:.]/g, '-')}.ndjson.gz.age`
  const once = await makeBackupKey()
  const file = await sql.transaction({ team: null, as: 'owner', isolation: 'snapshot' }, (tx) =>
    writeLines(folder, name, dumpLines(tx, teams, nowMs, recoveryKeys), [publicHalf, once.publicHalf]),
  )
  const summary = await verifyBackup(file, once.privateHalf)
  if (summary.teams.size !== teams.length) throw new BadBackup('a team is missing')
  await noteGood(file)
  await moveDurable(sql, summary)
  return { file, summary }
}

/**
 * Reads a backup file from end to end. Throws `BadBackup`, and `KeyTrouble` when it is sealed and this is not its key.
 * @param privateHalf null for a file of 0.1, which is not sealed
 */
export async function verifyBackup(file: string, privateHalf: string | null): Promise<Summary> {
  try {
    return await verifyLines(readLines(file, privateHalf))
  } catch (error) {
    if (error instanceof BadBackup || error instanceof KeyTrouble || isMissing(error)) throw error
    throw new BadBackup('it cannot be unpacked')
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EACCES')
}

/** Loads a backup file; the database gets a new epoch (SPEC SY17). Throws `BadBackup`, `KeyTrouble`, `NotEmpty`. */
export async function restoreBackup(
  sql: Sql,
  file: string,
  how: Restoring & { privateHalf: string | null },
): Promise<Restored & { summary: Summary }> {
  const summary = await verifyBackup(file, how.privateHalf)
  return { summary, ...(await loadLines(sql, summary, () => readLines(file, how.privateHalf), how)) }
}

/** The same as `writeBackup` for one team, kept in memory: the simulation drives it. */
export async function backupTeam(sql: Sql, team: string, nowMs: number): Promise<string[]> {
  const lines = await sql.transaction({ team: null, as: 'owner', isolation: 'snapshot' }, async (tx) => {
    const all: string[] = []
    for await (const line of dumpLines(tx, [team], nowMs)) all.push(line)
    return all
  })
  await moveDurable(sql, await verifyLines(lines))
  return lines
}

/** Puts one team back to such a backup; the database gets a new epoch. Laptops that were taken off the team stay off it. */
export async function restoreTeam(sql: Sql, team: string, lines: readonly string[], nowMs: number): Promise<void> {
  await loadLines(sql, await verifyLines(lines), () => lines, { before: { replaceTeam: team }, ledger: nothingKnown(), nowMs })
}

async function moveDurable(sql: Sql, summary: Summary): Promise<void> {
  for (const [team, { revision }] of summary.teams) {
    await sql.transaction({ team }, (tx) => tx.query('update team_head set durable = greatest(durable, $2) where team = $1', [team, revision]))
  }
}
