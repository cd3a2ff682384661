import { readdir, readFile } from 'node:fs/promises'
import { fillBelongs } from '../secondLock.ts'
import { noteSight } from '../sightVersions.ts'
import { appRole, sqlState, type Sql, type Transaction } from './sql.ts'

const folder = new URL('./migrations/', import.meta.url)

/** The database was written by a newer Gather: run that one, or restore a backup made before it. */
export class NewerDatabase extends Error {
  override name = 'NewerDatabase'
}

/**
 * Brings the database up to this server: forward only, every file once, in order of name. Of several servers starting
 * at once one does it and the others wait on its lock row; no advisory locks, which some engines only pretend to have.
 * Answers the names applied now. Throws `NewerDatabase`.
 */
export async function migrate(sql: Sql): Promise<string[]> {
  await inRace(() => sql.transaction({ team: null, as: 'owner' }, prepare))
  const files = await migrationFiles()
  return sql.transaction({ team: null, as: 'owner' }, async (tx) => {
    await tx.query(`select name from migration where name = 'lock' for update`)
    const known = (await tx.query<{ name: string }>('select name from migration')).map((one) => one.name)
    refuseNewer(known, files)
    const missing = files.filter((name) => !known.includes(name))
    for (const name of missing) await apply(tx, name)
    await fillBelongs(tx)
    await noteSight(tx)
    return missing
  })
}

/** The names of the migrations, oldest first. */
export async function migrationFiles(): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
}

/** The text of one migration. */
export function migrationText(name: string): Promise<string> {
  return readFile(new URL(name, folder), 'utf8')
}

async function apply(tx: Transaction, name: string): Promise<void> {
  await tx.script(await migrationText(name))
  await tx.query('insert into migration (name, at) values ($1, now())', [name])
}

function refuseNewer(known: readonly string[], files: readonly string[]): void {
  const newer = known.find((name) => name !== 'lock' && !files.includes(name))
  if (newer) throw new NewerDatabase(`the database has ${newer}, which this server does not know`)
}

/** The table that counts the migrations, its lock row, and the role that requests run as. */
async function prepare(tx: Transaction): Promise<void> {
  await tx.script('create table if not exists migration (name text primary key, at timestamptz not null)')
  await tx.query(`insert into migration (name, at) values ('lock', now()) on conflict (name) do nothing`)
  await makeRole(tx).catch((error: unknown) => {
    throw withoutRights(error)
  })
}

/** A role may be there already: of another database on the same server, or made by an administrator. */
async function makeRole(tx: Transaction): Promise<void> {
  const [role] = await tx.query('select 1 from pg_roles where rolname = $1', [appRole])
  if (!role) await tx.script(`create role ${appRole} nologin`)
  const [member] = await tx.query<{ is: boolean }>(`select pg_has_role(current_user, $1, 'member') as is`, [appRole])
  if (!member?.is) await tx.script(`grant ${appRole} to current_user`)
}

function withoutRights(error: unknown): unknown {
  if (sqlState(error) !== '42501') return error
  const wish = `create role ${appRole} nologin; grant ${appRole} to <this user>`
  return new Error(`this database user may not make the role that requests run as; let an administrator run once: ${wish}`)
}

/** Two servers that start at once may both see "not there" and both create: the one who lost looks again. */
async function inRace(work: () => Promise<void>): Promise<void> {
  const lost = new Set(['23505', '42710', '42P07', 'XX000'])
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      if (tries >= 5 || !lost.has(sqlState(error) ?? '')) throw error
    }
  }
}
