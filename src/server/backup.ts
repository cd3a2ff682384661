import { join } from 'node:path'
import { dumpLines } from './backup/dump.ts'
import { readLines, writeLines } from './backup/file.ts'
import { loadLines, NotEmpty, type Before } from './backup/load.ts'
import { BadBackup, verifyLines, type Summary } from './backup/verify.ts'
import { teamsOf } from './codes.ts'
import { dataFolderOf } from './dataFolder.ts'
import { makeLog } from './log.ts'
import { secretsIn } from './secrets.ts'
import { migrate } from './sql/migrate.ts'
import { openDatabase } from './sql/open.ts'
import type { Sql } from './sql/sql.ts'

/**
 * Writes a backup of everything at one moment, reads it back and compares it, and only then says that what it holds is
 * durable (SPEC SY14). Throws `BadBackup` when what was read is not what was written. @param folder for the file
 */
export async function writeBackup(
  sql: Sql, folder: string, nowMs: number,
): Promise<{ file: string; summary: Summary }> {
  const teams = await teamsOf(sql)
  const name = `gather-${new Date(nowMs).toISOString().replace(/[:.]/g, '-')}.ndjson.gz`
  const file = await sql.transaction({ team: null, as: 'owner', isolation: 'snapshot' }, (tx) =>
    writeLines(folder, name, dumpLines(tx, teams, nowMs)))
  const summary = await verifyBackup(file)
  if (summary.teams.size !== teams.length) throw new BadBackup('a team is missing')
  await moveDurable(sql, summary)
  return { file, summary }
}

/** Reads a backup file from end to end. Throws `BadBackup`. */
export async function verifyBackup(file: string): Promise<Summary> {
  try {
    return await verifyLines(readLines(file))
  } catch (error) {
    if (error instanceof BadBackup) throw error
    throw new BadBackup('it cannot be unpacked')
  }
}

/** Loads a backup file; the database gets a new epoch (SPEC SY17). Throws `BadBackup`, `NotEmpty`. */
export async function restoreBackup(sql: Sql, file: string, before: Before = 'mustBeEmpty'): Promise<Summary> {
  const summary = await verifyBackup(file)
  await loadLines(sql, summary, () => readLines(file), before)
  return summary
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

/** Puts one team back to such a backup; the database gets a new epoch. */
export async function restoreTeam(sql: Sql, team: string, lines: readonly string[]): Promise<void> {
  await loadLines(sql, await verifyLines(lines), () => lines, { replaceTeam: team })
}

async function moveDurable(sql: Sql, summary: Summary): Promise<void> {
  for (const [team, { revision }] of summary.teams) {
    await sql.transaction({ team }, (tx) =>
      tx.query('update team_head set durable = greatest(durable, $2) where team = $1', [team, revision]))
  }
}

const usage = `npm run backup                        writes a backup and reads it back
npm run backup -- verify <file>       reads a backup from end to end
npm run backup -- restore <file>      loads it into an empty database
npm run backup -- restore <file> --replace   takes out everything first`

/** `npm run backup`: beside a running server or without one. */
async function main(env: NodeJS.ProcessEnv, [what = 'write', file, flag]: string[]): Promise<void> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`)
  if (what === 'verify' && file) return say(describe('whole', file, await verifyBackup(file)))
  if (what !== 'write' && !(what === 'restore' && file)) return say(usage)
  const folder = dataFolderOf(env)
  const { databasePassword } = await secretsIn(folder)
  const sql = await openDatabase({ env, folder, password: databasePassword, say, log: makeLog('warn'), beside: true })
  try {
    await migrate(sql)
    const before = flag === '--replace' ? 'replace' : 'mustBeEmpty'
    if (what === 'restore' && file) return say(describe('restored', file, await restoreBackup(sql, file, before)))
    const written = await writeBackup(sql, join(folder, 'backups'), Date.now())
    say(describe('written and read back', written.file, written.summary))
  } finally {
    await sql.close()
  }
}

function describe(done: string, file: string, { teams }: Summary): string {
  const changes = [...teams.values()].reduce((sum, { revision }) => sum + revision, 0)
  return `Backup ${done}: ${file} (${teams.size} teams, ${changes} changes)`
}

if (import.meta.main) {
  main(process.env, process.argv.slice(2)).catch((error: unknown) => {
    const hint = error instanceof NotEmpty ? ': add --replace to take out everything first' : ''
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}${hint}\n`)
    process.exit(1)
  })
}
