import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { everyTable } from '../../src/server/backup/dump.ts'
import { imageOfMemory, openMemory } from '../../src/server/sql/memory.ts'
import { migrate, migrationFiles, migrationText } from '../../src/server/sql/migrate.ts'
import type { Sql } from '../../src/server/sql/sql.ts'
import { emptyDatabase } from './emptyDatabase.ts'

/** A database in memory, and how it was made when it was new. */
interface Made {
  sql: Sql
  form: string
  /** How often it was lent. */
  lent: number
}

/** The one that waits for the next test: another takes a second of the processor to open. Two would take a gigabyte. */
let resting: Made | null = null
/** A database that was emptied very often is slow: what it once knew is still in its files. */
const mostLent = 20

/** A migrated database in memory with nothing in it. Closing it gives it back, for the next test of this process that opens one. */
export async function openTestMemory(): Promise<Sql> {
  const made = resting ?? (await makeAnother())
  resting = null
  made.lent += 1
  let open = true
  return {
    transaction: (scope, work) => (open ? made.sql.transaction(scope, work) : Promise.reject(new Error('this database was closed'))),
    close: async () => {
      if (!open) return
      open = false
      await giveBack(made)
    },
  }
}

/** As new it is lent again; one that differs from what it was in anything but its rows is not. */
async function giveBack(made: Made): Promise<void> {
  const isAsNew = await emptyDatabase(made.sql)
    .then(async () => (await formOf(made.sql)) === made.form)
    .catch(() => false)
  if (isAsNew && !resting && made.lent < mostLent) resting = made
  else await made.sql.close()
}

async function makeAnother(): Promise<Made> {
  const sql = await openImage()
  await migrate(sql) // what is not in a file, but written at each start
  return { sql, form: await formOf(sql), lent: 0 }
}

/** From an image in the temporary folder that the first test to need one makes. */
async function openImage(): Promise<Sql> {
  const texts = await Promise.all((await migrationFiles()).map(migrationText))
  const key = createHash('sha256').update(texts.join('|')).update(process.version).digest('hex').slice(0, 16)
  const folder = join(tmpdir(), `gather-test-images-${process.getuid?.() ?? 0}`)
  const path = join(folder, `${key}.tar`)
  const kept = await readFile(path).catch(() => null)
  if (kept) return openMemory(new Blob([kept]))
  const image = await imageOfMemory(migrate)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const beside = `${path}.${process.pid}.${Math.random()}` // two tests may make it at once
  await writeFile(beside, Buffer.from(await image.arrayBuffer()))
  await rename(beside, path)
  return openMemory(image)
}

/** All that a database is beside the rows of its teams: tables, columns, rights, policies, functions, triggers, settings, and the rows of the other tables. */
async function formOf(sql: Sql): Promise<string> {
  return sql.transaction({ team: null, as: 'owner' }, async (tx) => {
    const ours = `(select oid from pg_namespace where nspname not like 'pg\\_%' and nspname <> 'information_schema')`
    const parts = [
      `select relname, relkind, relacl, relrowsecurity, relforcerowsecurity, reloptions, relowner from pg_class where relnamespace in ${ours}`,
      `select relname from pg_class where relpersistence = 't'`,
      `select attrelid, attname, attnum, atttypid, attnotnull, attisdropped, attacl from pg_attribute a join pg_class c on c.oid = attrelid where relnamespace in ${ours}`,
      `select conrelid, conname, pg_get_constraintdef(oid) from pg_constraint where connamespace in ${ours}`,
      `select proname, prosrc, proacl, prosecdef, proconfig from pg_proc where pronamespace in ${ours}`,
      `select tgrelid, tgname, tgenabled from pg_trigger`,
      `select polrelid, polname, polcmd, pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid) from pg_policy`,
      `select nspname, nspacl from pg_namespace where oid in ${ours}`,
      'select rolname, rolsuper, rolcanlogin, rolbypassrls from pg_roles',
      'select setdatabase, setrole, setconfig from pg_db_role_setting',
      `select name, setting from pg_settings where source = 'session'`,
    ]
    const tables = await tx.query<{ relname: string }>(`select relname from pg_class where relkind = 'r' and relnamespace in ${ours}`)
    for (const { relname } of tables) if (!everyTable.includes(relname)) parts.push(`select * from ${relname}`)
    const told = parts.map((part) => `(select coalesce(string_agg(md5(p::text), '' order by md5(p::text)), '') from (${part}) p)`)
    const [found] = await tx.query<{ form: string }>(`select md5(concat_ws('|', ${told.join(', ')})) as form`)
    return found!.form
  })
}
