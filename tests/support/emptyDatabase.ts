import { everyTable } from '../../src/server/backup/dump.ts'
import type { Sql } from '../../src/server/sql/sql.ts'

/** A table that fills more than so many bytes is made anew; in a smaller one, deleting the rows takes a twentieth of that. */
const small = 256 * 1024

/** Takes everything out of a database but its tables, once nobody else is at work in them. */
export async function emptyDatabase(sql: Sql): Promise<void> {
  await sql.transaction({ team: null, as: 'owner' }, async (tx) => {
    await tx.script(`lock table ${everyTable.join(', ')}`)
    const found = await tx.query<{ name: string }>('select name from unnest($1::text[]) as name where pg_relation_size(name::regclass) > $2', [
      everyTable,
      small,
    ])
    const grown = found.map(({ name }) => name)
    const emptied = everyTable.map((name) => `${grown.includes(name) ? 'truncate' : 'delete from'} ${name}`)
    await tx.script(emptied.join(';'))
  })
}
